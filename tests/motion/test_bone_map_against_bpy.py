"""Blender's own rigs: people are found, animals are refused, and a derived face lies where the modelled one is."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.bone_map import FACE_JOINTS, BoneMap, map_bones
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.skeleton import coco_from_bones

bpy = pytest.importorskip("bpy")


@pytest.fixture(scope="module")
def rigify():
    """Rigify's operators, for the length of this module; what they make is removed afterwards."""
    import addon_utils

    before = set(bpy.data.objects)
    addon_utils.enable("rigify", default_set=True)
    yield bpy.ops
    addon_utils.disable("rigify", default_set=True)
    bpy.data.batch_remove(set(bpy.data.objects) - before)


def joints_at_rest(armature, bone_map: BoneMap) -> dict[str, np.ndarray]:
    bones = [armature.data.bones[name] for name in bone_map.bones]
    heads = np.array([[tuple(bone.head_local) for bone in bones]])
    tails = np.array([[tuple(bone.tail_local) for bone in bones]])
    return dict(zip(COCO_17, coco_from_bones(heads, tails, bone_map)[0], strict=True))


def test_the_human_metarig_is_found_whole_and_its_face_can_be_derived(rigify) -> None:
    rigify.object.armature_human_metarig_add()
    armature = bpy.context.object
    names = [bone.name for bone in armature.data.bones]
    bone_map = map_bones(names)
    assert (bone_map.convention, bone_map.coverage.found) == ("Rigify", COCO_17)
    modelled = joints_at_rest(armature, bone_map)
    for joint in COCO_17[1::2]:
        assert modelled[joint][0] > 0.05  # left is +X in Blender
    faceless = map_bones([name for name in names if not name.startswith(("nose", "eye", "ear"))])
    assert faceless.coverage.derived == FACE_JOINTS
    derived = joints_at_rest(armature, faceless)
    for joint in FACE_JOINTS:
        assert np.linalg.norm(derived[joint] - modelled[joint]) < 0.03  # metres, on a person of 2 m


def test_a_generated_rig_is_followed_by_its_deform_bones(rigify) -> None:
    rigify.object.armature_basic_human_metarig_add()
    rigify.pose.rigify_generate()
    points = map_bones([bone.name for bone in bpy.context.object.data.bones]).points
    assert {point.bone[:4] for joint, point in points.items() if joint not in FACE_JOINTS} == {"DEF-"}
    assert {"hips", "neck", "head"} <= points.keys()


@pytest.mark.parametrize("animal", ["basic_quadruped", "bird", "shark", "wolf"])
def test_animals_are_refused(rigify, animal: str) -> None:
    getattr(rigify.object, f"armature_{animal}_metarig_add")()
    with pytest.raises(MotionError, match="no bone found for left shoulder"):
        map_bones([bone.name for bone in bpy.context.object.data.bones]).require_humanoid()
