"""Several that move together: one tempo and beat for all, pooled by weight, and hit points that say whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis, Observed, analyse, observe
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.hit_points import HitKind, HitPoints, with_cuts
from kinescore.dance.movement import Movement, movement_of
from kinescore.dance.phase_model import shipped_model
from kinescore.dance.timing import AS_FOUND, Timing
from kinescore.motion.keypoints import Layout
from kinescore.motion.mover import Mover, together
from kinescore.motion.repair import repaired


def analyse_together(
    movers: Sequence[Mover], timing: Timing = AS_FOUND, *, cuts: Sequence[float] = ()
) -> DanceAnalysis:
    """Find what `movers` do as `kinescore.dance.analysis.analyse` does for one.

    Tempo is found in all parts of all of them at once, each counting by its mover's weight; where the beat falls is a
    vote of the movers, by weight and by how sure each is. Energy is the weighted mean. A hit weighs as much less as its
    mover does beside the heaviest, and `who` is its mover's index. All begin with their frame 0; who ends before the
    last one does holds the last pose. Frames are those of the first.

    Of one alone it is what `analyse` finds. Raises MotionError for lengths and frame rates too far apart.
    """
    return observe_together(movers, cuts=cuts).with_timing(timing)


def observe_together(movers: Sequence[Mover], *, cuts: Sequence[float] = ()) -> Observed:
    """Look at `movers` with nothing fixed; see `analyse_together`."""
    if len(movers) == 1:
        return observe(movers[0].keypoints, cuts=cuts)
    ends = [mover.keypoints.seconds for mover in movers]
    movers, seconds = together(movers), max(ends)
    heaviest = max(mover.weight for mover in movers)
    shares = [mover.weight / heaviest for mover in movers]
    single = [analyse(mover.keypoints) for mover in movers]
    movements = [movement_of(repaired(mover.keypoints).keypoints) for mover in movers]
    joined = _joined(movements, shares)
    bodies = all(movement.layout is Layout.COCO_17 for movement in movements)
    model = shipped_model() if bodies else None  # as sure as dancers are, though seen as points

    def find(hits: HitPoints, tempo_bpm: float | None, shift_seconds: float) -> BeatGrid:
        pooled = beat_grid_of(joined, hits, seconds, tempo_bpm, model, shift_seconds)
        return _voted(pooled, movements, shares, seconds, shift_seconds)

    hits: HitPoints = tuple(
        replace(hit, weight=hit.weight * share, who=index)
        for index, (found, share) in enumerate(zip(single, shares, strict=True))
        for hit in found.hits
        if hit.time_s < seconds
    )
    hits = with_cuts(tuple(sorted(hits, key=lambda hit: hit.time_s)), [cut for cut in cuts if cut < seconds])
    energy = _mean_energy(single, shares)
    notes = tuple(
        f"{_called(mover, index)}: {note}"
        for index, mover in enumerate(movers)
        for note in (*_held(mover, ends[index], seconds), *single[index].notes)
    )
    found = DanceAnalysis(seconds, single[0].fps, energy, find(hits, None, 0.0), hits, (_who(movers), *notes))
    return Observed(found, joined, find)


def hits_by_mover(hits: HitPoints, count: int) -> list[tuple[float, ...]]:
    """Return when each of `count` movers has its hit points, in seconds; cuts of the picture are nobody's."""
    own = [hit for hit in hits if hit.kind is not HitKind.CUT]
    return [tuple(hit.time_s for hit in own if hit.who == mover) for mover in range(count)]


def _mean_energy(single: Sequence[DanceAnalysis], shares: Sequence[float]) -> NDArray[np.float32]:
    """[T] at the frames of the first."""
    frames = np.arange(len(single[0].energy)) / single[0].fps
    curves = [np.interp(frames, np.arange(len(found.energy)) / found.fps, found.energy) for found in single]
    return np.average(curves, axis=0, weights=shares).astype(np.float32)


def _voted(
    pooled: BeatGrid, movements: Sequence[Movement], shares: Sequence[float], seconds: float, shift_seconds: float
) -> BeatGrid:
    """Return the grid `pooled` with its beats and downbeats where the movers put them, by weight and certainty."""
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
    per_bar = leader.metre.beats
    first = int(np.argmin(np.abs(beats[:per_bar] - leader.beats[leader.downbeats[0]])))
    downbeats = np.arange(first, len(beats), per_bar, dtype=np.int64)
    return replace(pooled, beats=beats, downbeats=downbeats, metres=(leader.metre,))


def _joined(movements: Sequence[Movement], shares: Sequence[float]) -> Movement:
    """All parts of all `movements` as points of one, seen as much less as their mover weighs less."""
    count = min(len(movement.positions) for movement in movements)  # last frames differ by less than one
    return Movement(
        np.concatenate([movement.positions[:count] for movement in movements], axis=1),
        np.concatenate([movement.velocity[:count] for movement in movements], axis=1),
        np.concatenate([movement.acceleration[:count] for movement in movements], axis=1),
        np.concatenate([movement.visible * share for movement, share in zip(movements, shares, strict=True)]),
        Layout.POINTS,
    )


def _who(movers: Sequence[Mover]) -> str:
    told = [f"{_called(mover, index)} (weight {mover.weight:g})" for index, mover in enumerate(movers)]
    return f"The music follows {', '.join(told[:-1])} and {told[-1]}."


def _held(mover: Mover, end: float, seconds: float) -> tuple[str, ...]:
    if seconds - end < 1.0 / mover.keypoints.fps:
        return ()
    return (f"ends at {end:.2f} s and holds its last pose until {seconds:.2f} s.",)


def _called(mover: Mover, index: int) -> str:
    return f"'{mover.name}'" if mover.name else f"mover {index + 1}"
