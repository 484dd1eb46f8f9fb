"""Note names, scales and keys."""

from __future__ import annotations

from dataclasses import dataclass

NOTE_NAMES: tuple[str, ...] = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
SHARP_NAMES: tuple[str, ...] = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
LETTERS: dict[str, int] = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}

SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "double harmonic": (0, 1, 4, 5, 7, 8, 11),
    "major pentatonic": (0, 2, 4, 7, 9),
    "minor pentatonic": (0, 3, 5, 7, 10),
    "in": (0, 1, 5, 7, 8),
}
"""Semitones above the tonic."""

PASSING_TONES: dict[str, tuple[int, ...]] = {"major pentatonic": (5, 11), "minor pentatonic": (2, 8), "in": (3, 10)}
"""What fills the gaps of five tones where a tune goes through them by step, as the biàn tones of Chinese tunes do.
Other scales have none."""

MINOR_SCALES = frozenset({"minor", "dorian", "phrygian", "harmonic minor", "minor pentatonic", "in"})

_FLAT_MAJORS = frozenset({0, 1, 3, 5, 8, 10})
_FLAT_MINORS = frozenset({0, 2, 3, 5, 7, 10})


@dataclass(frozen=True)
class Key:
    """tonic: pitch class 0..11 (C is 0). scale: a name in SCALES."""

    tonic: int
    scale: str

    @property
    def is_minor(self) -> bool:
        """True when the third above the tonic is minor."""
        return self.scale in MINOR_SCALES

    @property
    def name(self) -> str:
        """As a musician writes it: "Eb major", "F# minor"."""
        flats = self.tonic in (_FLAT_MINORS if self.is_minor else _FLAT_MAJORS)
        letter = NOTE_NAMES[self.tonic] if flats else SHARP_NAMES[self.tonic]
        return f"{letter} {'minor' if self.is_minor else 'major'}"

    @property
    def pitch_classes(self) -> frozenset[int]:
        """The pitch classes of the scale, five or seven."""
        return frozenset((self.tonic + step) % 12 for step in SCALES[self.scale])

    @property
    def passing_tones(self) -> frozenset[int]:
        """The pitch classes that tunes only pass through."""
        return frozenset((self.tonic + step) % 12 for step in PASSING_TONES.get(self.scale, ()))


def nearest_pitch(wanted: float, pitch_classes: frozenset[int]) -> int:
    """Return the MIDI pitch closest to `wanted` whose class is in `pitch_classes` (the lower of two equals)."""
    centre = round(wanted)
    around = (centre + offset for offset in range(-6, 7))
    return min((p for p in around if p % 12 in pitch_classes), key=lambda p: (abs(p - wanted), p))
