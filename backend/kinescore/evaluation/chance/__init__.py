"""Chance levels, p values, confidence intervals: shuffled pairs, random phases, click tracks, bootstrap over songs."""
