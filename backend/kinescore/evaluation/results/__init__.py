"""TODO: what happens in this room."""
