"""A score as a Standard MIDI File (format 1, RP-001), written byte by byte.

Track 0 carries tempi, metres, key and section markers; then one track per part, drums on channel 10. Ticks are counted
from exact seconds over the tempi as MIDI rounds them (see `exchange.tempo_clock`), so notes never drift: each is within
half a tick of the score.
"""

from __future__ import annotations

import struct

from kinescore.dance.beat_grid import BeatGrid
from kinescore.exchange.tempo_clock import TICKS_PER_QUARTER, TempoClock, clock_of
from kinescore.files.standard_midi import (
    KEY_SIGNATURE,
    MARKER,
    TRACK_NAME,
    Event,
    meta,
    midi_file,
)
from kinescore.groovebox.score import Part, Score

DRUM_CHANNEL = 9

PROGRAMS: dict[str, int] = {
    "dusty_piano": 3, "dusty_keys": 4, "vinyl": 122,
    "piano": 0, "electric_piano": 4, "vibraphone": 11, "marimba": 12, "bell": 14, "organ": 16, "clean_guitar": 27,
    "muted_guitar": 28, "driven_guitar": 30, "upright_bass": 32, "electric_bass": 33, "slap_bass": 36, "acid_bass": 38,
    "synth_bass": 38, "sub_bass": 39, "violin": 40, "harp": 46, "string_section": 48, "choir": 52, "orchestra_hit": 55,
    "trumpet": 56, "brass_section": 61, "saxophone": 65, "flute": 73, "whistle_lead": 78, "square_lead": 80,
    "saw_lead": 81, "stab": 62, "pluck": 84, "warm_pad": 89, "supersaw": 90, "glass_pad": 92, "riser": 97,
    "acoustic_guitar": 25, "nylon_guitar": 24, "banjo": 105, "pizzicato": 45, "harpsichord": 6, "koto": 107,
    "accordion": 21, "downlifter": 97, "cymbal_swell": 119, "impact": 118,
}  # fmt: skip
"""General MIDI programs (from 0) that come nearest to the band's instruments; kits are on the drum channel."""

_SHARPS = {"C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5, "F#": 6, "C#": 7, "F": -1, "Bb": -2, "Eb": -3, "Ab": -4,
           "Db": -5, "Gb": -6, "Cb": -7}  # fmt: skip
_MINOR_SHARPS = {"A": 0, "E": 1, "B": 2, "F#": 3, "C#": 4, "G#": 5, "D#": 6, "D": -1, "G": -2, "C": -3, "F": -4,
                 "Bb": -5, "Eb": -6, "A#": 7, "Ab": -7}  # fmt: skip


def midi_bytes(score: Score) -> bytes:
    """Return the score as a Standard MIDI File."""
    clock = clock_of(BeatGrid(score.beats, score.downbeats, score.tempo_bpm, (), 1.0, 1.0, score.metres))
    tracks = [_conductor(score, clock)]
    channels = iter([c for c in range(16) if c != DRUM_CHANNEL])
    for part in score.parts:
        channel = next(channels, 15) if part.instrument in PROGRAMS else DRUM_CHANNEL
        tracks.append(_part_track(part, channel, clock, score.seconds))
    return midi_file(tracks, TICKS_PER_QUARTER, clock.ticks(score.seconds))


def _conductor(score: Score, clock: TempoClock) -> list[Event]:
    events = [(0, 0, meta(TRACK_NAME, f"Kinescore, {score.key}".encode()))]
    events += clock.events()
    tonic, mode = score.key.split()
    sharps = (_MINOR_SHARPS if mode == "minor" else _SHARPS)[tonic]
    events.append((0, 3, meta(KEY_SIGNATURE, struct.pack("bB", sharps, mode == "minor"))))
    for section in score.sections:
        events.append((clock.ticks(section.start_seconds), 4, meta(MARKER, section.name.encode())))
    return events


def _part_track(part: Part, channel: int, clock: TempoClock, seconds: float) -> list[Event]:
    events: list[Event] = [(0, 0, meta(TRACK_NAME, part.name.encode()))]
    if channel != DRUM_CHANNEL:
        events.append((0, 1, bytes([0xC0 | channel, PROGRAMS[part.instrument]])))
    pan = min(127, max(0, round(64 + 63 * part.pan)))
    events.append((0, 1, bytes([0xB0 | channel, 10, pan])))
    for note in part.notes:
        start = clock.ticks(note.start_seconds)
        end = max(start + 1, clock.ticks(min(note.start_seconds + note.seconds, seconds)))
        velocity = min(127, max(1, round(127 * note.velocity)))
        events.append((start, 3, bytes([0x90 | channel, note.pitch, velocity])))
        events.append((end, 2, bytes([0x80 | channel, note.pitch, 0])))
    return events
