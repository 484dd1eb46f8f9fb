"""What a server may send back: a take that can be music for what was asked, and nothing that hurts who places it.

A server is another program on another machine; its takes go into an artist's scene as strips, markers and texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from kinescore.errors import counted
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from kinescore.wire.errors import ArchiveError
from kinescore.wire.take_archive import MAX_CARD_BYTES, MAX_STEMS

RATES_HZ = (8_000, 192_000)
LONGER_SECONDS = 1.0
"""So much longer than asked a take may be: an engine's last frame."""
SHORTER_SECONDS = 0.1
MOST_PER_SECOND = {"beats": 20.0, "hit points": 60.0, "sections": 2.0}
MOST_AT_LEAST = 32
MAX_TEMPO_BPM = 1000.0
MAX_ENTRIES = 200
MAX_TEXT = 10_000
MAX_MIDI_BYTES = 64 * 1024 * 1024
USUAL_RATE_HZ, CHANNELS, BYTES_PER_SAMPLE = 48_000, 2, 3


def most_bytes(request: SoundtrackRequest) -> int:
    """Return how large the archive of a take for `request` may be, in bytes."""
    sounds = 1 + (MAX_STEMS if request.stems else 0)
    seconds = request.music_seconds + LONGER_SECONDS
    return round(sounds * seconds * USUAL_RATE_HZ * CHANNELS * BYTES_PER_SAMPLE) + 2 * MAX_CARD_BYTES + MAX_MIDI_BYTES


def fitting(take: Take, seconds: float) -> Take:
    """Return the take that a server sent when `seconds` s of music were asked for; with a note where it is shorter.

    Raises ArchiveError for one that cannot be that: another length, times that are none, numbers or texts without end.
    """
    _require(take.audio.seconds <= seconds + LONGER_SECONDS, f"{take.audio.seconds:.6g} s of music for {seconds:.6g} s")
    for sound in (take.audio, *take.stems.values()):
        low, high = RATES_HZ
        _require(low <= sound.rate <= high, f"a sample rate of {sound.rate} Hz")
    _require_times("beats", take.beats, seconds)
    _require_times("hit points", [hit.time_s for hit in take.hits], seconds)
    for mover in take.movers:
        _require_times("hit points", mover.hits_s, seconds)
    starts_and_ends = [time for section in take.sections for time in (section.start_seconds, section.end_seconds)]
    _require_times("sections", starts_and_ends, seconds)
    _require(0 <= take.tempo_bpm <= MAX_TEMPO_BPM, f"a tempo of {take.tempo_bpm:.6g} BPM")
    _require(len(take.midi) <= MAX_MIDI_BYTES, f"{len(take.midi)} bytes of MIDI")
    _require_texts(take)
    if take.audio.seconds < seconds - SHORTER_SECONDS:
        note = f"The music is {take.audio.seconds:.1f} s long; {seconds:.1f} s were asked for."
        return replace(take, notes=(*take.notes, note))
    return take


def _require_times(what: str, times: Iterable[float], seconds: float) -> None:
    found = np.asarray(tuple(times), float)
    most = max(MOST_AT_LEAST, round(MOST_PER_SECOND[what] * seconds))
    _require(len(found) <= most, f"{counted(len(found), what[:-1])} in {seconds:.6g} s")
    inside = np.isfinite(found) & (found >= -LONGER_SECONDS) & (found <= seconds + LONGER_SECONDS)
    _require(bool(inside.all()), f"{what} that are not within its music")


def _require_texts(take: Take) -> None:
    listed = {"notes": take.notes, "movers": take.movers, "scores": take.scores, "provenance": take.provenance}
    for what, entries in listed.items():
        _require(len(entries) <= MAX_ENTRIES, f"{len(entries)} {what}")
    texts = [section.name for section in take.sections] + [mover.name for mover in take.movers]
    texts += [*take.notes, *take.scores, *take.provenance, *map(str, take.provenance.values())]
    _require(all(len(text) <= MAX_TEXT for text in texts), "texts without end")


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise ArchiveError(f"The server sent {what}, which no take has.", "Nothing was placed. Use another server.")
