"""The front view and the view through a camera."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.projection import project_camera, project_front

JOINT = {name: index for index, name in enumerate(COCO_17)}
SEEN = np.ones(17)
HALF_BODY = {  # (left, up, forward) in metres, left side; the right side mirrors it
    "nose": (0, 1.7, 0.15), "eye": (0.03, 1.73, 0.12), "ear": (0.08, 1.7, 0), "shoulder": (0.18, 1.45, 0),
    "elbow": (0.3, 1.2, 0.05), "wrist": (0.35, 0.95, 0.1), "hip": (0.1, 0.95, 0), "knee": (0.1, 0.5, 0.02),
    "ankle": (0.1, 0.1, 0),
}  # fmt: skip


def dancer(frames: int = 60) -> np.ndarray:
    """[frames, 17, 3]: Y up, facing +Z, left is +X; the left wrist waves and the body steps aside and forward."""
    pose = []
    for name in COCO_17:
        left, up, forward = HALF_BODY[name.split("_")[-1]]
        pose.append((-left if name.startswith("right") else left, up, forward))
    motion = np.repeat(np.array(pose)[None], frames, axis=0)
    beat = np.sin(np.arange(frames) / 6)[:, None]
    motion[..., 0] += 0.3 * beat
    motion[..., 2] += 0.5 * beat
    motion[:, JOINT["left_wrist"], 1] += 0.4 * beat[:, 0]
    return motion


def test_the_dancer_faces_the_viewer_upright_and_unmirrored() -> None:
    keypoints = project_front(dancer(), SEEN, 30.0)
    x, y = keypoints.positions[..., 0], keypoints.positions[..., 1]
    assert (x[:, JOINT["left_shoulder"]] > x[:, JOINT["right_shoulder"]]).all()  # their left is our right
    assert (y[:, JOINT["nose"]] < y[:, JOINT["left_ankle"]]).all()
    assert np.corrcoef(-y[:, JOINT["left_wrist"]], dancer()[:, JOINT["left_wrist"], 1])[0, 1] > 0.99


def test_the_whole_movement_fits_with_a_margin_and_fills_the_picture() -> None:
    for size in ((1280, 720), (300, 900)):
        positions = project_front(dancer(), SEEN, 30.0, size).positions
        low, high = positions.min(axis=(0, 1)) / size, positions.max(axis=(0, 1)) / size
        np.testing.assert_allclose(low + high, 1, atol=1e-5)
        assert low.min() == pytest.approx(0.1, abs=1e-5)


def test_steps_towards_the_viewer_make_the_dancer_grow_a_little() -> None:
    motion = dancer()
    y = project_front(motion, SEEN, 30.0).positions[..., 1]
    height = y[:, JOINT["left_ankle"]] - y[:, JOINT["nose"]]
    assert np.corrcoef(height, motion[:, JOINT["left_hip"], 2])[0, 1] > 0.99
    assert 1.02 < height.max() / height.min() < 1.6


def turned(motion: np.ndarray, angle: float) -> np.ndarray:
    cos, sin = np.cos(angle), np.sin(angle)
    return motion @ np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]).T


@pytest.mark.parametrize("angle", [0.3, 2.0, 4.5])
def test_place_size_and_direction_in_the_world_do_not_matter(angle: float) -> None:
    plain = project_front(dancer(), SEEN, 30.0).positions
    other = project_front(turned(dancer(), angle) * 100 + [500, -20, 3], SEEN, 30.0).positions
    np.testing.assert_allclose(other, plain, atol=0.01)


def test_y_up_and_z_up_worlds_look_the_same() -> None:
    z_up = dancer()[..., [0, 2, 1]] * [1, -1, 1]  # Blender: Z up, facing -Y
    np.testing.assert_allclose(
        project_front(z_up, SEEN, 30.0).positions, project_front(dancer(), SEEN, 30.0).positions, atol=1e-3
    )


def test_a_dancer_who_turns_evenly_is_seen_from_where_they_begin() -> None:
    spinning = np.concatenate([turned(dancer(1), 0.2 + angle) for angle in np.arange(120) * (np.pi / 30)])
    x = project_front(spinning, SEEN, 30.0).positions[..., 0]
    widest = x[:, JOINT["left_shoulder"]] - x[:, JOINT["right_shoulder"]]
    assert widest.argmax() in (0, 60)


def test_a_point_like_body_stays_in_the_middle() -> None:
    positions = project_front(np.full((5, 17, 3), 7.0), SEEN, 30.0).positions
    np.testing.assert_allclose(positions, np.broadcast_to([640, 360], (5, 17, 2)))


def camera(frames: int, distance: float = 5.0) -> np.ndarray:
    """[frames, 4, 4]: at z = distance, looking along -Z, focal length one picture height, near plane at 0.1."""
    near, far = 0.1, 100.0
    projection = np.array(
        [
            [2 * 720 / 1280, 0, 0, 0],
            [0, 2, 0, 0],
            [0, 0, -(far + near) / (far - near), -2 * far * near / (far - near)],
            [0, 0, -1, 0],
        ]
    )
    view = np.eye(4)
    view[:3, 3] = (0, -1, -distance)
    return np.repeat((projection @ view)[None], frames, axis=0)


def test_a_camera_sees_what_similar_triangles_say() -> None:
    motion = dancer(10)
    keypoints = project_camera(motion, SEEN, camera(10), 24.0, (1280, 720))
    depth = 5.0 - motion[..., 2]
    np.testing.assert_allclose(keypoints.positions[..., 0], 640 + 720 * motion[..., 0] / depth, rtol=1e-5)
    np.testing.assert_allclose(keypoints.positions[..., 1], 360 - 720 * (motion[..., 1] - 1) / depth, rtol=1e-5)
    assert (keypoints.confidence == 1).all()
    one_matrix = project_camera(motion, SEEN, camera(1)[0], 24.0, (1280, 720))
    np.testing.assert_array_equal(one_matrix.positions, keypoints.positions)


def test_outside_the_picture_is_kept_with_half_the_confidence() -> None:
    motion = dancer(10) + np.array([10.0, 0, 0])
    keypoints = project_camera(motion, SEEN, camera(10), 24.0, (1280, 720))
    assert (keypoints.positions[..., 0] > 1280).all()
    assert (keypoints.confidence == 0.5).all()


def test_behind_the_camera_is_not_seen_and_filled_in() -> None:
    motion = dancer(10)
    motion[4:6, JOINT["right_wrist"], 2] = 6.0
    keypoints = project_camera(motion, SEEN, camera(10), 24.0, (1280, 720))
    assert np.flatnonzero(keypoints.confidence[:, JOINT["right_wrist"]] == 0).tolist() == [4, 5]
    wrist = keypoints.positions[:, JOINT["right_wrist"]]
    np.testing.assert_allclose(wrist[4], wrist[3] + (wrist[6] - wrist[3]) / 3, rtol=1e-4)


def test_never_in_front_is_refused() -> None:
    with pytest.raises(MotionError, match="never in front of the camera") as caught:
        project_camera(dancer(10) + np.array([0, 0, 20]), SEEN, camera(10), 24.0, (1280, 720))
    assert caught.value.code == "out_of_view"


def test_joints_that_are_not_coco_17_in_space_are_refused() -> None:
    with pytest.raises(MotionError, match=r"\[5, 17, 2\]"):
        project_front(np.zeros((5, 17, 2)), SEEN, 30.0)
    with pytest.raises(MotionError, match="finite"):
        project_front(np.full((5, 17, 3), np.nan), SEEN, 30.0)
