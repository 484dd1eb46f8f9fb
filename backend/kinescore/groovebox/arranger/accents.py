"""Marks on hit points: crashes and chords on strong ones, chords on medium ones, a tone or the tune's own note on light
ones. Also the risers and falls between sections."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from kinescore.groovebox.arranger.hits import Accent, Weight
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.patterns.grooves import GM_KEYS
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.theory.pitch import nearest_pitch
from kinescore.groovebox.theory.voicing import lead_voices

CYMBALS = "cymbals"
"""Key of the drum kit's own notes among the accents."""

_LEAD_IN = frozenset({"cymbal_swell", "riser"})
"""Instruments whose sound peaks at the end of the note."""

_ONE_PITCH = frozenset({"orchestra_hit"})
"""Instruments that sound a whole chord by themselves."""

_RETIME_SECONDS = 0.1
_FLAM_SECONDS = 0.05
_CLEARANCE_SECONDS = 0.07
_LONGEST_BREATH_SECONDS = 0.16
_BREATH_SECONDS = {Weight.STRONG: (_LONGEST_BREATH_SECONDS, 0.1), Weight.MEDIUM: (0.1, 0.06)}
"""Silence around an accent in all but kick, snare and bass: an accent is heard against what it interrupts."""
_RETIMED_GAIN = 1.15
_CYMBAL_GAIN = 0.95
_SAME_MOMENT_SECONDS = 1e-6
_CHORD_CENTRE, _LIGHT_CENTRE, _ROOT_CENTRE = 64, 79, 54
_LENGTH_PULSES = {Weight.STRONG: 0.9, Weight.MEDIUM: 0.45, Weight.LIGHT: 0.3}
_VELOCITY = {Weight.STRONG: 0.95, Weight.MEDIUM: 0.8, Weight.LIGHT: 0.72}

Notes = dict[str, list[Note]]


@dataclass(frozen=True)
class AccentCast:
    """Instruments for this piece: noise under strong hits (None: none), chords, single tones. has_cymbals: a drum kit
    is at hand."""

    noise: str | None
    chord: str
    light: str
    has_cymbals: bool


def play_accents(plan: Plan, cast: AccentCast, accents: Iterable[Accent]) -> Notes:
    """Return notes by instrument that mark each accent at exactly its time."""
    notes: Notes = defaultdict(list)
    for accent in accents:
        bar, beat = plan.timeline.position(accent.time_s)
        chord = plan.chart.at(bar, beat + 0.1)
        seconds = _LENGTH_PULSES[accent.weight] * plan.timeline.pulse_seconds
        seconds = min(seconds, plan.final_seconds - accent.time_s)
        velocity = _VELOCITY[accent.weight] * (0.85 + 0.15 * accent.hit.weight)
        if accent.weight is Weight.LIGHT:
            pitch = nearest_pitch(_LIGHT_CENTRE, chord.pitch_classes)
            notes[cast.light].append(Note(accent.time_s, seconds, pitch, velocity))
            continue
        if cast.chord in _ONE_PITCH:
            pitches: tuple[int, ...] = (nearest_pitch(_ROOT_CENTRE, frozenset({chord.root})),)
        else:
            pitches = lead_voices([chord], _CHORD_CENTRE)[0]
        notes[cast.chord] += [Note(accent.time_s, seconds, pitch, velocity) for pitch in pitches]
        if accent.weight is Weight.STRONG:
            _add_noise(plan, cast, accent, notes)
        if cast.has_cymbals:
            notes[CYMBALS].append(Note(accent.time_s, 2 * seconds, GM_KEYS["crash2"], _CYMBAL_GAIN * velocity))
    return notes


def _add_noise(plan: Plan, cast: AccentCast, accent: Accent, notes: Notes) -> None:
    pulse, velocity = plan.timeline.pulse_seconds, 0.7 + 0.3 * accent.hit.weight
    root = 36 + plan.chart.key.tonic
    if cast.noise in _LEAD_IN:
        lead = min(pulse, accent.time_s)
        if lead > 0.1:
            notes[cast.noise].append(Note(accent.time_s - lead, lead, root, velocity * 0.8))
    elif cast.noise:
        notes[cast.noise].append(Note(accent.time_s, pulse, root, velocity))


