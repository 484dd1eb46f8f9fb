"""What is evaluated: names of files, not their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Span:
    """Part of a file: from `start_s` on, `seconds` long; None is to its end."""

    path: Path
    start_s: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True)
class Clip:
    """One movement with the music that was made for it.

    name: unique, "/" between folders. song: of the reference, or the clip's own name where it is not known; clips of
    one song are never each other's chance. genre: an AIST++ code or any name; "" is unknown. motion: the movement, or
    None. reference: the music danced to, or a text file of its beat times, or None. generated: the music of each
    system, in the systems' order.
    """

    name: str
    song: str
    genre: str
    motion: Span | None
    reference: Span | None
    generated: Mapping[str, Span]
