"""The beats and bars of a movement, as far as the artist did not fix them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.beat_tracking import beat_grid_of_music
from kinescore.dance.downbeats import first_downbeat
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.mapped_beats import grid_of_map
from kinescore.dance.metre import Metre
from kinescore.dance.movement import Movement
from kinescore.dance.timing import Timing

FindGrid = Callable[[HitPoints, float | None, float], BeatGrid]
"""(hits, tempo_bpm or None, shift_seconds) -> the beats found in a movement."""


def fixed_grid(timing: Timing, movement: Movement, hits: HitPoints, seconds: float, find: FindGrid) -> BeatGrid:
    """Return the grid that `timing` says for `movement`, which lasts `seconds`; `find` finds what it leaves open."""
    shift = timing.beat_shift_seconds
    if timing.tempo_map:
        return grid_of_map(timing.tempo_map, seconds, shift)
    if timing.music_beats:
        grid = beat_grid_of_music(movement, timing.music_beats, seconds, shift)
    else:
        grid = find(hits, timing.tempo_bpm, shift)
    if timing.metre is None and not timing.downbeats:
        return grid
    metre = timing.metre or grid.metre
    if timing.downbeats:
        downbeats = _bars_through(timing.downbeats, grid.beats, metre)
    else:
        downbeats = np.arange(first_downbeat(movement, grid.beats, metre.beats), len(grid.beats), metre.beats)
    return replace(grid, downbeats=downbeats.astype(np.int64), metres=(metre,))


def _bars_through(times: Sequence[float], beats: NDArray[np.float64], metre: Metre) -> NDArray[np.int64]:
    """Return the indices of the ones: the beats nearest to `times`, and those that bars reach from them.

    Of times outside the piece, bars are counted from the nearest.
    """
    period = float(np.median(np.diff(beats))) if len(beats) > 1 else 1.0
    inside = [time for time in times if beats[0] - period / 2 <= time <= beats[-1] + period / 2]
    given = [int(np.argmin(np.abs(beats - time))) for time in inside]
    if not given:
        nearest = min(times, key=lambda time: abs(time - beats[0]))
        given = [round((nearest - beats[0]) / period) % metre.beats]
    ones = list(range(given[0] % metre.beats, given[0], metre.beats))
    for one, following in zip(given, [*given[1:], len(beats)], strict=True):
        ones += range(one, following, metre.beats)
    return np.array(ones, np.int64)
