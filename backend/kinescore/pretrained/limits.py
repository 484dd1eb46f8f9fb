"""What can be asked of a text-to-music model: settings and lengths within reason."""

from __future__ import annotations

import math

from kinescore.errors import BackboneError


def require_within(what: str, value: float, low: float, high: float) -> None:
    """Raise BackboneError unless the setting `what` lies within `low` .. `high`, both included."""
    if not (math.isfinite(value) and low <= value <= high):
        raise BackboneError(f"The {what} is {value}; it must lie between {low:g} and {high:g}.")


def require_length(seconds: float) -> None:
    """Raise BackboneError unless a piece can be `seconds` long."""
    if not (math.isfinite(seconds) and seconds > 0.0):
        raise BackboneError(f"A piece cannot be {seconds} s long.")
