"""Which bones are which joints: by name, by hand, and what is refused."""

from __future__ import annotations

import bpy
import pytest

from blender_addon.scene import rig
from blender_addon.scene.character import character_of, find_character
from kinescore.errors import MotionError
from kinescore.motion.bone_map import BoneEnd, BonePoint
from tests.blender_addon import rigs


@pytest.mark.parametrize("names", [rigs.MIXAMO, rigs.RIGIFY], ids=["Mixamo", "Rigify"])
def test_common_rigs_are_covered(scene, names) -> None:
    coverage = rig.bones_of(rigs.add_humanoid(scene, names)).coverage
    assert len(coverage.found) == 12
    assert coverage.missing == ()


def test_bones_assigned_by_hand_win_and_are_saved_with_the_armature(saved_scene) -> None:
    dancer = rigs.add_humanoid(saved_scene, rigs.MIXAMO)
    dancer.kinescore_rig.left_wrist.bone = "mixamorig:LeftHand"
    dancer.kinescore_rig.left_wrist.at_tail = True
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    dancer = bpy.data.objects["Dancer"]
    assert rig.bones_of(dancer).points["left_wrist"] == BonePoint("mixamorig:LeftHand", BoneEnd.TAIL)
    bpy.context.view_layer.objects.active = dancer
    bpy.ops.kinescore.clear_joints()
    assert rig.bones_of(dancer).points["left_wrist"].end is BoneEnd.HEAD


def test_a_rig_of_unknown_names_works_once_its_bones_are_assigned(scene) -> None:
    stranger = rigs.add_humanoid(scene, rigs.PLAIN_NUMBERS)
    unparent_bones(stranger)
    assert character_of(stranger).joints is None
    for joint, part in (
        ("shoulder", "upper_arm"), ("elbow", "forearm"), ("wrist", "hand"), ("hip", "thigh"), ("knee", "shin"),
        ("ankle", "foot"),
    ):  # fmt: skip
        for side in ("Left", "Right"):
            getattr(stranger.kinescore_rig, f"{side.lower()}_{joint}").bone = rigs.side_name(
                rigs.PLAIN_NUMBERS[part], side
            )
    joints = character_of(stranger).joints
    assert joints is not None
    assert joints.coverage.missing == ()


def test_a_rig_of_unknown_names_is_known_by_its_shape(scene) -> None:
    joints = character_of(rigs.add_humanoid(scene, rigs.PLAIN_NUMBERS)).joints
    assert joints is not None
    assert joints.coverage.missing == ()
    assert joints.points["left_wrist"].bone == rigs.side_name(rigs.PLAIN_NUMBERS["hand"], "Left")


def unparent_bones(armature: bpy.types.Object) -> None:
    bpy.ops.object.mode_set(mode="EDIT")
    for bone in armature.data.edit_bones:
        bone.parent = None
    bpy.ops.object.mode_set(mode="OBJECT")


def test_a_bone_that_is_gone_is_named(scene) -> None:
    dancer = rigs.add_humanoid(scene, rigs.MIXAMO)
    dancer.kinescore_rig.nose.bone = "Snout"
    with pytest.raises(MotionError, match="'Snout' assigned to the nose"):
        rig.bones_of(dancer)


def test_the_character_is_the_chosen_the_active_or_the_only_one(scene) -> None:
    with pytest.raises(MotionError, match="no armature"):
        find_character(bpy.context)
    first = rigs.add_humanoid(scene, rigs.MIXAMO, "First")
    bpy.context.view_layer.objects.active = None
    assert find_character(bpy.context) == first
    second = rigs.add_humanoid(scene, rigs.MIXAMO, "Second")
    assert find_character(bpy.context) == second
    bpy.context.view_layer.objects.active = None
    with pytest.raises(MotionError, match="2 armatures"):
        find_character(bpy.context)
    scene.kinescore.character = first
    assert find_character(bpy.context) == first


def test_a_mesh_stands_for_the_armature_that_deforms_it(scene) -> None:
    dancer = rigs.add_humanoid(scene, rigs.MIXAMO)
    rigs.add_humanoid(scene, rigs.MIXAMO, "Other")
    body = bpy.data.objects.new("Body", bpy.data.meshes.new("Body"))
    body.modifiers.new("Armature", "ARMATURE").object = dancer
    scene.collection.objects.link(body)
    bpy.context.view_layer.objects.active = body
    assert find_character(bpy.context) == dancer
