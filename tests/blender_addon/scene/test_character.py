"""Anything that moves can be followed: which object is meant, and that its contacts and tempo are found."""

from __future__ import annotations

import addon_utils  # comes with bpy
import bpy
import numpy as np
import pytest

from blender_addon.scene.character import character_of, find_character
from blender_addon.scene.sampling import FrameRange, MotionSampler, SampledMotion
from blender_addon.scene.viewing import keypoints_of
from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints, Layout
from tests.blender_addon import movers, rigs


def sample(thing: bpy.types.Object) -> SampledMotion:
    scene = bpy.context.scene
    sampler = MotionSampler(scene, thing, character_of(thing).bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(0.05):
        pass
    return sampler.motion()


def followed(thing: bpy.types.Object) -> Keypoints:
    return keypoints_of(sample(thing), character_of(thing).joints, thing.name)[0]


def heard(thing: bpy.types.Object) -> DanceAnalysis:
    return analyse(followed(thing))


def farthest(analysis: DanceAnalysis, wanted: list[float]) -> float:
    times = np.array([hit.time_s for hit in analysis.hits])
    return float(np.abs(np.array(wanted)[:, None] - times).min(axis=1).max())


def is_in_time(analysis: DanceAnalysis, bpm: float) -> bool:
    return min(abs(analysis.grid.tempo_bpm / bpm - factor) for factor in (0.5, 1, 2)) < 0.01


@pytest.mark.parametrize("fps", [24, 30, 60])
@pytest.mark.parametrize(("height", "restitution"), [(0.5, 0.8), (3.0, 0.7), (1.0, 0.9)])
@pytest.mark.parametrize("spin", [0.0, 7.0])
def test_every_contact_of_a_ball_is_a_hit_within_a_frame(scene, fps, height, restitution, spin) -> None:
    scene.render.fps = fps
    movers.end_frame(scene, 9.0)
    ball = movers.add_mesh(scene, "Ball", size=0.1)
    contacts = np.array(movers.bounce(ball, scene, height, restitution, spin))
    gaps = np.diff(contacts, prepend=-1)
    tellable = [contact for contact, gap in zip(contacts, gaps, strict=True) if gap > max(0.2, 6 / fps)][:-1]
    assert len(tellable) >= 3
    assert farthest(heard(ball), tellable) < 1 / fps


def test_a_ball_is_one_point_and_a_spinning_one_few(scene) -> None:
    movers.end_frame(scene, 4.0)
    ball = movers.add_mesh(scene, "Ball")
    movers.bounce(ball, scene, 1.0, 0.8)
    keypoints = followed(ball)
    assert keypoints.layout is Layout.POINTS
    assert len(keypoints.followed) == 1
    key = movers.add_mesh(scene, "Box", size=0.5)
    movers.bounce(key, scene, 1.0, 0.8, spin=9.0)
    assert 2 <= len(followed(key).followed) <= 4


@pytest.mark.parametrize("bones", [1, 3])
@pytest.mark.parametrize("bpm", [80.0, 120.0])
def test_an_armature_of_few_bones_keeps_time(scene, bones, bpm) -> None:
    movers.end_frame(scene, 14.0)
    arm = movers.add_chain(scene, "Arm", bones)
    movers.swing_on_beats(arm, scene, bpm)
    assert character_of(arm).joints is None
    assert is_in_time(heard(arm), bpm)


def test_only_bones_that_deform_are_followed_where_there_are_some(scene) -> None:
    arm = movers.add_chain(scene, "Arm", 3)
    arm.data.bones["Arm 0"].use_deform = False
    assert character_of(arm).bones == ("Arm 1", "Arm 2")
    for bone in arm.data.bones:
        bone.use_deform = False
    assert len(character_of(arm).bones) == 3


@pytest.mark.parametrize("kind", ["empty", "camera", "light", "curve", "text"])
def test_objects_of_every_kind_are_followed(scene, kind) -> None:
    movers.end_frame(scene, 12.0)
    data = {
        "empty": lambda: None,
        "camera": lambda: bpy.data.cameras.new("It"),
        "light": lambda: bpy.data.lights.new("It", "POINT"),
        "curve": lambda: bpy.data.curves.new("It", "CURVE"),
        "text": lambda: bpy.data.curves.new("It", "FONT"),
    }[kind]()
    thing = bpy.data.objects.new("It", data)
    scene.collection.objects.link(thing)
    movers.on_every_beat(scene, 100.0, lambda frame, value: movers.key(thing, "location", frame, (0, value, 0)))
    assert is_in_time(heard(thing), 100.0)
    assert find_character(bpy.context) == thing


def test_a_camera_that_only_turns_is_followed(scene) -> None:
    movers.end_frame(scene, 12.0)
    camera = rigs.add_camera(scene)
    movers.on_every_beat(scene, 90.0, lambda frame, value: movers.key(camera, "rotation_euler", frame, (value, 0, 0)))
    assert is_in_time(heard(camera), 90.0)


def test_shape_keys_are_movement(scene) -> None:
    movers.end_frame(scene, 12.0)
    face = movers.add_mesh(scene, "Face")
    face.shape_key_add(name="Basis")
    mouth = face.shape_key_add(name="Open")
    mouth.data[0].co.z -= 0.2  # inside the box of the rest: only the vertex itself tells
    mouth.data[0].co.x += 0.1
    movers.on_every_beat(scene, 110.0, lambda frame, value: movers.key(mouth, "value", frame, value))
    bpy.context.view_layer.objects.active = face
    assert find_character(bpy.context) == face
    assert is_in_time(heard(face), 110.0)


def test_a_mesh_whose_vertices_come_and_go_is_followed_by_its_box(scene) -> None:
    movers.end_frame(scene, 10.0)
    tower = movers.add_mesh(scene, "Tower")
    array = tower.modifiers.new("Array", "ARRAY")
    array.use_relative_offset, array.use_constant_offset = False, True
    array.constant_offset_displace = (0, 0, 0.5)
    movers.on_every_beat(scene, 100.0, lambda frame, value: movers.key(array, "count", frame, 1 + round(3 * value)))
    motion = sample(tower)
    assert motion.heads.shape[1] == 1 + 8 + 3
    assert np.ptp(motion.heads[..., 2]) > 1.0


def test_cloth_and_particles_are_followed(scene) -> None:
    bpy.ops.mesh.primitive_grid_add(x_subdivisions=5, y_subdivisions=5, location=(0, 0, 3))
    cloth = bpy.context.object
    cloth.modifiers.new("Cloth", "CLOTH")
    assert np.ptp(sample(cloth).heads[..., 2]) > 2.0
    bpy.ops.mesh.primitive_plane_add(location=(0, 0, 3))
    emitter = bpy.context.object
    emitter.modifiers.new("Sparks", "PARTICLE_SYSTEM")
    emitter.particle_systems[0].settings.frame_end = 10
    assert np.ptp(sample(emitter).heads[:, 9:12, 2]) > 2.0


def test_parents_constraints_and_drivers_move_things(scene) -> None:
    carrier = bpy.data.objects.new("Carrier", None)
    scene.collection.objects.link(carrier)
    movers.key(carrier, "location", 1, (0, 0, 0))
    movers.key(carrier, "location", 48, (0, 0, 2))
    child, copy, driven = (movers.add_mesh(scene, name) for name in ("Child", "Copy", "Driven"))
    child.parent = carrier
    copy.constraints.new("COPY_LOCATION").target = carrier
    driven.driver_add("location", 2).driver.expression = "frame * 0.02"
    for thing in (child, copy, driven):
        bpy.context.view_layer.objects.active = thing
        assert find_character(bpy.context) == thing
        assert np.ptp(sample(thing).heads[:, 0, 2]) > 0.9


def test_the_active_object_counts_if_it_may_move_and_else_the_only_one_that_may(scene) -> None:
    still = movers.add_mesh(scene, "Floor")
    with pytest.raises(MotionError, match="no armature and no object that moves"):
        find_character(bpy.context)
    one = movers.add_mesh(scene, "One")
    movers.key(one, "location", 1, (0, 0, 0))
    bpy.context.view_layer.objects.active = still
    assert find_character(bpy.context) == one
    camera = rigs.add_camera(scene)
    movers.key(camera, "location", 1, (0, 0, 0))
    bpy.context.view_layer.objects.active = still
    assert find_character(bpy.context) == one  # cameras are seldom what a scene is about
    bpy.context.view_layer.objects.active = camera
    assert find_character(bpy.context) == camera
    two = movers.add_mesh(scene, "Two")
    movers.key(two, "scale", 1, (1, 1, 1))
    assert find_character(bpy.context) == two
    bpy.context.view_layer.objects.active = still
    with pytest.raises(MotionError, match="2 objects that move"):
        find_character(bpy.context)
    dancer = rigs.add_humanoid(scene, rigs.MIXAMO)
    bpy.context.view_layer.objects.active = camera
    assert find_character(bpy.context) == dancer
    scene.kinescore.character = camera
    assert find_character(bpy.context) == camera


def test_what_cannot_move_says_so(scene) -> None:
    stone = movers.add_mesh(scene, "Stone")
    bpy.ops.rigidbody.object_add()
    with pytest.raises(MotionError, match=r"'Stone' does not move in this frame range.*baked to keyframes"):
        followed(stone)
    with pytest.raises(MotionError, match="has no bones"):
        character_of(bpy.data.objects.new("Nothing", bpy.data.armatures.new("Nothing")))
    bpy.ops.object.mode_set(mode="EDIT")
    with pytest.raises(MotionError, match="'Stone' is in Edit Mode"):
        character_of(stone)
    bpy.ops.object.mode_set(mode="OBJECT")


def test_a_place_that_is_no_number_names_the_object(scene) -> None:
    ball = movers.add_mesh(scene, "Ball")
    ball.delta_location[0] = float("nan")
    with pytest.raises(MotionError, match="The place of 'Ball' is not a finite number in frame 1"):
        sample(ball)


@pytest.mark.parametrize("animal", ["basic_quadruped", "bird", "shark", "wolf"])
def test_animals_are_followed_by_their_bones(scene, animal) -> None:
    addon_utils.enable("rigify", default_set=True)
    getattr(bpy.ops.object, f"armature_{animal}_metarig_add")()
    rig = bpy.context.object
    assert character_of(rig).joints is None
    movers.end_frame(scene, 12.0)
    bone = rig.pose.bones[len(rig.pose.bones) // 2]
    bone.rotation_mode = "XYZ"
    movers.on_every_beat(scene, 100.0, lambda frame, value: movers.key(bone, "rotation_euler", frame, (value, 0, 0)))
    assert is_in_time(heard(rig), 100.0)
