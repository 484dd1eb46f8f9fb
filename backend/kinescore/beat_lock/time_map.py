"""Where in a sound each moment of the picture is to be heard: anchors, and an even rate between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TOLERANCES_SECONDS = (0.006, 0.012, 0.018)
"""So far from where it was heard a beat may end up, if that leaves the rate of a longer stretch even."""


@dataclass(frozen=True)
class TimeMap:
    """picture, sound: [K] s, K at least 2, both strictly increasing: `sound[k]` is heard at `picture[k]`."""

    picture: NDArray[np.float64]
    sound: NDArray[np.float64]

    @property
    def rates(self) -> NDArray[np.float64]:
        """[K - 1] seconds of sound that each second of the picture takes up, from anchor to anchor."""
        return np.diff(self.sound) / np.diff(self.picture)

    @property
    def most(self) -> float:
        """The greatest factor by which anything is made faster or slower, 1 or more."""
        return float(np.exp(np.abs(np.log(self.rates)).max()))

    def sound_at(self, picture: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where in the sound moments [N] s of the picture are heard; the first and the last rate go on."""
        rates = self.rates
        inside = np.interp(picture, self.picture, self.sound)
        before = np.minimum(picture - self.picture[0], 0.0) * rates[0]
        return inside + before + np.maximum(picture - self.picture[-1], 0.0) * rates[-1]

    def covering(self, seconds: float) -> TimeMap:
        """Return the same map from 0 to `seconds` of the picture."""
        inside = (self.picture > 0.0) & (self.picture < seconds)
        ends = self.sound_at(np.array([0.0, seconds]))
        return TimeMap(
            np.concatenate([[0.0], self.picture[inside], [seconds]]),
            np.concatenate([ends[:1], self.sound[inside], ends[1:]]),
        )

    def within(self, fastest: float) -> TimeMap | None:
        """Return the map with few of the anchors whose others stay near by the least of TOLERANCES_SECONDS with which
        nothing goes faster or slower than by `fastest`; None where that needs more."""
        simpler = (self.simplified(tolerance) for tolerance in TOLERANCES_SECONDS)
        return next((each for each in simpler if each.most <= fastest), None)

    def simplified(self, tolerance_seconds: float) -> TimeMap:
        """Return a map with as few of the anchors as keep all others within `tolerance_seconds` (Ramer, Douglas &
        Peucker 1972-73)."""
        kept = {0, len(self.picture) - 1}
        open_ends = [(0, len(self.picture) - 1)]
        while open_ends:
            first, last = open_ends.pop()
            between = np.arange(first + 1, last)
            if not len(between):
                continue
            line = np.interp(self.picture[between], self.picture[[first, last]], self.sound[[first, last]])
            off = np.abs(self.sound[between] - line)
            if off.max() > tolerance_seconds:
                middle = int(between[off.argmax()])
                kept.add(middle)
                open_ends += [(first, middle), (middle, last)]
        places = sorted(kept)
        return TimeMap(self.picture[places], self.sound[places])
