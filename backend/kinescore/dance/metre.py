"""How beats group into bars."""

from __future__ import annotations

from enum import Enum


class Metre(Enum):
    """A time signature. Tempi count its felt beats: quarters, but dotted quarters in 6/8, which is felt in two."""

    TWO_FOUR = "2/4"
    THREE_FOUR = "3/4"
    FOUR_FOUR = "4/4"
    SIX_EIGHT = "6/8"

    @property
    def beats(self) -> int:
        """Felt beats in a bar."""
        return 2 if self is Metre.SIX_EIGHT else self.numerator

    @property
    def subdivision(self) -> int:
        """Into how many notes a felt beat divides first: 2, or 3 in compound metre."""
        return 3 if self is Metre.SIX_EIGHT else 2

    @property
    def numerator(self) -> int:
        """Written notes in a bar."""
        return int(self.value[0])

    @property
    def denominator(self) -> int:
        """Which part of a whole note the written notes are."""
        return int(self.value[2])
