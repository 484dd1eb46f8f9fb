"""Drums and percussion, built from bodies, clicks and noise."""
