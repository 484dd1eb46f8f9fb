"""Everything that all players of a piece must agree on before the first note."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kinescore.groovebox.arranger.chart import Chart
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import Style

_JITTER_SECONDS = 0.003
_VELOCITY_SPREAD = 0.04
_SHORTEST_NOTE_SECONDS = 0.03


@dataclass(frozen=True)
class Plan:
    """form covers the felt bars up to the last chord, which starts at `final_seconds`."""

    style: Style
    timeline: Timeline
    form: tuple[FormSection, ...]
    chart: Chart
    final_seconds: float
    seed: int

    def rng(self, name: str) -> np.random.Generator:
        """Return the random generator of one player: changing one player leaves the others' draws alone."""
        return np.random.default_rng([self.seed, zlib.crc32(f"{self.style.name}: {name}".encode())])

    def played_bars(self) -> Iterator[tuple[int, FormSection]]:
        """Yield every felt bar that starts before the last chord, with its section."""
        for section in self.form:
            for bar in range(section.first_bar, section.end_bar):
                if self.timeline.at(bar, 0) < self.final_seconds - 1e-9:
                    yield bar, section

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
