# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a character's beats lie behind those found in its movement: a dance keeps a distance of its own."""

from __future__ import annotations

import bpy

from kinescore.dance.beat_grid import SHIFT_RANGE_SECONDS


def register() -> None:
    """Give objects their shift of the beats."""
    bpy.types.Object.kinescore_beat_shift = bpy.props.FloatProperty(
        name="Beat Shift",
        description="All beats of this character's music come later by this, or earlier where it is negative. Saved "
        "with the character and used in all its music",
        min=SHIFT_RANGE_SECONDS[0],
        max=SHIFT_RANGE_SECONDS[1],
        subtype="TIME_ABSOLUTE",
        unit="TIME_ABSOLUTE",
        precision=3,
        step=1,
        override={"LIBRARY_OVERRIDABLE"},
    )


def unregister() -> None:
    """Take it away again."""
    del bpy.types.Object.kinescore_beat_shift


def beat_seconds(scene: bpy.types.Scene) -> float | None:
    """Seconds from beat to beat at the fixed tempo or at the last one found; None before there is one."""
    settings = scene.kinescore
    tempo_bpm = settings.tempo_bpm if settings.fixed_tempo else settings.found_bpm
    return 60.0 / tempo_bpm if tempo_bpm > 0 else None
