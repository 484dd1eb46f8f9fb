# SPDX-License-Identifier: GPL-3.0-or-later
"""What the settings of a scene ask for: which frames, and the request for music over them."""

from __future__ import annotations

from pathlib import Path

import bpy

from kinescore.errors import MotionError
from kinescore.request import MAX_CUTS, SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.sound.soundfont_choice import SoundFontChoice

from ..scene.sampling import FrameRange
from ..scene.viewing import Watched
from .engine_list import BUILT_IN_ENGINE
from .scene_settings import SceneSettings, SongChoice
from .style_menu import AUTO


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
            code="no_frames",
        )
    return frames


def request_from_settings(
    settings: SceneSettings, watched: Watched, on_server: bool, example: Audio | None, beat_shift: float = 0.0
) -> SoundtrackRequest:
    """The request that the panel shows, for what was watched and an example song; cuts count where they are switched
    on. beat_shift: of the character, in seconds. Raises RequestError."""
    return SoundtrackRequest(
        watched.keypoints,
        prompt=settings.prompt,
        genre="" if settings.style == AUTO else settings.style,
        seed=settings.seed,
        engine=settings.engine if on_server else BUILT_IN_ENGINE,
        tempo_bpm=settings.tempo_bpm if settings.fixed_tempo else None,
        beat_shift_seconds=beat_shift,
        loudness_lufs=settings.loudness_lufs,
        stems=settings.stems,
        example=example,
        cuts=watched.cuts[:MAX_CUTS] if settings.accents_on_cuts else (),
        name=watched.name,
        others=watched.others,
        soundfonts=_soundfonts(settings),
        own_song=settings.song == SongChoice.OWN.value,
        beat_lock=settings.beat_lock,
        guide=round(settings.guide, 3),
    )


def soundfont_files(settings: SceneSettings) -> dict[str, Path]:
    """The SoundFont that the settings point at, by its name; empty where none is chosen or the file is not there."""
    path = Path(bpy.path.abspath(settings.soundfont)) if settings.soundfont.strip() else None
    return {path.name: path} if path is not None and path.is_file() else {}


def _soundfonts(settings: SceneSettings) -> tuple[SoundFontChoice, ...]:
    if not settings.soundfont.strip():
        return ()
    parts = tuple(part.strip() for part in settings.soundfont_parts.split(",") if part.strip())
    return (SoundFontChoice(Path(settings.soundfont.replace("\\", "/").removeprefix("//")).name, parts),)
