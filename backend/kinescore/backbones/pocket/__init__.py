"""Pocket: MusicGen's architecture over the built-in engine's scores, small enough to ship and to play anywhere."""
