"""Backbones: frozen text-to-music models behind one interface; prompt embeddings in, audio out. torch."""
