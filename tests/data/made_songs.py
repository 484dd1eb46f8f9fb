"""MIDI files of music as others write them, made with mido."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import mido

TICKS = 96
BEATS = 48
"""Of a band's song: 24 s at 120 BPM."""


def write_song(
    path: Path, tracks: Sequence[mido.MidiTrack], tempi: Sequence[tuple[int, float]] = ((0, 120.0),), metre: int = 4
) -> Path:
    """Write a file of type 1. tempi: (beat from which, BPM). metre: what a beat is of a whole note, 1/n."""
    file = mido.MidiFile(ticks_per_beat=TICKS)
    first = mido.MidiTrack([mido.MetaMessage("time_signature", numerator=4, denominator=metre)])
    tick = 0
    for beat, bpm in tempi:
        first.append(mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(bpm), time=beat * TICKS - tick))
        tick = beat * TICKS
    file.tracks.extend([first, *tracks])
    path.parent.mkdir(parents=True, exist_ok=True)
    file.save(path)
    return path


def track(
    notes: Sequence[tuple[float, float, int]], name: str = "", program: int = 0, channel: int = 0
) -> mido.MidiTrack:
    """Return a track. notes: (beat, beats, pitch)."""
    events = sorted(
        (round(when * TICKS), kind, pitch)
        for start, beats, pitch in notes
        for kind, when in (("note_on", start), ("note_off", start + beats))
    )
    made = mido.MidiTrack([mido.MetaMessage("track_name", name=name)])
    made.append(mido.Message("program_change", program=program, channel=channel))
    tick = 0
    for when, kind, pitch in events:
        made.append(mido.Message(kind, note=pitch, velocity=80, channel=channel, time=when - tick))
        tick = when
    return made


def band() -> list[mido.MidiTrack]:
    """A tune in D major over chords, bass and drums, BEATS long."""
    tune = (62, 66, 69, 66, 67, 69, 71, 73, 74, 73, 69, 66, 64, 66, 64, 62)
    drums = [(beat, 0.1, 36 if beat % 2 == 0 else 38) for beat in range(BEATS)]
    chords = [(beat, 3.9, pitch) for beat in range(0, BEATS, 4) for pitch in (62, 66, 69)]
    return [
        track(drums, "kit", channel=9),
        track([(beat, 0.9, 38) for beat in range(0, BEATS, 2)], "low", program=33, channel=1),
        track(chords, "keys", channel=2),
        track([(beat, 0.9, tune[beat % 16] + 12) for beat in range(BEATS)], "flute", program=73, channel=3),
    ]
