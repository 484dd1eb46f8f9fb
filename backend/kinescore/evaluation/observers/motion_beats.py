"""What a movement says about time: its beat grid, its kinematic beats, its hit points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, maximum_filter1d
from scipy.signal import argrelextrema
from scipy.stats import rankdata

from kinescore.dance.analysis import analyse
from kinescore.evaluation.metrics.alignment import BRAKING_HZ
from kinescore.evaluation.observations.observation import MotionObservation
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.resampling import resample

KINEMATIC_FPS = 60.0
NEIGHBOURS = 10
"""Frames on each side that a kinematic beat must be slower than."""
BRAKING_BLUR_S, BRAKING_REACH_S = 0.035, 0.05
"""Jitter of tracked joints is shorter; what is seen and heard less than a tenth of a second apart is one event."""


def observe_motion(keypoints: Keypoints) -> MotionObservation:
    """Return what a movement says about time, its first frame being at 0 s. Raises MotionError."""
    analysis = analyse(keypoints)
    return MotionObservation(
        keypoints.seconds,
        keypoints.fps,
        analysis.grid.tempo_bpm,
        analysis.grid.beats,
        kinematic_beats(keypoints),
        np.array([hit.time_s for hit in analysis.hits]),
        np.array([hit.weight for hit in analysis.hits]),
        braking_ranks(keypoints),
    )


def kinematic_beats(keypoints: Keypoints) -> NDArray[np.float64]:
    """Return where the joints' summed speed is lowest among all frames within 1/6 s, [K] s.

    As in AIST++'s own beat alignment score (Li, Yang, Ross and Kanazawa 2021; google-research/mint,
    calculate_beat_scores): at 60 fps, the speed of frame t being the way from frame t - 1, zero for the first; no
    smoothing. Theirs are 24 joints in space, ours 17 in the picture. Frames that tie for the lowest, which happens in
    movement made by computers only, are one beat at their middle; theirs would be none. A standstill has none.
    """
    positions = resample(keypoints, KINEMATIC_FPS).positions.astype(np.float64)
    speed = np.zeros(len(positions))
    speed[1:] = np.linalg.norm(np.diff(positions, axis=0), axis=2).sum(axis=1)
    lowest = argrelextrema(speed, np.less_equal, order=NEIGHBOURS)[0]
    ties = np.split(lowest, np.flatnonzero(np.diff(lowest) > 1) + 1)
    inside = [tie for tie in ties if 0 < len(tie) <= NEIGHBOURS and tie[0] > 0 and tie[-1] < len(speed) - 1]
    return np.array([(tie[0] + tie[-1]) / 2 / KINEMATIC_FPS for tie in inside])


def braking_ranks(keypoints: Keypoints) -> NDArray[np.float64]:
    """Return how hard the body brakes beside its other moments, [B] 0..1 at BRAKING_HZ: each moment's rank, ties in the
    middle, so that the mean is 0.5.

    Braking is the loss of the joints' summed speed, smoothed over BRAKING_BLUR_S; each moment has the strongest within
    BRAKING_REACH_S of it. Nothing here asks for beats or hits.
    """
    positions = resample(keypoints, BRAKING_HZ).positions.astype(np.float64)
    if len(positions) < 3:
        return np.full(len(positions), 0.5)
    smooth = gaussian_filter1d(positions, BRAKING_BLUR_S * BRAKING_HZ, axis=0, mode="nearest")
    speed = np.hypot(*np.moveaxis(np.gradient(smooth, axis=0), 2, 0)).sum(axis=1)
    braking = maximum_filter1d(np.maximum(-np.gradient(speed), 0.0), 2 * round(BRAKING_REACH_S * BRAKING_HZ) + 1)
    return np.asarray((rankdata(braking) - 0.5) / len(braking), np.float64)
