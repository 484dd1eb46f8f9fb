"""Contacts of what is no body, told apart: on what stays where it was put down it walks, all else hits something."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind, apart, pans
from kinescore.dance.hit_detection import tracking_noise
from kinescore.dance.impacts import contacts_of_points
from kinescore.motion.keypoints import Keypoints, body_size

STANDS_SECONDS, STANDS = 0.1, 0.03
"""So long after it was put down a foot stays where it is, but for this much, in body sizes."""
GOES_ON = 0.1
"""Body sizes per second at which at least one other point goes on meanwhile; where all stop, it is a crash."""
GAP_SECONDS = 0.09
WEAKEST = 0.04
"""Of the strongest contact; bounces die away by the same share each."""
LOUDNESS = 0.5
"""Power of its strength with which a contact is heard, so that the last bounces still are."""


def impacts_of_points(keypoints: Keypoints, who: int) -> FoleyEvents:
    """Return where the points of `keypoints` are thrown back or stopped by what they meet, in time order."""
    return _told_apart(keypoints, who, FoleyKind.IMPACTS)


def steps_of_points(keypoints: Keypoints, who: int) -> FoleyEvents:
    """Return where points of `keypoints` are put down and stand while others go on, in time order."""
    return _told_apart(keypoints, who, FoleyKind.STEPS)


def _told_apart(keypoints: Keypoints, who: int, kind: FoleyKind) -> FoleyEvents:
    found = contacts_of_points(keypoints, tracking_noise(keypoints))
    times, jolts = (np.concatenate([group[place] for group in found]) for place in (0, 1))
    columns = np.repeat(np.arange(len(found)), [len(group[0]) for group in found])
    share = jolts / max(float(jolts.max(initial=0.0)), 1e-9)
    of_kind = _stands(keypoints, times, columns) == (kind is FoleyKind.STEPS)
    chosen = np.flatnonzero(of_kind & (share > WEAKEST))
    events = []
    for index in chosen[apart(times[chosen], jolts[chosen], GAP_SECONDS)]:
        pan = pans(keypoints, (int(keypoints.followed[columns[index]]),), times[index : index + 1])
        events.append(FoleyEvent(float(times[index]), kind, float(share[index] ** LOUDNESS), float(pan[0]), who))
    return tuple(events)


def _stands(keypoints: Keypoints, times: NDArray[np.float64], columns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the point of each contact, [K], stands after it while another goes on, [K]."""
    points = keypoints.positions[:, keypoints.followed].astype(np.float64) / body_size(keypoints)
    frames = max(1, round(STANDS_SECONDS * keypoints.fps))
    first = np.clip(np.ceil(times * keypoints.fps).astype(np.int64) + 1, 0, len(points) - 1)
    last = np.minimum(first + frames, len(points) - 1)
    moved = np.linalg.norm(points[last] - points[first], axis=2)
    own = moved[np.arange(len(times)), columns]
    others = moved.copy()
    others[np.arange(len(times)), columns] = 0.0
    return np.asarray((own < STANDS) & (others.max(axis=1, initial=0.0) > GOES_ON * STANDS_SECONDS))
