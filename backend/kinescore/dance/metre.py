"""How beats group into bars."""

from __future__ import annotations

from enum import Enum


class Metre(Enum):
    """A time signature. Tempi count its felt beats: quarters, but dotted quarters in 6/8, which is felt in two."""

    beats: int
    """Felt beats in a bar."""
    subdivision: int
    """Into how many notes a felt beat divides first: 2, or 3 in compound metre."""
    numerator: int
    """Written notes in a bar."""
    denominator: int
    """Which part of a whole note the written notes are."""

    TWO_FOUR = "2/4"
    THREE_FOUR = "3/4"
    FOUR_FOUR = "4/4"
    SIX_EIGHT = "6/8"

    def __init__(self, written: str) -> None:
        self.numerator, self.denominator = int(written[0]), int(written[2])
        compound = written == "6/8"
        self.beats, self.subdivision = (2, 3) if compound else (self.numerator, 2)
