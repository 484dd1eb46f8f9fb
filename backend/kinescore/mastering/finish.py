"""Clean ends and exact lengths: the end of every engine's work."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.limiter import finishing_gain
from kinescore.sound.audio import SAMPLE_RATE

FADE_SECONDS = 0.05
"""Models do not end on time by themselves: the last moment is faded so that the cut is not heard as a click."""

ENDING_SECONDS = 0.6
"""Written music has its ending: what still rings then dies away."""


def finished(played: NDArray[np.float32], seconds: float, loudness_lufs: float) -> NDArray[np.float32]:
    """Return what a model played, of exact length and as loud as `finishing_gain` makes it.

    played: [2, N] at SAMPLE_RATE; what is too long is cut, what is too short ends in silence. Returns
    [2, round(seconds * SAMPLE_RATE)] whose last sample is silent.
    """
    count = round(seconds * SAMPLE_RATE)
    samples = played[:, :count]
    samples = np.pad(samples, ((0, 0), (0, count - samples.shape[1])))
    fade = min(count, round(FADE_SECONDS * SAMPLE_RATE))
    samples[:, count - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return samples * finishing_gain(samples, loudness_lufs)


def end_in_silence(samples: NDArray[np.float32]) -> None:
    """Let what still rings in samples [C, N] die away over the last ENDING_SECONDS, in place; the final sample is 0."""
    over = min(round(ENDING_SECONDS * SAMPLE_RATE), samples.shape[1])
    samples[:, samples.shape[1] - over :] *= np.cos(np.linspace(0.0, np.pi / 2.0, over, dtype=np.float32)) ** 2
    samples[:, -1:] = 0.0
