"""How long work tells its caller where it is, and how the caller stops it."""

from __future__ import annotations

from collections.abc import Callable

Report = Callable[[str, float], None]
"""Called as report(phase, fraction 0..1). It may raise `kinescore.errors.Cancelled`; the work then stops at once."""


def silent(phase: str, fraction: float) -> None:
    """A report that nobody reads."""
