"""Pitches, chords and voicings."""
