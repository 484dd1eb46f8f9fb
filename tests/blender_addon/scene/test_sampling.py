"""Sampling equals stepping through the user's own scene, and leaves that scene alone."""

from __future__ import annotations

import math

import bpy
import numpy as np
import pytest
from bpy_extras.object_utils import world_to_camera_view

from blender_addon.scene.cameras import camera_at
from blender_addon.scene.sampling import FrameRange, MotionSampler, SampledMotion
from kinescore.errors import MotionError
from tests.blender_addon import rigs


def sample(scene, rig, first=1, last=48, slice_seconds=10.0) -> SampledMotion:
    sampler = MotionSampler(scene, rig, tuple(bone.name for bone in rig.data.bones), FrameRange(first, last))
    while not sampler.advance(slice_seconds):
        pass
    return sampler.motion()


def stepped(scene, rig, first=1, last=48) -> np.ndarray:
    """World positions [T, B, 3] of all bone heads by changing the frame of the user's scene."""
    frames = []
    for frame in range(first, last + 1):
        scene.frame_set(frame)
        evaluated = rig.evaluated_get(bpy.context.evaluated_depsgraph_get())
        frames.append([evaluated.matrix_world @ bone.head for bone in evaluated.pose.bones])
    return np.array(frames)


def to_pixels(motion: SampledMotion) -> np.ndarray:
    """[T, B, 2] px, y down, from the sampled camera matrices, in plain numpy."""
    points = np.concatenate([motion.heads, np.ones_like(motion.heads[..., :1])], axis=2)
    clip = np.einsum("tij,tbj->tbi", motion.cameras, points)
    unit = clip[..., :2] / clip[..., 3:] / 2 + 0.5
    return np.stack([unit[..., 0], 1 - unit[..., 1]], axis=2) * motion.size


def test_positions_and_pixels_equal_those_of_the_users_own_scene(scene, dancer) -> None:
    camera = rigs.add_camera(scene)
    camera.data.lens = 35
    camera.data.shift_x = 0.1
    camera.keyframe_insert("location", frame=1)
    camera.location.x = 1.5
    camera.keyframe_insert("location", frame=48)
    scene.render.pixel_aspect_x = 1.2
    motion = sample(scene, dancer)
    assert np.abs(motion.heads - stepped(scene, dancer)).max() < 1e-5  # mathutils multiplies in single precision
    for frame in (1, 17, 48):
        scene.frame_set(frame)
        for bone, pixel in zip(dancer.pose.bones, to_pixels(motion)[frame - 1], strict=True):
            view = world_to_camera_view(scene, camera, dancer.matrix_world @ bone.head)
            assert pixel == pytest.approx((view.x * 1920, (1 - view.y) * 1080), abs=5e-3)


def test_projection_equals_the_pinhole_formula(scene, dancer) -> None:
    camera = rigs.add_camera(scene, location=(0.3, -6, 1.2))
    camera.data.lens, camera.data.sensor_width = 50, 36
    motion = sample(scene, dancer)
    x, depth, z = (motion.heads - np.array((0.3, -6, 1.2), np.float32)).transpose(2, 0, 1)
    scale = 50 / 36 * 1920 / depth
    expected = np.stack([960 + scale * x, 540 - scale * z], axis=2)
    assert np.abs(to_pixels(motion) - expected).max() < 2e-3  # a camera turned by 90 degrees in single precision


def test_constraints_drivers_and_parents_are_evaluated(scene, dancer) -> None:
    carrier = bpy.data.objects.new("Carrier", None)
    scene.collection.objects.link(carrier)
    driver = carrier.driver_add("location", 1).driver
    driver.expression = "frame * 0.01"
    dancer.parent = carrier
    target = bpy.data.objects.new("Target", None)  # not in any scene: the dependency graph still pulls it in
    target.location = (0.6, -0.4, 1.6)
    ik = dancer.pose.bones["mixamorig:LeftForeArm"].constraints.new("IK")
    ik.target, ik.chain_count = target, 2
    motion = sample(scene, dancer)
    assert np.abs(motion.heads - stepped(scene, dancer)).max() < 1e-5
    assert np.ptp(motion.heads[:, 0, 1]) > 0.3  # the driver carries the hips along


def test_short_slices_give_the_same_motion(scene, dancer) -> None:
    assert np.array_equal(sample(scene, dancer, slice_seconds=0.0).heads, sample(scene, dancer).heads)


@pytest.mark.parametrize("state", ["hidden", "excluded", "rest", "hidden camera"])
def test_hidden_and_resting_rigs_are_sampled_in_motion(scene, dancer, state) -> None:
    camera = rigs.add_camera(scene)
    expected = sample(scene, dancer)
    if state == "hidden":
        dancer.hide_viewport = True
    elif state == "excluded":
        collection = bpy.data.collections.new("Away")
        scene.collection.children.link(collection)
        collection.objects.link(dancer)
        scene.collection.objects.unlink(dancer)
        bpy.context.view_layer.layer_collection.children["Away"].exclude = True
    elif state == "rest":
        dancer.data.pose_position = "REST"
    else:
        camera.hide_viewport = True
    motion = sample(scene, dancer)
    assert np.array_equal(motion.heads, expected.heads)
    assert np.array_equal(motion.cameras, expected.cameras)
    assert dancer.hide_viewport == (state == "hidden")
    assert camera.hide_viewport == (state == "hidden camera")
    assert dancer.data.pose_position == ("REST" if state == "rest" else "POSE")


