"""Following one person through frames in which several were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE

MAX_PEOPLE = 20
"""So many are told apart in a frame: the heaviest."""
REACH_AT_ONCE = 0.5
"""How far a person may be from where they were last seen, in their own height; it grows by one height a second."""


@dataclass(frozen=True)
class _Sight:
    """A person in one frame. centre: [2] px. height: px of what is seen. weight: height times mean confidence."""

    pose: NDArray[np.float64]
    centre: NDArray[np.float64]
    height: float
    weight: float


@dataclass
class _Track:
    """One person over time: the last sight and its frame, all poses by frame, and the weight of all sights."""

    last: _Sight
    frame: int
    weight: float = 0.0
    poses: dict[int, NDArray[np.float64]] = field(default_factory=dict)

    def add(self, sight: _Sight, frame: int) -> None:
        self.last, self.frame = sight, frame
        self.weight += sight.weight
        self.poses[frame] = sight.pose


def follow_person(people: Sequence[Sequence[NDArray[np.float64]]], fps: float) -> NDArray[np.float64]:
    """Poses [T, 17, 3] (x, y px, confidence) of the one who is large and surely seen for longest; 0 where unseen.

    people: for each frame the poses [17, 3] found in it, in any order. From frame to frame whoever is nearest to where
    someone was last seen is taken for the same person. The heaviest track (height times confidence, summed over
    frames) is returned.
    """
    tracks: list[_Track] = []
    for frame, poses in enumerate(people):
        sights = sorted(filter(None, map(_see, poses)), key=lambda sight: -sight.weight)[:MAX_PEOPLE]
        _join(tracks, sights, frame, fps)
        tracks = sorted(tracks, key=lambda track: -track.weight)[: 2 * MAX_PEOPLE]
    followed = np.zeros((len(people), 17, 3))
    if tracks:
        for frame, pose in tracks[0].poses.items():
            followed[frame] = pose
    return followed


def _see(pose: NDArray[np.float64]) -> _Sight | None:
    seen = pose[pose[:, 2] >= LEAST_CONFIDENCE]
    if len(seen) < 2:
        return None
    height = max(float(np.ptp(seen[:, :2], axis=0).max()), 1.0)
    ordered = np.sort(seen[:, :2], axis=0)  # np.median takes three times as long, once for everybody in every frame
    centre = (ordered[(len(seen) - 1) // 2] + ordered[len(seen) // 2]) / 2
    return _Sight(pose, centre, height, height * float(np.minimum(seen[:, 2], 1.0).mean()))


def _join(tracks: list[_Track], sights: list[_Sight], frame: int, fps: float) -> None:
    """Give each sight to the track it is nearest to, nearest pairs first; a sight out of every reach starts a track."""
    pairs = []
    for t, track in enumerate(tracks):
        away = REACH_AT_ONCE + (frame - track.frame) / fps
        for s, sight in enumerate(sights):
            distance = float(np.hypot(*(sight.centre - track.last.centre)))
            reach = away * max(track.last.height, sight.height)
            if distance <= reach:
                pairs.append((distance / reach, t, s))
    free = dict(enumerate(sights))
    joined: set[int] = set()
    for _, t, s in sorted(pairs):
        if t not in joined and s in free:
            tracks[t].add(free.pop(s), frame)
            joined.add(t)
    for sight in free.values():
        tracks.append(_Track(sight, frame))
        tracks[-1].add(sight, frame)
