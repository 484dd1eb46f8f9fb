"""A stick figure whose every beat, stop and landing is known by construction."""

from __future__ import annotations

import numpy as np

from kinescore.motion.keypoints import Keypoints

FRAME_RATES = (24000 / 1001, 24.0, 30.0, 60.0, 120.0)

STANDING = 2.0 * np.array(
    [[0, -80], [3, -83], [-3, -83], [7, -80], [-7, -80], [18, -60], [-18, -60], [25, -35], [-25, -35], [28, -10],
     [-28, -10], [11, -5], [-11, -5], [12, 35], [-12, 35], [12, 75], [-12, 75]], dtype=np.float64
) + [960, 540]  # fmt: skip
UPPER_BODY = list(range(13))
KNEES = [13, 14]
LEFT_ARM = [7, 9]


def standing(seconds: float, fps: float) -> tuple[np.ndarray, np.ndarray]:
    """Return a motionless figure, [T,17,2] px, and the times of its frames, [T] s."""
    count = round(seconds * fps)
    return np.repeat(STANDING[None], count, axis=0), np.arange(count) / fps


def seen(positions: np.ndarray, fps: float, noise_px: float = 0.0) -> Keypoints:
    noise = np.random.default_rng(3).normal(0.0, 1.0, positions.shape) * noise_px
    return Keypoints(positions + noise, np.ones(positions.shape[:2]), fps, (1920, 1080))


def groover(
    tempo_bpm: float,
    beat_seconds: float = 0.2,
    seconds: float = 30.0,
    fps: float = 30.0,
    off_beat: float = 0.0,
    every_other: float = 0.0,
    noise_px: float = 0.5,
) -> Keypoints:
    """Bounce in the knees, lowest on every beat.

    off_beat: share of a second bounce between the beats. every_other: share of a sway that takes two beats.
    """
    positions, times = standing(seconds, fps)
    turns = (times - beat_seconds) * tempo_bpm / 60
    bounce = 14 * np.cos(2 * np.pi * turns) + 14 * off_beat * np.cos(4 * np.pi * turns)
    positions[:, UPPER_BODY, 1] += bounce[:, None]
    positions[:, KNEES, 1] += 0.5 * bounce[:, None]
    positions[:, UPPER_BODY, 0] += 40 * every_other * np.cos(np.pi * turns)[:, None]
    return seen(positions, fps, noise_px)


def stepper(tempo_bpm: float, beat_seconds: float = 0.2, seconds: float = 30.0, fps: float = 30.0) -> Keypoints:
    """Steps from side to side between the beats, the feet planted from a quarter before to a quarter after each."""
    positions, times = standing(seconds, fps)
    turns = (times - beat_seconds) * tempo_bpm / 60
    beat, within = np.floor(turns), turns - np.floor(turns)
    progress = np.clip((within - 0.25) / 0.5, 0.0, 1.0)
    side = beat + progress * progress * (3 - 2 * progress)
    swing = np.abs((side + 1) % 2 - 1)
    positions[..., 0] += 60 * swing[:, None]
    positions[:, [13, 15], 1] -= 25 * np.sin(np.pi * progress)[:, None]
    return seen(positions, fps, 0.3)


def hopper(takeoff: float, landing: float, seconds: float = 4.0, fps: float = 30.0, noise_px: float = 0.0) -> Keypoints:
    """One ballistic jump from `takeoff` to `landing`, a stiff body before and after."""
    positions, times = standing(seconds, fps)
    share = np.clip((times - takeoff) / (landing - takeoff), 0.0, 1.0)
    positions[..., 1] -= 90 * (4 * share * (1 - share))[:, None]
    return seen(positions, fps, noise_px)


def bouncing_ball(first: float, period: float, seconds: float = 4.0, fps: float = 30.0) -> Keypoints:
    """Seventeen joints on a ring that hits the ground at `first` + k `period` and flies up again."""
    count = round(seconds * fps)
    angles = np.arange(17) * 2 * np.pi / 17
    share = ((np.arange(count) / fps - first) / period) % 1.0
    positions = np.repeat((400 + 20 * np.stack([np.cos(angles), np.sin(angles)], axis=1))[None], count, axis=0)
    positions[..., 1] -= 150 * (4 * share * (1 - share))[:, None]
    return seen(positions, fps)
