# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy Diagnostics: what a bug report needs, as text."""

from __future__ import annotations

import collections
import importlib.metadata
import logging
import platform

import bpy
import numpy as np

import kinescore
from kinescore.errors import KinescoreError

from . import connection, rig, runs
from .background import log
from .settings import frame_range

KEPT_RECORDS = 60


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


def register() -> None:
    """Start keeping the log."""
    log.addHandler(recent_log)


def unregister() -> None:
    """Stop keeping it."""
    log.removeHandler(recent_log)


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
    scene = context.scene
    try:
        armature = rig.find_character(context)
        bones = rig.bones_of(armature)
        frames = frame_range(scene)
    except KinescoreError as error:
        return [str(error)]
    return [
        f"Rig: {len(armature.data.bones)} bones, {bones.convention} names, {bones.coverage}",
        f"Frames: {frames.first} to {frames.last}",
    ]
