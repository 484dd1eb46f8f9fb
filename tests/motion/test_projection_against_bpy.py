"""The view through a camera against Blender's own projection."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.motion.projection import project_camera
from tests.motion.test_projection import SEEN, dancer

bpy = pytest.importorskip("bpy")


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("PERSP", {"lens": 35.0}),
        ("PERSP", {"lens": 80.0, "shift_x": 0.2, "shift_y": -0.1, "sensor_fit": "VERTICAL"}),
        ("ORTHO", {"ortho_scale": 4.0}),
    ],
)
def test_pixels_are_where_blender_puts_them(kind: str, settings: dict) -> None:
    from bpy_extras.object_utils import world_to_camera_view
    from mathutils import Vector

    scene, data = bpy.context.scene, bpy.data.cameras.new("view")
    data.type = kind
    for name, value in settings.items():
        setattr(data, name, value)
    camera = bpy.data.objects.new("view", data)
    scene.collection.objects.link(camera)
    camera.location, camera.rotation_euler = (1.0, -6.0, 2.0), (1.35, 0.1, 0.15)
    width, height = scene.render.resolution_x, scene.render.resolution_y
    scene.view_layers[0].update()
    graph = bpy.context.evaluated_depsgraph_get()
    matrix = camera.calc_matrix_camera(graph, x=width, y=height) @ camera.matrix_world.inverted()
    joints = dancer(5)[..., [0, 2, 1]] * [1, -1, 1]  # Z up, facing -Y
    keypoints = project_camera(joints, SEEN, np.array(matrix), 24.0, (width, height))
    seen = np.array([[world_to_camera_view(scene, camera, Vector(joint))[:2] for joint in pose] for pose in joints])
    wanted = np.stack([seen[..., 0] * width, (1 - seen[..., 1]) * height], axis=2)
    bpy.data.cameras.remove(data)
    np.testing.assert_allclose(keypoints.positions, wanted, atol=0.02)
    inside = ((seen > 0) & (seen < 1)).all(axis=2)
    np.testing.assert_array_equal(keypoints.confidence, np.where(inside, 1.0, 0.5))
