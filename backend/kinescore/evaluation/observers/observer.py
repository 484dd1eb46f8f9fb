"""What a music observer is, and what every learned one does first: one channel, its own rate, windows of one length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled_by_soxr


class MusicObserver(Protocol):
    """A pure function of sound: same sound, same arrays.

    name: says what observes, with the digest of its weights where it has some, as in "vggish-1f0a9c3d". It names a
    folder of results, so that results of different models are never mixed.
    """

    name: str

    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return arrays by name, for `audio` of any rate, length and number of channels.

        Raises EvaluationError for sound that cannot be analysed.
        """
        ...


def mono_at(audio: Audio, rate: int) -> NDArray[np.float64]:
    """Return the mean of the channels, [N], at `rate` Hz. Raises EvaluationError for no or no finite samples."""
    if audio.samples.size == 0 or not np.isfinite(audio.samples).all():
        raise EvaluationError("The sound has no samples, or some that are not finite numbers.")
    return resampled_by_soxr(audio.samples.mean(axis=0, dtype=np.float64), audio.rate, rate)


def windows(samples: NDArray[np.float64], length: int, hop: int) -> NDArray[np.float64]:
    """Return the whole windows, [W, `length`], of `samples` [N] that start every `hop` samples; W may be 0."""
    if len(samples) < length:
        return np.empty((0, length))
    return np.lib.stride_tricks.sliding_window_view(samples, length)[::hop]
