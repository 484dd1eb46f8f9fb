"""Brings a mix to its loudness and keeps its true peak below the ceiling, with one gain curve for all stems."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.loudness import HOP, in_hops, loudness_of_energy, weighted_energy
from kinescore.mastering.product import product
from kinescore.sound.audio import SAMPLE_RATE, gain
from kinescore.sound.stored import StoredSamples

CEILING = gain(-1.12)  # -1 dBTP with a little room for what lies between four-fold oversampled points.
MOST_REDUCTION_DB = 6.0  # For the loudest twentieth of the music; rarer peaks may be turned down further.
LOUDEST_SHARE = 0.05
LOOK_AHEAD_HOPS = 3
RELEASE_SECONDS = 0.09
TAPS = 16
RUN = 14  # Samples oversampled by one row of the matrix product; divides HOP.
NEAR_THE_TOP = 0.35  # Hops with sample peaks this far below the loudest twentieth can never reach the limiter.
SEARCH_STEPS = 8


@dataclass(frozen=True)
class GainCurve:
    """A gain that goes in straight lines from hop to hop. nodes: [Q + 1] at the boundaries of hops of HOP samples."""

    nodes: NDArray[np.float32]

    def between(self, first: int, last: int) -> NDArray[np.float32]:
        """The gain of each sample from `first` to `last` [last - first]."""
        hop = first // HOP
        values = self.nodes[hop : -(-last // HOP) + 1]
        ramp = (np.arange(HOP) / HOP).astype(np.float32)
        return (values[:-1, None] + np.diff(values)[:, None] * ramp).ravel()[first - hop * HOP : last - hop * HOP]


def finishing_gain(mix: StoredSamples, loudness_lufs: float) -> NDArray[np.float32]:
    """The whole of `finishing_curve` as a gain [N]."""
    return finishing_curve(mix, loudness_lufs).between(0, mix.shape[1])


def finishing_curve(mix: StoredSamples, loudness_lufs: float) -> GainCurve:
    """Gain that gives `mix` [2, N] the integrated loudness asked for, with true peaks at most -1 dBTP.

    The loudest twentieth of the music is turned down by at most MOST_REDUCTION_DB. Where the loudness would need more,
    the piece stays as much quieter as that requires; silence stays silence.
    """
    count = mix.shape[1]
    peaks = true_peaks(mix)
    if not peaks.any():
        return GainCurve(np.ones(len(peaks) + 1, np.float32))
    energy = weighted_energy(mix)
    most = gain(MOST_REDUCTION_DB) * CEILING / _loud_peak(peaks)
    level = min(gain(loudness_lufs - loudness_of_energy(energy, count)), most)
    for _ in range(SEARCH_STEPS):
        nodes = level * limiting(peaks * level)
        reached = loudness_of_energy(energy * (0.5 * (nodes[:-1] + nodes[1:])) ** 2, count)
        if abs(reached - loudness_lufs) < 0.01 or (level >= most and reached < loudness_lufs):
            break
        level = min(level * gain(1.2 * (loudness_lufs - reached)), most)
    return GainCurve((level * limiting(peaks * level)).astype(np.float32))


def true_peaks(mix: StoredSamples) -> NDArray[np.float64]:
    """Peak magnitude [Q] of the band-limited waveform in each hop of HOP samples, over channels.

    Four-fold oversampling as in BS.1770-4 annex 2, but only in hops near enough to the highest peak to matter.
    """
    peaks = np.zeros(-(-mix.shape[1] // HOP))
    for channel in range(mix.shape[0]):
        for first, hops in in_hops(mix, channel):
            _raise(peaks, slice(first, first + len(hops)), hops)
    matrix = _oversampling()
    near = peaks > NEAR_THE_TOP * _loud_peak(peaks)
    for channel in range(mix.shape[0]):
        for first, hops in in_hops(mix, channel, TAPS // 2):
            chosen = np.flatnonzero(near[first : first + len(hops)])
            runs = np.lib.stride_tricks.sliding_window_view(hops, RUN + TAPS, axis=1)[:, ::RUN][chosen]
            between = product(runs.reshape(-1, RUN + TAPS), matrix)
            _raise(peaks, first + chosen, between.reshape(len(chosen), 3 * HOP))
    return peaks


def _raise(peaks: NDArray[np.float64], at: slice | NDArray, rows: NDArray[np.float32]) -> None:
    """Lift peaks [Q] at `at` to the magnitude of rows where that is higher."""
    peaks[at] = np.maximum(peaks[at], np.maximum(rows.max(axis=1, initial=0.0), -rows.min(axis=1, initial=0.0)))


def _loud_peak(peaks: NDArray[np.float64]) -> float:
    """The peak that only the loudest twentieth of the sounding hops exceeds; 0 in silence."""
    sounding = peaks[peaks > 0.01 * peaks.max(initial=0.0)]
    return float(np.quantile(sounding, 1.0 - LOUDEST_SHARE)) if len(sounding) else 0.0


def _oversampling() -> NDArray[np.float32]:
    """[RUN + TAPS, 3 * RUN]: the three points after each sample, by windowed sinc."""
    side = TAPS // 2
    offset = np.arange(RUN + TAPS)[:, None] - side
    points = (np.arange(RUN)[:, None] + np.array([0.25, 0.5, 0.75])).ravel()
    distance = offset - points
    window = np.where(np.abs(distance) < side, np.cos(np.pi * distance / (2.0 * side)) ** 2, 0.0)
    return (np.sinc(distance) * window).astype(np.float32)


def limiting(peaks: NDArray[np.float64], release_seconds: float = RELEASE_SECONDS) -> NDArray[np.float64]:
    """Gain [Q + 1] at hop boundaries that holds peaks [Q] to the ceiling: looks ahead, falls fast, recovers slowly."""
    needed = np.maximum(0.0, 1.0 - CEILING / np.maximum(peaks, 1e-9))
    nodes = np.maximum(np.append(needed, 0.0), np.append(0.0, needed))
    ahead = np.append(nodes, np.zeros(LOOK_AHEAD_HOPS))
    for shift in range(1, LOOK_AHEAD_HOPS + 1):
        nodes = np.maximum(nodes, ahead[shift : shift + len(nodes)])
    # d[j] = max(need[j], k d[j - 1]) is a running maximum once the decay is divided out.
    slope = np.arange(len(nodes)) * (HOP / SAMPLE_RATE / release_seconds)
    held = np.exp(np.maximum.accumulate(np.log(np.maximum(nodes, 1e-12)) + slope) - slope)
    before = np.full(LOOK_AHEAD_HOPS, held[0])
    return 1.0 - np.convolve(np.append(before, held), np.ones(LOOK_AHEAD_HOPS + 1) / (LOOK_AHEAD_HOPS + 1), "valid")
