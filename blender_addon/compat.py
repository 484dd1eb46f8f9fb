# SPDX-License-Identifier: GPL-3.0-or-later
"""Every difference between Blender 4.2 and 5.2 that this add-on meets, and the name that Blender knows it by."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Protocol

import bpy
import numpy as np

from kinescore.errors import KinescoreError
from kinescore.sound.audio import Audio

ADD_ON = __package__
"""This package, under which Blender keeps the preferences and the user folder: "bl_ext.REPOSITORY.kinescore" where it
is installed as an extension. The rooms inside have longer names, which mean nothing to Blender."""
MAX_CHANNEL = 128
RELATIVE_PATH = {"PATH_SUPPORTS_BLEND_RELATIVE"} if bpy.app.version >= (4, 5, 0) else set()
"""Option of a path property that may begin with //; later Blenders warn without it, earlier ones do not know it."""


def has_audio() -> bool:
    """True when this Blender can play sound; some builds of Blender as a Python module cannot."""
    return bpy.app.build_options.audaspace


def sound_library() -> ModuleType | None:
    """Blender's sound library; None where it plays sound but does not give the library to add-ons, as Debian's does."""
    try:
        import aud
    except ImportError:
        return None
    return aud


class Playback(Protocol):
    """A sound that plays: Audaspace's handle."""

    status: bool

    def stop(self) -> bool:
        """End it."""


def play_sound(audio: Audio) -> Playback:
    """Play `audio` once, now, beside whatever else sounds; it stops where nobody holds what is returned.

    Raises KinescoreError where there is no device, and in a Blender without `sound_library`.
    """
    aud = sound_library()
    if aud is None:
        raise KinescoreError(
            "This build of Blender does not let add-ons play sound.", "Use a Blender from blender.org."
        )
    samples = np.ascontiguousarray(audio.samples.T, np.float32)
    try:
        playback: Playback = aud.Device().play(aud.Sound.buffer(samples, audio.rate))
    except aud.error as error:
        raise KinescoreError(f"Blender cannot play sound here: {error}", "Choose an audio device.") from error
    return playback


def strips(scene: bpy.types.Scene) -> bpy.types.StripsTopLevel:
    """The top-level strips of `scene` for adding and removing; makes its sequencer when there is none."""
    editor = scene.sequence_editor or scene.sequence_editor_create()
    return editor.strips if hasattr(editor, "strips") else editor.sequences  # "sequences" until 4.3, gone in 5.0


def existing_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The top-level strips of `scene`, without making a sequencer."""
    return list(strips(scene)) if scene.sequence_editor else []


def all_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The strips of `scene` and those inside meta strips, without making a sequencer."""
    editor = scene.sequence_editor
    if editor is None:
        return []
    return list(editor.strips_all if hasattr(editor, "strips_all") else editor.sequences_all)


def is_retimed(strip: bpy.types.Strip) -> bool:
    """Whether the sound of `strip` plays at another speed, or was moved inside of it, as far as this Blender tells."""
    return len(getattr(strip, "retiming_keys", ())) > 0 or getattr(strip, "sound_offset", 0.0) != 0.0


def is_dragging(window: bpy.types.Window) -> bool:
    """Whether an operator is waiting for the mouse or keyboard in `window`, as far as this Blender tells."""
    return len(getattr(window, "modal_operators", ())) > 0


def strip_span(strip: bpy.types.Strip) -> tuple[int, int]:
    """First frame, and the frame after the last one."""
    if hasattr(strip, "left_handle"):  # 5.1 and later; the older names are due for removal in 6.0
        return strip.left_handle, strip.right_handle
    return strip.frame_final_start, strip.frame_final_end


def content_span(strip: bpy.types.Strip) -> tuple[float, int]:
    """The frame where the content of `strip` begins, trimmed or not, and how many frames it has."""
    if hasattr(strip, "content_start"):  # 5.1 and later, as above
        return strip.content_start, strip.content_duration
    return strip.frame_start, strip.frame_duration


def closed_channels(scene: bpy.types.Scene) -> set[int]:
    """The channels that are locked or muted."""
    editor = scene.sequence_editor
    channels = enumerate(editor.channels) if editor else ()
    return {number for number, channel in channels if channel.lock or channel.mute}


def trim_strip(strip: bpy.types.Strip, left: int, right: int) -> None:
    """Let `strip` be seen and heard over [left, right) only; its content stays where it is."""
    if (left, right) == strip_span(strip):
        return
    if hasattr(strip, "left_handle"):
        strip.left_handle, strip.right_handle = left, right
    else:
        strip.frame_final_start, strip.frame_final_end = left, right


def show_in_sequencers(scene: bpy.types.Scene) -> str | None:
    """Show `scene` in sequencers that show none; return the name of another scene that an open window's sequencers show
    instead. Before Blender 5.0 sequencers show the window's scene, and there is nothing to do."""
    if "sequencer_scene" not in bpy.types.WorkSpace.bl_rna.properties:
        return None
    for workspace in bpy.data.workspaces:
        workspace.sequencer_scene = workspace.sequencer_scene or scene
    shown = [window.workspace.sequencer_scene for window in bpy.context.window_manager.windows]
    return None if scene in shown or not shown else shown[0].name


def copy_curve(
    scene: bpy.types.Scene, curve: bpy.types.FCurve, path: str, frame: Callable[[float], float]
) -> bpy.types.FCurve:
    """A copy of one of the scene's curves that drives `path`, its keys at `frame(their frame)`."""
    copy = curves_beside(scene.animation_data.action, curve).new(path, index=curve.array_index)
    copy.extrapolation = curve.extrapolation
    copy.keyframe_points.add(len(curve.keyframe_points))
    for old, new in zip(curve.keyframe_points, copy.keyframe_points, strict=True):
        for name in ("interpolation", "easing", "back", "amplitude", "period", "handle_left_type", "handle_right_type"):
            setattr(new, name, getattr(old, name))
        shift = frame(old.co.x) - old.co.x
        for name in ("co", "handle_left", "handle_right"):
            x, y = getattr(old, name)
            setattr(new, name, (x + shift, y))
    copy.update()
    return copy


def let_sequencer_show(workspace: bpy.types.WorkSpace, scene: bpy.types.Scene) -> None:
    """Let the Sequencers of `workspace` show `scene`; before Blender 5.0 they show the window's scene anyway."""
    if hasattr(workspace, "sequencer_scene"):
        workspace.sequencer_scene = scene


def curves_beside(action: bpy.types.Action, curve: bpy.types.FCurve) -> bpy.types.bpy_prop_collection:
    """The collection of curves of `action` that holds `curve`."""
    if not hasattr(action, "layers"):
        return action.fcurves
    return next(
        channelbag.fcurves
        for layer in action.layers
        for strip in layer.strips
        for channelbag in strip.channelbags
        if curve in list(channelbag.fcurves)
    )


def action_curves(action: bpy.types.Action) -> list[bpy.types.FCurve]:
    """All curves of an action: in the channel bags of its layers (4.4 and later), before that in the action itself."""
    if not hasattr(action, "layers"):
        return list(action.fcurves)
    return [
        curve
        for layer in action.layers
        for strip in layer.strips
        for channelbag in strip.channelbags
        for curve in channelbag.fcurves
    ]
