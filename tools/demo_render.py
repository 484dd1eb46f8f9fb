# SPDX-License-Identifier: GPL-3.0-or-later
"""Render a scene and the sound on its timeline into one .mp4, on machines with and without OpenGL."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bpy

PROBE_SECONDS = 120
PROBE = """
import os, sys, bpy
render = bpy.context.scene.render
render.engine, render.resolution_x, render.resolution_y = "BLENDER_WORKBENCH", 16, 16
render.filepath = sys.argv[1]
bpy.ops.render.render(write_still=True)
os._exit(0 if os.path.getsize(sys.argv[1]) else 1)
"""
REPORTS = 5  # lines of progress per movie


@dataclass(frozen=True)
class Look:
    """An engine, and the picture size (width, height) in px at which two free cores render 20 s in some minutes."""

    engine: str
    name: str
    size: tuple[int, int]


WORKBENCH = Look("BLENDER_WORKBENCH", "Workbench", (854, 480))
CYCLES = Look(
    "CYCLES", "Cycles: slow, small and grainy, because OpenGL (libegl1, libgl1-mesa-dri) is missing", (320, 180)
)


def render_movie(scene: bpy.types.Scene, path: Path, size: tuple[int, int] | None = None) -> None:
    """Render the scene's frame range to `path`: H.264, with the sequencer's sound as AAC.

    size: (width, height) px, both even; None takes what suits the engine. Prints which engine
    renders and how far it is. Changes the scene's render settings. Raises RuntimeError, in Blender's words, when the
    scene cannot be rendered, for example without a camera.
    """
    look = WORKBENCH if can_draw() else CYCLES
    width, height = size or look.size
    _set_up(scene, look, width, height)
    _write_video(scene.render, path)
    frames = scene.frame_end - scene.frame_start + 1
    print(f"   {frames} frames of {width} x {height} px with {look.name}", flush=True)
    with _progress(scene), _quiet():
        bpy.ops.render.render(animation=True, scene=scene.name)


def can_draw() -> bool:
    """True when Workbench works here. Without OpenGL it ends the whole process, so another process tries it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", PROBE, str(Path(folder, "probe.png"))]
        try:
            return subprocess.run(command, capture_output=True, timeout=PROBE_SECONDS).returncode == 0
        except subprocess.TimeoutExpired:
            return False


def _set_up(scene: bpy.types.Scene, look: Look, width: int, height: int) -> None:
    render = scene.render
    render.engine, render.use_persistent_data = look.engine, True
    render.resolution_x, render.resolution_y, render.resolution_percentage = width, height, 100
    scene.display.render_aa = "OFF"  # on a CPU, smoothing costs more than doubling the pixels
    scene.cycles.samples, scene.cycles.max_bounces, scene.cycles.use_denoising = 2, 1, False


def _write_video(render: bpy.types.RenderSettings, path: Path) -> None:
    image = render.image_settings
    if hasattr(image, "media_type"):
        image.media_type = "VIDEO"  # from 5.0 on a video format is only accepted after this
    image.file_format = "FFMPEG"
    render.ffmpeg.format, render.ffmpeg.codec, render.ffmpeg.audio_codec = "MPEG4", "H264", "AAC"
    render.ffmpeg.constant_rate_factor, render.ffmpeg.audio_bitrate = "HIGH", 192
    render.filepath, render.use_file_extension = str(path), False


@contextlib.contextmanager
def _progress(scene: bpy.types.Scene) -> Iterator[None]:
    """Print a line now and then while frames are written."""
    frames = scene.frame_end - scene.frame_start + 1
    steps = {scene.frame_start - 1 + round(frames * k / REPORTS) for k in range(1, REPORTS + 1)}
    terminal = os.fdopen(os.dup(sys.stdout.fileno()), "w")

    def report(rendered: bpy.types.Scene, *_: object) -> None:
        if rendered.frame_current in steps:
            print(f"   frame {rendered.frame_current - scene.frame_start + 1} of {frames}", file=terminal, flush=True)

    bpy.app.handlers.render_write.append(report)
    try:
        yield
    finally:
        bpy.app.handlers.render_write.remove(report)
        terminal.close()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep Blender's own lines, several for every frame, off the terminal."""
    sys.stdout.flush()
    kept = [os.dup(stream) for stream in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    try:
        yield
    finally:
        for stream, original in zip((1, 2), kept, strict=True):
            os.dup2(original, stream)
            os.close(original)
        os.close(nowhere)
