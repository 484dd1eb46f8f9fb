# SPDX-License-Identifier: GPL-3.0-or-later
"""Music of a file that was never saved waits in the add-on's own folder; once the file is saved, it moves beside it."""

from __future__ import annotations

from pathlib import Path

import bpy

from kinescore.files.atomic_file import write_atomically

from .. import compat
from .ownership import TAKE_PROPERTY
from .paths import FolderError, blender_path, require_writable, sound_file, waiting_folder


def waiting_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """Strips with a take of ours that lies in the waiting folder, those in meta strips included."""
    waiting = waiting_folder().resolve()
    ours = [strip for strip in compat.all_strips(scene) if TAKE_PROPERTY in strip and strip.type == "SOUND"]
    return [strip for strip in ours if strip.sound and sound_file(strip.sound).parent == waiting]


def move_waiting_music(scene: bpy.types.Scene, folder: Path) -> int:
    """Move the waiting takes of `scene` to `folder` and point all sounds of the file there, which copies of strips in
    other scenes may play too; return how many takes moved.

    Raises FolderError.
    """
    takes = {strip[TAKE_PROPERTY] for strip in waiting_strips(scene)}
    moved = {path for take in sorted(takes) for path in _move_take(take, waiting_folder(), folder)}
    for entry in [entry for scene in bpy.data.scenes for entry in scene.kinescore_takes]:
        saved = Path(entry.mix)
        if saved in moved:
            entry.point_to(folder / saved.name)
    for sound in bpy.data.sounds:
        if sound_file(sound) in moved:
            sound.filepath = blender_path(folder / sound_file(sound).name)
    return len(takes)


def _move_take(take_id: str, source: Path, target: Path) -> list[Path]:
    """Move every file of a take to another folder; return where they were.

    Raises FolderError; the originals stay then.
    """
    require_writable(target)
    files = sorted(source.resolve().glob(f"*-{take_id}*"))
    for path in files:
        there = target / path.name
        if there.is_file() and there.read_bytes() != path.read_bytes():
            raise FolderError(
                f"'{there}' is there already and is another file, so the music was not moved.",
                "Move that file away, then press the button again.",
            )
    for path in files:
        try:
            write_atomically(target / path.name, path.read_bytes())
        except OSError as error:
            raise FolderError(
                f"'{path.name}' could not be copied to '{target}' ({error.strerror}).", "Make room there."
            ) from error
    for path in files:
        path.unlink()
    return files
