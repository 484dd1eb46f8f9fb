"""From a style, a prompt and a movement to a written score."""
