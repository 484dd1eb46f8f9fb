"""How who plays anyway meets the hit points: what is near moves onto them, what sounds makes way, the tune leans in.

Nobody with a pitch falls silent for a hit, since rhythms that keep breaking off are no tune.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from kinescore.groovebox.arranger.hits import Accent, Weight
from kinescore.groovebox.score import Note
from kinescore.groovebox.theory.pitch import nearest_pitch

Tones = frozenset[int]

_FLAM_SECONDS = 0.05
_CLEARANCE_SECONDS = 0.07
_LONGEST_BREATH_SECONDS = 0.16
_BREATH_SECONDS = {Weight.STRONG: (_LONGEST_BREATH_SECONDS, 0.1), Weight.MEDIUM: (0.1, 0.06)}
"""How far around an accent it should be heard alone, before and after: what is held lets go, what starts is soft or, of
hats and hand percussion, left out."""
_SOFTENED = 0.6
_LET_GO_SECONDS = 0.1
"""What has begun is heard as long as this before it lets go."""
_SAME_MOMENT_SECONDS = 1e-6

_REACH_SECONDS = 0.1
"""So far a note of the tune moves onto a hit, though never to another step of the bar: the rhythm stays what it was."""
_APART_SECONDS = 0.09
"""Nor nearer than this to its neighbours: two notes so near are heard as one with an ornament."""
_MET_GAIN = {Weight.STRONG: 1.25, Weight.MEDIUM: 1.2, Weight.LIGHT: 1.15}
_LEAN_SEMITONES = 2
_GRACE_SECONDS = 0.07
_ROOM_FOR_GRACE_SECONDS = 0.2


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
    """Return the strokes of drums with a breath around each heavier accent, in which none begins; those on the accent
    itself, and pitches in `fixed`, stay."""
    heavy = _heavy(accents)
    times = [accent.time_s for accent in heavy]

    def is_in_a_breath(note: Note) -> bool:
        near = heavy[bisect(times, note.start_seconds - _LONGEST_BREATH_SECONDS) :][:2]
        return any(_is_in_breath(note, accent) for accent in near)

    return [note for note in notes if note.pitch in fixed or not is_in_a_breath(note)]


def making_way(notes: Iterable[Note], accents: Iterable[Accent], *, again: bool) -> list[Note]:
    """Return the notes as they make way for each heavier accent: held ones let go before it, those that start near it
    are soft.

    again: what was held is struck again with the accent, as chords are. Else it is over, and what starts softly right
    before the accent goes on under it, as the tune does: cut off there, its rhythm would be another.
    """
    heavy = _heavy(accents)
    times = [accent.time_s for accent in heavy]
    kept: list[Note] = []
    for note in notes:
        first = bisect(times, note.start_seconds - _LONGEST_BREATH_SECONDS)
        last = bisect(times, note.start_seconds + note.seconds + _LONGEST_BREATH_SECONDS)
        parts = [note]
        for accent in heavy[first:last]:
            parts = [left for part in parts for left in _beside(part, accent, again=again)]
        kept += parts
    return kept


def _heavy(accents: Iterable[Accent]) -> list[Accent]:
    return sorted((a for a in accents if a.weight is not Weight.LIGHT), key=lambda accent: accent.time_s)


def _is_in_breath(note: Note, accent: Accent) -> bool:
    before, after = _BREATH_SECONDS[accent.weight]
    offset = note.start_seconds - accent.time_s
    return abs(offset) > _SAME_MOMENT_SECONDS and -before - _CLEARANCE_SECONDS < offset < after


def _beside(note: Note, accent: Accent, *, again: bool) -> list[Note]:
    """What becomes of one note beside one accent."""
    before, _ = _BREATH_SECONDS[accent.weight]
    offset, end = note.start_seconds - accent.time_s, note.start_seconds + note.seconds
    if _is_in_breath(note, accent):
        room = min(note.seconds, max(_CLEARANCE_SECONDS, -offset)) if again and offset < 0 else note.seconds
        return [replace(note, seconds=room, velocity=_SOFTENED * note.velocity)]
    if offset >= -_SAME_MOMENT_SECONDS or end <= accent.time_s - before:
        return [note]
    let_go = replace(note, seconds=max(_LET_GO_SECONDS, -offset - before))
    if not again or end - accent.time_s < _CLEARANCE_SECONDS:
        return [let_go]
    return [let_go, replace(note, start_seconds=accent.time_s, seconds=end - accent.time_s)]


def meeting_hits(
    tune: list[Note],
    accents: Iterable[Accent],
    step_at: Callable[[float], tuple[int, int]],
    tones_at: Callable[[float], Tones],
    scale_at: Callable[[float], Tones],
) -> tuple[list[Note], list[Accent]]:
    """Bend a tune of one voice to the hit points: of each, heavy ones first, the nearest note moves onto it.

    What meets a heavier hit leans into a tone of the chord that is at most a whole tone off, and where there is room a
    grace note leads into a strong one. step_at: bar and sixteenth that a time is nearest to; tones_at, scale_at: pitch
    classes of the chord, and of tunes over it. Returns the tune in time order, and the light accents that it now
    marks, which need no marks of their own.
    """
    notes = sorted(tune, key=lambda n: n.start_seconds)
    starts = np.array([n.start_seconds for n in notes])
    met: dict[int, Accent] = {}
    order = list(Weight)
    for accent in sorted(accents, key=lambda a: (order.index(a.weight), a.time_s)):
        if not notes:
            break
        index = int(np.argmin(np.abs(starts - accent.time_s)))
        if index in met or not _may_move(starts, index, accent.time_s, step_at):
            continue
        notes[index] = _met(notes[index], accent, tones_at(accent.time_s))
        starts[index] = accent.time_s
        met[index] = accent
    for index in range(len(notes) - 1):
        room = notes[index + 1].start_seconds - notes[index].start_seconds
        notes[index] = replace(notes[index], seconds=min(notes[index].seconds, room))
    served = [accent for accent in met.values() if accent.weight is Weight.LIGHT]
    return _with_graces(notes, met, scale_at), served


def _may_move(starts: np.ndarray, index: int, time_s: float, step_at: Callable[[float], tuple[int, int]]) -> bool:
    start = float(starts[index])
    if abs(start - time_s) > _REACH_SECONDS or step_at(start) != step_at(time_s):
        return False
    before_ok = index == 0 or time_s - starts[index - 1] > _APART_SECONDS
    after_ok = index + 1 == len(starts) or starts[index + 1] - time_s > _APART_SECONDS
    return bool(before_ok and after_ok)


def _met(note: Note, accent: Accent, tones: Tones) -> Note:
    pitch = note.pitch if accent.weight is Weight.LIGHT else nearest_pitch(note.pitch, tones)
    pitch = pitch if abs(pitch - note.pitch) <= _LEAN_SEMITONES else note.pitch
    velocity = min(1.0, note.velocity * _MET_GAIN[accent.weight])
    return Note(accent.time_s, note.seconds, pitch, velocity)


def _with_graces(notes: list[Note], met: dict[int, Accent], scale_at: Callable[[float], Tones]) -> list[Note]:
    """Lead into the notes on strong hits from a step below."""
    graced: list[Note] = []
    for index, note in enumerate(notes):
        accent, start = met.get(index), note.start_seconds - _GRACE_SECONDS
        before = notes[index - 1].start_seconds if index else note.start_seconds
        if accent and accent.weight is Weight.STRONG and note.start_seconds - before >= _ROOM_FOR_GRACE_SECONDS:
            graced[-1] = replace(graced[-1], seconds=min(graced[-1].seconds, start - before))
            scale = scale_at(start)
            below = next(pitch for pitch in range(note.pitch - 1, note.pitch - 13, -1) if pitch % 12 in scale)
            graced.append(Note(start, _GRACE_SECONDS, below, _SOFTENED * note.velocity))
        graced.append(note)
    return graced
