"""Pops, jumps, rest poses and held frames: none of them is movement, and movement is none of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.motion.jumps import jumps, pops
from kinescore.motion.keypoints import Keypoints, body_size
from kinescore.motion.readers import read_motion_file
from kinescore.motion.repair import repaired
from tests.dance.made_dancer import groover, hopper, stepper

FPS = 24.0
DANCE = stepper(100.0, seconds=12.0, fps=FPS)


def with_positions(keypoints: Keypoints, positions: np.ndarray) -> Keypoints:
    return replace(keypoints, positions=positions.astype(np.float32))


def on(frames: int, first: int = 0) -> Keypoints:
    """The dance with every pose held for `frames` frames, the first of them shorter by `first`."""
    shown = np.maximum((np.arange(len(DANCE)) + first) // frames * frames - first, 0)
    return with_positions(DANCE, DANCE.positions[shown])


@pytest.mark.parametrize("dance", [DANCE, groover(96.0), hopper(1.0, 1.5)], ids=["stepper", "groover", "hopper"])
def test_movement_stays_as_it_is_to_the_bit(dance: Keypoints) -> None:
    mended = repaired(dance)
    assert mended.notes == ()
    assert np.array_equal(mended.keypoints.positions, dance.positions)


@pytest.mark.parametrize("frames", [2, 3, 4])
@pytest.mark.parametrize("first", [0, 1])
def test_the_rate_of_poses_is_not_the_tempo(frames: int, first: int) -> None:
    found = analyse(on(frames, first))
    assert found.grid.tempo_bpm == pytest.approx(100.0, abs=1.0)
    assert f"{frames} frames" in found.notes[0]


def test_between_held_poses_the_body_moves_and_reaches_each_in_time() -> None:
    stepped = on(3)
    moved = repaired(stepped)
    assert moved.hold == 3
    assert np.allclose(moved.keypoints.positions[::3], stepped.positions[::3], atol=1e-3)
    off = [np.abs(one.positions - DANCE.positions).mean() for one in (stepped, moved.keypoints)]
    assert off[1] < 0.4 * off[0]


def test_a_pause_stays_a_pause() -> None:
    positions = on(2).positions.copy()
    positions[96:144] = positions[96]
    moved = repaired(with_positions(DANCE, positions))
    assert moved.hold == 2
    assert np.ptp(moved.keypoints.positions[99:141], axis=0).max() < 1e-3 * body_size(DANCE)


def test_a_captured_dance_with_rests_is_not_stepped() -> None:
    positions = DANCE.positions.copy()
    for start in range(20, 280, 40):
        positions[start : start + 10] = positions[start]
    assert repaired(with_positions(DANCE, positions)).hold == 1


@pytest.mark.parametrize("frames", [1, 2, 3])
@pytest.mark.parametrize("joints", [(10,), tuple(range(17))], ids=["a wrist", "all"])
def test_popped_frames_cost_no_accent(frames: int, joints: tuple[int, ...]) -> None:
    control = analyse(DANCE)
    positions = DANCE.positions.copy()
    positions[100 : 100 + frames, joints] += 2 * body_size(DANCE)
    found = analyse(with_positions(DANCE, positions))
    again = [min(abs(hit.time_s - other.time_s) for other in found.hits) for hit in control.hits]
    assert np.mean(np.array(again) < 0.05) > 0.85
    assert "popped" in found.notes[0] or "pop out" in found.notes[0]
    assert "100" in found.notes[0]


def test_travel_that_starts_anew_goes_on() -> None:
    travel = (np.arange(len(DANCE)) % 72 * 0.02 * body_size(DANCE))[:, None, None] * np.array([1.0, 0.0])
    moved = repaired(with_positions(DANCE, DANCE.positions + travel)).keypoints
    steps = np.diff(moved.positions.mean(axis=1)[:, 0]) / body_size(DANCE)
    assert np.abs(steps).max() < 0.1
    assert moved.positions[-1].mean() > moved.positions[0].mean()


@pytest.mark.parametrize("frames", [1, 5, 24])
def test_a_rest_pose_before_the_dance_is_no_accent(frames: int) -> None:
    generator = np.random.default_rng(3)
    positions = DANCE.positions.copy()
    positions[:frames] = positions[0] + generator.normal(0, 0.3 * body_size(DANCE), (17, 2))
    found = analyse(with_positions(DANCE, positions))
    assert len(found.hits) >= 0.8 * len(analyse(DANCE).hits) - 2
    assert all(abs(hit.time_s - frames / FPS) > 0.03 or hit.weight < 0.9 for hit in found.hits)


def test_a_run_is_no_jump_and_a_punch_no_pop() -> None:
    fast = np.zeros((40, 17, 2)) + np.arange(17)[None, :, None] * 10.0
    fast[:, :, 0] += (3.0 * 160 / FPS * np.arange(40))[:, None]  # three body sizes a second
    assert len(jumps(fast, 160.0)) == 0
    punch = np.zeros((40, 17, 2)) + np.arange(17)[None, :, None] * 10.0
    punch[10:20, 9, 0] += 80 * np.sin(np.pi * np.arange(10) / 9)  # out and back in 0.4 s
    assert not pops(punch, FPS, 160.0).any()


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_shortest_movements_are_taken(count: int) -> None:
    positions = np.random.default_rng(0).normal(300, 100, (count, 17, 2))
    assert len(repaired(Keypoints(positions, np.ones((count, 17)), FPS, (640, 480))).keypoints) == count


def test_a_figure_that_never_moves_is_not_stepped() -> None:
    still = Keypoints(np.repeat(DANCE.positions[:1], 100, axis=0), np.ones((100, 17)), FPS, (640, 480))
    assert repaired(still).notes == ()


CASES = [
    ("glitch_one_frame_pop.bvh", 120.0),
    ("glitch_walk_cycle_resets.bvh", 120.0),
    ("stepped_on_fours_100bpm.bvh", 100.0),
    ("stepped_on_threes_aist_house_110bpm.npz", 110.1),
]


@pytest.mark.parametrize(("name", "tempo"), CASES)
def test_files_on_which_users_were_caught_out(shared_motion: Path, name: str, tempo: float) -> None:
    found = analyse(read_motion_file(shared_motion / "cases" / name))
    assert found.grid.tempo_bpm == pytest.approx(tempo, abs=1.0)
    assert len(found.hits) >= 10
