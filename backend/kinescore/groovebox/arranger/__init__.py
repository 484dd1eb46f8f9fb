"""From a style, a brief and a movement to a written score."""
