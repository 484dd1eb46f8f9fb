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


def share_again(found: Keypoints, control: Keypoints = DANCE) -> float:
    """Share of the hits of `control` that `found` has as well, within 0.05 s."""
    times = np.array([hit.time_s for hit in analyse(found).hits])
    return float(np.mean([np.abs(times - hit.time_s).min() < 0.05 for hit in analyse(control).hits]))


@pytest.mark.parametrize("frames", [1, 2, 3, 9, 30])
@pytest.mark.parametrize("where", [0.3, 0.62, 1.0])
def test_a_rest_pose_inside_the_dance_or_at_its_end_is_no_accent(frames: int, where: float) -> None:
    generator = np.random.default_rng(frames)
    positions = DANCE.positions.copy()
    first = min(int(where * len(positions)), len(positions) - frames)
    positions[first : first + frames] = positions[0] + generator.normal(0, 0.3 * body_size(DANCE), (17, 2))
    found = analyse(with_positions(DANCE, positions))
    assert found.grid.tempo_bpm == pytest.approx(100.0, abs=1.0)
    edges = np.array([first, first + frames]) / FPS
    assert all(np.abs(edges - hit.time_s).min() > 0.02 or hit.weight < 0.95 for hit in found.hits)
    assert share_again(with_positions(DANCE, positions)) > 0.8


@pytest.mark.parametrize("gap", [2, 3, 5])
def test_two_broken_frames_close_to_each_other(gap: int) -> None:
    positions = DANCE.positions.copy()
    for frame, way in ((140, 2.0), (140 + gap, -1.5)):
        positions[frame] += way * body_size(DANCE)
    assert share_again(with_positions(DANCE, positions)) > 0.85


@pytest.mark.parametrize("joints", [(15,), (9, 10)], ids=["an ankle", "wrists"])
def test_a_pop_in_the_frame_in_which_travel_starts_anew(joints: tuple[int, ...]) -> None:
    size = body_size(DANCE)
    travel = (np.arange(len(DANCE)) % 72 * 0.02 * size)[:, None, None] * np.array([1.0, 0.1])
    positions = DANCE.positions + travel
    positions[143, joints] += 0.6 * size
    control = with_positions(DANCE, DANCE.positions + np.arange(len(DANCE))[:, None, None] * 0.02 * size * [1.0, 0.1])
    assert share_again(with_positions(DANCE, positions), control) > 0.8


@pytest.mark.parametrize("frames", [2, 3, 4])
@pytest.mark.parametrize(("drift", "tremble"), [(0.1, 0.0), (0.0, 4e-4)], ids=["drifting", "trembling"])
def test_a_moving_hold_is_a_hold(frames: int, drift: float, tremble: float) -> None:
    frame = np.arange(len(DANCE))
    shown = frame // frames * frames
    after = DANCE.positions[np.minimum(shown + frames, len(DANCE) - 1)]
    positions = DANCE.positions[shown]
    positions = positions + drift * ((frame - shown) / frames)[:, None, None] * (after - positions)
    positions = positions + np.random.default_rng(0).normal(0, tremble * body_size(DANCE), positions.shape)
    moved = repaired(with_positions(DANCE, positions))
    assert moved.hold == frames
    assert analyse(with_positions(DANCE, positions)).grid.tempo_bpm == pytest.approx(100.0, abs=1.0)


def test_on_ones_and_twos_as_animators_mix_them() -> None:
    shown = np.arange(len(DANCE))
    for first in range(0, len(DANCE) - 48, 60):
        shown[first + 1 : first + 48 : 2] -= 1
    moved = repaired(with_positions(DANCE, DANCE.positions[shown]))
    assert moved.hold == 2
    assert share_again(with_positions(DANCE, DANCE.positions[shown])) > 0.85


def test_poses_that_change_from_frame_to_frame_are_the_movement_where_nothing_else_moves() -> None:
    generator = np.random.default_rng(2)
    poses = DANCE.positions[0] + generator.normal(0, 0.3 * body_size(DANCE), (20, 17, 2))
    snappy = with_positions(DANCE, poses[np.arange(len(DANCE)) // 15 % 20])
    assert repaired(snappy).notes == ()
    changes = np.arange(15, len(DANCE), 15) / FPS
    times = np.array([hit.time_s for hit in analyse(snappy).hits])
    assert np.abs(times[:, None] - changes).min(axis=1).max() < 2.5 / FPS


def test_a_tempo_that_may_be_the_rate_of_the_poses_is_not_called_sure() -> None:
    dance = groover(96.0, seconds=20.0, fps=24.0)
    held = with_positions(dance, dance.positions[np.arange(len(dance)) // 8 * 8])
    grid = analyse(held).grid
    assert abs(grid.tempo_bpm - 96.0) < 1.0 or grid.tempo_confidence <= 0.3


def test_a_run_is_no_jump_and_a_punch_no_pop() -> None:
    fast = np.zeros((40, 17, 2)) + np.arange(17)[None, :, None] * 10.0
    fast[:, :, 0] += (3.0 * 160 / FPS * np.arange(40))[:, None]  # three body sizes a second
    assert len(jumps(fast, 0.12 * 160.0)) == 0
    punch = np.zeros((40, 17, 2)) + np.arange(17)[None, :, None] * 10.0
    punch[10:20, 9, 0] += 80 * np.sin(np.pi * np.arange(10) / 9)  # out and back in 0.4 s
    assert not pops(punch, FPS, 0.05 * 160.0).any()


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
