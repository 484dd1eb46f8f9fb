# SPDX-License-Identifier: GPL-3.0-or-later
"""Music of a file that was never saved waits in the add-on's own folder; once the file is saved, it moves beside it."""

from __future__ import annotations

from pathlib import Path

import bpy

from .paths import blender_path, waiting_folder
from .placing import TAKE_PROPERTY, our_strips
from .take_files import move_take


def waiting_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """Our strips whose sound lies in the waiting folder."""
    waiting = waiting_folder().resolve()
    return [strip for strip in our_strips(scene) if strip.sound and _file(strip.sound).parent == waiting]


def move_waiting_music(scene: bpy.types.Scene, folder: Path) -> int:
    """Move the waiting takes of `scene` to `folder` and point their strips there; return how many takes moved.

    Raises FolderError.
    """
    strips = waiting_strips(scene)
    takes = {strip[TAKE_PROPERTY] for strip in strips}
    for take in sorted(takes):
        move_take(take, waiting_folder(), folder)
    for sound in {strip.sound for strip in strips}:
        sound.filepath = blender_path(folder / _file(sound).name)
    return len(takes)


def _file(sound: bpy.types.Sound) -> Path:
    return Path(bpy.path.abspath(sound.filepath, library=sound.library)).resolve()
