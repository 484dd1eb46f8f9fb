"""Following people from frame to frame: who of those seen now is who of those seen before.

A person is looked for where their way leads, and told from others by the colours of their clothes.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE

REACH_AT_ONCE, REACH_SPEED = 0.5, 2.0
"""In body sizes and body sizes per second: farther away than this from where they were, it is somebody else."""
FORGOTTEN_SECONDS = 1.0
"""Who is found again after longer than this is joined by `who_is_who`, which knows the whole film."""
COLOURS_APART = 40.0
"""Distance in CIE Lab of clothes that counts as much as a way of a whole reach."""
STEADY = 0.7
"""How much of the speed so far is kept at each frame."""
_SHOULDERS_TO_KNEES = [5, 6, 11, 12, 13, 14]
_ACROSS = np.linspace(0.25, 0.75, 5)


@dataclass
class Track:
    """One person in one shot, seen without a long break. frames, poses and looks grow together: a number, [17, 3] (x, y
    px as seen by a camera at rest, confidence) and [6] (CIE Lab of trunk and thighs, NaN where not seen) for each."""

    frames: array[int] = field(default_factory=lambda: array("q"))
    _poses: array[float] = field(default_factory=lambda: array("f"))
    _looks: array[float] = field(default_factory=lambda: array("f"))

    @property
    def poses(self) -> NDArray[np.float32]:
        """[N, 17, 3]."""
        return np.array(self._poses, np.float32).reshape(-1, 17, 3)

    @property
    def looks(self) -> NDArray[np.float32]:
        """[N, 6]."""
        return np.array(self._looks, np.float32).reshape(-1, 6)

    def add(self, frame: int, pose: NDArray[np.float32], look: NDArray[np.float32]) -> None:
        """Put another frame behind the last."""
        self.frames.append(frame)
        self._poses.frombytes(np.ascontiguousarray(pose, np.float32).tobytes())
        self._looks.frombytes(np.ascontiguousarray(look, np.float32).tobytes())


@dataclass
class _Live:
    """A track that may go on: where its person is now, in px and px/s, and how they look."""

    track: Track
    seconds: float
    centre: NDArray[np.float64]
    size: float
    look: NDArray[np.float32]
    speed: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))


class People:
    """Follows everybody through the frames of one film. tracks: all so far, in the order in which they begin."""

    def __init__(self) -> None:
        self.tracks: list[Track] = []
        self._live: list[_Live] = []

    def add(
        self,
        frame: int,
        seconds: float,
        poses: NDArray[np.float32],
        looks: NDArray[np.float32],
        is_cut: bool,
    ) -> None:
        """Take in who is seen in the next frame: poses [P, 17, 3] as seen by a camera at rest, looks [P, 6]."""
        self._live = [live for live in self._live if not is_cut and seconds - live.seconds <= FORGOTTEN_SECONDS]
        seen = [index for index, pose in enumerate(poses) if (pose[:, 2] >= LEAST_CONFIDENCE).any()]
        places = {index: (np.median(poses[index][:, :2], axis=0), size_of(poses[index])) for index in seen}
        costs = [
            (cost, number, index)
            for number, live in enumerate(self._live)
            for index, (centre, size) in places.items()
            if (cost := _cost(live, seconds, centre, size, looks[index])) is not None
        ]
        for _, number, index in sorted(costs):
            if index in places and self._live[number].seconds < seconds:
                self._go_on(self._live[number], frame, seconds, poses[index], looks[index], *places.pop(index))
        for index, (centre, size) in places.items():
            live = _Live(Track(), seconds, centre, size, looks[index])
            live.track.add(frame, poses[index], looks[index])
            self._live.append(live)
            self.tracks.append(live.track)

    def _go_on(
        self,
        live: _Live,
        frame: int,
        seconds: float,
        pose: NDArray[np.float32],
        look: NDArray[np.float32],
        centre: NDArray[np.float64],
        size: float,
    ) -> None:
        now = (centre - live.centre) / (seconds - live.seconds)
        live.speed = STEADY * live.speed + (1 - STEADY) * now
        live.seconds, live.centre, live.size = seconds, centre, size
        live.look = np.where(
            np.isnan(live.look), look, np.where(np.isnan(look), live.look, 0.9 * live.look + 0.1 * look)
        )
        live.track.add(frame, pose, look)


def _cost(
    live: _Live, seconds: float, centre: NDArray[np.float64], size: float, look: NDArray[np.float32]
) -> float | None:
    """How little somebody seen now is like the one of `live`; None where it cannot be them."""
    away = seconds - live.seconds
    expected = live.centre + live.speed * min(away, 0.3)
    reach = max(size, live.size) * (REACH_AT_ONCE + REACH_SPEED * away)
    if np.hypot(*(centre - live.centre)) > reach:
        return None
    return float(np.hypot(*(centre - expected))) / reach + unlike(live.look, look) / COLOURS_APART


def size_of(pose: NDArray[np.float32]) -> float:
    """The diagonal of the box around all joints, px."""
    return float(np.hypot(*np.ptp(pose[:, :2].astype(np.float64), axis=0)))


def unlike(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """How far two looks [6] are from each other, in CIE Lab: mean of trunk and thighs; 0 where nothing is known."""
    apart = np.hypot.reduce((one - other).reshape(2, 3).astype(np.float64), axis=1)
    return 0.0 if np.isnan(apart).all() else float(np.nanmean(apart))


def looks_of(picture: NDArray[np.uint8], poses: NDArray[np.float32]) -> NDArray[np.float32]:
    """[P, 6]: the median colours, CIE Lab, inside of the trunk and along the thighs of poses [P, 17, 3] in px of
    `picture` [H, W, 3] RGB; NaN where they are not seen."""
    import cv2

    height, width = picture.shape[:2]
    looks = np.full((len(poses), 6), np.nan, np.float32)
    for look, pose in zip(looks, poses, strict=True):
        left, right, left_hip, right_hip, left_knee, right_knee = pose[_SHOULDERS_TO_KNEES, :2]
        trunk = _between(_between(left, right), _between(left_hip, right_hip)).reshape(-1, 2)
        thighs = np.concatenate([_between(left_hip, left_knee), _between(right_hip, right_knee)])
        for part, points in ((slice(0, 3), trunk), (slice(3, 6), thighs)):
            columns, rows = np.round(points).astype(int).T
            inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
            if inside.mean() > 0.5:
                colours = picture[rows[inside], columns[inside]][None].astype(np.float32) / 255
                look[part] = np.median(cv2.cvtColor(colours, cv2.COLOR_RGB2LAB)[0], axis=0)
    return looks


def _between(one: NDArray[np.floating[Any]], other: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Points at _ACROSS of the way from one [..., 2] to the other: [5, ..., 2]."""
    return one + np.multiply.outer(_ACROSS, other - one)
