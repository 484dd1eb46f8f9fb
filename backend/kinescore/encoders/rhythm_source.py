"""Keypoints -> the rhythm that a pair of encoders was trained on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinescore.dance.rhythm import Rhythm, paper_rhythm, released_rhythm
from kinescore.encoders.config import EncoderConfig, RhythmMode
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.resampling import resample

READERS: Mapping[RhythmMode, Callable[[Keypoints], Rhythm]] = {
    RhythmMode.PAPER: paper_rhythm,
    RhythmMode.RELEASED: released_rhythm,
}


def rhythm_for(keypoints: Keypoints, config: EncoderConfig) -> Rhythm:
    """Return the rhythm of `keypoints` in the mode and at the rate of `config`. Raises MotionError."""
    return READERS[config.rhythm_mode](resample(keypoints, config.fps))
