"""A take as a Standard MIDI File for the picture: its tempo map, sections and hit points, and the notes it has.

The notes of an engine are written anew against the take's own beats, whatever tempo the engine's file counts in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kinescore.exchange.cues import Cue
from kinescore.exchange.tempo_clock import TICKS_PER_QUARTER, TempoClock, clock_of
from kinescore.files.standard_midi import (
    CUE_POINT,
    MARKER,
    TEMPO,
    TIME_SIGNATURE,
    TRACK_NAME,
    Event,
    is_meta,
    meta,
    meta_data,
    midi_file,
    read_tracks,
)
from kinescore.take import Take

UNSAID_TEMPO_US = 500_000
"""Microseconds in a quarter note where a file names no tempo."""


def midi_for(take: Take, hits: Iterable[Cue]) -> bytes:
    """Return the file. Track 0: tempo, metre, sections and hits as markers, hits also as cue points with their weight;
    then the tracks of the take's notes. Raises MidiError where those are no MIDI."""
    clock = clock_of(take.grid)
    notes, key = _notes(take.midi, clock) if take.midi else ([], [])
    name = (0, 0, meta(TRACK_NAME, b"Kinescore"))
    sections = [(clock.ticks(s.start_seconds), 4, meta(MARKER, s.name.encode())) for s in take.sections]
    marks = [event for cue in hits for event in _marks(cue, clock)]
    conductor = [name, *clock.events(), *key, *sections, *marks]
    return midi_file([conductor, *notes], TICKS_PER_QUARTER, clock.ticks(take.audio.seconds))


def _marks(cue: Cue, clock: TempoClock) -> list[Event]:
    tick = clock.ticks(cue.time_s)
    told = f"{cue.name} {cue.weight:.2f}"
    return [(tick, 5, meta(MARKER, cue.name.encode())), (tick, 6, meta(CUE_POINT, told.encode()))]


def _notes(midi: bytes, clock: TempoClock) -> tuple[list[list[Event]], list[Event]]:
    """The tracks of a file that play, and what else its first track says that is not said anew."""
    division, tracks = read_tracks(midi)
    seconds = seconds_of(tracks[0] if tracks else [], division)

    def moved(track: Iterable[tuple[int, bytes]]) -> list[Event]:
        return [(clock.ticks(seconds(tick)), order, event) for order, (tick, event) in enumerate(track)]

    said = (TEMPO, TIME_SIGNATURE, MARKER, CUE_POINT, TRACK_NAME)
    kept = [event for event in (tracks[0] if tracks else []) if not is_meta(event[1], *said)]
    plays = [[event for event in track if not is_meta(event[1], TEMPO, TIME_SIGNATURE)] for track in tracks[1:]]
    return [moved(track) for track in plays], [(tick, 3, event) for tick, _, event in moved(kept)]


def seconds_of(conductor: Iterable[tuple[int, bytes]], division: int) -> Callable[[int], float]:
    """Return what turns ticks into seconds, by the tempi of a file's first track."""
    starts = [(0, 0.0, UNSAID_TEMPO_US)]
    for tick, event in conductor:
        if is_meta(event, TEMPO):
            last, at, per_quarter = starts[-1]
            at += (tick - last) * per_quarter / division / 1e6
            starts.append((tick, at, int.from_bytes(meta_data(event), "big")))

    def seconds(tick: int) -> float:
        last, at, per_quarter = next(start for start in reversed(starts) if start[0] <= tick)
        return at + (tick - last) * per_quarter / division / 1e6

    return seconds
