"""A score as a few codes per moment, which a model can learn to write, and back."""
