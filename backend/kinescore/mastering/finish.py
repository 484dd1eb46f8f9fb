"""Clean ends and exact lengths: the end of every engine's work."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.limiter import finishing_gain
from kinescore.sound.audio import SAMPLE_RATE
from kinescore.sound.stored import WritableSamples

FADE_SECONDS = 0.05
"""Models do not end on time by themselves: the last moment is faded so that the cut is not heard as a click."""

ENDING_SECONDS = 0.6
"""Written music has its ending: what still rings then dies away."""


def finished(played: NDArray[np.float32], seconds: float, loudness_lufs: float) -> NDArray[np.float32]:
    """Return what a model played, of exact length and as loud as `finishing_gain` makes it.

    played: [2, N] at SAMPLE_RATE; what is too long is cut, what is too short ends in silence. Returns
    [2, round(seconds * SAMPLE_RATE)] whose last sample is silent.
    """
    samples = of_length(played, round(seconds * SAMPLE_RATE))
    fade = min(samples.shape[1], round(FADE_SECONDS * SAMPLE_RATE))
    samples[:, samples.shape[1] - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return samples * finishing_gain(samples, loudness_lufs)


def of_length(played: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return a copy of played [C, N], cut or followed by silence, as [C, count]."""
    samples = played[:, :count]
    return np.pad(samples, ((0, 0), (0, count - samples.shape[1])))


def fade_in(samples: WritableSamples, seconds: float) -> None:
    """Let samples [C, N] rise from silence over the first `seconds`, in place."""
    over = min(round(seconds * SAMPLE_RATE), samples.shape[1])
    start = (slice(None), slice(0, over))
    samples[start] = samples[start] * np.sin(np.linspace(0.0, np.pi / 2.0, over, dtype=np.float32)) ** 2


def fade_out(samples: WritableSamples, seconds: float) -> None:
    """Let samples [C, N] fall to silence over the last `seconds`, in place; the final sample is 0."""
    over = min(max(1, round(seconds * SAMPLE_RATE)), samples.shape[1])
    end = (slice(None), slice(samples.shape[1] - over, samples.shape[1]))
    faded = samples[end] * np.cos(np.linspace(0.0, np.pi / 2.0, over, dtype=np.float32)) ** 2
    faded[:, -1:] = 0.0
    samples[end] = faded


def end_in_silence(samples: WritableSamples) -> None:
    """Let what still rings in samples [C, N] die away over the last ENDING_SECONDS, in place; the final sample is 0."""
    fade_out(samples, ENDING_SECONDS)
