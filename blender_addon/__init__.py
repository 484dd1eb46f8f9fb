# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinescore inside Blender: from a dancing armature to music on the timeline.

Each room imports only from rooms to its left, and no two modules import each other, directly or by a detour:

    compat, background < scene < timeline < settings < run < operators, ui

    compat      every difference between versions of Blender, and the add-on's own name there
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

from .operators import (
    cleaning,
    company,
    diagnostics,
    editing,
    generating,
    listening,
    mending,
    motion_export,
    swapping,
    takes,
)
from .run import runs, watching
from .scene import rig
from .settings import scene_settings
from .timeline import markers, ownership, take_list
from .ui import panels, preferences_page, takes_panel

REGISTERED = (
    diagnostics,
    preferences_page,
    markers,
    ownership,
    take_list,
    rig,
    scene_settings,
    watching,
    generating,
    editing,
    company,
    listening,
    mending,
    takes,
    swapping,
    cleaning,
    motion_export,
    takes_panel,
    panels,
)
"""Modules that give Blender classes, properties or handlers; later ones use what earlier ones register."""


@bpy.app.handlers.persistent
def _abandon_runs(*_: object) -> None:
    """Another file is being opened: what was made for this one has no place to go."""
    runs.abandon_all()


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
