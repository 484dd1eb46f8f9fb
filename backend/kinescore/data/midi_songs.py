"""Music that others wrote, from Standard MIDI Files: its notes, voice by voice, and when its beats fall.

Beats are the file's quarter notes, or those of a file of beats beside it (see `known_beats`), which music needs that
was recorded without a click.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np
from mido.midifiles.meta import KeySignatureError
from numpy.typing import NDArray

from kinescore.data.known_beats import told_beats
from kinescore.errors import DataError
from kinescore.groovebox.score import Note

MOST_BYTES = 4_000_000
MOST_SECONDS = 3600.0
DRUM_CHANNEL = 9
_MICROSECONDS_A_QUARTER = 500_000
"""As the standard has it where a file says nothing: 120 BPM."""
_FASTEST = 60_000


@dataclass(frozen=True)
class Voice:
    """One instrument of one track. program: 0..127 of General MIDI. notes: in time order, s."""

    track: str
    program: int
    is_drums: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Song:
    """What a file holds. voices: those with notes. beats: [N] s, increasing, N > 1."""

    voices: tuple[Voice, ...]
    beats: NDArray[np.float64]


def read_song(path: Path) -> Song:
    """Read a file.

    Raises DataError, saying why, for a file that is no MIDI file or too large, has no notes, whose tracks are songs of
    their own (type 2), or whose beat is no quarter note.
    """
    if path.stat().st_size > MOST_BYTES:
        raise DataError(f"{path.name} is larger than {MOST_BYTES / 1e6:.0f} MB, which no MIDI file of one song is.")
    try:
        file = mido.MidiFile(path, clip=True)
    except (OSError, EOFError, ValueError, IndexError, KeyError, KeySignatureError) as error:
        raise DataError(f"{path.name} is no MIDI file that can be read ({error or type(error).__name__}).") from error
    if file.type == 2 or file.ticks_per_beat <= 0:
        raise DataError(f"{path.name} keeps several songs, or another time than beats.", "Save it as type 0 or 1.")
    _require_quarters(file, path.name)
    clock = _Clock(file)
    voices = tuple(voice for track in file.tracks for voice in _voices(track, clock))
    if not voices:
        raise DataError(f"There are no notes in {path.name}.")
    end = max(note.start_seconds + note.seconds for voice in voices for note in voice.notes)
    if end > MOST_SECONDS:
        raise DataError(f"{path.name} lasts longer than {MOST_SECONDS / 60:.0f} minutes.")
    told = told_beats(path)
    return Song(voices, clock.quarters(end) if told is None else told)


class _Clock:
    """Ticks -> seconds, by the changes of tempo of all tracks."""

    def __init__(self, file: mido.MidiFile) -> None:
        changes = {0: _MICROSECONDS_A_QUARTER}
        for track in file.tracks:
            changes |= {tick: message.tempo for tick, message in _timed(track) if message.type == "set_tempo"}
        if min(changes.values()) < _FASTEST:
            raise DataError(
                f"{Path(file.filename).name} has a tempo above {60e6 / _FASTEST:.0f} BPM, not played by people."
            )
        ticks = sorted(changes)
        self._resolution = file.ticks_per_beat
        self._ticks = np.array(ticks, np.float64)
        self._seconds_a_tick = np.array([changes[tick] for tick in ticks]) / 1e6 / self._resolution
        self._starts = np.concatenate([[0.0], np.cumsum(np.diff(self._ticks) * self._seconds_a_tick[:-1])])

    def seconds(self, ticks: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return [N] s of [N] ticks."""
        place = np.searchsorted(self._ticks, ticks, "right") - 1
        return self._starts[place] + (ticks - self._ticks[place]) * self._seconds_a_tick[place]

    def quarters(self, end: float) -> NDArray[np.float64]:
        """Return the quarter notes [N] s, until one lies after `end`."""
        place = int(np.searchsorted(self._starts, end, "right")) - 1
        tick = self._ticks[place] + (end - self._starts[place]) / self._seconds_a_tick[place]
        return self.seconds(np.arange(int(tick) // self._resolution + 2) * float(self._resolution))


def _timed(track: Iterable[mido.Message]) -> Iterable[tuple[int, mido.Message]]:
    tick = 0
    for message in track:
        tick += message.time
        yield tick, message


def _require_quarters(file: mido.MidiFile, name: str) -> None:
    for track in file.tracks:
        for message in track:
            if message.type == "time_signature" and message.denominator != 4:
                raise DataError(
                    f"{name} is in {message.numerator}/{message.denominator}: its beat is no quarter note.",
                    "Only music in quarter notes is learnt from.",
                )


def _voices(track: mido.MidiTrack, clock: _Clock) -> list[Voice]:
    """The voices of a track, one a channel and program."""
    programs = [0] * 16
    sounding: dict[tuple[int, int], tuple[int, int, int]] = {}
    spans: defaultdict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
    for tick, message in _timed(track):
        if message.type == "program_change":
            programs[message.channel] = message.program
        if message.type not in ("note_on", "note_off"):
            continue
        begun = sounding.pop((message.channel, message.note), None)
        if begun is not None and tick > begun[0]:
            spans[message.channel, begun[2]].append((begun[0], tick, message.note, begun[1]))
        if message.type == "note_on" and message.velocity:
            sounding[message.channel, message.note] = (tick, message.velocity, programs[message.channel])
    return [
        Voice(track.name, program, channel == DRUM_CHANNEL, _notes(found, clock))
        for (channel, program), found in sorted(spans.items())
    ]


def _notes(spans: list[tuple[int, int, int, int]], clock: _Clock) -> tuple[Note, ...]:
    spans = sorted(spans)
    starts, ends = (clock.seconds(np.array([span[side] for span in spans], np.float64)) for side in (0, 1))
    return tuple(
        Note(float(start), float(end - start), pitch, velocity / 127.0)
        for start, end, (_, _, pitch, velocity) in zip(starts, ends, spans, strict=True)
    )
