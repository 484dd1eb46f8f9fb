# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of takes are needed no longer, and which are gone. Nothing is removed but on the artist's own request."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import bpy

from kinescore.files.strict_json import FormatError, parse
from kinescore.take import stem_file
from kinescore.wire.take_archive import STEM_NAME

from .. import compat
from ..background import log
from .ownership import TAKE_PROPERTY
from .paths import FolderError, sound_file
from .take_files import ID_CHARACTERS, is_as_written
from .take_list import KinescoreTake

TAKE_SOUND = re.compile(r"-([0-9a-f]{8})(?:-[a-z0-9_]+)?\.wav")


@dataclass(frozen=True)
class Leftover:
    """A listed take that nothing in the file uses. files: all that were written for it and are there."""

    take_id: str
    name: str
    files: tuple[Path, ...]

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self.files)


def leftovers() -> list[Leftover]:
    """Listed takes of all scenes that are not starred and that no strip and no sound of this file uses.

    Only files that this add-on wrote count: their names carry the take's id, the description beside them, with the same
    id, is a take's, and they hold what was written. Takes that other files beside this one play are needed as well,
    such as those of an earlier version of it.
    """
    entries = [entry for scene in bpy.data.scenes for entry in scene.kinescore_takes]
    needed = {entry.take_id for entry in entries if entry.starred} | _used_takes()
    playing = {sound_file(sound) for sound in bpy.data.sounds}
    found: dict[str, Leftover] = {}
    for entry in entries:
        if entry.take_id not in needed:
            files = files_of(entry)
            if files and not playing & set(files):
                found[entry.take_id] = Leftover(entry.take_id, entry.name, files)
    elsewhere = takes_of_other_files({leftover.files[0].parent for leftover in found.values()})
    return [leftover for leftover in found.values() if leftover.take_id not in elsewhere]


def missing_takes(scene: bpy.types.Scene) -> list[KinescoreTake]:
    """Listed takes of which the sound is gone."""
    missing = []
    for entry in scene.kinescore_takes:
        try:
            entry.files()
        except FolderError:
            missing.append(entry)
    return missing


def read_description(path: Path) -> dict[str, Any] | None:
    """The description of a take that was made in Blender; None where `path` is none."""
    try:
        told = parse(path.read_bytes(), "description")
    except (OSError, FormatError):
        return None
    ours = isinstance(told, dict) and {"format", "beats", "provenance", "motion_sha256", "request"} <= told.keys()
    return told if ours else None


def files_of(entry: KinescoreTake) -> tuple[Path, ...]:
    """All files that were written for a take and are there; none where the description beside them is not ours, or
    where one of them was edited since."""
    mix = entry.path()
    card = read_description(mix.with_suffix(".json"))
    if not mix.stem.endswith(f"-{entry.take_id}") or len(entry.take_id) != ID_CHARACTERS or card is None:
        return ()
    names = [name for name in card.get("stems", []) if isinstance(name, str) and STEM_NAME.fullmatch(name)]
    stems = [stem_file(mix, name) for name in names]  # by name: the artist may have put an edit of the mix beside it
    there = [path for path in (mix, *stems, mix.with_suffix(".mid")) if path.is_file()]
    try:
        return (*there, mix.with_suffix(".json")) if all(is_as_written(path, card) for path in there) else ()
    except OSError:  # nobody can tell
        return ()


def takes_of_other_files(folders: Collection[Path]) -> set[str]:
    """Ids of the takes that sounds of other .blend files play, by the names of those sounds: of the files beside this
    one and beside `folders` of takes; of none where there are no such folders."""
    own = Path(bpy.data.filepath)
    places = {folder.parent for folder in folders} | ({own.parent} if folders and bpy.data.filepath else set())
    found: set[str] = set()
    for blend in (path for place in places for path in place.glob("*.blend") if path != own):
        try:
            status = blend.stat()
            found |= _takes_in(blend, status.st_mtime_ns, status.st_size)
        except OSError as error:  # written by a newer Blender, or no .blend at all
            log.info("'%s' was not looked at for takes: %s", blend, error)
    return found


@lru_cache(maxsize=1024)
def _takes_in(blend: Path, changed: int, size: int) -> frozenset[str]:
    """Ids of the takes that a file plays; `changed` and `size` tell it from what it was before. Raises OSError."""
    with bpy.data.libraries.load(str(blend)) as (there, _):
        names = list(there.sounds)
    return frozenset(match[1] for name in names if (match := TAKE_SOUND.search(name)))


def remove(leftover: Leftover) -> None:
    """Remove the files of a take, and the take from every list. Raises FolderError."""
    for path in leftover.files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FolderError(f"'{path}' could not be removed ({error.strerror}).") from error
    for scene in bpy.data.scenes:
        for index in reversed(range(len(scene.kinescore_takes))):
            if scene.kinescore_takes[index].take_id == leftover.take_id:
                scene.kinescore_takes.remove(index)


def _used_takes() -> set[str]:
    """Ids of the takes on the timelines of all scenes, in meta strips too."""
    strips = [strip for scene in bpy.data.scenes for strip in compat.all_strips(scene)]
    return {strip[TAKE_PROPERTY] for strip in strips if TAKE_PROPERTY in strip}
