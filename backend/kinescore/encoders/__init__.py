"""Encoders: movement and genre -> pseudo-words in the embedding space of one backbone. torch."""
