"""What every room that keeps files needs: whole files or none, strict JSON, small arrays, shares of a batch of files.

Imports numpy besides the standard library. Sound files are in kinescore.sound, motion files in kinescore.motion.
"""
