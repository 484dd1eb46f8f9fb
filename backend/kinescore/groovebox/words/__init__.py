"""What the words of a prompt mean to the built-in engine."""
