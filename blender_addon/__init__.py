# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinescore inside Blender: from a dancing armature to music on the timeline.

Each room imports only from rooms to its left, and no two modules import each other, directly or by a detour:

    compat < translations, background < scene < timeline < settings < run < operators, ui

    compat      every difference between versions of Blender, and the add-on's own name there
    translations  the texts in other languages
    background  work in a thread without bpy
    scene       read only: which bones, where they are in every frame, how the camera sees them
    timeline    written to: sound files, strips, markers, and what they remember of their origin
    settings    what the user chooses for a scene and in the preferences, and what the server offers
    run         one soundtrack in the making, from the scene to the timeline, and whether it still fits
    operators   every button and menu entry
    ui          panels and the preferences' page; they name operators by their ids
"""

from __future__ import annotations

import bpy

from . import translations
from .operators import (
    cleaning,
    company,
    covering,
    diagnostics,
    editing,
    exporting,
    first_bar,
    first_beat,
    generating,
    hit_points,
    listening,
    mending,
    motion_export,
    presets,
    prompting,
    sections,
    servers,
    shaping,
    swapping,
    takes,
    tempo_finder,
)
from .run import observing, runs, watching
from .scene import rig
from .settings import beat_shift, form, preferences, scene_settings, timing
from .timeline import hit_markers, markers, ownership, section_markers, take_list
from .ui import overlay, panels, preferences_page, prompt_menus, servers_panel, takes_panel

REGISTERED = (
    diagnostics,
    preferences,
    preferences_page,
    markers,
    section_markers,
    hit_markers,
    ownership,
    take_list,
    rig,
    scene_settings,
    beat_shift,
    form,
    timing,
    watching,
    generating,
    sections,
    editing,
    covering,
    first_beat,
    first_bar,
    tempo_finder,
    hit_points,
    shaping,
    company,
    listening,
    mending,
    takes,
    swapping,
    cleaning,
    motion_export,
    exporting,
    servers,
    presets,
    prompting,
    takes_panel,
    servers_panel,
    prompt_menus,
    panels,
    overlay,
    translations,
)
"""Modules that give Blender classes, properties or handlers; later ones use what earlier ones register."""


@bpy.app.handlers.persistent
def _abandon_runs(*_: object) -> None:
    """Another file is being opened: what was made for this one has no place to go."""
    runs.abandon_all()
    observing.forget()


def register() -> None:
    """Switch the add-on on."""
    for module in REGISTERED:
        module.register()
    bpy.app.handlers.load_pre.append(_abandon_runs)


def unregister() -> None:
    """Switch it off; runs end, servers keep their jobs."""
    bpy.app.handlers.load_pre.remove(_abandon_runs)
    runs.abandon_all()
    for module in reversed(REGISTERED):
        module.unregister()
