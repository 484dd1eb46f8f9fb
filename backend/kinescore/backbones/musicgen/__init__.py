"""MusicGen (Copet et al. 2023) on transformers' weights: small, medium, large, melody; mono and stereo."""
