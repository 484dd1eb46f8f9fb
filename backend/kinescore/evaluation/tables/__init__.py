"""Every table of results: which metrics of which observations, for each system, beside their chance levels."""
