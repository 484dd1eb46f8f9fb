"""Beat lock: music that was not made to a beat grid is heard, and stretched until its beats lie on it."""
