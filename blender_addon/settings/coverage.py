# SPDX-License-Identifier: GPL-3.0-or-later
"""What the music will cover, and what of the animation it will not: said before the click and after it."""

from __future__ import annotations

import bpy

from ..scene.character import animated_frames
from ..scene.cycling import cycle_of
from ..scene.sampling import FrameRange
from ..scene.source_rate import differs, source_fps
from .style_menu import AUTO

NEGLIGIBLE_FRAMES = 2  # importers shift keys by one
STILL_SECONDS = 1.0
DEFAULT_RANGE = FrameRange(1, 250)
"""Of a new file; importers leave it."""


def covered(scene: bpy.types.Scene, thing: bpy.types.Object, frames: FrameRange) -> str:
    """What the music will cover, in words for the panel."""
    words = f"Frames {frames.first}-{frames.last}, {seconds_of(scene, frames.last - frames.first + 1):.1f} s"
    animated = _animated(thing)
    if animated is None:
        return words
    if animated.last - frames.last > NEGLIGIBLE_FRAMES:
        words += f"; the animation goes on to {animated.last}"
    elif animated.first < frames.first - NEGLIGIBLE_FRAMES:
        words += f"; the animation begins at {animated.first}"
    elif seconds_of(scene, frames.last - animated.last) > STILL_SECONDS:
        words += f"; its last key is in frame {animated.last}"
    return words


def fits_animation(scene: bpy.types.Scene, thing: bpy.types.Object, frames: FrameRange) -> bool:
    """Whether `frames` leave out nothing of the animation and go on for no more than STILL_SECONDS after it."""
    animated = _animated(thing)
    if animated is None:
        return True
    missing = max(0, frames.first - animated.first) + max(0, animated.last - frames.last)
    return missing <= NEGLIGIBLE_FRAMES and seconds_of(scene, frames.last - animated.last) <= STILL_SECONDS


def left_out(scene: bpy.types.Scene, thing: bpy.types.Object, frames: FrameRange) -> str:
    """A sentence where the scene's range leaves out animation of `thing`; "" where not, and where the user chose
    the frames."""
    animated = _animated(thing)
    chosen = scene.kinescore.frames == "CUSTOM" or (scene.kinescore.frames == AUTO and scene.use_preview_range)
    if chosen or animated is None:
        return ""
    missing = max(0, frames.first - animated.first) + max(0, animated.last - frames.last)
    if missing <= NEGLIGIBLE_FRAMES:
        return ""
    return (
        f"'{thing.name}' is animated in frames {animated.first} to {animated.last}, but the music covers the scene's "
        f"frames {frames.first} to {frames.last}. Use All Frames covers the whole animation."
    )


def wrong_rate(scene: bpy.types.Scene, thing: bpy.types.Object) -> str:
    """A sentence where the scene plays `thing` at another frame rate than it was recorded at; "" where not."""
    source = source_fps(thing)
    if source is None or not differs(source, scene):
        return ""
    played = scene.render.fps / scene.render.fps_base
    factor, word = (source / played, "slower") if source > played else (played / source, "faster")
    rates = f"'{thing.name}' was recorded at {source:.4g} fps; the scene's {played:.4g} fps"
    return f"{rates} play it {factor:.2g} times {word}."


def seconds_of(scene: bpy.types.Scene, frames: int) -> float:
    """How long so many frames last."""
    return frames * scene.render.fps_base / scene.render.fps


def _animated(thing: bpy.types.Object) -> FrameRange | None:
    """The frames in which `thing` is animated; None where nothing ends: it has no keys, or they repeat."""
    return None if cycle_of(thing) else animated_frames(thing)
