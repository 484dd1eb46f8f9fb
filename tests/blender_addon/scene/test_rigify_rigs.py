"""Rigs that Rigify makes, which comes with Blender: people are known by name and by shape, animals are no people."""

from __future__ import annotations

import random

import addon_utils
import bpy
import pytest

from blender_addon.scene.character import character_of

PEOPLE = ("human", "basic_human")
ANIMALS = ("bird", "cat", "horse", "shark", "wolf", "basic_quadruped")


@pytest.fixture(params=(*PEOPLE, *ANIMALS))
def metarig(request: pytest.FixtureRequest, scene: bpy.types.Scene) -> tuple[str, bpy.types.Object]:
    """A kind of creature, and its skeleton in a scene of its own."""
    return request.param, add_metarig(request.param)


def add_metarig(kind: str) -> bpy.types.Object:
    if addon_utils.enable("rigify", default_set=True) is None:
        pytest.skip("Rigify is not part of this Blender")
    found = [
        name for name in dir(bpy.ops.object) if name.startswith("armature_") and name.endswith(f"{kind}_metarig_add")
    ]
    getattr(bpy.ops.object, min(found, key=len))()
    return bpy.context.object


def generated_from(metarig: bpy.types.Object) -> bpy.types.Object:
    """Controls, mechanism, original and deforming bones in one armature, hundreds of them."""
    bpy.ops.pose.rigify_generate()
    return next(thing for thing in bpy.data.objects if thing.type == "ARMATURE" and thing != metarig)


def without_names(armature: bpy.types.Object) -> dict[str, str]:
    """Give the bones names without meaning; what each was called before."""
    numbers = list(range(len(armature.data.bones)))
    random.Random(1).shuffle(numbers)
    before = {}
    for bone, number in zip(list(armature.data.bones), numbers, strict=True):
        before[f"b{number:03d}"] = bone.name
        bone.name = f"b{number:03d}"
    return before


def test_creatures_are_what_they_are_with_names_and_without(metarig: tuple[str, bpy.types.Object]) -> None:
    kind, armature = metarig
    assert (character_of(armature).joints is not None) == (kind in PEOPLE)
    before = without_names(armature)
    joints = character_of(armature).joints
    assert (joints is not None) == (kind in PEOPLE)
    if joints is not None:
        assert before[joints.points["left_wrist"].bone] == "hand.L"
        assert before[joints.points["right_ankle"].bone] == "foot.R"


@pytest.mark.parametrize("kind", ["human", "cat", "shark"])
def test_controls_and_mechanism_beside_the_bones_change_nothing(scene: bpy.types.Scene, kind: str) -> None:
    armature = generated_from(add_metarig(kind))
    joints = character_of(armature).joints
    assert (joints is not None) == (kind == "human")
    if joints is not None:
        assert joints.points["left_wrist"].bone == "DEF-hand.L"
    before = without_names(armature)
    joints = character_of(armature).joints
    assert (joints is not None) == (kind == "human")
    if joints is not None:
        assert before[joints.points["left_wrist"].bone].endswith("hand.L")
        assert before[joints.points["right_knee"].bone].endswith("shin.R")
