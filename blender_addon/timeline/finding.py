# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes on disk that no list has, such as those that were undone; those of this file can be listed again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import bpy

from .cleaning import read_description
from .origin import Origin
from .take_files import ID_CHARACTERS, MIX, TakeFiles, read_take
from .take_list import list_take

BLEND = "blend"
"""Member of a take's description: the name of the file that it was made in, "" where that was never saved."""


def blend_name() -> str:
    """The name of the open file."""
    return Path(bpy.data.filepath).name


def unlisted_takes(folder: Path) -> list[Path]:
    """Sounds of takes in `folder` that no scene of this file lists: made by another file, or before an undo."""
    listed = {entry.path() for scene in bpy.data.scenes for entry in scene.kinescore_takes}
    cards = [card for card in sorted(folder.glob("*-????????.json")) if read_description(card) is not None]
    return [mix for card in cards if (mix := card.with_suffix(".wav")).is_file() and mix.resolve() not in listed]


def own_unlisted_takes(folder: Path) -> list[Path]:
    """Those of `unlisted_takes` that were made in this file; where a take does not tell, it may be another's."""
    return [mix for mix in unlisted_takes(folder) if _is_own(read_description(mix.with_suffix(".json")) or {})]


def list_found(scene: bpy.types.Scene, mix: Path) -> None:
    """List the take whose sound is `mix`. Raises KinescoreError where its files cannot be read."""
    take, card = read_take(mix)
    files = TakeFiles(mix.stem[-ID_CHARACTERS:], {MIX: mix})
    list_take(scene, take, files, Origin.from_sidecar(card), [MIX])


def _is_own(card: Mapping[str, object]) -> bool:
    return card.get(BLEND) == blend_name()
