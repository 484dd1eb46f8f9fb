"""Cycles seen as they go on: the tempo of the steps, and hits at the seam as everywhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.cycle import analyse_cycle, is_cycle
from kinescore.dance.metre import Metre
from kinescore.dance.timing import AS_FOUND, Timing
from kinescore.motion.keypoints import Keypoints
from tests.groovebox.made_cycles import walk_cycle


def rolled(cycle: Keypoints, frames: int) -> Keypoints:
    return replace(cycle, positions=np.roll(cycle.positions, frames, axis=0))


@pytest.mark.parametrize(("frames", "steps"), [(12, 2), (16, 2), (24, 2), (28, 2), (32, 2), (40, 2), (48, 4), (96, 8)])
def test_the_tempo_is_that_of_the_steps_or_strides(frames: int, steps: int) -> None:
    cycle = walk_cycle(frames, steps * 24 / frames)
    strides = max(1, round(steps / 2))
    found = analyse_cycle(cycle, AS_FOUND)
    per_round = found.grid.tempo_bpm * cycle.seconds / 60
    assert min(abs(per_round - strides), abs(per_round - 2 * strides), abs(per_round - 4 * strides)) < 0.02 * per_round
    assert found.grid.tempo_confidence > 0.5
    assert found.seconds == cycle.seconds
    assert len(found.energy) == frames
    assert ((found.grid.beats >= 0) & (found.grid.beats < cycle.seconds)).all()


@pytest.mark.parametrize("shift", [0, 5, 6, 7, 18, 23])
def test_every_step_is_hit_wherever_the_cycle_begins(shift: int) -> None:
    """Frame 6 and frame 18 of 24 are where a foot stops; shifted, one of them lies at the seam."""
    found = analyse_cycle(rolled(walk_cycle(24), shift), AS_FOUND)
    wanted = (np.array([6, 18]) + shift) % 24 / 24
    times = np.array([hit.time_s for hit in found.hits])
    for time in wanted:
        gap = np.abs(times - time)
        assert np.minimum(gap, 1.0 - gap).min() <= 1.1 / 24


def test_one_round_alone_says_less() -> None:
    """Why rounds are seen one after another: by itself, a second of a walk has no tempo."""
    assert analyse(walk_cycle(24)).grid.tempo_confidence == 0.0


def test_what_is_fixed_holds() -> None:
    found = analyse_cycle(walk_cycle(48), Timing(tempo_bpm=60.0, metre=Metre.THREE_FOUR))
    assert (found.grid.tempo_bpm, found.grid.metre) == (60.0, Metre.THREE_FOUR)


def test_what_is_no_cycle() -> None:
    cycle = walk_cycle(48)
    assert is_cycle(cycle)
    assert is_cycle(rolled(cycle, 11))
    assert not is_cycle(replace(cycle, positions=cycle.positions[:40], confidence=cycle.confidence[:40]))
    gone = cycle.positions + np.linspace(0, 400, 48)[:, None, None]
    assert not is_cycle(replace(cycle, positions=gone))
    long = Keypoints(np.tile(cycle.positions, (11, 1, 1)), np.tile(cycle.confidence, (11, 1)), 24.0, cycle.size)
    assert not is_cycle(long)
