"""The demo's movie: frames and sound in one file, as long as the scene, in time with each other."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")
av = pytest.importorskip("av")

from blender_addon.compat import has_audio, strips  # noqa: E402
from tools.demo_render import can_draw, render_movie  # noqa: E402

CLICK_FRAME, FRAMES, FPS, RATE = 16, 30, 30, 44100


@pytest.fixture
def scene(tmp_path: Path) -> bpy.types.Scene:
    """One second with a camera, something to see, and a sound that clicks at frame 16."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.fps, scene.frame_start, scene.frame_end = FPS, 1, FRAMES
    camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
    scene.collection.objects.link(camera)
    scene.camera = camera
    sound = np.zeros(RATE, "<i2")
    sound[RATE * (CLICK_FRAME - 1) // FPS :][:200] = 30000
    with wave.open(str(tmp_path / "click.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.tobytes())
    if has_audio():
        strips(scene).new_sound("Click", str(tmp_path / "click.wav"), 1, 1)
    return scene


def test_the_movie_holds_every_frame_and_the_sound_in_time(scene, tmp_path, capfd) -> None:
    if not has_audio():
        pytest.skip("this Blender was built without sound")
    path = tmp_path / "Tanz ü.mp4"
    render_movie(scene, path, size=(64, 36))
    with av.open(str(path)) as movie:
        video = movie.streams.video[0]
        assert (video.codec_context.name, video.frames, video.average_rate) == ("h264", FRAMES, FPS)
        assert (video.codec_context.width, video.codec_context.height) == (64, 36)
        rate = movie.streams.audio[0].rate
        heard = np.concatenate([frame.to_ndarray()[0] for frame in movie.decode(audio=0)])
    click = np.abs(heard).argmax() / rate
    assert click == pytest.approx((CLICK_FRAME - 1) / FPS, abs=0.03)
    said = capfd.readouterr().out
    assert "30 frames of 64 x 36 px with" in said
    assert "Append frame" not in said  # Blender's own line for every frame
    assert f"frame {FRAMES} of {FRAMES}" in said


def test_the_engine_is_one_that_works_here(scene, tmp_path) -> None:
    render_movie(scene, tmp_path / "x.mp4", size=(64, 36))
    assert scene.render.engine == ("BLENDER_WORKBENCH" if can_draw() else "CYCLES")


def test_a_scene_without_a_camera_is_refused_by_blender_and_leaves_no_handler(scene, tmp_path) -> None:
    before = len(bpy.app.handlers.render_write)
    scene.camera = None
    with pytest.raises(RuntimeError, match=r"(?i)camera"):
        render_movie(scene, tmp_path / "x.mp4", size=(64, 36))
    assert len(bpy.app.handlers.render_write) == before
