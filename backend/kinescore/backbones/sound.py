"""Sound at the rate and with the channels that a model wants."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.audio import Audio, resampled


def matched(audio: Audio, rate: int, channels: int) -> NDArray[np.float32]:
    """Return `audio` as [channels, N] float32 at `rate` Hz; channels are averaged, or a single one is repeated."""
    samples = audio.samples
    if len(samples) != channels:
        samples = np.repeat(samples.mean(axis=0, keepdims=True), channels, axis=0)
    if audio.rate != rate:
        samples = np.stack([resampled(channel, audio.rate, rate) for channel in samples])
    return np.ascontiguousarray(samples, dtype=np.float32)
