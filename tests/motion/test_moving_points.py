"""Which points of a thing are followed, and from where: balls, pendulums, creatures, of any size, rate and axis."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Layout, body_size
from kinescore.motion.moving_points import choose_moving_points, project_points


def turning(angle: np.ndarray, axis: int = 1) -> np.ndarray:
    """[T, 3, 3] rotations about an axis."""
    matrices = np.zeros((len(angle), 3, 3))
    one, two = (axis + 1) % 3, (axis + 2) % 3
    matrices[:, axis, axis] = 1
    matrices[:, one, one] = matrices[:, two, two] = np.cos(angle)
    matrices[:, two, one] = np.sin(angle)
    matrices[:, one, two] = -matrices[:, two, one]
    return matrices


def times(fps: float, seconds: float = 6.0) -> np.ndarray:
    return np.arange(round(fps * seconds)) / fps


def sphere(count: int = 80) -> np.ndarray:
    """[J, 3] points on a ball of radius 0.2."""
    places = np.random.default_rng(2).normal(size=(count, 3))
    return 0.2 * places / np.linalg.norm(places, axis=1, keepdims=True)


def upright(points: np.ndarray, up: int) -> np.ndarray:
    """Points with Z up, turned so that `up` is (right-handed)."""
    return np.roll(points, up - 2, axis=2)


@pytest.mark.parametrize("up", [0, 1, 2])
@pytest.mark.parametrize("scale", [0.01, 1.0, 300.0])
@pytest.mark.parametrize("fps", [12.0, 24.0, 60.0])
def test_a_ball_is_one_point_however_many_vertices_it_has(up, scale, fps) -> None:
    t = times(fps)
    height = np.abs(np.sin(2 * np.pi * t / 1.6)) * 1.5
    middle = np.stack([0.1 * t, np.zeros_like(t), height], axis=1)
    keypoints = project_points(upright(scale * (middle[:, None] + sphere()), up), fps, up)
    assert keypoints.layout is Layout.POINTS
    assert keypoints.followed.tolist() == [0]
    seen = -keypoints.positions[:, 0, 1]
    assert np.corrcoef(seen, height)[0, 1] > 0.999
    assert body_size(keypoints) == pytest.approx(np.ptp(seen), rel=0.1)


def test_a_tumbling_box_has_no_more_points_than_ways_to_move() -> None:
    t = times(30.0)
    spin = turning(3 * t, 0) @ turning(2 * t, 2)
    box = np.stack(np.meshgrid([-1, 1], [-1, 1], [-1, 1]), axis=-1).reshape(8, 3)
    points = np.einsum("tij,kj->tki", spin, box) + np.stack([t, np.sin(5 * t), 0 * t], axis=1)[:, None]
    assert 2 <= len(choose_moving_points(points, 30.0)) <= 4


def test_the_only_leg_that_taps_is_found_on_a_body_that_travels() -> None:
    t = times(24.0)
    body = np.random.default_rng(0).normal(size=(40, 3)) + np.stack([0.5 * t, 0 * t, 0 * t], axis=1)[:, None]
    body[:, 17, 2] += 0.3 * np.abs(np.sin(np.pi * 2 * t))
    assert choose_moving_points(body, 24.0)[0] == 17


def test_at_most_seventeen_independent_points_are_followed_the_liveliest_first() -> None:
    t = times(30.0)
    waves = np.sin(2 * np.pi * t[:, None] * np.linspace(0.5, 3, 40) + np.arange(40))
    points = np.zeros((len(t), 40, 3))
    points[..., 2] = waves * np.linspace(1, 2, 40)
    keypoints = project_points(points, 30.0, up=2)
    assert len(keypoints.followed) == 17
    assert choose_moving_points(points, 30.0)[0] == 39


@pytest.mark.parametrize(
    ("direction", "name"),
    [((1, 0, 0), "across"), ((0, 0, 1), "up"), ((0, 1, 0), "away"), ((1, 1, 0), "aslant"), ((0, 1, 1), "up and away")],
)
def test_no_direction_of_movement_is_lost(direction, name) -> None:
    t = times(30.0)
    swing = np.sin(2 * np.pi * t)[:, None] * np.array(direction) / np.linalg.norm(direction)
    keypoints = project_points(swing[:, None], 30.0, up=2)
    shown = np.linalg.norm(np.ptp(keypoints.positions[:, 0], axis=0))
    assert shown > 0.5 * 720, name


def test_a_ball_on_a_table_is_seen_from_above() -> None:
    t = times(30.0)
    square = np.stack([np.abs(t % 2 - 1), np.abs((t + 0.5) % 2 - 1), 0 * t], axis=1)
    extent = np.ptp(project_points(square[:, None], 30.0, up=2).positions[:, 0], axis=0)
    assert extent[0] == pytest.approx(extent[1], rel=0.05)


def test_up_in_the_world_is_up_in_the_picture() -> None:
    t = times(30.0)
    for up in range(3):
        points = np.zeros((len(t), 1, 3))
        points[:, 0, up] = t**2
        points[:, 0, (up + 1) % 3] = 0.1 * np.sin(4 * t)
        assert np.all(np.diff(project_points(points, 30.0, up).positions[1:, 0, 1]) < 0)


def test_what_does_not_move_or_is_no_number_is_refused() -> None:
    with pytest.raises(MotionError, match="Nothing moves"):
        project_points(np.ones((10, 3, 3)), 24.0, up=2)
    moving = np.cumsum(np.ones((10, 3, 3)), axis=0)
    with pytest.raises(MotionError, match="not a finite number"):
        project_points(np.where(np.arange(3) == 1, np.nan, moving), 24.0, up=2)
    with pytest.raises(MotionError, match=r"shape \[10, 3\]"):
        project_points(moving[:, 0], 24.0, up=2)
    with pytest.raises(MotionError, match="frame rate"):
        project_points(moving, 0.0, up=2)
