"""Tempo, beats and bars of the music."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.metre import Metre
from kinescore.errors import RequestError, require_within

TEMPO_RANGE_BPM = (40.0, 240.0)
SHIFT_RANGE_SECONDS = (-1.0, 1.0)
"""A beat is never farther than half a period from where it should be: 0.75 s at 40 BPM."""
MOST_BEATS = 10_000
SAME_INTERVAL_SECONDS = 1e-6


@dataclass(frozen=True)
class BeatGrid:
    """A grid of beats over the motion, of constant tempo unless the movement's clearly slides, or beats or a tempo map
    were given.

    beats: [N] float64 s, increasing, all inside [0, seconds).
    downbeats: [M] int64 indices into beats: the "one" of each bar; a bar may be cut short by the next.
    tempo_bpm: felt beats per minute; where they change, of the longest part. alternatives_bpm: the same pulse at half
    and double time, and near rivals, best first.
    tempo_confidence: 0..1, how often a tempo found like this is within 4 % of the music's; 1 where the tempo was given,
    0 where the motion has no pulse and the tempo was chosen to fit the hit points.
    beat_confidence: 0..1, how often all beats found like this are within 0.1 s of the music's; 1 where the beats were
    given. Both are shares of AIST++ dances whose dancers were left out, and of made movers for what is no body; random
    beats would be right in about 0.3.
    metres: the time signature of each bar, by downbeat, or a single one for all of them; 3/4 is found where a body
    clearly moves in threes, all else is 4/4 until somebody says otherwise.
    """

    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    tempo_confidence: float
    beat_confidence: float
    metres: tuple[Metre, ...] = (Metre.FOUR_FOUR,)

    @property
    def metre(self) -> Metre:
        """The metre of the piece: where it changes, the one of most bars."""
        return max(dict.fromkeys(self.metres), key=self.metres.count)

    @property
    def tempo_range_bpm(self) -> tuple[float, float]:
        """The slowest and the fastest tempo from beat to beat, without the cut ones at the ends; one where it holds."""
        between = np.diff(self.beats[1:-1])
        if len(between) < 2 or np.ptp(between) < SAME_INTERVAL_SECONDS:
            return (self.tempo_bpm, self.tempo_bpm)
        return (float(60.0 / between.max()), float(60.0 / between.min()))

    def in_metre(self, metre: Metre) -> BeatGrid:
        """Return the same beats in bars of `metre`, counted from the first downbeat."""
        first = int(self.downbeats[0]) % metre.beats if len(self.downbeats) else 0
        return replace(self, downbeats=np.arange(first, len(self.beats), metre.beats, dtype=np.int64), metres=(metre,))

    def metre_of(self, bar: int) -> Metre:
        """Return the metre of the bar that begins at `downbeats[bar]`."""
        return self.metres[bar] if len(self.metres) > 1 else self.metres[0]


EARLY_SECONDS = 0.04
"""A beat up to one film frame before the start is played at the start."""


def even_beats(first_beat: float, tempo_bpm: float, seconds: float) -> NDArray[np.float64]:
    """Return the beats first_beat + k * 60 / tempo_bpm that lie in [0, seconds), [N] s, at least one."""
    period = 60.0 / tempo_bpm
    first = first_beat % period
    if period - first <= EARLY_SECONDS:
        first -= period
    beats = np.maximum(first + period * np.arange(int((seconds - first) / period) + 1), 0.0)
    inside = beats[beats < seconds]
    return inside if len(inside) else np.zeros(1)


def require_tempo(tempo_bpm: float | None) -> None:
    """Raise RequestError unless `tempo_bpm` is None (find it) or within TEMPO_RANGE_BPM."""
    require_within("tempo", tempo_bpm, *TEMPO_RANGE_BPM, "BPM")


def known_beats(times: Sequence[float], seconds: float) -> tuple[NDArray[np.float64], float]:
    """Return the beats of known music that lie in [0, seconds), [N] s, at least one, and their tempo in BPM.

    The tempo is that of the middle interval. Where the music is shorter than the piece, beats go on at it.
    """
    given = np.asarray(times, np.float64)
    period = float(np.median(np.diff(given)))
    before = given[0] - period * np.arange(max(0, int(given[0] / period)), 0, -1)
    after = given[-1] + period * np.arange(1, max(0, int((seconds - given[-1]) / period)) + 1)
    beats = np.concatenate([before, given, after])
    inside = beats[(beats >= 0.0) & (beats < seconds)]
    return (inside if len(inside) else np.zeros(1)), 60.0 / period


def require_beats(times: Sequence[float], tempo_bpm: float | None) -> None:
    """Raise RequestError unless `times` [N] s are no beats at all, or two and more that rise at a playable tempo.

    Beats have their own tempo: another one beside them is refused as well.
    """
    if len(times) == 0:
        return
    if tempo_bpm is not None:
        raise RequestError("Both a tempo and the beats of known music are given.", "Give one of the two.")
    given = np.asarray(times, np.float64)
    if not 2 <= len(given) <= MOST_BEATS or not np.isfinite(given).all() or (np.diff(given) <= 0).any():
        raise RequestError(
            f"The beats given are {len(given)} times; they must be 2 to {MOST_BEATS} numbers of seconds that rise."
        )
    require_within("tempo of the beats given", 60.0 / float(np.median(np.diff(given))), *TEMPO_RANGE_BPM, "BPM")


def require_shift(seconds: float) -> None:
    """Raise RequestError unless beats can be moved by `seconds`."""
    require_within("shift of the beats", seconds, *SHIFT_RANGE_SECONDS, "s")
