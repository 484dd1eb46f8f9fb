"""Pretrained models, whatever they are for: where their files are, where they run, how they are loaded and frozen."""
