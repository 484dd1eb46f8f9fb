"""Tracks, taken apart where they glide from one person to another: clothes of other colours show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.video.people import Track, unlike

OTHER_CLOTHES = 22.0
"""Distance in CIE Lab: a track whose looks change by more has gone over to somebody else."""
LOOKED_SECONDS, LET_OUT_SECONDS = 0.5, 0.1
"""So long before and after a moment looks are compared, but for the moment itself."""


@dataclass(frozen=True)
class Part:
    """A track, or what is left of it between two changes. frames [N], poses [N, 17, 3], look [6]; shot: its number."""

    frames: NDArray[np.int64]
    poses: NDArray[np.float32]
    look: NDArray[np.float32]
    shot: int

    @property
    def movement(self) -> float:
        """Px that its joints go in all, by the median joint of each frame: large and lively is much."""
        return float(np.median(np.linalg.norm(np.diff(self.poses[..., :2], axis=0), axis=2), axis=1).sum())

    def overlaps(self, other: Part) -> bool:
        """Whether both are seen at some time; who is seen between the frames of another counts as well."""
        return bool(self.frames[0] <= other.frames[-1] and other.frames[0] <= self.frames[-1])


def taken_apart(track: Track, times: NDArray[np.float64], shots: NDArray[np.int64]) -> Iterator[Part]:
    """The parts of a track between the moments in which its looks become another's."""
    frames, poses, looks = np.array(track.frames), track.poses, track.looks
    edges = [0, *_changes(looks, times[frames]), len(frames)]
    for first, end in pairwise(edges):
        yield Part(frames[first:end], poses[first:end], _typical(looks[first:end]), int(shots[frames[first]]))


def _changes(looks: NDArray[np.float32], times: NDArray[np.float64]) -> list[int]:
    """Indices from which on looks [N, 6] stay others than before."""
    step = np.zeros(len(times))
    for index in range(len(times)):
        first, until = np.searchsorted(times, [times[index] - LOOKED_SECONDS, times[index] - LET_OUT_SECONDS])
        after, last = np.searchsorted(times, [times[index] + LET_OUT_SECONDS, times[index] + LOOKED_SECONDS])
        if until - first > 2 and last - after > 2:
            step[index] = unlike(_typical(looks[first:until]), _typical(looks[after:last]))
    changes: list[int] = []
    while len(step) and step.max() > OTHER_CLOTHES:
        index = int(step.argmax())
        changes.append(index)
        step[np.abs(times - times[index]) < LOOKED_SECONDS] = 0.0
    return sorted(changes)


def _typical(looks: NDArray[np.float32]) -> NDArray[np.float32]:
    """[6], the median of looks [N, 6]; NaN where a part of the body is not seen at all."""
    known = ~np.isnan(looks)
    return np.array(
        [np.median(column[seen]) if seen.any() else np.nan for column, seen in zip(looks.T, known.T, strict=True)],
        np.float32,
    )
