"""Generated music beside its reference and the movement: metrics with confidence intervals and chance levels."""
