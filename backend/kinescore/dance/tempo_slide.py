"""A tempo that slides: a hand-keyed walk that hurries, a live band; found only where the movement says so clearly.

Tempi of windows of WINDOW_SECONDS are joined by the smoothest path through what they explain (Viterbi), and the turns
that the movement makes from window to window settle it. On the clock that runs with this tempo the movement is even,
and all else is found there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import amplitudes
from kinescore.dance.phase_cues import BODY_CUES, CURVES_HZ
from kinescore.dance.tempo import METRE

SHORTEST_SECONDS = 16.0
WINDOW_SECONDS, HOP_SECONDS = 8.0, 2.0
STEP, SPAN = 0.01, 0.36
"""Of the logarithm of the tempo against that of the whole piece."""
STEPS_PER_HOP = 3
STEP_COST = 0.3
"""What a step of the path costs, in shares of what a usual tempo explains in a window."""
CLEARLY_MORE = 1.15
"""No dance to even music among 14 of AIST++ explains more than 1.05 times as much where its tempo may slide
(`benchmarks.slide_accuracy`)."""
LEAST_SLIDE = 0.05
"""Less than 5 % between the slowest and the fastest is even."""
TURN_WINDOW_SECONDS, TURN_HOP_SECONDS = 4.0, 0.5
SETTLING_ROUNDS = 2


@dataclass(frozen=True)
class EvenClock:
    """seconds: [K] of the piece, rising. even: [K] s, what a clock shows then that runs as fast as the tempo is.

    It shows 0 at the beginning; on it the piece has the tempo that was asked about throughout.
    """

    seconds: NDArray[np.float64]
    even: NDArray[np.float64]

    def shown_at(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what the clock shows at `seconds` [N]."""
        return np.interp(seconds, self.seconds, self.even)

    def when(self, even: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the time in seconds at which the clock shows `even` [N]."""
        return np.interp(even, self.even, self.seconds)


def even_clock(curves: NDArray[np.float64], tempo_bpm: float) -> EvenClock | None:
    """Return the clock on which `curves` [M, C] of phase_curves keep `tempo_bpm`, or None where they do throughout."""
    seconds = len(curves) / CURVES_HZ
    if seconds < SHORTEST_SECONDS:
        return None
    explained, centres = _explained_by_window(curves[:, -len(BODY_CUES) :], tempo_bpm)
    path = _smoothest_path(explained)
    along = explained[np.arange(len(path)), path].mean()
    if along < CLEARLY_MORE * explained.mean(axis=0).max() or np.ptp(path) * STEP < LEAST_SLIDE:
        return None
    times = np.linspace(0.0, seconds, int(seconds / TURN_HOP_SECONDS) + 2)
    speed = np.exp(STEP * (np.interp(times, centres, _smoothed(path)) - explained.shape[1] // 2))
    clock = _clock(times, speed)
    for _ in range(SETTLING_ROUNDS):
        clock = _settled(curves, tempo_bpm, clock)
    return clock


def _explained_by_window(
    curves: NDArray[np.float64], tempo_bpm: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what tempi about `tempo_bpm` explain in each window, [W, K] with mean 1, and the windows' centres in s.

    Beat and finer levels alone: a window holds too few bars.
    """
    length, hop = round(WINDOW_SECONDS * CURVES_HZ), round(HOP_SECONDS * CURVES_HZ)
    padded = 1 << (4 * length).bit_length()
    starts = np.arange(0, len(curves) - length + 1, hop)
    factors = np.exp(STEP * (np.arange(2 * round(SPAN / STEP) + 1) - round(SPAN / STEP)))
    rates = np.arange(padded // 2 + 1) * CURVES_HZ / padded * 60.0
    fade = np.hanning(length)[:, None]
    explained = np.zeros((len(starts), len(factors)))
    for window, start in enumerate(starts):
        power = (np.abs(np.fft.rfft(curves[start : start + length] * fade, padded, axis=0)) ** 2).sum(axis=1)
        for multiple, share in METRE:
            if multiple >= 1.0:
                explained[window] += share * np.interp(tempo_bpm * factors * multiple, rates, power)
    return explained / max(float(explained.mean()), 1e-12), (starts + length / 2) / CURVES_HZ


def _smoothest_path(explained: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the bin of each window, [W], on the path that explains most and moves least."""
    best, came_from = explained[0], []
    moves = np.arange(-STEPS_PER_HOP, STEPS_PER_HOP + 1)
    reach = len(moves) // 2
    for row in explained[1:]:
        edged = np.pad(best, reach, constant_values=-np.inf)
        choices = np.stack([edged[reach - move : len(edged) - reach - move] - STEP_COST * abs(move) for move in moves])
        chosen = choices.argmax(axis=0)
        came_from.append(chosen)
        best = choices.max(axis=0) + row
    path = [int(best.argmax())]
    for chosen in reversed(came_from):
        path.append(path[-1] - int(moves[chosen[path[-1]]]))
    return np.array(path[::-1], np.int64)


def _smoothed(path: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the mean of five windows, the ends prolonged by their own slope: slopes instead of steps."""
    edged = np.pad(path.astype(np.float64), 2, mode="reflect", reflect_type="odd")
    return np.convolve(edged, np.full(5, 0.2), mode="valid")


def _clock(times: NDArray[np.float64], speed: NDArray[np.float64]) -> EvenClock:
    """Return the clock that runs at `speed` [K] times real time at `times` [K] s."""
    run = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2 * np.diff(times))])
    return EvenClock(times, run)


