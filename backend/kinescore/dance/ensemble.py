"""Several that move together: one tempo and beat for all, pooled by weight, and hit points that say whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.hit_points import HitPoints, with_cuts
from kinescore.dance.movement import Movement, movement_of
from kinescore.motion.keypoints import Layout
from kinescore.motion.mover import Mover, require_together
from kinescore.motion.repair import repaired


def analyse_together(
    movers: Sequence[Mover],
    tempo_bpm: float | None = None,
    *,
    music_beats: Sequence[float] = (),
    beat_shift_seconds: float = 0.0,
    cuts: Sequence[float] = (),
) -> DanceAnalysis:
    """Find what `movers` do as `kinescore.dance.analysis.analyse` does for one.

    Tempo is found in all parts of all of them at once, each counting by its mover's weight; where the beat falls is a
    vote of the movers, by weight and by how sure each is. Energy is the weighted mean. A hit weighs as much less as its
    mover does beside the heaviest, and `who` is its mover's index.

    Raises MotionError unless all have the same frames and frame rate, RequestError for an impossible tempo.
    """
    require_together(tuple(movers))
    heaviest = max(mover.weight for mover in movers)
    shares = [mover.weight / heaviest for mover in movers]
    single = [
        analyse(mover.keypoints, tempo_bpm, music_beats=music_beats, beat_shift_seconds=beat_shift_seconds)
        for mover in movers
    ]
    hits: HitPoints = tuple(
        replace(hit, weight=hit.weight * share, who=index)
        for index, (found, share) in enumerate(zip(single, shares, strict=True))
        for hit in found.hits
    )
    hits = with_cuts(tuple(sorted(hits, key=lambda hit: hit.time_s)), [cut for cut in cuts if cut < single[0].seconds])
    movements = [movement_of(repaired(mover.keypoints).keypoints) for mover in movers]
    grid = single[0].grid  # of music that is known
    if not len(music_beats):
        grid = _pooled_grid(movements, shares, hits, single[0].seconds, tempo_bpm, beat_shift_seconds)
    energy = np.average([found.energy for found in single], axis=0, weights=shares).astype(np.float32)
    notes = tuple(
        f"{_called(mover, index)}: {note}" for index, mover in enumerate(movers) for note in single[index].notes
    )
    return DanceAnalysis(single[0].seconds, single[0].fps, energy, grid, hits, (_who(movers), *notes))


def _pooled_grid(
    movements: Sequence[Movement],
    shares: Sequence[float],
    hits: HitPoints,
    seconds: float,
    tempo_bpm: float | None,
    shift_seconds: float,
) -> BeatGrid:
    pooled = beat_grid_of(_joined(movements, shares), hits, seconds, tempo_bpm, shift_seconds=shift_seconds)
    if pooled.beat_confidence == 0.0:
        return pooled
    own = [beat_grid_of(movement, (), seconds, pooled.tempo_bpm, shift_seconds=shift_seconds) for movement in movements]
    sure = np.array([share * grid.beat_confidence for share, grid in zip(shares, own, strict=True)])
    period = 60.0 / pooled.tempo_bpm
    vote = complex((sure * np.exp(2j * np.pi * np.array([grid.beats[-1] for grid in own]) / period)).sum())
    if abs(vote) == 0.0:
        return pooled
    beats = even_beats(float(np.angle(vote) / (2 * np.pi) % 1.0 * period), pooled.tempo_bpm, seconds)
    leader = own[int(np.argmax(sure))]
    first = int(np.argmin(np.abs(beats[: leader.beats_per_bar] - leader.beats[leader.downbeats[0]])))
    downbeats = np.arange(first, len(beats), leader.beats_per_bar, dtype=np.int64)
    return replace(pooled, beats=beats, downbeats=downbeats)


def _joined(movements: Sequence[Movement], shares: Sequence[float]) -> Movement:
    """All parts of all `movements` as points of one, seen as much less as their mover weighs less."""
    return Movement(
        np.concatenate([movement.positions for movement in movements], axis=1),
        np.concatenate([movement.velocity for movement in movements], axis=1),
        np.concatenate([movement.acceleration for movement in movements], axis=1),
        np.concatenate([movement.visible * share for movement, share in zip(movements, shares, strict=True)]),
        Layout.POINTS,
    )


def _who(movers: Sequence[Mover]) -> str:
    told = [f"{_called(mover, index)} (weight {mover.weight:g})" for index, mover in enumerate(movers)]
    return f"The music follows {', '.join(told[:-1])} and {told[-1]}."


def _called(mover: Mover, index: int) -> str:
    return f"'{mover.name}'" if mover.name else f"mover {index + 1}"
