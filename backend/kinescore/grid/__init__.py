"""A table of systems from one file: trained, played on the same clips, and evaluated (the paper's Table 2)."""
