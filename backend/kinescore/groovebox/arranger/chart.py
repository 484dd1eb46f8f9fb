"""The chord chart: which chord sounds when, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

import numpy as np

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.long_forms import lifted
from kinescore.groovebox.arranger.progressing import laid_over, runs_of
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.chord_grammar import draw_progressions
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
    """key: that the piece is in. bars: one entry per felt bar. pickup: the chord before the first downbeat. tonic:
    where the piece ends. away: the keys of those bars that are in another."""

    key: Key
    bars: tuple[Bar, ...]
    pickup: Chord
    tonic: Chord
    away: Mapping[int, Key] = field(default_factory=dict)

    def key_in(self, number: int) -> Key:
        """Return the key of a bar."""
        return self.away.get(number, self.key)

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

    A section after one of the same progression goes on with it; where both are no whole number of rounds they end with
    what leads to its beginning once more, and an intro that is none begins there. A piece that is shorter than a round
    changes chords twice a bar, unless bars are split or of two beats anyway.
    All bars of the ending but its last, or its only bar, carry the dominant, and so do those before the band enters.
    Past two minutes choruses may be in another key: the bar before is its dominant, and their own last bar leads home.
    A pickup of a beat or more leads in with the dominant; a shorter one only starts the first chord early.
    """
    verse, chorus, calm = draw_progressions(progressions, 3, rng)
    by_kind = {SectionKind.CHORUS: chorus, SectionKind.BREAK: calm}
    ending = form[-1] if form[-1].kind is SectionKind.ENDING else None
    numerals: list[str] = [_dominant(key)] * form[0].first_bar
    lifts, away = lifted(form, timeline, key, rng), dict[int, Key]()
    runs = runs_of(form[:-1] if ending else form, by_kind, lifts, timeline)
    for run in runs:
        words = iter(laid_over(run, by_kind.get(run[0].kind, verse).split(), timeline, is_all=len(runs) == 1))
        for section in run:
            if section in lifts:
                there = replace(key, tonic=(key.tonic + lifts[section]) % 12)
                away |= dict.fromkeys(range(section.first_bar, section.end_bar - 1), there)
                if section.first_bar > form[0].first_bar:
                    away[section.first_bar - 1], numerals[-1] = there, _dominant(key)
            numerals += islice(words, section.bars)
            if section in lifts:
                numerals[-1] = _dominant(key)
    tonic_numeral = "i" if key.is_minor else "I"
    cadence = _dominant(key) if numerals else f"{tonic_numeral},{_dominant(key)}"
    if ending:
        numerals += [cadence] * max(1, ending.bars - 1)
    bars = tuple(_read_bar(word, away.get(bar, key), timeline.beats_in(bar)) for bar, word in enumerate(numerals))
    pickup = chord_in(key, _dominant(key)) if timeline.pickup_beats >= 1.0 else bars[0][0].chord
    return Chart(key, bars, pickup, chord_in(key, tonic_numeral), away)


def _dominant(key: Key) -> str:
    return {"dorian": "bVII", "mixolydian": "bVII", "phrygian": "bII"}.get(key.scale, "V7")


def _read_bar(word: str, key: Key, beats: float) -> Bar:
    parts = word.split(",")
    even = [i * beats / len(parts) for i in range(len(parts) + 1)]
    edges = [0.0, 2.0, 3.0] if (len(parts), beats) == (2, 3) else even
    return tuple(ChartChord(a, b - a, chord_in(key, part)) for part, (a, b) in zip(parts, pairwise(edges), strict=True))
