"""Sound that is played round and round: its end is folded into its beginning, and its level knows no seam."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.limiter import GainCurve, finishing_curve
from kinescore.sound.audio import SAMPLE_RATE
from kinescore.sound.stored import StoredSamples, WritableSamples

MARGIN_SECONDS = 3.0
"""Of the rounds before and after that the gain of a loop takes into account: longer than any limiter recovers."""
MEETING_SECONDS = 0.005


def fold(loop: WritableSamples, samples: NDArray[np.float32], first: int) -> None:
    """Add samples [C, N] of a piece, from its sample `first` on, to a loop [C, M]: what sounds after the loop's end is
    heard in the rounds that follow.

    This is what endless repetition sounds like once it goes on: y[n] is the sum of x[n + k * M] over all k.
    """
    count, done = loop.shape[1], 0
    while done < samples.shape[1]:
        start = (first + done) % count
        stop = min(start + samples.shape[1] - done, count)
        place = (slice(None), slice(start, stop))
        loop[place] = loop[place] + samples[:, done : done + stop - start]
        done += stop - start


def cross_faded(samples: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return a loop of `count` of samples [C, N], which go on beyond it: what goes on fades out over the beginning.

    Of equal power, as the two are unlike; the loop's last sample is followed by the one that followed it. Raises
    ValueError unless count < N <= 2 * count.
    """
    over = samples.shape[1] - count
    if not 0 < over <= count:
        raise ValueError(f"{samples.shape[1]} samples are not a loop of {count} and its going on")
    angle = np.linspace(0.0, np.pi / 2.0, over, dtype=np.float32)
    loop = samples[:, :count].copy()
    loop[:, :over] = loop[:, :over] * np.sin(angle) + samples[:, count:] * np.cos(angle)
    return loop


@dataclass(frozen=True)
class LoopingCurve:
    """The gain of a loop: its last moment goes over into what the gain was just before the loop's beginning.

    around: the gain of the loop among its repetitions, from sample -margin on. count: samples of the loop.
    """

    around: GainCurve
    margin: int
    count: int

    def between(self, first: int, last: int) -> NDArray[np.float32]:
        """The gain of each sample from `first` to `last` [last - first]."""
        gain = self.around.between(self.margin + first, self.margin + last).copy()
        over = min(round(MEETING_SECONDS * SAMPLE_RATE), self.count, self.margin)
        start = self.count - over
        if last > start:
            met = slice(max(first, start), last)
            share = np.linspace(0.0, 1.0, over, dtype=np.float32)[met.start - start : met.stop - start]
            before = self.around.between(self.margin + met.start - self.count, self.margin + met.stop - self.count)
            gain[met.start - first :] += share * (before - gain[met.start - first :])
        return gain


def looping_gain(mix: StoredSamples, loudness_lufs: float) -> NDArray[np.float32]:
    """The whole of `looping_curve` as a gain [N]."""
    return looping_curve(mix, loudness_lufs).between(0, mix.shape[1])


def looping_curve(mix: StoredSamples, loudness_lufs: float) -> LoopingCurve:
    """Gain that `finishing_curve` gives the loop mix [2, N] among its own repetitions; it meets itself at the seam."""
    margin = max(round(MARGIN_SECONDS * SAMPLE_RATE), 1)
    return LoopingCurve(finishing_curve(_Around(mix, margin), loudness_lufs), margin, mix.shape[1])


class _Around:
    """A loop [C, N] with `margin` samples of the rounds before and after, as if they were stored."""

    def __init__(self, loop: StoredSamples, margin: int) -> None:
        self._loop, self._margin = loop, margin
        self.shape = (loop.shape[0], loop.shape[1] + 2 * margin)

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]:
        channels, (first, last, _) = part[0], part[1].indices(self.shape[1])
        count = self._loop.shape[1]
        rounds = []
        while first < last:
            inside = (first - self._margin) % count
            stop = min(inside + last - first, count)
            rounds.append(self._loop[channels, inside:stop])
            first += stop - inside
        return np.concatenate(rounds, axis=1)
