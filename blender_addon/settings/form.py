# SPDX-License-Identifier: GPL-3.0-or-later
"""How the music of a scene begins and ends, and what of the movement is heard beside it."""

from __future__ import annotations

from dataclasses import replace

import bpy

from kinescore.dance.foley_events import FoleyKind
from kinescore.form.form import Ending, Start
from kinescore.request import SoundtrackRequest

from ..scene.sampling import FrameRange
from ..timeline.section_markers import set_sections
from .style_menu import AUTO


class FormSettings(bpy.types.PropertyGroup):
    """What the artist decides of the form, saved with the scene."""

    start: bpy.props.EnumProperty(
        name="Start",
        description="How the music begins. The beats never move for it",
        items=[
            (AUTO, "Automatic", "As the prompt says, else with an intro where there is time for one"),
            (Start.COLD.value, "Cold", "The whole band strikes on the first frame, without an intro"),
            (Start.COUNT_IN.value, "Count-In", "Sticks count the beats up to the downbeat with which the band enters"),
            (Start.PICK_UP.value, "Pick-Up", "A fill leads into the downbeat with which the band enters"),
            (Start.FADE.value, "Fade In", "The music is going on already"),
        ],
        default=AUTO,
    )
    ending: bpy.props.EnumProperty(
        name="Ending",
        description="How the music ends, on the last frame",
        items=[
            (AUTO, "Automatic", "As the prompt says, else on the last strong pose or the last good beat"),
            (Ending.RESOLVE.value, "Resolve", "A cadence and a last chord on the beat, which dies away"),
            (Ending.STAB.value, "Stab", "One short chord on the last strong pose"),
            (Ending.FADE.value, "Fade Out", "The music goes on and fades out"),
            (Ending.LOOP.value, "Loop", "The end runs into the beginning without a seam, in a tempo that fits"),
        ],
        default=AUTO,
    )
    foley: bpy.props.EnumProperty(
        name="Foley",
        description="Sounds of the movement itself beside the music, which stays as it is. None: as the prompt says",
        items=[
            (FoleyKind.WHOOSHES.value, "Whooshes", "Air that fast hands and feet cut through"),
            (FoleyKind.STEPS.value, "Steps", "Feet that are put down. The prompt may name the ground, such as gravel"),
            (FoleyKind.IMPACTS.value, "Impacts", "Landings, falls, and whatever hits the ground or a wall"),
        ],
        options={"ENUM_FLAG"},
        default=set(),
    )


def register() -> None:
    """Give scenes their form."""
    bpy.utils.register_class(FormSettings)
    bpy.types.Scene.kinescore_form = bpy.props.PointerProperty(type=FormSettings)


def unregister() -> None:
    """Take it away again."""
    del bpy.types.Scene.kinescore_form
    bpy.utils.unregister_class(FormSettings)


def in_form(scene: bpy.types.Scene, request: SoundtrackRequest, frames: FrameRange) -> SoundtrackRequest:
    """`request`, for `frames`, with the form that the scene's settings and markers choose, and its foley. Raises
    RequestError."""
    form = scene.kinescore_form
    return replace(
        request,
        start=None if form.start == AUTO else Start(form.start),
        ending=None if form.ending == AUTO else Ending(form.ending),
        sections=set_sections(scene, frames),
        foley=tuple(kind for kind in FoleyKind if kind.value in form.foley),
    )
