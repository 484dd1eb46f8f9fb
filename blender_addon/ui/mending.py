# SPDX-License-Identifier: GPL-3.0-or-later
"""The buttons that errors carry: each does what its error's remedy says."""

from __future__ import annotations

import bpy

BUILT_IN = ("kinescore.use_built_in", "PLAY_SOUND")
TEST = ("kinescore.test_connection", "URL")
PREFERENCES = ("kinescore.open_preferences", "PREFERENCES")
ALL_FRAMES = ("kinescore.take_all_frames", "PREVIEW_RANGE")
FORGET = ("kinescore.forget_job", "X")
AGAIN = ("kinescore.generate", "PLAY_SOUND")
SHOW = ("kinescore.show_in_sequencer", "SEQUENCE")

MENDED_BY = {
    "server_unreachable": (BUILT_IN, TEST, PREFERENCES),
    "server_lost": (TEST, BUILT_IN, PREFERENCES),
    "protocol_mismatch": (BUILT_IN, PREFERENCES),
    "not_allowed": (PREFERENCES, BUILT_IN),
    "bad_address": (PREFERENCES, BUILT_IN),
    "bad_message": (TEST, BUILT_IN, PREFERENCES),
    "bad_format": (TEST, BUILT_IN),
    "other_server": (PREFERENCES, FORGET),
    "offline": (("kinescore.open_system_preferences", "PREFERENCES"), BUILT_IN),
    "busy": (AGAIN, BUILT_IN),
    "conflict": (AGAIN,),
    "unknown_job": (FORGET, AGAIN),
    "not_ready": (AGAIN,),
    "job_cancelled": (AGAIN,),
    "damaged": (AGAIN, BUILT_IN),
    "disk_full": (BUILT_IN,),
    "store_failed": (BUILT_IN,),
    "worker_lost": (AGAIN, BUILT_IN),
    "out_of_memory": (BUILT_IN,),
    "engine_crashed": (BUILT_IN,),
    "server_fault": (BUILT_IN,),
    "engine_unavailable": (BUILT_IN,),
    "bad_model": (BUILT_IN,),
    "bad_encoders": (BUILT_IN,),
    "bad_archive": (AGAIN, BUILT_IN),
    "bad_folder": (PREFERENCES,),
    "cannot_place": (SHOW,),
    "no_movement": (ALL_FRAMES,),
    "no_frames": (ALL_FRAMES,),
    "edit_mode": (("kinescore.leave_edit_mode", "OBJECT_DATAMODE"),),
    "no_example": (("kinescore.clear_example", "X"),),
}
"""Code of an error -> the buttons, each with its icon. What is missing here is mended by another word or another choice
in the panel: a prompt, a setting, what is selected."""


def draw_mending(layout: bpy.types.UILayout, code: str) -> None:
    """The buttons of an error."""
    for button, icon in MENDED_BY.get(code, ()):
        layout.operator(button, icon=icon)
