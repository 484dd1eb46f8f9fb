"""The chord chart: which chord sounds when, section by section."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.theory.chords import Chord, chord_in
from kinescore.groovebox.theory.pitch import Key


@dataclass(frozen=True)
class ChartChord:
    """A chord from `beat` for `beats` felt beats of its bar."""

    beat: float
    beats: float
    chord: Chord


Bar = tuple[ChartChord, ...]


@dataclass(frozen=True)
class Chart:
    """bars: one entry per felt bar. pickup: the chord before the first downbeat. tonic: where the piece ends."""

    key: Key
    bars: tuple[Bar, ...]
    pickup: Chord
    tonic: Chord

    def bar(self, number: int) -> Bar:
        """Return the chords of a bar; -1 is the pickup, bars after the end rest on the tonic."""
        if number < 0:
            return (ChartChord(0.0, float("inf"), self.pickup),)
        return self.bars[number] if number < len(self.bars) else (ChartChord(0.0, float("inf"), self.tonic),)

    def at(self, number: int, beat: float) -> Chord:
        """Return the chord that sounds at a felt beat of a bar."""
        return next(c.chord for c in reversed(self.bar(number)) if c.beat <= beat + 1e-9 or c.beat == 0)


def write_chart(
    form: tuple[FormSection, ...],
    progressions: tuple[str, ...],
    key: Key,
    timeline: Timeline,
    rng: np.random.Generator,
) -> Chart:
    """Choose progressions (verses one, choruses another, breaks a third) and close with a cadence to the tonic.

    The last section is the ending: all its bars but the last, or its only bar, carry the dominant.
    A pickup of a beat or more leads in with the dominant; a shorter one only starts the first chord early.
    """
    order = [progressions[i] for i in rng.permutation(len(progressions))]
    by_kind = {SectionKind.CHORUS: order[1 % len(order)], SectionKind.BREAK: order[2 % len(order)]}
    numerals: list[str] = []
    for section in form[:-1]:
        words = by_kind.get(section.kind, order[0]).split()
        numerals += [words[bar % len(words)] for bar in range(section.bars)]
    tonic_numeral = "i" if key.is_minor else "I"
    cadence = _dominant(key) if numerals else f"{tonic_numeral},{_dominant(key)}"
    numerals += [cadence] * max(1, form[-1].bars - 1)
    bars = tuple(_read_bar(word, key, timeline.beats_per_bar) for word in numerals)
    pickup = chord_in(key, _dominant(key)) if timeline.pickup_beats >= 1.0 else bars[0][0].chord
    return Chart(key, bars, pickup, chord_in(key, tonic_numeral))


def _dominant(key: Key) -> str:
    return {"dorian": "bVII", "mixolydian": "bVII", "phrygian": "bII"}.get(key.scale, "V7")


def _read_bar(word: str, key: Key, beats_per_bar: int) -> Bar:
    parts = word.split(",")
    beats = beats_per_bar / len(parts)
    return tuple(ChartChord(i * beats, beats, chord_in(key, numeral)) for i, numeral in enumerate(parts))
