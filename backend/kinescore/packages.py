"""Packages that only parts of this one need."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from kinescore.errors import KinescoreError


def require_packages(modules: Iterable[str], what: str, extra: str) -> None:
    """Raise KinescoreError, naming `what` and the extra that brings them, where any of `modules` is not installed."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        raise KinescoreError(
            f"{what} needs {', '.join(missing)}; not installed here.",
            f"Install with: pip install 'kinescore[{extra}]'",
        )
