"""One sound within another, and a cross-fade on either side of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled

FADE_SECONDS = 0.04


def spliced(old: Audio, new: Audio, begin: float, end: float, new_starts: float) -> Audio:
    """Return `old` with what `new`, which starts `new_starts` s into it, has from `begin` to `end` s, in its rate.

    Every sample outside of that and of the cross-fades, FADE_SECONDS each, is the old one. Both lie before the moment
    that they lead to, whose attack is then whole; where `new` has nothing before `begin`, the first lies after it. Ends
    that both have are not faded. The weights of old and new sum to 1.
    """
    samples = old.samples.astype(np.float64)
    count = samples.shape[1]
    sound = new.samples if new.rate == old.rate else resampled(new.samples, new.rate, old.rate)
    offset, start, stop = (round(seconds * old.rate) for seconds in (new_starts, begin, end))
    stop = min(stop, count, offset + sound.shape[1])
    fade = min(round(FADE_SECONDS * old.rate), max(0, stop - start) // 2)
    first = max(0, start - fade) if offset <= start - fade else start
    rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(fade) + 0.5) / max(fade, 1))
    weight = np.ones(max(0, stop - first))
    if start > 0:
        weight[:fade] = rise
    if stop < count:
        weight[len(weight) - fade :] *= rise[::-1]
    place = samples[:, first:stop]
    place[:] = place * (1 - weight) + _part(sound, first - offset, stop - offset) * weight
    return replace(old, samples=samples.astype(np.float32))


def _part(sound: NDArray[np.floating], first: int, stop: int) -> NDArray[np.floating]:
    return sound[:, max(0, first) : max(0, stop)]
