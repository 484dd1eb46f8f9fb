"""Sound at another rate, band-limited. Before its first and after its last sample a sound is silent.

`resampled` needs numpy alone: for what must be the same everywhere, in Blender too. `resampled_by_soxr` is faster, the
more so at awkward ratios: for what models hear, where their packages are. Of what lies above the lower of the two
Nyquist frequencies both leave less than -100 dB. What lies below 0.9 of it passes with an error below -100 dB here, and
with soxr below -90 dB up to half of it, then with a gain that falls by no more than 0.01 dB.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kinescore.errors import DataError, require_packages

STOPBAND_DB = 110.0
TRANSITION = 0.1
"""Share of the lower Nyquist frequency in which the filter falls."""
BETA = 0.1102 * (STOPBAND_DB - 8.7)
REACH = (STOPBAND_DB - 7.95) / (14.36 * TRANSITION)
"""Samples at the lower rate to each side that decide a new one. It and BETA: Kaiser 1974; Oppenheim, Schafer, 7.6."""
OUTPUTS_AT_ONCE = 128
"""New samples that one table of weights makes of one stretch of old ones."""
INPUTS_AT_ONCE = 2**20
"""Old samples, repeated in overlapping stretches, that are multiplied at once: 8 MiB."""
MAX_RATE = 1_000_000
"""Hz. A damaged header may promise any number, and the filter grows with it."""

Float = TypeVar("Float", bound=np.floating)


def resampled(samples: NDArray[np.floating], rate: int, new_rate: int) -> NDArray[np.float64]:
    """Return `samples` [..., N], N at least 1, at `new_rate` Hz: [..., `new_length`].

    A windowed sinc, its values computed once for each place that a new sample can have between old ones.
    Raises DataError for rates outside 1 .. MAX_RATE.
    """
    _require_rates(rate, new_rate)
    if rate == new_rate:
        return samples.astype(np.float64)
    channels = samples.reshape(-1, samples.shape[-1])
    made = [_resampled_channel(channel, rate, new_rate) for channel in channels]
    return np.stack(made).reshape(*samples.shape[:-1], -1)


def resampled_by_soxr(samples: NDArray[Float], rate: int, new_rate: int) -> NDArray[Float]:
    """Return `samples` [..., N] at `new_rate` Hz, of the same length as `resampled`, and as near to it as said above.

    Raises DataError as `resampled` does, KinescoreError where soxr is not installed.
    """
    _require_rates(rate, new_rate)
    if rate == new_rate:
        return samples
    require_packages(["soxr"], "Sound for a model", "learned")
    import soxr

    channels = samples.reshape(-1, samples.shape[-1])
    made = soxr.resample(channels.T.copy(), rate, new_rate, quality="VHQ").T
    length = new_length(samples.shape[-1], rate, new_rate)
    fitted = np.pad(made[:, :length], ((0, 0), (0, max(0, length - made.shape[1]))))
    return np.ascontiguousarray(fitted).reshape(*samples.shape[:-1], length)


def new_length(samples: int, rate: int, new_rate: int) -> int:
    """Return how many samples `samples` of them become, at least 1."""
    return max(1, round(samples * new_rate / rate))


def _require_rates(*rates: int) -> None:
    for rate in rates:
        if not 1 <= rate <= MAX_RATE:
            raise DataError(
                f"Sound at {rate} Hz cannot be resampled; from 1 to {MAX_RATE:,} Hz are accepted.",
                "If it is a file's, the file may be damaged: export it again.",
            )


def _resampled_channel(samples: NDArray[np.floating], rate: int, new_rate: int) -> NDArray[np.float64]:
    """One channel [N]. The places of new samples between old ones repeat: `up` new ones span `down` old ones."""
    common = math.gcd(rate, new_rate)
    up, down = new_rate // common, rate // common
    repeats = max(1, OUTPUTS_AT_ONCE // up)
    outputs, inputs = repeats * up, repeats * down
    length = new_length(len(samples), rate, new_rate)
    rows = -(-length // outputs)
    reach = math.ceil(REACH * max(1.0, down / up))
    padded = np.pad(samples, (reach, max(0, rows * inputs - len(samples)) + reach + 1))
    made = np.empty((rows, outputs))
    for start in range(0, outputs, OUTPUTS_AT_ONCE):
        numbers = np.arange(start, min(start + OUTPUTS_AT_ONCE, outputs))
        first, weights = _weights(numbers, up, down, reach)
        heard = sliding_window_view(padded, len(weights))[first::inputs][:rows]
        for some in _row_slices(rows, len(weights)):
            made[some, numbers] = heard[some].astype(np.float64) @ weights
    return made.reshape(-1)[:length]


def _weights(numbers: NDArray[np.int64], up: int, down: int, reach: int) -> tuple[int, NDArray[np.float64]]:
    """Return the first of the padded old samples that decide the new ones `numbers` [M], and their weights [K, M]."""
    first, last = int(numbers[0]) * down // up, int(numbers[-1]) * down // up
    lower = min(1.0, up / down)
    distance = np.arange(first - reach, last + reach + 1)[:, None] - numbers * down / up
    cutoff = lower * (1.0 - TRANSITION / 2.0)
    weights = np.zeros(distance.shape)
    near = np.abs(distance) * lower < REACH
    window = np.i0(BETA * np.sqrt(1.0 - (distance[near] * lower / REACH) ** 2)) / np.i0(BETA)
    weights[near] = cutoff * np.sinc(cutoff * distance[near]) * window
    return first, weights


def _row_slices(rows: int, width: int) -> Iterator[slice]:
    step = max(1, INPUTS_AT_ONCE // width)
    return (slice(start, start + step) for start in range(0, rows, step))
