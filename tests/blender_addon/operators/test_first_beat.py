"""One nudge, remembered for the character: how it changes, where it is kept, what it does to the music."""

from __future__ import annotations

import json
from pathlib import Path

import bpy
import numpy as np
import pytest

from blender_addon.ui import panels
from tests.blender_addon import movers, rigs
from tests.blender_addon.ui.test_panels import draw

needs_sound = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


def test_a_nudge_is_one_frame_of_the_scene(scene, dancer) -> None:
    scene.render.fps, scene.render.fps_base = 30, 1.001
    bpy.ops.kinescore.nudge_beats(frames=1)
    assert dancer.kinescore_beat_shift == pytest.approx(1.001 / 30, abs=1e-6)
    bpy.ops.kinescore.nudge_beats(frames=-3)
    assert dancer.kinescore_beat_shift == pytest.approx(-2.002 / 30, abs=1e-6)
    bpy.ops.kinescore.reset_beat_shift()
    assert dancer.kinescore_beat_shift == 0.0


def test_half_a_beat_is_of_the_tempo_and_undoes_itself(scene, dancer) -> None:
    assert not bpy.ops.kinescore.nudge_half_beat.poll()
    scene.kinescore.found_bpm = 120.0
    bpy.ops.kinescore.nudge_half_beat()
    assert dancer.kinescore_beat_shift == pytest.approx(0.25)
    bpy.ops.kinescore.nudge_half_beat()
    assert dancer.kinescore_beat_shift == pytest.approx(0.0, abs=1e-6)
    scene.kinescore.fixed_tempo, scene.kinescore.tempo_bpm = True, 100.0
    dancer.kinescore_beat_shift = 0.05
    bpy.ops.kinescore.nudge_half_beat()
    assert dancer.kinescore_beat_shift == pytest.approx(-0.25)
    bpy.ops.kinescore.nudge_half_beat()
    assert dancer.kinescore_beat_shift == pytest.approx(0.05)


def test_a_shift_stays_within_what_engines_accept(scene, dancer) -> None:
    dancer.kinescore_beat_shift = 0.98
    assert bpy.ops.kinescore.nudge_beats(frames=1) == {"CANCELLED"}
    assert dancer.kinescore_beat_shift == pytest.approx(0.98)


def test_without_a_character_there_is_a_sentence(scene) -> None:
    with pytest.raises(RuntimeError, match="The scene has no armature"):
        bpy.ops.kinescore.nudge_beats(frames=1)
    assert "The scene has no armature" in " ".join(draw(panels.KINESCORE_PT_view3d_timing))


def test_every_character_keeps_its_own_and_the_panel_shows_it(scene, dancer) -> None:
    bpy.ops.kinescore.nudge_beats(frames=2)
    ball = movers.add_mesh(scene, "Ball")
    movers.bounce(ball, scene, 1.0, 0.8)
    scene.kinescore.character = ball
    bpy.ops.kinescore.nudge_beats(frames=-1)
    assert dancer.kinescore_beat_shift > 0 > ball.kinescore_beat_shift
    shown = draw(panels.KINESCORE_PT_sequencer_timing)
    at = shown.index("kinescore_beat_shift")
    assert shown[at + 1] == "kinescore.reset_beat_shift"
    assert shown.count("kinescore.nudge_beats") == 2
    assert "kinescore.nudge_half_beat" in shown


@needs_sound
def test_the_next_take_is_moved_and_so_is_one_after_the_file_was_opened_again(saved_scene) -> None:
    movers.end_frame(saved_scene, 6.0)
    dancer = rigs.add_dancer(saved_scene, rigs.MIXAMO)
    plain, request = generated()
    assert "beat_shift_seconds" not in request
    dancer.kinescore_beat_shift = 0.1
    moved, request = generated()
    assert request["beat_shift_seconds"] == pytest.approx(0.1)
    assert set(np.round(plain[1:-1] + 0.1, 3)) <= set(np.round(moved, 3))
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    assert bpy.data.objects["Dancer"].kinescore_beat_shift == pytest.approx(0.1)
    again, _ = generated()
    assert again == pytest.approx(moved)


def generated() -> tuple[np.ndarray, dict[str, object]]:
    """The beats in seconds and the request of a new take."""
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    (sound,) = [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds]
    told = json.loads(sound.with_suffix(".json").read_text("utf-8"))
    return np.array(told["beats"]), told["request"]
