"""Pairs of movement and music -> 5.12 s clips, and the training targets of each backbone, computed once."""
