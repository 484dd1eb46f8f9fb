"""Kinescore watches a character move and writes music that lands on the movement."""

__version__ = "0.1.0"
