"""Prompts in other languages: their words as the English ones that the vocabulary knows."""
