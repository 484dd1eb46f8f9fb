# SPDX-License-Identifier: GPL-3.0-or-later
"""The artist's own timeline markers with which sections of the music begin."""

from __future__ import annotations

import bpy

from kinescore.form.form import MAX_NAME_CHARACTERS, SectionStart

from ..scene.sampling import FrameRange
from .markers import our_markers

SECTION_PROPERTY = "kinescore_section"


def register() -> None:
    """Let markers say whether a section begins with them."""
    choice = bpy.props.BoolProperty(
        name="Section", description="A section of the music begins with this marker", options={"HIDDEN"}
    )
    setattr(bpy.types.TimelineMarker, SECTION_PROPERTY, choice)


def unregister() -> None:
    """Remove the property from the type; saved files keep its values."""
    delattr(bpy.types.TimelineMarker, SECTION_PROPERTY)


def artists_markers(scene: bpy.types.Scene) -> list[bpy.types.TimelineMarker]:
    """All markers but those that this add-on made and that are as it left them, in time order."""
    ours = {marker.as_pointer() for marker in our_markers(scene)}
    own = (marker for marker in scene.timeline_markers if marker.as_pointer() not in ours)
    return sorted(own, key=lambda marker: marker.frame)


def section_markers(scene: bpy.types.Scene) -> list[bpy.types.TimelineMarker]:
    """Those with which a section begins, in time order."""
    return [marker for marker in artists_markers(scene) if getattr(marker, SECTION_PROPERTY)]


def set_sections(scene: bpy.types.Scene, frames: FrameRange) -> tuple[SectionStart, ...]:
    """The sections that markers in `frames` begin, in seconds from the first; of several on a frame one. Raises
    RequestError for those too close together."""
    fps = scene.render.fps / scene.render.fps_base
    inside = (marker for marker in section_markers(scene) if frames.first <= marker.frame <= frames.last)
    named = {marker.frame: marker.name[:MAX_NAME_CHARACTERS] for marker in inside}
    return tuple(SectionStart((frame - frames.first) / fps, name) for frame, name in named.items())
