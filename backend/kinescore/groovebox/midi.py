"""A score as a Standard MIDI File (format 1, RP-001), written byte by byte.

Track 0 carries tempo, metre, key and section markers; then one track per part, drums on channel 10. The music before
the first downbeat becomes a bar of its own with its own tempo, so that bar lines fall on downbeats in any sequencer.
Ticks are counted from exact seconds with the tempo as MIDI rounds it (whole microseconds), so notes never drift: each
is within half a tick of the score.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from kinescore.groovebox.score import Part, Score

TICKS_PER_BEAT = 1920
DRUM_CHANNEL = 9
_SIXTEENTH = TICKS_PER_BEAT // 4
_MAX_TEMPO_US = 0xFFFFFF

PROGRAMS: dict[str, int] = {
    "piano": 0, "electric_piano": 4, "vibraphone": 11, "marimba": 12, "bell": 14, "organ": 16, "clean_guitar": 27,
    "muted_guitar": 28, "driven_guitar": 30, "upright_bass": 32, "electric_bass": 33, "slap_bass": 36, "acid_bass": 38,
    "synth_bass": 38, "sub_bass": 39, "violin": 40, "harp": 46, "string_section": 48, "choir": 52, "orchestra_hit": 55,
    "trumpet": 56, "brass_section": 61, "saxophone": 65, "flute": 73, "whistle_lead": 78, "square_lead": 80,
    "saw_lead": 81, "stab": 62, "pluck": 84, "warm_pad": 89, "supersaw": 90, "glass_pad": 92, "riser": 97,
    "downlifter": 97, "cymbal_swell": 119, "impact": 118,
}  # fmt: skip
"""General MIDI programs (from 0) that come nearest to the band's instruments; kits are on the drum channel."""

_SHARPS = {"C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5, "F#": 6, "C#": 7, "F": -1, "Bb": -2, "Eb": -3, "Ab": -4,
           "Db": -5, "Gb": -6, "Cb": -7}  # fmt: skip
_MINOR_SHARPS = {"A": 0, "E": 1, "B": 2, "F#": 3, "C#": 4, "G#": 5, "D#": 6, "D": -1, "G": -2, "C": -3, "F": -4,
                 "Bb": -5, "Eb": -6, "A#": 7, "Ab": -7}  # fmt: skip

Event = tuple[int, int, bytes]
"""Tick, order among events of one tick, bytes."""


@dataclass(frozen=True)
class _Clock:
    """Seconds to ticks over two tempi: a first bar of `lead_ticks` that lasts until the first downbeat, then the
    piece's own. Tempi are microseconds per quarter note."""

    lead_ticks: int
    lead_us: int
    main_us: int

    def ticks(self, seconds: float) -> int:
        lead_seconds = self.lead_ticks * self.lead_us / TICKS_PER_BEAT / 1e6
        if seconds < lead_seconds:
            return round(seconds * 1e6 / self.lead_us * TICKS_PER_BEAT)
        return self.lead_ticks + round((seconds - lead_seconds) * 1e6 / self.main_us * TICKS_PER_BEAT)


def midi_bytes(score: Score) -> bytes:
    """Return the score as a Standard MIDI File."""
    clock = _clock(score)
    tracks = [_conductor(score, clock)]
    channels = iter([c for c in range(16) if c != DRUM_CHANNEL])
    for part in score.parts:
        channel = next(channels, 15) if part.instrument in PROGRAMS else DRUM_CHANNEL
        tracks.append(_part_track(part, channel, clock))
    header = b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), TICKS_PER_BEAT)
    end = clock.ticks(score.seconds)
    return header + b"".join(_chunk(track, end) for track in tracks)


def _clock(score: Score) -> _Clock:
    main_us = min(_MAX_TEMPO_US, round(60e6 / score.tempo_bpm))
    lead = float(score.beats[score.downbeats[0]]) if len(score.downbeats) else 0.0
    if lead < 1e-6:
        return _Clock(0, main_us, main_us)
    sixteenths = max(1, round(lead * 1e6 / main_us * 4))
    lead_ticks = sixteenths * _SIXTEENTH
    return _Clock(lead_ticks, max(1, round(lead * 1e6 * TICKS_PER_BEAT / lead_ticks)), main_us)


def _conductor(score: Score, clock: _Clock) -> list[Event]:
    events = [(0, 0, _meta(0x03, f"Kinescore, {score.key}".encode()))]
    if clock.lead_ticks:
        sixteenths = clock.lead_ticks // _SIXTEENTH
        metre = (sixteenths // 4, 2) if sixteenths % 4 == 0 else (sixteenths, 4)
        events += [(0, 1, _tempo(clock.lead_us)), (0, 2, _time_signature(*metre))]
    start = clock.lead_ticks
    events += [(start, 1, _tempo(clock.main_us)), (start, 2, _time_signature(score.beats_per_bar, 2))]
    tonic, mode = score.key.split()
    sharps = (_MINOR_SHARPS if mode == "minor" else _SHARPS)[tonic]
    events.append((0, 3, _meta(0x59, struct.pack("bB", sharps, mode == "minor"))))
    for section in score.sections:
        events.append((clock.ticks(section.start_seconds), 4, _meta(0x06, section.name.encode())))
    return events


def _part_track(part: Part, channel: int, clock: _Clock) -> list[Event]:
    events: list[Event] = [(0, 0, _meta(0x03, part.name.encode()))]
    if channel != DRUM_CHANNEL:
        events.append((0, 1, bytes([0xC0 | channel, PROGRAMS[part.instrument]])))
    pan = min(127, max(0, round(64 + 63 * part.pan)))
    events.append((0, 1, bytes([0xB0 | channel, 10, pan])))
    for note in part.notes:
        start = clock.ticks(note.start_seconds)
        end = max(start + 1, clock.ticks(note.start_seconds + note.seconds))
        velocity = min(127, max(1, round(127 * note.velocity)))
        events.append((start, 3, bytes([0x90 | channel, note.pitch, velocity])))
        events.append((end, 2, bytes([0x80 | channel, note.pitch, 0])))
    return events


def _chunk(events: list[Event], end_tick: int) -> bytes:
    """Return one MTrk chunk: events in order with delta times, ended at `end_tick`."""
    data = bytearray()
    now = 0
    ordered = sorted(events)
    last = max(end_tick, ordered[-1][0])
    for tick, _, message in [*ordered, (last, 9, _meta(0x2F, b""))]:
        data += _variable_length(tick - now) + message
        now = tick
    return b"MTrk" + struct.pack(">I", len(data)) + bytes(data)


def _meta(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind]) + _variable_length(len(data)) + data


def _tempo(microseconds: int) -> bytes:
    return _meta(0x51, microseconds.to_bytes(3, "big"))


def _time_signature(numerator: int, power: int) -> bytes:
    return _meta(0x58, bytes([numerator, power, 24, 8]))


def _variable_length(value: int) -> bytes:
    """Seven bits per byte, high bit set on all but the last."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(0x80 | (value & 0x7F))
    return bytes(reversed(out))
