"""A short movement that repeats, such as a walk cycle: seen as it goes on, it says what a single round cannot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.hit_points import HitPoint
from kinescore.dance.timing import Timing
from kinescore.motion.keypoints import Keypoints

LONGEST_SECONDS = 20.0
"""Of a round; longer ones have rhythm enough of their own."""
SEEN_SECONDS = 12.0
FEWEST_ROUNDS = 4
CLOSING_STEPS = 1.5
"""From the last frame back to the first the body moves at most this much farther than in its longest step between."""
SAME_MOMENT_SECONDS = 0.015
"""So near the end of a round a hit point is at the beginning of the next."""
SAME_HIT_SECONDS = 0.06


def is_cycle(keypoints: Keypoints) -> bool:
    """Whether the frame after the last may be the first again, and a round is no longer than LONGEST_SECONDS."""
    positions = keypoints.positions
    if len(positions) < 3 or keypoints.seconds > LONGEST_SECONDS:
        return False
    around = np.concatenate([positions, positions[:1]])
    steps = np.nanmean(np.linalg.norm(np.diff(around, axis=0), axis=2), axis=1)
    return bool(steps[-1] <= CLOSING_STEPS * steps[:-1].max())


def analyse_cycle(keypoints: Keypoints, timing: Timing) -> DanceAnalysis:
    """Return the analysis of one round of a cycle, found in many rounds of it one after another.

    Tempo, metre and shift that `timing` fixes hold. Hit points are those of all rounds but the first and the last, as
    of one, so that those at the seam are found as well.
    """
    seconds, frames = keypoints.seconds, len(keypoints)
    rounds = max(FEWEST_ROUNDS, round(SEEN_SECONDS / seconds))
    going_on = Keypoints(
        np.tile(keypoints.positions, (rounds, 1, 1)),
        np.tile(keypoints.confidence, (rounds, 1)),
        keypoints.fps,
        keypoints.size,
        keypoints.layout,
    )
    seen = analyse(going_on, timing)
    first = (rounds // 2) * seconds
    grid = seen.grid
    inside = np.flatnonzero((grid.beats >= first - 1e-9) & (grid.beats < first + seconds - 1e-9))
    inside = inside if len(inside) else np.array([int(np.argmin(np.abs(grid.beats - first)))])
    beats = np.clip(grid.beats[inside] - first, 0.0, None)
    ones = np.flatnonzero(np.isin(inside, grid.downbeats))
    start = round(first * keypoints.fps)
    return replace(
        seen,
        seconds=seconds,
        energy=seen.energy[start : start + frames],
        grid=replace(grid, beats=beats, downbeats=ones.astype(np.int64), metres=(grid.metre,)),
        hits=_of_one_round(seen, seconds, rounds),
        as_found=None,
    )


def _of_one_round(seen: DanceAnalysis, seconds: float, rounds: int) -> tuple[HitPoint, ...]:
    """The hits of all inner rounds, in time from the beginning of theirs; the heaviest of those at one moment."""
    inner = [hit for hit in seen.hits if seconds <= hit.time_s < (rounds - 1) * seconds]
    folded = [replace(hit, time_s=_folded(hit.time_s, seconds)) for hit in inner]
    kept: list[HitPoint] = []
    for hit in sorted(folded, key=lambda hit: (-hit.weight, hit.time_s)):
        apart = (abs(hit.time_s - other.time_s) for other in kept)
        if all(min(gap, seconds - gap) > SAME_HIT_SECONDS for gap in apart):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.time_s))


def _folded(time_s: float, seconds: float) -> float:
    """A moment of many rounds as one of the first; at its very end it is the beginning."""
    inside = time_s % seconds
    return inside if seconds - inside > SAME_MOMENT_SECONDS else 0.0
