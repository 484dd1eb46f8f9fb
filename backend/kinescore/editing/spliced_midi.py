"""The notes of one MIDI file within those of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kinescore.exchange.picture_midi import midi_for, seconds_of
from kinescore.files.standard_midi import (
    KEY_SIGNATURE,
    TEMPO,
    TRACK_NAME,
    Event,
    is_meta,
    meta,
    meta_data,
    midi_file,
    read_tracks,
    tempo,
)
from kinescore.take import Take

TICKS_PER_QUARTER, QUARTER_US = 24_000, 500_000
"""48 ticks to the millisecond, before the take's own tempo map counts them anew."""
SHORTEST_SECONDS = 0.01
TICK_SECONDS = 0.002
"""So much before an edge a note begins at it: ticks are rounded."""


@dataclass(frozen=True)
class _Sung:
    """A note from `start` to `end` s. on: its channel and pitch, velocity last."""

    start: float
    end: float
    on: bytes


@dataclass
class _Part:
    """setup: programs, controllers and the like, all before the first note. notes: in order of their starts."""

    setup: list[bytes] = field(default_factory=list)
    notes: list[_Sung] = field(default_factory=list)


def spliced_midi(old: bytes, new: bytes, begin: float, end: float, new_starts: float, take: Take) -> bytes:
    """Return the notes of `old` outside of [begin, end) s and those of `new`, which starts `new_starts` s into it,
    inside; notes that reach over an edge end there. Parts of one name are one. Tempo and metre are those of `take`.

    Raises MidiError for what is no MIDI.
    """
    parts, key = _parts(old, 0.0)
    fresh, _ = _parts(new, new_starts)
    for part in parts.values():
        part.notes = _cut(part.notes, 0.0, begin) + _cut(part.notes, end, float("inf"))
    for name, part in fresh.items():
        own = parts.setdefault(name, _Part(part.setup))
        own.notes = sorted([*own.notes, *_cut(part.notes, begin, end)], key=lambda note: note.start)
    tracks = [_track(name, part) for name, part in parts.items() if part.notes]
    conductor: list[Event] = [(0, 0, tempo(QUARTER_US)), *((0, 1, event) for event in key)]
    raw = midi_file([conductor, *tracks], TICKS_PER_QUARTER, _ticks(take.audio.seconds))
    return midi_for(
        Take(take.audio, take.beats, take.downbeats, take.tempo_bpm, take.sections, midi=raw, metres=take.metres), ()
    )


def _cut(notes: list[_Sung], begin: float, end: float) -> list[_Sung]:
    """The notes that start in [begin, end) s, none longer than until its end."""
    inside = (note for note in notes if begin - TICK_SECONDS <= note.start < end - TICK_SECONDS)
    cut = (_Sung(note.start, min(note.end, end), note.on) for note in inside)
    return [note for note in cut if note.end - note.start >= SHORTEST_SECONDS or note.end < end]


def _parts(midi: bytes, shift: float) -> tuple[dict[str, _Part], list[bytes]]:
    """The parts of a file by name, later by `shift` s, and the key signatures of its first track."""
    division, tracks = read_tracks(midi)
    conductor = tracks[0] if tracks else []
    seconds = seconds_of(conductor, division)
    parts: dict[str, _Part] = {}
    for number, track in enumerate(tracks[1:]):
        names = [meta_data(event).decode(errors="replace") for _, event in track if is_meta(event, TRACK_NAME)]
        parts[names[0] if names else f"part {number + 1}"] = _part_of(track, seconds, shift)
    return parts, [event for _, event in conductor if is_meta(event, KEY_SIGNATURE)]


def _part_of(track: list[tuple[int, bytes]], seconds: Callable[[int], float], shift: float) -> _Part:
    part, open_notes = _Part(), {}
    for tick, event in track:
        kind, at = event[0] & 0xF0, seconds(tick) + shift
        if kind == 0x90 and event[2] > 0:
            open_notes[event[0] & 0x0F, event[1]] = (at, event)
        elif kind in (0x80, 0x90):
            start, on = open_notes.pop((event[0] & 0x0F, event[1]), (at, b""))
            part.notes += [_Sung(start, at, on)] if on else []
        elif not is_meta(event, TRACK_NAME, TEMPO):
            part.setup.append(event)
    return part


def _track(name: str, part: _Part) -> list[Event]:
    events: list[Event] = [(0, 0, meta(TRACK_NAME, name.encode())), *((0, 1, event) for event in part.setup)]
    for note in part.notes:
        start = _ticks(note.start)
        events.append((start, 3, note.on))
        events.append((max(start + 1, _ticks(note.end)), 2, bytes([0x80 | note.on[0] & 0x0F, note.on[1], 0])))
    return events


def _ticks(seconds: float) -> int:
    return round(seconds * 1e6 / QUARTER_US * TICKS_PER_QUARTER)
