"""The built-in engine: arranges and synthesises music with numpy alone."""
