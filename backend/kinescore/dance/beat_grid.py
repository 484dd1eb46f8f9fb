"""Tempo, beats and downbeats found in the motion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import RequestError, require_within

TEMPO_RANGE_BPM = (40.0, 240.0)
SHIFT_RANGE_SECONDS = (-1.0, 1.0)
"""A beat is never farther than half a period from where it should be: 0.75 s at 40 BPM."""
MOST_BEATS = 10_000


@dataclass(frozen=True)
class BeatGrid:
    """A grid of beats over the motion, of constant tempo unless the beats were given.

    beats: [N] float64 s, increasing, all inside [0, seconds).
    downbeats: [M] int64 indices into beats (the "one" of each bar of `beats_per_bar`).
    tempo_bpm: beats per minute. alternatives_bpm: the same pulse at half and double time, and near rivals, best first.
    tempo_confidence: 0..1, how often a tempo found like this is within 4 % of the music's; 1 where the tempo was given,
    0 where the motion has no pulse and the tempo was chosen to fit the hit points.
    beat_confidence: 0..1, how often all beats found like this are within 0.1 s of the music's; 1 where the beats were
    given. Both are shares of AIST++ dances whose dancers were left out; random beats would be right in about 0.3.
    """

    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    tempo_confidence: float
    beat_confidence: float
    beats_per_bar: int = 4


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
