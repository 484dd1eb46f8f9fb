# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the music is kept on disk."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import bpy

from kinescore.errors import KinescoreError

from ..compat import ADD_ON

MAX_STEM_CHARACTERS = 24


class FolderError(KinescoreError):
    """The output folder cannot be used."""

    code = "bad_folder"


@dataclass(frozen=True)
class OutputFolder:
    """path: absolute. beside_file: whether it is where the user wants it; False while the .blend was never saved."""

    path: Path
    beside_file: bool


def output_folder(setting: str) -> OutputFolder:
    """Resolve the folder of the preferences; "//" stands for the folder of the .blend.

    A file that was never saved has no folder yet: its music waits in the add-on's own user folder.
    """
    if setting.startswith("//") and not bpy.data.filepath:
        return OutputFolder(waiting_folder(), beside_file=False)
    return OutputFolder(Path(bpy.path.abspath(setting or "//")).resolve(), beside_file=True)


def waiting_folder() -> Path:
    """Where music of unsaved files waits: the extension's user folder, or the temporary one for a plain add-on."""
    try:
        return Path(bpy.utils.extension_path_user(ADD_ON, path="unsaved"))
    except ValueError:  # run from its source folder, not installed as an extension
        return Path(bpy.app.tempdir) / "kinescore"


def user_folder() -> Path:
    """Where the add-on keeps what belongs to no file: the extension's user folder, or a temporary one as above."""
    try:
        return Path(bpy.utils.extension_path_user(ADD_ON, path="user"))
    except ValueError:
        return Path(bpy.app.tempdir) / "kinescore-user"


def require_writable(folder: Path) -> None:
    """Make `folder` and prove that files can be written there. Raises FolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise FolderError(
            f"Music cannot be written to '{folder}' ({error.strerror}).",
            "Choose another output folder in the add-on's preferences, or save the file somewhere else.",
        ) from error


def blender_path(path: Path) -> str:
    """`path` relative to the .blend where that is possible (not across drives), else absolute."""
    if not bpy.data.filepath:
        return str(path)
    try:
        return bpy.path.relpath(str(path))
    except ValueError:
        return str(path)


def sound_file(sound: bpy.types.Sound) -> Path:
    """The absolute path of the file that `sound` plays."""
    return Path(bpy.path.abspath(sound.filepath, library=sound.library)).resolve()


def safe_stem(name: str) -> str:
    """A short file name stem of plain letters and digits that every system takes: "Zoë's Rig" -> "zoe-s-rig"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_STEM_CHARACTERS].strip("-") or "take"
