# SPDX-License-Identifier: GPL-3.0-or-later
"""Beats, downbeats and sections as timeline markers, kept apart from the user's own."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

import bpy

from kinescore.take import Take

from ..translations import named

# A registered property tells our markers from the user's: markers refuse free custom properties from Blender 5.0 on,
# and their names belong to the user.
TAKE_PROPERTY = "kinescore_take"
PLACED_PROPERTY = "kinescore_placed"


class MarkerKind(Enum):
    """What a marker stands for."""

    BEAT = "BEAT"
    DOWNBEAT = "DOWNBEAT"
    SECTION = "SECTION"


def register() -> None:
    """Add the properties that mark a marker as ours: the id of its take, and how we left it."""
    for name in (TAKE_PROPERTY, PLACED_PROPERTY):
        setattr(bpy.types.TimelineMarker, name, bpy.props.StringProperty(options={"HIDDEN"}))


def unregister() -> None:
    """Remove the properties from the type; saved files keep their values."""
    for name in (TAKE_PROPERTY, PLACED_PROPERTY):
        delattr(bpy.types.TimelineMarker, name)


def our_markers(scene: bpy.types.Scene) -> list[bpy.types.TimelineMarker]:
    """The markers that this add-on made and that are as it left them. Those that were moved, renamed or copied to
    another frame, or that switch the camera, are the artist's."""
    return [marker for marker in scene.timeline_markers if getattr(marker, TAKE_PROPERTY) and _is_untouched(marker)]


def remove_markers(scene: bpy.types.Scene, doomed: Collection[bpy.types.TimelineMarker]) -> None:
    """Remove these markers from `scene`."""
    for marker in doomed:
        scene.timeline_markers.remove(marker)


def stale_markers(
    scene: bpy.types.Scene, gone: Collection[str], first_frame: int, end_frame: int
) -> list[bpy.types.TimelineMarker]:
    """Our markers that new music over [first_frame, end_frame) replaces: all there, and those of takes now gone."""
    return [
        marker
        for marker in our_markers(scene)
        if getattr(marker, TAKE_PROPERTY) in gone or first_frame <= marker.frame < end_frame
    ]


def add_markers(
    scene: bpy.types.Scene,
    take: Take,
    take_id: str,
    first_frame: int,
    kinds: Collection[MarkerKind],
    given: Collection[str] = (),
) -> None:
    """Add the chosen kinds, unselected so that moving the user's own leaves them in place. given: names of sections
    that the artist chose."""
    fps = scene.render.fps / scene.render.fps_base
    for seconds, name in marker_names(take, kinds, given).items():
        marker = scene.timeline_markers.new(name, frame=first_frame + round(seconds * fps))
        setattr(marker, TAKE_PROPERTY, take_id)
        setattr(marker, PLACED_PROPERTY, _look(marker))
        marker.select = False


def _look(marker: bpy.types.TimelineMarker) -> str:
    return f"{marker.frame} {marker.name}"


def _is_untouched(marker: bpy.types.TimelineMarker) -> bool:
    placed = getattr(marker, PLACED_PROPERTY)  # "" in files of 0.1.0
    return marker.camera is None and placed in ("", _look(marker))


def marker_names(take: Take, kinds: Collection[MarkerKind], given: Collection[str] = ()) -> dict[float, str]:
    """Time in seconds from the start of the music -> name: "2.3" is the third beat of bar 2, "♪ 3" the start of bar 3,
    "♪ Drop" a section. A pickup before the first downbeat is bar 0. `given` is not translated."""
    names: dict[float, str] = {}
    downbeats = set(take.downbeats.tolist())
    bar = beat_in_bar = 0
    for index, seconds in enumerate(take.beats.tolist()):
        bar, beat_in_bar = (bar + 1, 1) if index in downbeats else (bar, beat_in_bar + 1)
        if index in downbeats and MarkerKind.DOWNBEAT in kinds:
            names[seconds] = f"♪ {bar}"
        elif MarkerKind.BEAT in kinds:
            names[seconds] = f"{bar}.{beat_in_bar}"
    if MarkerKind.SECTION in kinds:
        for section in take.sections:
            label = section_label(section.name)
            names[_nearest(section.start_seconds, names)] = label if section.name in given else named(label)
    return names


def section_label(name: str) -> str:
    """What a section of this name is called on the timeline: "♪ Drop". Catalogues know it under this, because the bare
    words mean other things to Blender."""
    return f"♪ {name.title()}"


def _nearest(seconds: float, taken: Collection[float], within: float = 0.02) -> float:
    """The time in `taken` that is heard as `seconds`, so that a section names its downbeat instead of doubling it."""
    nearest = min(taken, key=lambda time: abs(time - seconds), default=seconds)
    return nearest if abs(nearest - seconds) <= within else seconds
