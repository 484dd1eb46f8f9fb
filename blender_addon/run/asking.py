# SPDX-License-Identifier: GPL-3.0-or-later
"""The request of a run, made once the movement has been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import bpy

from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.wire.request_codec import request_from_json

from ..scene.sampling import FrameRange
from ..scene.viewing import Watched
from ..settings.form import in_form
from ..settings.request import request_from_settings
from ..settings.timing import with_timing
from ..timeline.patching import whole_around

Ask = Callable[[bpy.types.Scene, Watched], SoundtrackRequest]
"""Raises KinescoreError for settings or a request file that do not fit what was watched."""


@dataclass(frozen=True)
class FromSettings:
    """Asks for what the panel shows, over `frames`. beat_shift: of the character, in seconds."""

    frames: FrameRange
    on_server: bool
    example: Audio | None
    beat_shift: float

    def __call__(self, scene: bpy.types.Scene, watched: Watched) -> SoundtrackRequest:
        """Return the request; where it is a part of a take, in keeping with that."""
        request = request_from_settings(scene.kinescore, watched, self.on_server, self.example, self.beat_shift)
        request = with_timing(request, scene, self.frames)
        request = in_form(scene, request, self.frames)
        whole = whole_around(scene, self.frames.first, self.frames.last + 1)
        return whole.in_keeping(request) if whole else request


@dataclass(frozen=True)
class FromFile:
    """Asks for what a request file says, whatever the panel shows."""

    text: str
    example: Audio | None

    def __call__(self, scene: bpy.types.Scene, watched: Watched) -> SoundtrackRequest:
        """Return the request."""
        return request_from_json(self.text, watched.keypoints, self.example, watched.others)
