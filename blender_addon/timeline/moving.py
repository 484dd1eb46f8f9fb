# SPDX-License-Identifier: GPL-3.0-or-later
"""Music of a file that was never saved waits in the add-on's own folder; once the file is saved, it moves beside it."""

from __future__ import annotations

from pathlib import Path

import bpy

from kinescore.files.atomic_file import write_atomically

from .paths import FolderError, blender_path, require_writable, waiting_folder
from .strips import TAKE_PROPERTY, our_strips


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
        _move_take(take, waiting_folder(), folder)
    for sound in {strip.sound for strip in strips}:
        sound.filepath = blender_path(folder / _file(sound).name)
    return len(takes)


def _file(sound: bpy.types.Sound) -> Path:
    return Path(bpy.path.abspath(sound.filepath, library=sound.library)).resolve()


def _move_take(take_id: str, source: Path, target: Path) -> None:
    """Move every file of a take to another folder. Raises FolderError; the originals stay then."""
    require_writable(target)
    files = sorted(source.glob(f"*-{take_id}*"))
    for path in files:
        try:
            write_atomically(target / path.name, path.read_bytes())
        except OSError as error:
            raise FolderError(
                f"'{path.name}' could not be copied to '{target}' ({error.strerror}).", "Make room there."
            ) from error
    for path in files:
        path.unlink()