def test_cameras_bound_to_markers_take_over(scene, dancer) -> None:
    first, second = rigs.add_camera(scene), rigs.add_camera(scene, location=(2, -9, 2))
    for frame, camera in ((10, first), (30, second)):
        scene.timeline_markers.new("cut", frame=frame).camera = camera
    cameras = sample(scene, dancer).cameras
    for frame in (1, 9, 10, 29, 30, 48):
        scene.frame_set(frame)
        bpy.context.view_layer.update()
        assert camera_at(scene, frame) == scene.camera, frame  # Blender's own choice
    changes = [frame for frame in range(2, 49) if not np.array_equal(cameras[frame - 1], cameras[frame - 2])]
    assert changes == [30]


def test_nothing_of_the_users_is_touched(scene, dancer) -> None:
    rigs.add_camera(scene)
    scene.frame_set(13)
    dancer.select_set(True)
    before = (len(bpy.data.scenes), dancer.users, dancer.select_get(), bpy.context.view_layer.objects.active)
    sample(scene, dancer, slice_seconds=0.0)
    assert scene.frame_current == 13
    assert (len(bpy.data.scenes), dancer.users, dancer.select_get(), bpy.context.view_layer.objects.active) == before


def test_a_pose_that_was_changed_but_not_keyed_survives(scene, dancer) -> None:
    """Evaluating any frame writes animated values back into the originals; sampling must undo that."""
    arm = dancer.pose.bones["mixamorig:LeftArm"]
    arm["fist"] = 0.0
    arm.keyframe_insert('["fist"]', frame=1)
    track = dancer.animation_data.nla_tracks.new()
    track.strips.new("dance", 1, dancer.animation_data.action)
    dancer.animation_data.action = None
    scene.frame_set(13)
    dancer.location, arm.rotation_euler, arm["fist"] = (0.5, 0, 0), (0, 0, 0.77), 0.25
    bpy.context.view_layer.update()
    pose = np.array(arm.matrix)
    sample(scene, dancer, slice_seconds=0.0)
    bpy.context.view_layer.update()
    assert dancer.location[0] == 0.5
    assert arm.rotation_euler[2] == pytest.approx(0.77)
    assert arm["fist"] == 0.25
    assert np.array_equal(np.array(arm.matrix), pose)


def test_linked_library_rig(saved_scene, tmp_path) -> None:
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    expected = sample(saved_scene, bpy.data.objects["Dancer"])
    bpy.data.objects["Dancer"].hide_viewport = True
    library = str(tmp_path / "library.blend")
    bpy.ops.wm.save_as_mainfile(filepath=library)
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    with bpy.data.libraries.load(library, link=True) as (_, wanted):
        wanted.objects = ["Dancer"]
    linked = bpy.data.objects["Dancer"]
    bpy.context.scene.collection.objects.link(linked)
    assert np.array_equal(sample(bpy.context.scene, linked).heads, expected.heads)


def test_fractional_frame_rate_is_kept(scene, dancer) -> None:
    scene.render.fps, scene.render.fps_base = 24, 1.001
    assert sample(scene, dancer).fps == pytest.approx(23.976, abs=1e-3)


def test_a_place_that_is_no_number_names_bone_and_frame(scene, dancer) -> None:
    dancer.delta_location[0] = float("nan")
    with pytest.raises(MotionError, match=r"bone 'mixamorig:Hips' is not a finite number in frame 1"):
        sample(scene, dancer)


def test_a_rig_that_is_deleted_meanwhile_ends_the_sampling(scene, dancer) -> None:
    sampler = MotionSampler(scene, dancer, ("mixamorig:Hips",), FrameRange(1, 48))
    sampler.advance(0.0)
    bpy.data.objects.remove(dancer)
    with pytest.raises(MotionError, match="removed"):
        sampler.advance(0.0)
    assert len(bpy.data.scenes) == 1


def test_a_motion_capture_file_from_the_real_world(scene, shared_motion) -> None:
    bpy.ops.import_anim.bvh(filepath=str(sorted((shared_motion / "salsa").glob("*.bvh"))[0]), frame_start=1)
    rig = bpy.context.active_object
    assert np.abs(sample(scene, rig, 1, 30).heads - stepped(scene, rig, 1, 30)).max() < 1e-3 * max(rig.dimensions)
    assert math.isfinite(sample(scene, rig, 1, 2).heads.sum())


def test_a_stretched_time_is_followed(scene, dancer) -> None:
    """Time Stretching shows the animation at half speed; the picture is what the music follows."""
    scene.render.frame_map_old, scene.render.frame_map_new = 100, 200
    assert np.abs(sample(scene, dancer).heads - stepped(scene, dancer)).max() < 1e-5
