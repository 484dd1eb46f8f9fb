"""Which files are evaluated: generated music, its reference and the movement of every clip, and how they are read."""
