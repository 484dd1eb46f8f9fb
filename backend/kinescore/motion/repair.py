"""Movement as it was meant: without popped frames and jumps, and smooth where the animation is stepped.

None of these are movement: a pop or a jump would be the strongest accent of the piece, and the rate of the poses its
tempo. What was repaired is said in sentences for the user.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.holds import find_stepping, unstepped
from kinescore.motion.jumps import JUMP_SIZE, OF_POINTS, POP_SIZE, jumps, pops, without_jumps, without_pops
from kinescore.motion.keypoints import Keypoints, Layout, body_size
from kinescore.motion.rest_poses import rest_poses

FAR_APART = 0.2
"""Seconds; poses that stand for so long or longer show every other beat of a quick dance at best."""


@dataclass(frozen=True)
class Repaired:
    """keypoints: as they are analysed. notes: what was changed, for the user. hold: frames each pose stood, 1 where the
    animation is not stepped."""

    keypoints: Keypoints
    notes: tuple[str, ...] = ()
    hold: int = 1


def repaired(keypoints: Keypoints) -> Repaired:
    """Return `keypoints` without what is no movement."""
    notes = []
    stepping = find_stepping(keypoints)
    if stepping is not None:
        keypoints = unstepped(keypoints, stepping)
        far_apart = stepping.hold >= FAR_APART * keypoints.fps
        notes.append(
            f"The animation is stepped, each pose standing for {stepping.hold} frames; tempo and hit points follow the "
            "movement from pose to pose." + " What lies between poses so far apart is not seen." * far_apart
        )
    size = body_size(keypoints)
    positions = keypoints.positions.astype(np.float64)
    body = keypoints.layout is Layout.COCO_17
    popped = pops(positions, keypoints.fps, size * (POP_SIZE if body else OF_POINTS))
    if popped.any() and not popped.all(axis=0).any():
        positions = without_pops(positions, popped)
        where = _list(np.flatnonzero(popped.any(axis=1)))
        notes.append(f"Joints that pop out of the movement and back were bridged, in {where}.")
    jumped = jumps(positions, size * (JUMP_SIZE if body else OF_POINTS))
    if body:
        jumped = np.union1d(jumped, rest_poses(positions, size * JUMP_SIZE))
    if len(jumped):
        positions = without_jumps(positions, jumped, keypoints.fps)
        notes.append(f"The movement jumps into {_list(jumped)}; a jump is no accent.")
    if not notes:
        return Repaired(keypoints)
    moved = replace(keypoints, positions=positions.astype(np.float32))
    return Repaired(moved, tuple(notes), 1 if stepping is None else stepping.hold)


def _list(frames: NDArray[np.int64], most: int = 4) -> str:
    """ "frame 7", "frames 7 and 9", "22 frames, the first being 71"; the first of all frames is 0."""
    if len(frames) == 1:
        return f"frame {frames[0]}"
    if len(frames) > most:
        return f"{len(frames)} frames, the first being {frames[0]}"
    told = [str(frame) for frame in frames]
    return f"frames {', '.join(told[:-1])} and {told[-1]}"
