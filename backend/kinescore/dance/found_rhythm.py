"""The rhythm that encoders can read beside the paper's peaks: soft pulses at the beats that were found in the movement.

The paper's peaks come about eight times a second whatever is danced; they hold no phase at the beat. Beats that were
found do, and what they are found by looks at the whole movement.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import analyse
from kinescore.dance.rhythm import Rhythm
from kinescore.motion.keypoints import Keypoints

PULSE_SECONDS = 0.05
"""Standard deviation of a pulse: wide enough for a slope that a network can follow, narrower than half a beat."""


def found_rhythm(keypoints: Keypoints) -> Rhythm:
    """Return a pulse for each beat that `analyse` finds in `keypoints`; where there is no pulse, those it makes up."""
    return pulses(analyse(keypoints).grid.beats, len(keypoints) - 2, keypoints.fps)


def pulses(beats: NDArray[np.float64], entries: int, fps: float) -> Rhythm:
    """Return a rhythm of `entries` entries at `fps` Hz with a soft pulse of height 1 at each of `beats` [N] s."""
    times = (np.arange(entries) + 1) / fps
    distance = np.abs(times - _nearest(beats, times)) if len(beats) else np.full(entries, np.inf)
    heights = np.exp(-0.5 * (distance / PULSE_SECONDS) ** 2).astype(np.float32)
    return Rhythm(heights, heights, fps)


def gone_on(beats: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """Return `beats` [N] s and those that follow at the last one's tempo until `seconds`; one alone stays alone."""
    if len(beats) < 2:
        return beats
    return np.concatenate([beats, np.arange(2 * beats[-1] - beats[-2], seconds, beats[-1] - beats[-2])])


def _nearest(beats: NDArray[np.float64], times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each of `times` [T] s the nearest of the increasing `beats` [N] s, at least one."""
    after = np.searchsorted(beats, times).clip(0, len(beats) - 1)
    before = (after - 1).clip(0)
    return np.where(np.abs(beats[before] - times) <= np.abs(beats[after] - times), beats[before], beats[after])
