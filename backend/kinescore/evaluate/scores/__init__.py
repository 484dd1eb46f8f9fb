"""Figures made of times: beat scores, tempo, music on movement."""
