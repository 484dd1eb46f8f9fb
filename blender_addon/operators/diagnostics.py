# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons for when something does not work: Test Connection, and Copy Diagnostics for a bug report."""

from __future__ import annotations

import collections
import importlib.metadata
import logging
import platform

import bpy
import numpy as np

import kinescore
from kinescore.errors import KinescoreError

from ..background import log, run_ticks
from ..run import runs
from ..scene.character import character_of, find_character
from ..settings import connection
from ..settings.preferences import configured_server, preferences
from ..settings.request import frame_range

KEPT_RECORDS = 60


class KINESCORE_OT_test_connection(bpy.types.Operator):
    """Ask the server which engines it has, its version and response time"""

    bl_idname = "kinescore.test_connection"
    bl_label = "Test Connection"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("Enter the address of a server first")
        return bool(preferences(context).address.strip())

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Ask in the background; once at a time."""
        if connection.test.is_running:  # polling for it would leave the button grey under a mouse that stays there
            return {"CANCELLED"}
        try:
            server = configured_server(context)
        except KinescoreError as error:
            connection.test.outcome = error
            return {"FINISHED"}
        if server is None:
            return {"CANCELLED"}
        connection.test.start(server.connect)
        run_ticks(connection.test.tick)
        return {"FINISHED"}


class KINESCORE_OT_copy_diagnostics(bpy.types.Operator):
    """Copy versions, rig, the last message and the log to the clipboard, for a bug report"""

    bl_idname = "kinescore.copy_diagnostics"
    bl_label = "Copy Diagnostics"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Copy."""
        context.window_manager.clipboard = describe(context)
        self.report({"INFO"}, "Diagnostics are in the clipboard")
        return {"FINISHED"}


class RecentLog(logging.Handler):
    """Keeps the last records of this add-on's log."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        self.lines: collections.deque[str] = collections.deque(maxlen=KEPT_RECORDS)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.lines.append(self.format(record))


recent_log = RecentLog()
_register_operators, _unregister_operators = bpy.utils.register_classes_factory(
    (KINESCORE_OT_test_connection, KINESCORE_OT_copy_diagnostics)
)


def register() -> None:
    """Add the operators and start keeping the log."""
    _register_operators()
    log.addHandler(recent_log)


def unregister() -> None:
    """Remove the operators and stop keeping the log."""
    log.removeHandler(recent_log)
    _unregister_operators()


def describe(context: bpy.types.Context) -> str:
    """Versions, rig, frame range, the last outcome and the log. The server's address is in it, keys are not."""
    outcome = runs.last_outcome(context.scene)
    lines = [
        f"Kinescore {kinescore.__version__}, Blender {bpy.app.version_string}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}",
        f"numpy {np.__version__}, pyzmq {importlib.metadata.version('pyzmq')}, background {bpy.app.background}",
        f"Frame rate: {context.scene.render.fps} / {context.scene.render.fps_base:g}",
        *_rig_lines(context),
        *connection.summary(),
    ]
    if outcome is not None:
        lines += [outcome.summary, *outcome.notes]
        if outcome.error is not None:
            lines.append(f"{outcome.error.code}: {outcome.error}")
    return "\n".join(line for line in [*lines, *recent_log.lines] if line) + "\n"


def _rig_lines(context: bpy.types.Context) -> list[str]:
    try:
        thing = find_character(context)
        character = character_of(thing)
        frames = frame_range(context.scene)
    except KinescoreError as error:
        return [str(error)]
    joints = character.joints
    return [
        f"Rig: {thing.type}, {len(character.bones)} bones"
        + (f", {joints.convention} names, {joints.coverage}" if joints else ", no humanoid"),
        f"Frames: {frames.first} to {frames.last}",
    ]
