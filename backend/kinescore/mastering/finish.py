"""The end of every learned engine's work: models give neither exact lengths, nor ends, nor a loudness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.limiter import finishing_gain
from kinescore.sound.audio import SAMPLE_RATE

FADE_SECONDS = 0.05
"""Models do not end on time by themselves: the last moment is faded so that the cut is not heard as a click."""


def finished(played: NDArray[np.float32], seconds: float, loudness_lufs: float) -> NDArray[np.float32]:
    """Return [2, round(seconds * SAMPLE_RATE)] with a silent last sample, as loud as `finishing_gain` makes it.

    played: [2, N] at SAMPLE_RATE; what is too long is cut, what is too short ends in silence.
    """
    count = round(seconds * SAMPLE_RATE)
    samples = played[:, :count]
    samples = np.pad(samples, ((0, 0), (0, count - samples.shape[1])))
    fade = min(count, round(FADE_SECONDS * SAMPLE_RATE))
    samples[:, count - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return samples * finishing_gain(samples, loudness_lufs)
