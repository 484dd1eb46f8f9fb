# SPDX-License-Identifier: GPL-3.0-or-later
"""The Soundtrack tab: short in the 3D View, full in the Sequencer."""

from __future__ import annotations

import bpy

from .details import Company, Markers, Music, Output, Rig
from .presets_panel import Presets
from .sections_panel import Sections
from .servers_panel import Servers
from .soundtrack import Soundtrack
from .takes_panel import Takes
from .timing_panel import HitPoints, TempoMap, Timing

TAB = "Soundtrack"


class _InView3D:
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = TAB


class _InSequencer:
    bl_space_type = "SEQUENCE_EDITOR"
    bl_region_type = "UI"
    bl_category = TAB


class KINESCORE_PT_view3d(_InView3D, Soundtrack, bpy.types.Panel):
    pass


class KINESCORE_PT_view3d_takes(_InView3D, Takes, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_presets(_InView3D, Presets, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_music(_InView3D, Music, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_sections(_InView3D, Sections, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_timing(_InView3D, Timing, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_tempo_map(_InView3D, TempoMap, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d_timing"


class KINESCORE_PT_view3d_hit_points(_InView3D, HitPoints, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_company(_InView3D, Company, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_rig(_InView3D, Rig, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_servers(_InView3D, Servers, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_sequencer(_InSequencer, Soundtrack, bpy.types.Panel):
    pass


class KINESCORE_PT_sequencer_takes(_InSequencer, Takes, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_presets(_InSequencer, Presets, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_music(_InSequencer, Music, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_sections(_InSequencer, Sections, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_timing(_InSequencer, Timing, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_tempo_map(_InSequencer, TempoMap, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer_timing"


class KINESCORE_PT_sequencer_hit_points(_InSequencer, HitPoints, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_company(_InSequencer, Company, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_rig(_InSequencer, Rig, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_markers(_InSequencer, Markers, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_output(_InSequencer, Output, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_servers(_InSequencer, Servers, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


PANELS = (
    KINESCORE_PT_view3d,
    KINESCORE_PT_view3d_presets,
    KINESCORE_PT_view3d_takes,
    KINESCORE_PT_view3d_music,
    KINESCORE_PT_view3d_timing,
    KINESCORE_PT_view3d_tempo_map,
    KINESCORE_PT_view3d_hit_points,
    KINESCORE_PT_view3d_sections,
    KINESCORE_PT_view3d_company,
    KINESCORE_PT_view3d_rig,
    KINESCORE_PT_view3d_servers,
    KINESCORE_PT_sequencer,
    KINESCORE_PT_sequencer_presets,
    KINESCORE_PT_sequencer_takes,
    KINESCORE_PT_sequencer_music,
    KINESCORE_PT_sequencer_timing,
    KINESCORE_PT_sequencer_tempo_map,
    KINESCORE_PT_sequencer_hit_points,
    KINESCORE_PT_sequencer_sections,
    KINESCORE_PT_sequencer_company,
    KINESCORE_PT_sequencer_rig,
    KINESCORE_PT_sequencer_markers,
    KINESCORE_PT_sequencer_output,
    KINESCORE_PT_sequencer_servers,
)
_register_panels, _unregister_panels = bpy.utils.register_classes_factory(PANELS)


def register() -> None:
    """Add the panels, and the button to the Sequencer's Add menu."""
    _register_panels()
    bpy.types.SEQUENCER_MT_add.append(_draw_add_menu)


def unregister() -> None:
    """Remove them."""
    bpy.types.SEQUENCER_MT_add.remove(_draw_add_menu)
    _unregister_panels()


def _draw_add_menu(menu: bpy.types.Menu, context: bpy.types.Context) -> None:
    menu.layout.separator()
    menu.layout.operator("kinescore.generate", text="Soundtrack from Movement", icon="PLAY_SOUND")
