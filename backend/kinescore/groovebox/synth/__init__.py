"""Pitched instruments: sums of partials, looped ensembles and noise, as numpy arrays."""
