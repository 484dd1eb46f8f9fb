"""SoundFonts of the artist's: found by name in one folder, checked, and played in place of built-in instruments.

`casting` is the front: it decides which instrument plays from which font, and says so.
"""
