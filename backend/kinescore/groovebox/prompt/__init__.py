"""What a prompt asks the built-in engine for: words to a `PromptIntent`."""
