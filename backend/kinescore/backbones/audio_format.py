"""Audio in the rate, channels and level that a model takes or is to leave."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import BackboneError
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled_by_soxr


def matched(audio: Audio, rate: int, channels: int) -> NDArray[np.float32]:
    """Return `audio` as [channels, N] float32 at `rate` Hz; channels are averaged, or a single one is repeated.

    Raises BackboneError for samples that are not finite.
    """
    samples = audio.samples
    if not np.isfinite(samples).all():
        raise BackboneError("The music has samples that are not finite numbers.")
    if len(samples) != channels:
        samples = np.repeat(samples.mean(axis=0, keepdims=True), channels, axis=0)
    return np.ascontiguousarray(resampled_by_soxr(samples, audio.rate, rate), dtype=np.float32)


def with_peak(samples: NDArray[np.float32], peak: float) -> NDArray[np.float32]:
    """Return `samples` as loud as makes the loudest of them `peak`; silence stays silent."""
    loudest = float(np.abs(samples).max())
    return samples * np.float32(peak / loudest) if loudest > 0.0 else samples
