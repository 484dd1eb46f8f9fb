# SPDX-License-Identifier: GPL-3.0-or-later
"""What the settings of a scene ask for: which frames, and the request for music over them."""

from __future__ import annotations

import bpy

from kinescore.errors import MotionError
from kinescore.request import MAX_CUTS, SoundtrackRequest
from kinescore.sound.audio import Audio

from ..scene.character import animated_frames
from ..scene.sampling import FrameRange
from ..scene.viewing import Watched
from .engine_list import BUILT_IN_ENGINE
from .scene_settings import AUTO, SceneSettings

NEGLIGIBLE_FRAMES = 2  # importers shift keys by one


def frame_range(scene: bpy.types.Scene) -> FrameRange:
    """The frames that the settings choose. Raises MotionError when there are fewer than two."""
    chosen = scene.kinescore.frames
    if chosen == "CUSTOM":
        frames = FrameRange(scene.kinescore.first_frame, scene.kinescore.last_frame)
    elif chosen == AUTO and scene.use_preview_range:
        frames = FrameRange(scene.frame_preview_start, scene.frame_preview_end)
    else:
        frames = FrameRange(scene.frame_start, scene.frame_end)
    if frames.last <= frames.first:
        count = "only one frame" if frames.last == frames.first else "no frames"
        raise MotionError(
            f"The frame range {frames.first} to {frames.last} has {count}; music needs at least two.",
            "Set a longer frame range.",
        )
    return frames


def left_out(scene: bpy.types.Scene, thing: bpy.types.Object, frames: FrameRange) -> str:
    """A sentence where the scene's range leaves out animation of `thing`; "" where not, and where the user chose
    the frames."""
    animated = animated_frames(thing)
    chosen = scene.kinescore.frames == "CUSTOM" or (scene.kinescore.frames == AUTO and scene.use_preview_range)
    if chosen or animated is None:
        return ""
    missing = max(0, frames.first - animated.first) + max(0, animated.last - frames.last)
    if missing <= NEGLIGIBLE_FRAMES:
        return ""
    return (
        f"'{thing.name}' is animated in frames {animated.first} to {animated.last}, but the music covers the scene's "
        f"frames {frames.first} to {frames.last}. Take All Frames covers the whole animation."
    )


def request_from_settings(
    settings: SceneSettings, watched: Watched, on_server: bool, example: Audio | None
) -> SoundtrackRequest:
    """The request that the panel shows, for what was watched and an example song; cuts count where they are switched
    on. Raises RequestError."""
    return SoundtrackRequest(
        watched.keypoints,
        prompt=settings.prompt,
        genre="" if settings.style == AUTO else settings.style,
        seed=settings.seed,
        engine=settings.engine if on_server else BUILT_IN_ENGINE,
        tempo_bpm=settings.tempo_bpm if settings.fixed_tempo else None,
        loudness_lufs=settings.loudness_lufs,
        stems=settings.stems,
        example=example,
        cuts=watched.cuts[:MAX_CUTS] if settings.accents_on_cuts else (),
        name=watched.name,
        others=watched.others,
    )
