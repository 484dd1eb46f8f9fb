# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinescore inside Blender: from a dancing armature to music on the timeline."""

from __future__ import annotations

import bpy

from . import (
    diagnostics,
    markers,
    motion_export,
    operators,
    panels,
    preferences,
    rig,
    run_operators,
    runs,
    settings,
    take_check,
)

ROOMS = (
    diagnostics,
    preferences,
    markers,
    rig,
    settings,
    run_operators,
    operators,
    take_check,
    motion_export,
    panels,
)


@bpy.app.handlers.persistent
def _abandon_runs(*_: object) -> None:
    """Another file is being opened: what was made for this one has no place to go."""
    runs.abandon_all()


def register() -> None:
    """Switch the add-on on."""
    for room in ROOMS:
        room.register()
    bpy.app.handlers.load_pre.append(_abandon_runs)


def unregister() -> None:
    """Switch it off; runs end, servers keep their jobs."""
    bpy.app.handlers.load_pre.remove(_abandon_runs)
    runs.abandon_all()
    for room in reversed(ROOMS):
        room.unregister()
