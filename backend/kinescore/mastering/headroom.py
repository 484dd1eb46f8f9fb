"""Fits a sound into the room that finished music leaves below the ceiling, without touching the music."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.limiter import CEILING, GainCurve, limiting, true_peaks
from kinescore.mastering.loudness import HOP
from kinescore.sound.audio import gain
from kinescore.sound.stored import StoredSamples, blocks_of

RELEASE_SECONDS = 0.04
"""What is added is short: it comes back as soon as the peak of the music is over."""
SAFETY = gain(-0.2)
"""What lies between the samples of a sum is guessed first, and measured then."""
LEAST = 1e-3
CHECKS = 6
BLOCK = 4096 * HOP


def curve_into_headroom(music: StoredSamples, added: StoredSamples) -> GainCurve:
    """Return the gain, 0..1, by which `added` [2, N] fits on top of `music` [2, N].

    The true peaks of the sum stay at most at the ceiling of -1 dBTP, or where those of the music are.
    """
    count = music.shape[1]
    blocks = [_allowed(music[:, first:last], added[:, first:last]) for first, last in blocks_of(count, BLOCK)]
    allowed = np.concatenate([*blocks, np.zeros(0)])
    ceiling = np.maximum(CEILING, true_peaks(music))
    curve = _curve(allowed)
    for _ in range(CHECKS):
        high = np.flatnonzero(true_peaks(_Sum(music, added, curve)) > ceiling)
        near = np.unique(np.clip(np.concatenate([high - 1, high, high + 1]), 0, len(allowed) - 1))
        audible = near[allowed[near] > LEAST]
        if not len(audible):  # what is at its least adds nothing that another look would find
            break
        allowed[audible] = np.maximum(LEAST, 0.5 * allowed[audible])
        curve = _curve(allowed)
    return curve


def _curve(allowed: NDArray[np.float64]) -> GainCurve:
    return GainCurve(limiting(CEILING / allowed, RELEASE_SECONDS).astype(np.float32))


def _allowed(music: NDArray[np.float32], added: NDArray[np.float32]) -> NDArray[np.float64]:
    """The largest gain of `added` [2, N] in each hop, [Q] LEAST..1, with which none of its samples passes the ceiling,
    alone or in the sum."""
    room = np.clip(SAFETY * CEILING - np.sign(added) * music, 0.0, CEILING)
    most = np.min(room / np.maximum(np.abs(added), 1e-9), axis=0)
    padded = np.pad(most, (0, -len(most) % HOP), constant_values=1.0)
    return np.clip(padded.reshape(-1, HOP).min(axis=1), LEAST, 1.0).astype(np.float64)


class _Sum:
    """music + curve * added, as if it were stored."""

    def __init__(self, music: StoredSamples, added: StoredSamples, curve: GainCurve) -> None:
        self._music, self._added, self._curve = music, added, curve
        self.shape = music.shape

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]:
        first, last, _ = part[1].indices(self.shape[1])
        return self._music[part] + self._added[part] * self._curve.between(first, max(first, last))
