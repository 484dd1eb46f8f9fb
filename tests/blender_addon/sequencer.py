"""The Sequencer as the artist uses it: its own operators, pressed in a Sequencer area."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

from blender_addon import compat


@contextmanager
def in_sequencer(*selected: bpy.types.Strip) -> Iterator[None]:
    """A Sequencer with only these strips selected, the last one active."""
    scene, area = bpy.context.scene, bpy.context.screen.areas[0]
    if hasattr(bpy.context.workspace, "sequencer_scene"):
        bpy.context.workspace.sequencer_scene = scene
    for strip in compat.existing_strips(scene):
        strip.select = strip in selected
    scene.sequence_editor.active_strip = selected[-1]
    before, area.type = area.type, "SEQUENCE_EDITOR"
    region = next(region for region in area.regions if region.type == "WINDOW")
    try:
        with bpy.context.temp_override(window=bpy.context.window, area=area, region=region):
            yield
    finally:
        area.type = before


def duplicate(strip: bpy.types.Strip) -> bpy.types.Strip:
    """Shift+D, left where it is; its channel is the next free one, as a drag ends."""
    scene = bpy.context.scene
    known = compat.existing_strips(scene)
    with in_sequencer(strip):
        assert bpy.ops.sequencer.duplicate() == {"FINISHED"}
    (copy,) = (other for other in compat.existing_strips(scene) if other not in known)
    copy.channel = max(other.channel for other in known) + 1
    return copy


def cut(strip: bpy.types.Strip, frame: int) -> bpy.types.Strip:
    """K: the right part of the strip; the left one stays the strip that it was."""
    scene = bpy.context.scene
    known = compat.existing_strips(scene)
    with in_sequencer(strip):
        assert bpy.ops.sequencer.split(frame=frame, type="SOFT", side="NO_CHANGE") == {"FINISHED"}
    (right,) = (other for other in compat.existing_strips(scene) if other not in known)
    return right


def fade(strip: bpy.types.Strip, kind: str, seconds: float = 1.0) -> None:
    """Add > Fade: "IN", "OUT" or "IN_OUT"."""
    with in_sequencer(strip):
        assert bpy.ops.sequencer.fades_add(type=kind, duration_seconds=seconds) == {"FINISHED"}


def into_meta(strip: bpy.types.Strip) -> bpy.types.Strip:
    """Ctrl+G."""
    with in_sequencer(strip):
        assert bpy.ops.sequencer.meta_make() == {"FINISHED"}
    return next(other for other in compat.existing_strips(bpy.context.scene) if other.type == "META")


def slow_down(strip: bpy.types.Strip) -> None:
    """Ctrl+R: the strip at half speed."""
    with in_sequencer(strip):
        assert bpy.ops.sequencer.retiming_segment_speed_set(speed=50.0) == {"FINISHED"}


def equalise(strip: bpy.types.Strip) -> None:
    """Modifiers > Add Strip Modifier > Sound Equalizer."""
    with in_sequencer(strip):
        assert bpy.ops.sequencer.strip_modifier_add(type="SOUND_EQUALIZER") == {"FINISHED"}
