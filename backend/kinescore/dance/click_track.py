"""A metronome over a beat grid, to hear a tempo before there is music, and for other programs to line up with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.sound.audio import SAMPLE_RATE, Audio

CLICK_SECONDS, DECAY_SECONDS = 0.05, 0.012
DOWNBEAT, BEAT, SUBDIVISION = (1760.0, 0.8), (1320.0, 0.45), (1320.0, 0.12)
"""Pitch in Hz and level of each kind of click."""


def click_track(grid: BeatGrid, seconds: float, rate: int = SAMPLE_RATE) -> Audio:
    """Return clicks, [1, round(seconds * rate)], that start on the sample nearest to each beat of `grid`.

    Downbeats are higher and louder. In compound metre the notes between the beats tick softly, so that it is heard.
    """
    samples = np.zeros(round(seconds * rate), np.float32)
    ones = set(grid.downbeats.tolist())
    for index, beat in enumerate(grid.beats):
        _add(samples, float(beat), DOWNBEAT if index in ones else BEAT, rate)
    for time in _between(grid):
        _add(samples, float(time), SUBDIVISION, rate)
    return Audio(samples[None], rate)


def _between(grid: BeatGrid) -> NDArray[np.float64]:
    """Return the times of subdivisions in bars of compound metre, s."""
    times = []
    ends = [*grid.downbeats[1:], len(grid.beats) - 1][: len(grid.downbeats)]
    for bar, (first, last) in enumerate(zip(grid.downbeats, ends, strict=True)):
        parts = grid.metre_of(bar).subdivision
        if parts == 3:
            steps = np.arange(first * parts, last * parts)
            times.append(np.interp(steps[steps % parts > 0] / parts, np.arange(len(grid.beats)), grid.beats))
    return np.concatenate(times) if times else np.zeros(0)


def _add(samples: NDArray[np.float32], time: float, click: tuple[float, float], rate: int) -> None:
    hz, level = click
    start = round(time * rate)
    at = np.arange(max(0, min(round(CLICK_SECONDS * rate), len(samples) - start))) / rate
    sound = level * np.sin(2 * np.pi * hz * at) * np.exp(-at / DECAY_SECONDS)
    samples[start : start + len(at)] += sound.astype(np.float32)
