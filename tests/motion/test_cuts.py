"""Cuts told from movement of the camera, from projection matrices alone."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.motion.cuts import camera_cuts

FRAMES = 60
STILL = np.zeros(FRAMES)


def filmed(
    yaw_degrees: np.ndarray = STILL, x: np.ndarray = STILL, zoom: np.ndarray = STILL, scale: float = 1.0,
    orthographic: bool = False,
) -> np.ndarray:  # fmt: skip
    """[T, 4, 4] of a camera 6 units before the origin that looks along +Y; zoom in doublings."""
    matrices = np.zeros((FRAMES, 4, 4))
    for frame, (turn, place, size) in enumerate(zip(np.radians(yaw_degrees), x, 2.0**zoom, strict=True)):
        across, ahead = np.array([np.cos(turn), np.sin(turn), 0]), np.array([-np.sin(turn), np.cos(turn), 0])
        view = np.eye(4)
        view[:3, :3] = across, (0, 0, 1), -ahead
        view[:3, 3] = -view[:3, :3] @ (scale * np.array([place, -6.0, 0.0]))
        lens = np.diag([2 * size, 3 * size, -1.002, 0.0])
        lens[2, 3], lens[3, 2] = -0.2, -1.0
        if orthographic:
            lens = np.diag([size / scale, size / scale, -0.01 / scale, 1.0])
        matrices[frame] = lens @ view
    return matrices


def cuts(matrices: np.ndarray) -> list[int]:
    return camera_cuts(matrices, np.zeros(3)).tolist()


def stepping(at: int, height: float) -> np.ndarray:
    return np.where(np.arange(FRAMES) >= at, height, 0.0)


@pytest.mark.parametrize("scale", [0.01, 1.0, 100.0])
@pytest.mark.parametrize("orthographic", [False, True])
@pytest.mark.parametrize("at", [1, 25, 59])
def test_a_turn_a_place_and_a_lens_that_change_in_one_frame_cut(scale, orthographic, at) -> None:
    options = {"scale": scale, "orthographic": orthographic}
    assert cuts(filmed(yaw_degrees=stepping(at, 20.0), **options)) == [at]
    assert cuts(filmed(x=stepping(at, 2.0), **options)) == [at]
    assert cuts(filmed(zoom=stepping(at, 0.5), **options)) == [at]


def test_pans_whips_zooms_and_shakes_do_not() -> None:
    ramp = np.clip(np.arange(FRAMES) - 20, 0, 8) / 8.0
    assert cuts(filmed(yaw_degrees=120 * ramp)) == []
    assert cuts(filmed(x=5 * ramp, zoom=2 * ramp)) == []
    shaking = np.random.default_rng(0).uniform(-2, 2, FRAMES)
    assert cuts(filmed(yaw_degrees=shaking)) == []


def test_a_cut_within_a_pan_is_found() -> None:
    assert cuts(filmed(yaw_degrees=np.arange(FRAMES) * 1.0 + stepping(30, 40.0))) == [30]
