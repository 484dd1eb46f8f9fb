"""One movement through all shots of a film, whoever is in them.

At a cut, or where one is lost and another is found, the next one goes on from the place and in the size of the last, so
that nothing but movement is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE

SHORTEST_SECONDS = 0.5
"""Who is seen for less than this, beside others who are seen for longer, was probably nobody."""
SAME_DISTANCE, SAME_SPEED = 0.2, 2.0
"""In body sizes and body sizes per second: found again farther away than this, it is somebody else."""
SAME_POSE = 0.1
"""In body sizes, of half of all joints: who moves by less than this over a cut was not cut."""
SAME_SIZE = 1.5
"""Found again larger or smaller by more than this, it is somebody else."""
SETTLE_SECONDS = 0.5
"""Over so long the pose after a change gives way to the one before."""
BEFORE_CHANGE, AFTER_CHANGE = 0.1, 0.2
"""Seconds around a change in which nothing counts as seen: what moves there is not the person."""
TOLD_SECONDS = 0.5
"""Shorter gaps are bridged without a word."""


@dataclass(frozen=True)
class Followed:
    """poses: [T, 17, 3] as one movement, confidence 0 where nobody is seen and around each change. changes: frames in
    which another person or shot takes over."""

    poses: NDArray[np.float32]
    changes: tuple[int, ...]


def followed_through(poses: NDArray[np.float32], times: NDArray[np.float64], is_cut: NDArray[np.bool_]) -> Followed:
    """Join what was found in each frame into one movement.

    poses: [T, 17, 3] x, y px as seen by a camera at rest, confidence, 0 where nobody is. times: [T] s, increasing.
    is_cut: [T], whether another shot, or another's movement, begins with the frame. A film of one person in one shot
    stays as it is; from the first change on, sizes are those of the first person.
    """
    starts = _starts(poses, times, is_cut)
    bounds = [*starts, len(poses)]
    last_seen = [_seen(poses[first:end])[-1] + first for first, end in pairwise(bounds)]
    lengths = [times[last] - times[first] for first, last in zip(starts, last_seen, strict=True)]
    poses = poses.copy()
    if lengths and max(lengths) >= SHORTEST_SECONDS:
        for first, last, seconds in zip(starts, last_seen, lengths, strict=True):
            if seconds < SHORTEST_SECONDS:
                poses[first : last + 1] = 0.0
    starts = _starts(poses, times, is_cut)
    bounds = [*starts, len(poses)]
    for before, first, end in zip(bounds, bounds[1:], bounds[2:], strict=False):
        _go_on(poses, times, slice(before, first), slice(first, end), slice(starts[0], starts[1]))
    for first in starts[1:]:
        around = (times > times[first] - BEFORE_CHANGE) & (times < times[first] + AFTER_CHANGE)
        poses[around, :, 2] = 0.0
    return Followed(poses, tuple(starts[1:]))


def nobody_note(is_seen: NDArray[np.bool_], times: NDArray[np.float64]) -> tuple[str, ...]:
    """A sentence about where nobody is seen. is_seen: [T]."""
    step = float(np.median(np.diff(times)))
    edges = np.flatnonzero(np.diff((~is_seen).astype(np.int8), prepend=0, append=0)).reshape(-1, 2)
    gaps = [(times[first], times[end - 1] + step) for first, end in edges]
    gaps = [gap for gap in gaps if gap[1] - gap[0] >= TOLD_SECONDS]
    if not gaps:
        return ()
    where = listed([f"from {clock(start)} to {clock(end)}" for start, end in gaps])
    seconds = sum(end - start for start, end in gaps)
    return (f"Nobody is seen for {seconds:.1f} s, {where}; the beat goes on there, without accents.",)


def change_note(changes: Sequence[int], times: NDArray[np.float64]) -> tuple[str, ...]:
    """A sentence about where somebody else takes over. changes: frames."""
    if not changes:
        return ()
    where = listed([f"at {clock(times[frame])}" for frame in changes])
    return (f"Another shot or another person is followed {where}; such a change is no accent.",)


def _starts(poses: NDArray[np.float32], times: NDArray[np.float64], is_cut: NDArray[np.bool_]) -> list[int]:
    """The frames in which somebody is first seen: at all, after a cut, or elsewhere than the one before."""
    shot = np.cumsum(is_cut)
    starts: list[int] = []
    last = -1
    for frame in _seen(poses).tolist():
        same = _same_pose if shot[frame] != shot[last] else _same_place
        if last < 0 or not same(poses, times, last, frame):
            starts.append(frame)
        last = frame
    return starts


def _same_place(poses: NDArray[np.float32], times: NDArray[np.float64], last: int, frame: int) -> bool:
    """Whether the person in `frame` may be the one in `last`; of who was never lost it is believed."""
    if frame == last + 1:
        return True
    sizes = _sizes(poses[[last, frame]])
    larger, smaller = float(sizes.max()), float(sizes.min())
    centres = np.median(poses[[last, frame], :, :2], axis=1)
    way = float(np.hypot(*(centres[1] - centres[0])))
    seconds = float(times[frame] - times[last])
    return larger <= SAME_SIZE * smaller and way <= larger * (SAME_DISTANCE + SAME_SPEED * seconds)


def _same_pose(poses: NDArray[np.float32], times: NDArray[np.float64], last: int, frame: int) -> bool:
    """Whether a person goes on moving over what only looks like a cut: a flash, a whip of the camera."""
    way = np.linalg.norm(poses[frame, :, :2] - poses[last, :, :2], axis=1)
    return float(np.median(way)) <= SAME_POSE * float(_sizes(poses[[last]])[0])


def _go_on(poses: NDArray[np.float32], times: NDArray[np.float64], last: slice, new: slice, model: slice) -> None:
    """Change the poses in `new` so that they go on from those in `last`, in the size of those in `model`."""
    seen = _seen(poses[new]) + new.start
    moved = poses[seen, :, :2].astype(np.float64)
    size, wanted = (float(np.median(_sizes(poses[part][_seen(poses[part])]))) for part in (new, model))
    if size > 0 and wanted > 0:
        moved *= wanted / size
    end = _seen(poses[last])[-1] + last.start
    gap = moved[0] - poses[end, :, :2]
    together = np.median(gap, axis=0)
    way = np.minimum((times[seen] - times[seen[0]]) / SETTLE_SECONDS, 1.0)
    fade = 0.5 + 0.5 * np.cos(np.pi * way)
    poses[seen, :, :2] = moved - together - fade[:, None, None] * (gap - together)


def _seen(poses: NDArray[np.float32]) -> NDArray[np.int64]:
    return np.flatnonzero((poses[..., 2] >= LEAST_CONFIDENCE).any(axis=1))


def _sizes(poses: NDArray[np.float32]) -> NDArray[np.float64]:
    """[T], diagonals of the boxes around all joints, px."""
    extent = np.ptp(poses[..., :2].astype(np.float64), axis=1)
    return np.hypot(extent[:, 0], extent[:, 1])


def clock(seconds: float) -> str:
    """ "0:03.4", "1:02:03.4"."""
    minutes, rest = divmod(round(10 * seconds), 600)
    hours, minutes = divmod(minutes, 60)
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{rest // 10:02}.{rest % 10}"


def listed(parts: Sequence[str], most: int = 4) -> str:
    if len(parts) > most:
        return f"{len(parts)} times, first {parts[0]}"
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
