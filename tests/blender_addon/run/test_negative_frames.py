"""Frames before 0: Blender lets a preview range and a range of one's own begin there."""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np
import pytest

from blender_addon import compat
from blender_addon.timeline.markers import our_markers
from blender_addon.timeline.ownership import our_strips
from blender_addon.timeline.paths import sound_file
from kinescore.sound.audio import audio_from_wav
from tests.blender_addon import rigs

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
RATE = 44100


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """Music over frames -60 to 83 at 23.976 fps."""
    saved_scene.frame_end = 144
    saved_scene.render.fps_base = 1.001
    rig = rigs.add_dancer(saved_scene, rigs.MIXAMO)
    for curve in compat.action_curves(rig.animation_data.action):
        for key in curve.keyframe_points:
            key.co.x -= 61
        curve.update()
    settings = saved_scene.kinescore
    settings.style, settings.frames, settings.first_frame, settings.last_frame = "house", "CUSTOM", -60, 83
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return saved_scene


def samples(scene: bpy.types.Scene) -> np.ndarray:
    (strip,) = our_strips(scene)
    assert compat.strip_span(strip) == (-60, 84)
    return audio_from_wav(sound_file(strip.sound).read_bytes()).samples


def test_a_part_and_a_section_leave_the_rest_alone(scored) -> None:
    whole = samples(scored)
    assert whole.shape[1] == round(144 * 1.001 / 24 * RATE)
    assert min(marker.frame for marker in our_markers(scored)) < -50
    settings = scored.kinescore
    settings.first_frame, settings.last_frame, settings.seed = -20, 30, 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    parted = samples(scored)
    changed = np.flatnonzero((parted != whole).any(axis=0)) / RATE * 24 / 1.001 - 60
    assert changed[0] >= -20 - 1.2  # 50 ms of cross-fade
    assert changed[-1] <= 31
    scored.frame_set(-59)
    assert bpy.ops.kinescore.remake_section() == {"FINISHED"}
    changed = np.flatnonzero((samples(scored) != parted).any(axis=0)) / RATE * 24 / 1.001 - 60
    assert len(changed)
    assert changed[-1] < -20


def test_music_before_the_timecode_is_told_and_a_later_one_is_taken(scored, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="61 frames before timecode 00:00:00:00"):
        bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"))
    assert bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"), timecode="01:00:00:00") == {"FINISHED"}
    (table,) = (tmp_path / "out").glob("*.csv")
    frames = [int(line.split(",")[1]) for line in table.read_text("utf-8").splitlines()[1:]]
    assert min(frames) < 0
