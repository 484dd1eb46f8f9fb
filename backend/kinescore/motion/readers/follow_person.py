"""Following people through frames in which several were found."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE

MAX_PEOPLE = 20
"""So many are told apart in a frame: the heaviest."""
MOST_FOLLOWED, LEAST_OF_LEADER = 6, 0.1
"""So many people are given out, of those with at least this share of the first one's weight and frames."""
_AT_ONCE = 4096  # frames
REACH_AT_ONCE = 0.5
"""How far a person may be from where they were last seen, in their own height; it grows by one height a second."""


@dataclass(frozen=True)
class _Sight:
    """A person in one frame. centre: x, y px. height: px of what is seen. weight: height times mean confidence."""

    pose: NDArray[np.float64]
    centre: tuple[float, float]
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


def follow_people(people: Sequence[Sequence[NDArray[np.float64]]], fps: float) -> list[NDArray[np.float32]]:
    """Poses [T, 17, 3] (x, y px, confidence) of people, the one who is large and surely seen for longest first; 0 where
    unseen.

    people: for each frame the poses [17, 3] found in it, in any order. From frame to frame whoever is nearest to where
    someone was last seen is taken for the same person. The heaviest tracks (height times confidence, summed over
    frames) are returned, at most MOST_FOLLOWED; beside the first those that have LEAST_OF_LEADER of its weight and
    frames. Where nobody is seen, one without any pose.
    """
    tracks: list[_Track] = []
    for frame, sights in enumerate(_sights(people)):
        _join(tracks, sorted(sights, key=lambda sight: -sight.weight)[:MAX_PEOPLE], frame, fps)
        tracks = sorted(tracks, key=lambda track: -track.weight)[: 2 * MAX_PEOPLE]
    most = (LEAST_OF_LEADER * tracks[0].weight, LEAST_OF_LEADER * len(tracks[0].poses)) if tracks else (0.0, 0.0)
    chosen = [track.poses for track in tracks if track.weight >= most[0] and len(track.poses) >= most[1]]
    return [_dense(poses, len(people)) for poses in chosen[:MOST_FOLLOWED] or [{}]]


def _dense(poses: Mapping[int, NDArray[np.float64]], frames: int) -> NDArray[np.float32]:
    """[frames, 17, 3]."""
    followed = np.zeros((frames, 17, 3), np.float32)
    for frame, pose in poses.items():
        followed[frame] = pose
    return followed


def _sights(people: Sequence[Sequence[NDArray[np.float64]]]) -> Iterator[list[_Sight]]:
    """Who is seen in each frame."""
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        found = [0, *accumulate(len(poses) for poses in some)]
        seen = _see([pose for poses in some for pose in poses])
        yield from (list(filter(None, seen[first:last])) for first, last in pairwise(found))


def _see(poses: Sequence[NDArray[np.float64]]) -> list[_Sight | None]:
    """Poses [17, 3] as seen, None where fewer than two joints are; all at once, which takes a fourth of the time."""
    if not len(poses):
        return []
    stacked = np.stack(poses)
    seen = (stacked[..., 2] >= LEAST_CONFIDENCE) & (stacked[..., :2] != 0).any(axis=2)  # (0, 0) is nowhere
    count = seen.sum(axis=1)
    rows = np.arange(len(poses))
    ordered = np.sort(np.where(seen[..., None], stacked[..., :2], np.inf), axis=1)
    last = np.maximum(count - 1, 0)
    with np.errstate(invalid="ignore"):  # of those who are not seen at all
        heights = np.maximum((ordered[rows, last] - ordered[:, 0]).max(axis=1), 1.0)
    centres = (ordered[rows, last // 2] + ordered[rows, np.minimum(count // 2, last)]) / 2
    means = np.where(seen, np.minimum(stacked[..., 2], 1.0), 0.0).sum(axis=1) / np.maximum(count, 1)
    weights = heights * means
    return [
        _Sight(pose, (x, y), height, weight) if joints > 1 else None
        for pose, (x, y), height, weight, joints in zip(
            poses, centres.tolist(), heights.tolist(), weights.tolist(), count.tolist(), strict=True
        )
    ]


def _join(tracks: list[_Track], sights: list[_Sight], frame: int, fps: float) -> None:
    """Give each sight to the track it is nearest to, nearest pairs first; a sight out of every reach starts a track."""
    pairs = []
    for t, track in enumerate(tracks):
        away = REACH_AT_ONCE + (frame - track.frame) / fps
        for s, sight in enumerate(sights):
            distance = math.dist(sight.centre, track.last.centre)
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
