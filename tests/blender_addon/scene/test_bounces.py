"""Bounces as artists make them: spinning, on a lift, of an empty and what hangs on it, squashed by a shape key."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import numpy as np
import pytest

from blender_addon.scene.character import character_of
from blender_addon.scene.sampling import FrameRange, MotionSampler
from blender_addon.scene.viewing import keypoints_of
from kinescore.dance.analysis import DanceAnalysis, analyse
from tests.blender_addon import movers, rigs

Made = tuple[bpy.types.Object, list[float]]


def watched(thing: bpy.types.Object, scene: bpy.types.Scene) -> DanceAnalysis:
    """What the music would follow of `thing`."""
    character = character_of(thing)
    sampler = MotionSampler(scene, thing, character.bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(1.0):
        pass
    return analyse(keypoints_of(sampler.motion(), character.joints, thing.name)[0])


def spinning(scene: bpy.types.Scene) -> Made:
    ball = movers.add_mesh(scene, "Ball")
    return ball, movers.bounce(ball, scene, 1.5, 0.8, spin=3.0)


def on_a_lift(scene: bpy.types.Scene) -> Made:
    lift = bpy.data.objects.new("Lift", None)
    scene.collection.objects.link(lift)
    for frame in range(1, scene.frame_end + 1, 4):
        movers.key(lift, "location", frame, (0, 0, 0.3 * math.sin(1.5 * frame / scene.render.fps)))
    ball = movers.add_mesh(scene, "Ball")
    ball.parent = lift
    return ball, movers.bounce(ball, scene, 1.5, 0.85)


def hanging_on_an_empty(scene: bpy.types.Scene) -> Made:
    empty = bpy.data.objects.new("Handle", None)
    scene.collection.objects.link(empty)
    contacts = movers.bounce(empty, scene, 1.0, 0.7)
    prop = movers.add_mesh(scene, "Prop")
    prop.parent = empty
    return prop, contacts


def squashed_by_a_shape_key(scene: bpy.types.Scene) -> Made:
    ball = movers.add_mesh(scene, "Ball")
    contacts = movers.bounce(ball, scene, 1.5, 0.8)
    ball.shape_key_add(name="Basis")
    squash = ball.shape_key_add(name="Squash")
    for point in squash.data:
        point.co = (1.5 * point.co.x, 1.5 * point.co.y, -0.2 + 0.4 * (point.co.z + 0.2))
    for contact in contacts:
        for frames, value in ((-2, 0.0), (0, 1.0), (2, 0.0)):
            movers.key(squash, "value", 1 + contact * scene.render.fps + frames, value)
    return ball, contacts


@pytest.mark.parametrize("fps", [24, 30])
@pytest.mark.parametrize("make", [spinning, on_a_lift, hanging_on_an_empty, squashed_by_a_shape_key])
def test_every_contact_is_within_a_frame_of_a_hit(
    scene: bpy.types.Scene, fps: int, make: Callable[[bpy.types.Scene], Made]
) -> None:
    scene.render.fps = fps
    movers.end_frame(scene, 6.0)
    thing, contacts = make(scene)
    hits = np.array([hit.time_s for hit in watched(thing, scene).hits])
    apart = np.diff(contacts, append=np.inf) > 6 / fps  # a squash takes four frames
    wanted = np.array(contacts)[np.cumprod(apart, dtype=bool)]
    assert len(wanted) >= 3
    assert np.abs(wanted[:, None] - hits).min(axis=1).max() <= 1 / fps


def test_a_prop_in_the_hand_keeps_the_dancers_time(scene: bpy.types.Scene) -> None:
    movers.end_frame(scene, 6.0)
    dancer = rigs.add_dancer(scene, rigs.MIXAMO)
    sword = movers.add_mesh(scene, "Sword")
    sword.parent, sword.parent_type, sword.parent_bone = dancer, "BONE", "mixamorig:LeftHand"
    grid = watched(sword, scene).grid
    assert min(abs(grid.tempo_bpm / 120.0 - factor) for factor in (0.5, 1, 2)) < 0.01
    assert grid.tempo_confidence > 0.7
