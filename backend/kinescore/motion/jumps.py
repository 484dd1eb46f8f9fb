"""What no body does: frames that pop out of the movement and back, and jumps of the whole body from frame to frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import fill_unseen

POP_SECONDS = 0.17
"""A longer excursion is a movement."""
BROKEN_FRAMES = 3
"""So few may each be somewhere else: frames that are wrong in their own way, or two pops and a good frame between."""
POP_SIZE = 0.05
"""Body sizes; a smaller pop is jitter, which smoothing removes."""
OF_POINTS = 0.4
"""Pop or jump, the same of what is no body, which squashes, recoils and vibrates."""
WHOLE_FRAME = 0.3
"""Where more of the joints pop together, nothing in the frame is to be trusted."""
JUMP_SIZE = 0.12
"""Body sizes, of half of all joints between two frames: a body that runs goes three sizes a second."""
SUDDEN = 4.0
"""As many times farther than in the frames around; an abrupt start or stop takes two frames or more."""
SETTLE_SECONDS = 0.5
"""Over this long the pose after a jump gives way to what it would have been without."""


def steps_of(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far every joint of `positions` [T, J, D] goes from frame to frame, [T - 1, J]; step t leads to frame
    t + 1. Summed by einsum, many times faster here than numpy's norm."""
    return _lengths(np.diff(positions, axis=0))


def _lengths(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.sqrt(np.einsum("...d,...d->...", vectors, vectors)), np.float64)


def pops(positions: NDArray[np.float64], fps: float, least: float) -> NDArray[np.bool_]:
    """Return where a joint leaves its path and is back after POP_SECONDS at most, [T, J].

    positions: [T, J, D]. The way there and the way back are each farther than `least`, same unit, and much farther than
    what the joint does in the frames before, between and after, and end close to where they began. That is asked of the
    joint in the picture and beside the others: they may jump together in the same frame.
    """
    out = _excursions(positions, fps, least)
    if _any_leaves_the_others(positions, least):
        out |= _excursions(positions - _together(positions), fps, least)
    out[out.mean(axis=1) > WHOLE_FRAME] = True
    return out


def without_pops(positions: NDArray[np.float64], popped: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return `positions` [T, J, D], bridged where `popped` [T, J]; single joints as they go with the others."""
    whole = popped.all(axis=1, keepdims=True)
    positions = fill_unseen(positions, ~np.broadcast_to(whole, popped.shape))
    together = _together(positions)
    return fill_unseen(positions - together, ~popped) + together


def _together(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """[T, 1, D]: the way that most joints went so far."""
    steps = np.median(np.diff(positions, axis=0, prepend=positions[:1]), axis=1, keepdims=True)
    return np.cumsum(steps, axis=0)


def _any_leaves_the_others(positions: NDArray[np.float64], least: float) -> bool:
    """Whether any joint goes farther than `least` beside most joints in a frame, which takes half of that at once."""
    step = np.diff(positions, axis=0)
    step = step[_lengths(step).max(axis=1, initial=0.0) > least / 2]
    return bool((_lengths(step - np.median(step, axis=1, keepdims=True)) > least).any())


def _excursions(positions: NDArray[np.float64], fps: float, least: float) -> NDArray[np.bool_]:
    out = np.zeros(positions.shape[:2], dtype=bool)
    way = steps_of(positions)
    fast = np.flatnonzero((way > least).any(axis=0))  # no other joint can pop
    positions, way = positions[:, fast], np.pad(way[:, fast], [(1, 1), (0, 0)])  # still before and after the piece
    for length in range(1, min(max(1, round(POP_SECONDS * fps)), len(positions) - 4) + 1):
        there, back = way[1 : -length - 1], way[length + 1 : -1]
        around = np.maximum(way[: -length - 2], way[length + 2 :])
        for between in range(1, length if length > BROKEN_FRAMES else 1):
            around = np.maximum(around, way[1 + between : -length - 1 + between])
        nearer = np.minimum(there, back)
        frame, joint = np.nonzero(nearer > np.maximum(least, SUDDEN * around))
        left = _lengths(positions[frame + length + 1, joint] - positions[frame, joint])
        is_back = left < 0.5 * nearer[frame, joint]
        for shift in range(length):
            out[frame[is_back] + 1 + shift, fast[joint[is_back]]] = True
    return out


def jumps(positions: NDArray[np.float64], least: float) -> NDArray[np.int64]:
    """Return the frames [K] into which half of all joints jump farther than `least`, for one frame only.

    positions: [T, J, D] without pops. least: more than a body can, same unit. Where nothing moves but by jumps, from
    pose to pose, these are the movement, and none is returned.
    """
    ways = steps_of(positions)
    if 2 * (ways > least).sum(axis=1).max(initial=0) < ways.shape[1]:
        return np.zeros(0, np.int64)
    way = np.median(ways, axis=1)
    padded = np.pad(way, 2, mode="edge" if len(way) < 3 else "reflect")
    around = np.maximum(padded[1 : 1 + len(way)], padded[3 : 3 + len(way)])
    at = np.flatnonzero(way > np.maximum(least, SUDDEN * around)) + 1
    return at if _moving(positions, at).any() else at[:0]


def without_jumps(positions: NDArray[np.float64], at: NDArray[np.int64], fps: float) -> NDArray[np.float64]:
    """Return `positions` [T, J, D] without the jumps into the frames `at`.

    What all joints jump together is taken off everything that follows: travel that starts anew goes on. What is left of
    the jump, another pose, fades over SETTLE_SECONDS after it. A pose that only stands between jumps, as the rest pose
    of a rig does, is no movement: it is bridged, and at either end the nearest pose of the movement stands in for it.
    """
    result = positions.copy()
    moving = _moving(positions, at)
    for frame in at:
        if moving[frame] and moving[frame - 1]:
            _close(result, int(frame), fps)
    return fill_unseen(result, np.repeat(moving[:, None], positions.shape[1], axis=1))


def _close(positions: NDArray[np.float64], frame: int, fps: float) -> None:
    """Go on in `frame`, in place, as the movement did before."""
    expected = positions[frame - 1] + (positions[frame - 1] - positions[frame - 2] if frame > 1 else 0.0)
    gap = positions[frame] - expected
    together = np.median(gap, axis=0)
    positions[frame:] -= together
    count = min(len(positions) - frame, max(1, round(SETTLE_SECONDS * fps)))
    fade = 0.5 + 0.5 * np.cos(np.pi * np.arange(count) / count)
    positions[frame : frame + count] -= fade[:, None, None] * (gap - together)


def _moving(positions: NDArray[np.float64], at: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which frames [T] lie in a part, between the jumps into `at`, in which anything moves."""
    parts = np.split(positions, at)
    reach = np.array([np.ptp(part, axis=0).max() for part in parts])
    least = 1e-3 * max(float(np.median(np.ptp(positions, axis=1).max(axis=1))), float(reach.max()))
    return np.repeat(reach > least, [len(part) for part in parts])
