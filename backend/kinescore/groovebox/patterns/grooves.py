"""Drum grooves: readable text to steps for each level of intensity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kinescore.groovebox.patterns.sections import TOP_LEVEL

GM_KEYS: dict[str, int] = {
    "kick": 36, "rim": 37, "snare": 38, "clap": 39, "snare2": 40, "tom_low": 43, "tom_mid": 47, "tom_high": 50,
    "closed": 42, "pedal": 44, "open": 46, "crash": 49, "crash2": 57, "ride": 51, "bell": 53, "tambourine": 54,
    "cowbell": 56, "bongo_high": 60, "bongo_low": 61, "conga_mute": 62, "conga_open": 63, "conga_low": 64,
    "timbale_high": 65, "timbale_low": 66, "agogo_high": 67, "agogo_low": 68, "cabasa": 69, "maracas": 70,
    "clave": 75, "block_high": 76, "block_low": 77, "triangle_mute": 80, "triangle": 81, "shaker": 82,
}  # fmt: skip
"""General MIDI percussion keys."""

KICKS_AND_SNARES = frozenset({35, 36, 37, 38, 39, 40})
"""Keys that carry the beat: never moved off the grid."""


@dataclass(frozen=True)
class GrooveLine:
    """One voice of a groove: General MIDI key, the levels it plays at (inclusive), and its written rhythm."""

    key: int
    lowest_level: int
    highest_level: int
    pattern: str


@lru_cache(maxsize=512)
def read_groove(text: str) -> tuple[GrooveLine, ...]:
    """Read lines such as "kick 0+ X...|X...|X...|X..." ("2" one level, "1-2" a range, "1+" that level and above)."""
    lines = []
    for line in text.strip().splitlines():
        voice, levels, pattern = line.split()
        if levels.endswith("+"):
            low, high = int(levels[:-1]), TOP_LEVEL
        else:
            low, high = int(levels[0]), int(levels[-1])
        lines.append(GrooveLine(GM_KEYS[voice], low, high, pattern))
    return tuple(lines)
