"""The tempi that a movement could have, side by side: which hit points each reaches, as film composers choose one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kinescore.dance.analysis import Observed
from kinescore.dance.beat_confidence import DOUBTFUL, LIKELY
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.timing import AS_FOUND, Timing

CHOICES = 5
REACHED_SECONDS, NEAR_SECONDS = 0.045, 0.09
"""Sound before its picture is noticed from 45 ms on, and no longer accepted from 90 ms on (ITU-R BT.1359-1)."""
RELATIONS = {0.5: "half time", 2.0: "double time", 1.5: "3:2", 2 / 3: "2:3", 4 / 3: "4:3", 0.75: "3:4"}
OCTAVES = ("half time", "double time")
SAME_RATIO = 0.02


@dataclass(frozen=True)
class TempoChoice:
    """One tempo, with the beats that the music would have at it.

    relation: to the first choice ("half time", "double time", "3:2", ...), or empty. reached, near, missed: how many
    hit points have a beat within REACHED_SECONDS, within NEAR_SECONDS, and none. reached_by_chance: how many random
    beats of this tempo would reach. frames_off: mean distance from a hit point to its nearest beat in frames, by
    weight; frames_off_by_chance: of random beats. All are 0 without hit points. confidence: in words.
    """

    grid: BeatGrid
    relation: str
    reached: int
    near: int
    missed: int
    reached_by_chance: float
    frames_off: float
    frames_off_by_chance: float
    confidence: str

    @property
    def tempo_bpm(self) -> float:
        """Beats per minute."""
        return self.grid.tempo_bpm


def tempo_choices(observed: Observed, timing: Timing = AS_FOUND) -> tuple[TempoChoice, ...]:
    """Return up to CHOICES tempi of the movement, likeliest first; half and double time of that are among them.

    `timing` says what else is fixed: hit points, metre, bars and shift. Its tempo, beats or map are what is to be
    chosen, and count for nothing. Fast tempi reach more hit points whatever the movement: compare with chance.
    """
    bare = replace(timing, tempo_bpm=None, music_beats=(), tempo_map=())
    first = observed.with_timing(bare)
    tempi = _chosen(first.grid)
    grids = [first.grid, *(observed.with_timing(replace(bare, tempo_bpm=tempo)).grid for tempo in tempi)]
    return tuple(_choice(grid, first.grid, first.hits, first.fps) for grid in grids)


def _chosen(first: BeatGrid) -> list[float]:
    """Return the other tempi to show, best first: half and double time to the last digit, and the best rivals."""
    exact = {_relation(factor): first.tempo_bpm * factor for factor in (0.5, 2.0)}
    others = [exact.get(_relation(tempo / first.tempo_bpm), tempo) for tempo in first.alternatives_bpm]
    octaves = [tempo for tempo in others if tempo in exact.values()]
    rivals = [tempo for tempo in others if tempo not in octaves][: CHOICES - 1 - len(octaves)]
    return [tempo for tempo in others if tempo in octaves or tempo in rivals]


def _choice(grid: BeatGrid, first: BeatGrid, hits: HitPoints, fps: float) -> TempoChoice:
    times = np.array([hit.time_s for hit in hits])
    weights = np.array([hit.weight for hit in hits])
    period = 60.0 / grid.tempo_bpm
    off = np.abs(times[:, None] - grid.beats).min(axis=1, initial=period / 2)  # beats go on before and after
    reached, accepted = int((off <= REACHED_SECONDS).sum()), int((off <= NEAR_SECONDS).sum())
    relation = "" if grid is first else _relation(grid.tempo_bpm / first.tempo_bpm)
    return TempoChoice(
        grid,
        relation,
        reached,
        accepted - reached,
        len(hits) - accepted,
        len(hits) * min(1.0, 2 * REACHED_SECONDS / period),
        float(np.average(off, weights=weights) * fps) if weights.any() else 0.0,
        period / 4 * fps if weights.any() else 0.0,
        _words(grid is first, relation, first.tempo_confidence),
    )


def _relation(ratio: float) -> str:
    return next((name for value, name in RELATIONS.items() if abs(ratio / value - 1.0) <= SAME_RATIO), "")


def _words(is_first: bool, relation: str, confidence: float) -> str:
    if confidence == 0.0:
        return "no pulse found; fits the hit points best" if is_first else "fits the hit points less well"
    if is_first:
        return "sure" if confidence >= LIKELY else "likely" if confidence >= DOUBTFUL else "doubtful"
    if relation in OCTAVES:
        return "the same pulse"
    return "unlikely" if confidence >= LIKELY else "possible"