def drawn_to_accents(notes: list[Note], accents: Iterable[Accent], fixed: frozenset[int] = frozenset()) -> list[Note]:
    """Return the notes with those that would flam against an accent moved onto it; pitches in `fixed` stay."""
    marks = [accent.time_s for accent in accents if accent.weight is not Weight.LIGHT]
    drawn = []
    for note in notes:
        nearest = marks[max(0, bisect(marks, note.start_seconds) - 1) :][:2]
        mark = min(nearest, key=lambda time_s: abs(time_s - note.start_seconds), default=note.start_seconds)
        if note.pitch not in fixed and abs(mark - note.start_seconds) <= _FLAM_SECONDS:
            end = note.start_seconds + note.seconds
            note = replace(note, start_seconds=mark, seconds=max(_CLEARANCE_SECONDS, end - mark))
        drawn.append(note)
    return drawn


def breathing(notes: Iterable[Note], accents: Iterable[Accent], fixed: frozenset[int] = frozenset()) -> list[Note]:
    """Return the notes with a breath around each heavier accent: none starts in it, held ones let go before it and are
    struck again with it. What sounds on the accent itself, and pitches in `fixed`, stay."""
    heavy = sorted((a for a in accents if a.weight is not Weight.LIGHT), key=lambda accent: accent.time_s)
    times = [accent.time_s for accent in heavy]
    kept: list[Note] = []
    for note in notes:
        first = bisect(times, note.start_seconds - _LONGEST_BREATH_SECONDS)
        last = bisect(times, note.start_seconds + note.seconds + _LONGEST_BREATH_SECONDS)
        parts = [note]
        for accent in heavy[first:last]:
            parts = [left for part in parts for left in _around(part, accent, fixed)]
        kept += parts
    return kept


def _around(note: Note, accent: Accent, fixed: frozenset[int]) -> list[Note]:
    """What is left of one note beside one accent."""
    before, after = _BREATH_SECONDS[accent.weight]
    offset, end = note.start_seconds - accent.time_s, note.start_seconds + note.seconds
    if note.pitch in fixed or offset >= after or abs(offset) <= _SAME_MOMENT_SECONDS or end <= accent.time_s - before:
        return [note]
    if offset > -before - _CLEARANCE_SECONDS:
        return []
    let_go = replace(note, seconds=-offset - before)
    if end - accent.time_s < _CLEARANCE_SECONDS:
        return [let_go]
    return [let_go, replace(note, start_seconds=accent.time_s, seconds=end - accent.time_s)]


def retime_to_hits(tune: list[Note], accents: Iterable[Accent]) -> tuple[list[Note], list[Accent]]:
    """Move notes of a single-voiced tune onto light accents close by.

    Returns the tune in time order and the accents that it now marks; the rest need marks of their own.
    """
    notes = sorted(tune, key=lambda n: n.start_seconds)
    starts = np.array([n.start_seconds for n in notes])
    served: list[Accent] = []
    moved: set[int] = set()
    for accent in accents:
        if accent.weight is not Weight.LIGHT or not notes:
            continue
        index = int(np.argmin(np.abs(starts - accent.time_s)))
        if index in moved or not _may_move(notes, index, accent.time_s):
            continue
        note = notes[index]
        end = max(note.start_seconds + note.seconds, accent.time_s + _CLEARANCE_SECONDS)
        velocity = min(1.0, note.velocity * _RETIMED_GAIN)
        notes[index] = Note(accent.time_s, end - accent.time_s, note.pitch, velocity)
        starts[index] = accent.time_s
        moved.add(index)
        served.append(accent)
        if index:
            before = notes[index - 1]
            room = accent.time_s - before.start_seconds
            notes[index - 1] = replace(before, seconds=min(before.seconds, room))
    return notes, served


def _may_move(notes: list[Note], index: int, time_s: float) -> bool:
    if abs(notes[index].start_seconds - time_s) > _RETIME_SECONDS:
        return False
    before_ok = index == 0 or time_s - notes[index - 1].start_seconds > _CLEARANCE_SECONDS
    after_ok = index + 1 == len(notes) or notes[index + 1].start_seconds - time_s > _CLEARANCE_SECONDS
    return before_ok and after_ok


def play_transitions(plan: Plan) -> Notes:
    """Return risers into louder choruses and falls into breaks, for styles that use them."""
    notes: Notes = defaultdict(list)
    if not plan.style.risers:
        return notes
    pitch = 60 + plan.chart.key.tonic
    for before, section in pairwise(plan.form):
        start = plan.timeline.at(section.first_bar, 0)
        if section.kind is SectionKind.CHORUS and section.level > before.level:
            bars = 2 if before.bars >= 4 else 1
            lead = start - plan.timeline.at(section.first_bar - min(bars, before.bars), 0)
            notes["riser"].append(Note(start - lead, lead, pitch, 0.7))
        elif section.kind is SectionKind.BREAK:
            length = min(plan.timeline.pulse_seconds * 4, plan.final_seconds - start)
            notes["downlifter"].append(Note(start, length, pitch, 0.65))
    return notes
