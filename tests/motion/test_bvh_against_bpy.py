"""Our forward kinematics against Blender's own BVH importer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.motion.readers.bvh import pose_bvh
from kinescore.motion.readers.bvh_file import parse_bvh
from tests.motion.made_bvh import MADE

bpy = pytest.importorskip("bpy")


def heads_in_blender(path: Path, frames: list[int]) -> dict[str, np.ndarray]:
    """Bone -> heads [len(frames), 3] in the file's own axes, as imported."""
    bpy.ops.import_anim.bvh(
        filepath=str(path), axis_forward="Y", axis_up="Z", update_scene_fps=False, use_fps_scale=False
    )
    armature = bpy.context.object
    heads: dict[str, list[tuple[float, ...]]] = {bone.name: [] for bone in armature.pose.bones}
    for frame in frames:
        bpy.context.scene.frame_set(frame + 1)  # Blender puts a file's first frame on its frame 1
        for bone in armature.pose.bones:
            heads[bone.name].append(tuple(armature.matrix_world @ bone.head))
    bpy.data.batch_remove([armature.animation_data.action, armature.data])
    return {name: np.array(places) for name, places in heads.items()}


def assert_equal_to_blender(path: Path, frames: list[int]) -> None:
    bvh = parse_bvh(path)
    heads, _ = pose_bvh(bvh)
    in_blender = heads_in_blender(path, frames)
    names = [joint.name.replace(" ", "_") for joint in bvh.joints]  # as Blender writes them
    assert set(in_blender) == set(names)
    size = np.ptp(heads[frames].reshape(-1, 3), axis=0).max()
    for index, name in enumerate(names):
        np.testing.assert_allclose(heads[frames, index], in_blender[name], atol=2e-5 * size, err_msg=name)


@pytest.mark.parametrize("name", MADE)
def test_made_files_stand_as_in_blender(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.bvh"
    path.write_text(MADE[name], "utf-8")
    assert_equal_to_blender(path, list(range(len(parse_bvh(path).values))))


@pytest.mark.parametrize("name", ["60_01.bvh", "61_10.bvh"])
def test_real_dances_stand_as_in_blender(name: str, shared_motion: Path) -> None:
    path = shared_motion / "salsa" / name
    assert_equal_to_blender(path, [0, 1, 300, 900, len(parse_bvh(path).values) - 1])
