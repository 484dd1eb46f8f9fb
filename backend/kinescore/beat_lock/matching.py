"""Which beat of a sound is to be heard on which beat of the movement."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.time_map import TimeMap
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.hit_points import HitPoints
from kinescore.fit.onset_strength import OnsetStrength
from kinescore.fit.sync import onset_rank

HEAVY_SHARE = 0.5
"""Of the hit points, those at least so heavy beside the heaviest are looked at."""
NEAR_SECONDS = 0.08
"""An onset moves to a hit point this near."""
CLEAR_RANK = 0.9
"""An onset that moves is stronger than this share of all moments."""
FASTEST = 1.1
"""Nothing is made faster or slower than by this factor; what needs more is played anew."""


def best_match(
    heard: NDArray[np.float64], strength: OnsetStrength, analysis: DanceAnalysis, seconds: float, sound_seconds: float
) -> TimeMap | None:
    """Return the map that puts `heard` beats [N] s onto the movement's, so that its hit points sound strongest.

    Which beat is the first of the piece is open: of all for which there is sound from start to end, that one is taken
    after which most begins at the movement's hit points, then at its downbeats. None where there is none.
    """
    grid = analysis.grid
    targets = grid.beats[grid.beats < seconds]
    spare = len(heard) - len(targets)
    if spare < 0 or len(targets) < 2:
        return None
    bars = targets[grid.downbeats[grid.downbeats < len(targets)]]
    hits = np.array([(hit.time_s, hit.weight) for hit in analysis.hits], np.float64).reshape(-1, 2)
    found: list[tuple[float, TimeMap]] = []
    for first in range(spare + 1):
        each = TimeMap(targets, heard[first : first + len(targets)])
        ends = each.sound_at(np.array([0.0, seconds]))
        if ends[0] < 0.0 or ends[1] > sound_seconds or not (each.rates > 0.0).all():
            continue
        at_hits = onset_rank(strength, each.sound_at(hits[:, 0]), hits[:, 1]) or 0.5
        at_bars = onset_rank(strength, each.sound_at(bars), np.ones(len(bars))) or 0.5
        found.append((at_hits + 0.5 * at_bars, each))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def towards_hits(found: TimeMap, strength: OnsetStrength, hits: HitPoints) -> TimeMap:
    """Return `found` with an anchor more for each of the heaviest of `hits` that a clear onset of the sound is near to,
    heaviest first, as far as nothing then goes faster or slower than by FASTEST."""
    heaviest = max((hit.weight for hit in hits), default=0.0)
    clear = float(np.quantile(strength.values, CLEAR_RANK))
    for hit in sorted(hits, key=lambda each: (-each.weight, each.time_s)):
        inside = found.picture[0] < hit.time_s < found.picture[-1]
        if hit.weight < HEAVY_SHARE * heaviest or not inside or hit.time_s in found.picture:
            continue
        onset, height = _strongest(strength, float(found.sound_at(np.array([hit.time_s]))[0]))
        place = int(np.searchsorted(found.picture, hit.time_s))
        between = found.sound[place - 1] < onset < found.sound[place]
        if height > clear and between:
            moved = TimeMap(np.insert(found.picture, place, hit.time_s), np.insert(found.sound, place, onset))
            found = moved if moved.most <= FASTEST else found
    return found


def _strongest(strength: OnsetStrength, at: float) -> tuple[float, float]:
    """When the strongest onset within NEAR_SECONDS of `at` s is, and how strong."""
    first = max(0, round((at - NEAR_SECONDS) * strength.rate))
    near = strength.values[first : round((at + NEAR_SECONDS) * strength.rate) + 1]
    return ((first + int(near.argmax())) / strength.rate, float(near.max())) if len(near) else (at, 0.0)
