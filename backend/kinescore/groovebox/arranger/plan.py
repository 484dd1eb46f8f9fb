"""Everything that all players of a piece must agree on before the first note."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kinescore.form.form import Ending, Start
from kinescore.groovebox.arranger.chart import Chart
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.in_metre import in_metre
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.notation import Step, Swing, read_bar
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import Style
from kinescore.groovebox.theory.chords import melody_tones

LEAD_INS = (Start.COUNT_IN, Start.PICK_UP)
_JITTER_SECONDS = 0.003
_VELOCITY_SPREAD = 0.04
_SHORTEST_NOTE_SECONDS = 0.03


@dataclass(frozen=True)
class Plan:
    """form covers the felt bars from the band's entry up to the last chord, which starts at `final_seconds`; where the
    end of the piece is meant, there is none. ending, start: as asked for."""

    style: Style
    timeline: Timeline
    form: tuple[FormSection, ...]
    chart: Chart
    final_seconds: float
    seed: int
    ending: Ending | None = None
    start: Start | None = None
    variation: int = 0

    @property
    def entry_seconds(self) -> float:
        """When the band enters: 0, or after its count-in or pick-up."""
        return self.timeline.at(self.form[0].first_bar, 0) if self.start in LEAD_INS else 0.0

    @property
    def loops(self) -> bool:
        """Whether the end runs into the beginning."""
        return self.ending is Ending.LOOP

    def rng(self, name: str) -> np.random.Generator:
        """Return the random generator of one player: changing one player leaves the others' draws alone."""
        drawn_from = [self.seed, zlib.crc32(f"{self.style.name}: {name}".encode())]
        return np.random.default_rng([*drawn_from, self.variation] if self.variation else drawn_from)

    def by_metre(self) -> Iterator[Plan]:
        """Yield the plan once for each metre of the piece, with the style in it: it then has the bars of that metre."""
        for metre in dict.fromkeys(bar.metre for bar in self.timeline.felt):
            yield replace(self, style=in_metre(self.style, metre))

    def played_bars(self) -> Iterator[tuple[int, FormSection]]:
        """Yield every felt bar of the style's metre that starts before the last chord, with its section."""
        for section in self.form:
            for bar in range(section.first_bar, section.end_bar):
                of_this = self.timeline.metre_of(bar) is self.style.metre
                if of_this and self.timeline.at(bar, 0) < self.final_seconds - 1e-9:
                    yield bar, section

    @property
    def opens(self) -> bool:
        """Whether the band enters in the style's metre."""
        return self.timeline.metre_of(self.form[0].first_bar) is self.style.metre

    def steps(self, pattern: str, bar: int, swung: float = 1.0) -> tuple[Step, ...]:
        """Return what a written rhythm of the style has in a felt bar. swung: part of the style's swing."""
        swing = self.style.swing.flattened(swung)
        return read_bar(pattern, bar, self.timeline.beats_in(bar), swing, self.style.metre.beats)

    @property
    def tune_swing(self) -> Swing:
        """How far tunes swing."""
        return self.style.swing.flattened(self.style.pocket.melody_swing)

    def in_pocket(self, notes: list[Note], late_seconds: float, fixed: frozenset[int] = frozenset()) -> list[Note]:
        """Return the notes so much later, but none before the band's entry, and none of what leads into it; pitches in
        `fixed` stay."""
        entry = self.entry_seconds

        def moved(note: Note) -> Note:
            if note.pitch in fixed or note.start_seconds < entry:
                return note
            return replace(note, start_seconds=max(entry, note.start_seconds + late_seconds))

        return [moved(note) for note in notes] if late_seconds else notes

    def tones_at(self, time_s: float) -> frozenset[int]:
        """Return the pitch classes of the chord that sounds at a time, s."""
        bar, beat = self.timeline.position(time_s)
        return self.chart.at(bar, beat + 0.1).pitch_classes

    def scale_at(self, time_s: float) -> frozenset[int]:
        """Return the pitch classes of tunes over the chord that sounds at a time, s."""
        bar, beat = self.timeline.position(time_s)
        return melody_tones(self.chart.key_in(bar), self.chart.at(bar, beat))

    def step_at(self, time_s: float) -> tuple[int, int]:
        """Return bar and step, sixteenths in simple metre, on which a tune's note at `time_s` is written."""
        bar, beat = self.timeline.position(time_s)
        steps = 2 * self.timeline.metre_of(bar).subdivision
        step = round(self.tune_swing.written(beat) * steps)
        return (bar, step) if step < self.timeline.beats_in(bar) * steps else (bar + 1, 0)

    def next_section(self, section: FormSection) -> FormSection | None:
        """Return the section after `section`."""
        return next((other for other in self.form if other.first_bar == section.end_bar), None)

    def note(self, bar: int, beat: float, beats: float, pitch: int, velocity: float) -> Note:
        """Return a note at a felt position."""
        start = self.timeline.at(bar, beat)
        seconds = max(_SHORTEST_NOTE_SECONDS, self.timeline.at(bar, beat + beats) - start)
        return Note(start, seconds, pitch, min(1.0, max(0.05, velocity)))

    def before_the_end(self, notes: list[Note]) -> list[Note]:
        """Return the notes that start clear of the last chord, cut where it starts."""
        kept = (note for note in notes if note.start_seconds < self.final_seconds - _SHORTEST_NOTE_SECONDS)
        return [replace(n, seconds=min(n.seconds, self.final_seconds - n.start_seconds)) for n in kept]


def level_gain(level: int) -> float:
    """How hard everyone plays at a level."""
    return 0.79 + 0.07 * level


def humanised(note: Note, rng: np.random.Generator, *, moves: bool) -> Note:
    """Return the note as a person plays it: never twice equally loud and, where it `moves`, a few ms late."""
    velocity = min(1.0, max(0.05, note.velocity + float(rng.normal(0.0, _VELOCITY_SPREAD))))
    late = min(abs(float(rng.normal(0.0, _JITTER_SECONDS))), 3 * _JITTER_SECONDS) if moves else 0.0
    return Note(note.start_seconds + late, note.seconds, note.pitch, velocity)


def without_overlaps(notes: list[Note], seconds: float) -> tuple[Note, ...]:
    """Return the notes in time order, inside the piece, no pitch sounding twice at once (the louder of twins stays)."""
    kept: list[Note] = []
    latest: dict[int, int] = {}
    for note in sorted(notes, key=lambda n: (n.start_seconds, n.pitch, -n.velocity)):
        end = min(note.start_seconds + note.seconds, seconds)
        if note.start_seconds < 0 or end - note.start_seconds <= 0:
            continue
        note = Note(note.start_seconds, end - note.start_seconds, note.pitch, note.velocity)
        if note.pitch in latest:
            before = kept[latest[note.pitch]]
            gap = note.start_seconds - before.start_seconds
            if gap < _SHORTEST_NOTE_SECONDS:
                continue
            if gap < before.seconds:
                kept[latest[note.pitch]] = Note(before.start_seconds, gap, before.pitch, before.velocity)
        latest[note.pitch] = len(kept)
        kept.append(note)
    return tuple(kept)
