"""What files do to movement: holds, pops, jumps, rest poses, few frames, noise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from kinescore.motion.keypoints import Keypoints, body_size
from kinescore.motion.resampling import resample

Change = Callable[[Keypoints, np.random.Generator], Keypoints]


def held(fps: float, frames: int) -> Change:
    """On `frames` at `fps`: each pose stands until the next."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        moved = resample(keypoints, fps)
        shown = (np.arange(len(moved)) // frames) * frames
        return replace(moved, positions=moved.positions[shown])

    return change


def held_unevenly(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
    """Twos and threes in turns at 24 fps, as animators mix them."""
    moved = resample(keypoints, 24.0)
    starts = np.cumsum(generator.choice([2, 3], len(moved)))
    shown = np.concatenate([[0], starts])[np.searchsorted(starts, np.arange(len(moved)), side="right")]
    return replace(moved, positions=moved.positions[shown])


def slow_camera(fps: float) -> Change:
    """Filmed at `fps`: no holds, only few frames."""
    return lambda keypoints, generator: resample(keypoints, fps)


def popped(count: int, frames: int, joints: int) -> Change:
    """`count` times, `joints` joints are elsewhere for `frames` frames, by up to three bodies."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        for first in generator.integers(10, len(positions) - 10 - frames, count):
            chosen = generator.choice(17, joints, replace=False)
            away = generator.normal(0, 1, 2)
            away *= body_size(keypoints) * generator.uniform(0.3, 3) / np.linalg.norm(away)
            positions[first : first + frames, chosen] += away
        return replace(keypoints, positions=positions)

    return change


def _travelling(keypoints: Keypoints, loop_seconds: float) -> Keypoints:
    """Two thirds of a body size a second of travel, which jumps back at the end of every loop."""
    seconds = np.arange(len(keypoints)) / keypoints.fps % loop_seconds
    travel = 2 / 3 * body_size(keypoints) * seconds[:, None, None] * np.array([1.0, 0.1])
    return replace(keypoints, positions=keypoints.positions + travel.astype(np.float32))


def noisy(px_of_1000: float) -> Change:
    """Independent noise on every joint and frame, in thousandths of the body's size."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        noise = generator.normal(0, px_of_1000 / 1000 * body_size(keypoints), keypoints.positions.shape)
        return replace(keypoints, positions=keypoints.positions + noise.astype(np.float32))

    return change


def rest_pose_from(share: float, frames: int) -> Change:
    """From `share` of the piece on, a T-pose stands for `frames` frames; or the last ones."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        first = min(int(share * len(positions)), len(positions) - frames)
        positions[first : first + frames] = positions[0] + generator.normal(0, 0.2 * body_size(keypoints), (17, 2))
        return replace(keypoints, positions=positions)

    return change


def moving_holds(fps: float, frames: int, drift: float, tremble: float) -> Change:
    """On `frames`, each pose drifting by `drift` of the way to the next and trembling by `tremble` body sizes."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        moved = resample(keypoints, fps)
        frame = np.arange(len(moved))
        shown = frame // frames * frames
        pose, after = moved.positions[shown], moved.positions[np.minimum(shown + frames, len(moved) - 1)]
        positions = pose + drift * ((frame - shown) / frames)[:, None, None] * (after - pose)
        noise = generator.normal(0, tremble * body_size(keypoints), positions.shape)
        return replace(moved, positions=(positions + noise).astype(np.float32))

    return change


def ones_and_twos(fps: float) -> Change:
    """Passages on ones between passages on twos."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        moved = resample(keypoints, fps)
        shown, first = np.arange(len(moved)), 0
        while first < len(moved):
            on_twos = shown[first : first + int(generator.uniform(1, 3) * fps)]
            on_twos[1::2] = on_twos[: len(on_twos) // 2 * 2 : 2]
            first += len(on_twos) + int(generator.uniform(0.5, 1.5) * fps)
        return replace(moved, positions=moved.positions[shown])

    return change


def teleported(count: int) -> Change:
    """`count` times the whole body goes on elsewhere."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        for first in generator.integers(10, len(positions) - 10, count):
            positions[first:] += (1.5 * body_size(keypoints) * generator.normal(size=2)).astype(np.float32)
        return replace(keypoints, positions=positions)

    return change


def exchanged(count: int) -> Change:
    """In `count` frames left and right are exchanged."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        order = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]
        for frame in generator.integers(10, len(positions) - 10, count):
            positions[frame] = positions[frame, order]
        return replace(keypoints, positions=positions)

    return change


def enlarged(count: int, times: float) -> Change:
    """In `count` frames the body is `times` as large."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        for frame in generator.integers(10, len(positions) - 10, count):
            middle = positions[frame].mean(axis=0)
            positions[frame] = middle + times * (positions[frame] - middle)
        return replace(keypoints, positions=positions)

    return change


CHANGES: Mapping[str, Change] = {
    "as it is": lambda keypoints, generator: keypoints,
    "on twos, 24 fps": held(24.0, 2),
    "on threes, 24 fps": held(24.0, 3),
    "on fours, 24 fps": held(24.0, 4),
    "on twos, 25 fps": held(25.0, 2),
    "on threes, 30 fps": held(30.0, 3),
    "twos and threes, 24 fps": held_unevenly,
    "12 fps shown at 60": held(60.0, 5),
    "12 fps": slow_camera(12.0),
    "8 fps": slow_camera(8.0),
    "one frame pops": popped(1, 1, 17),
    "five pops of a wrist": popped(5, 1, 1),
    "three pops of 3 frames": popped(3, 3, 17),
    "four frames, body elsewhere": popped(4, 1, 17),
    "travel": lambda keypoints, generator: _travelling(keypoints, np.inf),
    "travel jumps back": lambda keypoints, generator: _travelling(keypoints, 3.0),
    "rest pose, 1 frame": rest_pose_from(0.0, 1),
    "rest pose, 12 frames": rest_pose_from(0.0, 12),
    "noise 5 per mille": noisy(5),
    "noise 10 per mille": noisy(10),
}
LEFT_OUT: Mapping[str, Change] = {
    "on twos, 48 fps": held(48.0, 2),
    "on fives, 30 fps": held(30.0, 5),
    "on sixes, 24 fps": held(24.0, 6),
    "ones and twos, 25 fps": ones_and_twos(25.0),
    "moving holds of 3, 25 fps": moving_holds(25.0, 3, 0.1, 0.0),
    "trembling holds of 4, 30 fps": moving_holds(30.0, 4, 0.0, 5e-4),
    "9 fps": slow_camera(9.0),
    "six pops of 2 frames": popped(6, 2, 1),
    "four frames, left is right": exchanged(4),
    "three frames, body double": enlarged(3, 2.0),
    "two teleports": teleported(2),
    "travel jumps back each 1.4 s": lambda keypoints, generator: _travelling(keypoints, 1.4),
    "rest pose of 7 frames inside": rest_pose_from(0.6, 7),
    "rest pose of 30 frames inside": rest_pose_from(0.35, 30),
    "rest pose of 12 at the end": rest_pose_from(1.0, 12),
    "noise 7 per mille": noisy(7),
}
"""Not looked at while anything was tuned."""