def _settled(curves: NDArray[np.float64], tempo_bpm: float, rough: EvenClock) -> EvenClock:
    """Return `rough` corrected by how far all curves together turn from window to window on it, beyond `tempo_bpm`."""
    even = evened(curves, rough, CURVES_HZ)
    length, hop = round(TURN_WINDOW_SECONDS * CURVES_HZ), round(TURN_HOP_SECONDS * CURVES_HZ)
    starts = np.arange(0, len(even) - length + 1, hop)
    fade = np.hanning(length)[:, None]
    windows = [even[start : start + length] * fade for start in starts]
    rates = (tempo_bpm / 60.0, tempo_bpm / 30.0)
    vectors = [np.stack([amplitudes(window, hz, CURVES_HZ) for window in windows]) for hz in rates]
    clearer = int(np.argmax([(np.abs(each) ** 2).sum() for each in vectors]))
    hz, each = rates[clearer], vectors[clearer]
    turns = np.angle(np.einsum("wc,wc->w", each[1:], np.conj(each[:-1])) * np.exp(-2j * np.pi * hz * TURN_HOP_SECONDS))
    ahead = np.concatenate([[0.0], np.cumsum(turns)]) / (2 * np.pi * hz)
    centres = (starts + length / 2) / CURVES_HZ
    begin, end = (float(ends.mean()) / TURN_HOP_SECONDS for ends in (np.diff(ahead[:5]), np.diff(ahead[-5:])))
    before, after = np.minimum(rough.even - centres[0], 0.0), np.maximum(rough.even - centres[-1], 0.0)
    return EvenClock(rough.seconds, rough.even + np.interp(rough.even, centres, ahead) + begin * before + end * after)


def evened(values: NDArray[np.float64], clock: EvenClock, rate_hz: float) -> NDArray[np.float64]:
    """Return `values` [N,...] at `rate_hz` of the piece's time, at the same rate of the clock's."""
    count = int(clock.even[-1] * rate_hz)
    place = np.clip(clock.when(np.arange(count) / rate_hz) * rate_hz, 0.0, len(values) - 1.001)
    before = place.astype(np.int64)
    share = (place - before).reshape((-1,) + (1,) * (values.ndim - 1))
    return (1 - share) * values[before] + share * values[before + 1]
