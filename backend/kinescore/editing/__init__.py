"""Finished takes changed in one place: a section made anew, and everything else bit for bit as it was."""
