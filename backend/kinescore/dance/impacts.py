"""Contacts of anything that is no body: where a point is suddenly thrown back or stopped, by whatever it met.

Bounces get quicker and weaker until three frames hold one, so they are read from the frames themselves, without the
smoothing that a body's movement gets.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.hit_candidates import LEAST_CHANGE, Candidates, joined
from kinescore.dance.hit_points import HitKind
from kinescore.dance.movement import RATE_HZ
from kinescore.dance.peaks import crests
from kinescore.motion.keypoints import Keypoints, body_size

ARM_SECONDS = 1 / 30
"""Velocity before and after is measured over one frame and over this long; a contact may take as long."""
ON_ITS_WAY = 0.15
"""Share of the change of velocity that it moved with before; what starts from rest is met by nothing."""
SPED_UP = 0.7
"""Cosine between movement and change from which on it is only driven faster on its way."""
SUDDEN = 1.4
"""As many times more than shortly before and after; what swings changes evenly, what falls always by as much."""
NOISE_MARGIN = 6.0
USUAL_SECONDS = 2.0
"""What falls changes its velocity all the time by as much; the median over this long is no contact."""


def impacts(keypoints: Keypoints, noise: float) -> Candidates:
    """Return the impacts of all points that `keypoints` follows; strengths are changes of velocity, body sizes/s.

    noise: standard deviation of the positions, body sizes.
    """
    found = contacts_of_points(keypoints, noise)
    shape = int(keypoints.seconds * RATE_HZ) + 1, len(found)
    return joined([times for times, _ in found], [jolts for _, jolts in found], shape, HitKind.CONTACT)


def contacts_of_points(keypoints: Keypoints, noise: float) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Return times [K] s and changes of velocity [K], body sizes/s, of the contacts of each point that is followed.

    A contact that is seen over both arms stands there twice, each time with 1 / sqrt(2) of its strength.
    """
    arms = sorted({1, max(1, round(ARM_SECONDS * keypoints.fps))})
    points = keypoints.positions[:, keypoints.followed].astype(np.float64) / body_size(keypoints)
    contacts = []
    for column in range(points.shape[1]):
        found = [_impacts_of(points[:, column], arm, keypoints.fps, noise) for arm in arms]
        jolts = np.concatenate([jolt for _, jolt in found]) / np.sqrt(len(arms))  # found in all: counted once
        contacts.append((np.concatenate([when for when, _ in found]), jolts))
    return contacts


def _impacts_of(
    path: NDArray[np.float64], arm: int, fps: float, noise: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Times [K] s and changes of velocity [K] of one point's `path` [T,2], each within `arm` frames."""
    least = max(LEAST_CHANGE, NOISE_MARGIN * 2.0 * noise * fps / arm)
    count = len(path) - 3 * arm  # place j asks whether something was met between frames j + arm and j + 2 arm
    if count < 1:
        return np.zeros(0), np.zeros(0)
    a, b, c, d = (path[step * arm : step * arm + count] for step in range(4))
    before, after = (b - a) * fps / arm, (d - c) * fps / arm
    change = after - before
    change = change - _usual(change, fps)
    jolt = np.linalg.norm(change, axis=1)
    way = change / np.maximum(jolt, 1e-12)[:, None]
    padded = np.pad(jolt, 2 * arm)
    sudden = jolt > SUDDEN * np.maximum(padded[:count], padded[4 * arm :])
    speed, with_it = np.linalg.norm(before, axis=1), np.sum(before * way, axis=1)
    met = (speed > ON_ITS_WAY * jolt) & (with_it < SPED_UP * speed) & sudden & (jolt > least)
    at = crests(jolt)
    at = at[met[at]]
    # Met where the straight lines of before and after cross, along the change.
    thrown = np.sum((after - before) * way, axis=1)[at]
    crossing = np.sum((after * arm / fps - (c - b)) * way, axis=1)[at] / np.maximum(thrown, 1e-12)
    late = np.clip(crossing, 0.0, arm / fps)
    return (at + arm) / fps + late, jolt[at]


def _usual(change: NDArray[np.float64], fps: float) -> NDArray[np.float64]:
    """Median of `change` [N,2] over USUAL_SECONDS around each of its samples, [N,2]."""
    window = min(len(change), max(3, round(USUAL_SECONDS * fps)))
    starts = np.arange(0, len(change) - window + 1, max(1, window // 4))
    medians = np.stack([np.median(change[start : start + window], axis=0) for start in starts])
    at = np.arange(len(change))
    return np.stack([np.interp(at, starts + window / 2, medians[:, axis]) for axis in range(2)], axis=1)
