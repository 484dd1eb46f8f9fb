"""Standard MIDI Files (RP-001) as bytes: what is common to all that is written, and the events of one that is read."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence

from kinescore.errors import KinescoreError

TEXT, TRACK_NAME, MARKER, CUE_POINT, END_OF_TRACK, TEMPO, TIME_SIGNATURE, KEY_SIGNATURE = (
    *(0x01, 0x03, 0x06, 0x07, 0x2F, 0x51, 0x58, 0x59),
)
"""Kinds of meta events."""
SLOWEST_US = 0xFFFFFF
"""Microseconds in a quarter note; more have no room in a tempo event."""
DATA_BYTES = {0x80: 2, 0x90: 2, 0xA0: 2, 0xB0: 2, 0xC0: 1, 0xD0: 1, 0xE0: 2}

Event = tuple[int, int, bytes]
"""Tick, order among events of one tick, bytes."""


class MidiError(KinescoreError):
    """Bytes that are no Standard MIDI File."""

    code = "bad_midi"


def midi_file(tracks: Sequence[Sequence[Event]], ticks_per_quarter: int, end_tick: int) -> bytes:
    """Return a file of format 1; tracks last until `end_tick`, or their last event."""
    header = b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), ticks_per_quarter)
    return header + b"".join(_chunk(track, end_tick) for track in tracks)


def meta(kind: int, data: bytes) -> bytes:
    """Return a meta event."""
    return bytes([0xFF, kind]) + _variable_length(len(data)) + data


def tempo(microseconds: int) -> bytes:
    """Return the tempo at which a quarter note lasts `microseconds`."""
    return meta(TEMPO, microseconds.to_bytes(3, "big"))


def time_signature(numerator: int, power: int) -> bytes:
    """Return the metre of `numerator` notes to a bar, each a whole note's 2**power-th part."""
    return meta(TIME_SIGNATURE, bytes([numerator, power, 24, 8]))


def read_tracks(data: bytes) -> tuple[int, list[list[tuple[int, bytes]]]]:
    """Return ticks per quarter note, and the events of each track as (tick, bytes) without running status or ends.

    Raises MidiError for anything but a whole file with ticks per quarter note.
    """
    try:
        if data[:4] != b"MThd":
            raise MidiError("This is no MIDI file: it does not begin with MThd.")
        length, _, count, division = struct.unpack(">IHHH", data[4:14])
        if division & 0x8000 or division == 0:
            raise MidiError("This MIDI file counts frames of film; one with ticks per quarter note is read.")
        place, tracks = 8 + length, []
        for _ in range(count):
            (size,) = struct.unpack(">I", data[place + 4 : place + 8])
            body = data[place + 8 : place + 8 + size]
            if data[place : place + 4] != b"MTrk" or len(body) < size:
                raise MidiError("This MIDI file is damaged: a track is missing or cut short.")
            tracks.append(list(_events(body)))
            place += 8 + size
    except (IndexError, struct.error) as error:
        raise MidiError("This MIDI file is damaged: it ends too early.") from error
    return division, tracks


def is_meta(event: bytes, *kinds: int) -> bool:
    """Whether `event` is a meta event of one of these kinds."""
    return event[0] == 0xFF and event[1] in kinds


def meta_data(event: bytes) -> bytes:
    """Return what a meta event holds."""
    _, start = _read_length(event, 2)
    return event[start:]


def _events(body: bytes) -> Iterator[tuple[int, bytes]]:
    place = tick = status = 0
    while place < len(body):
        delta, place = _read_length(body, place)
        tick += delta
        if body[place] & 0x80:
            status = body[place]
            place += 1
        if status == 0xFF or status in (0xF0, 0xF7):
            head = bytes([status, body[place]]) if status == 0xFF else bytes([status])
            start = place + len(head) - 1
            length, after = _read_length(body, start)
            if after + length > len(body):
                raise MidiError("This MIDI file is damaged: an event is cut short.")
            place = after + length
            if head != bytes([0xFF, END_OF_TRACK]):
                yield tick, head + body[start:place]
        else:
            count = DATA_BYTES.get(status & 0xF0)
            if count is None or place + count > len(body):
                raise MidiError("This MIDI file is damaged: it holds an event that there is not.")
            yield tick, bytes([status]) + body[place : place + count]
            place += count


def _chunk(events: Iterable[Event], end_tick: int) -> bytes:
    """Return one MTrk chunk: events in order with delta times, ended at `end_tick`."""
    data = bytearray()
    now = 0
    ordered = sorted(events)
    last = max(end_tick, ordered[-1][0] if ordered else 0)
    for tick, _, message in [*ordered, (last, 9, meta(END_OF_TRACK, b""))]:
        data += _variable_length(tick - now) + message
        now = tick
    return b"MTrk" + struct.pack(">I", len(data)) + bytes(data)


def _variable_length(value: int) -> bytes:
    """Seven bits per byte, high bit set on all but the last."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(0x80 | (value & 0x7F))
    return bytes(reversed(out))


def _read_length(data: bytes, place: int) -> tuple[int, int]:
    """Return the number at `place` and where what follows begins; at most four bytes."""
    value = 0
    for step in range(4):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, place + step + 1
    raise MidiError("This MIDI file is damaged: a length has no end.")
