"""Figures made of embeddings and genres: Fréchet distances, divergence, CLAP score."""
