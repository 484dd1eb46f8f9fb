"""Where SoundFonts lie. A request names a file, which is looked for here and among those that the user pointed at."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kinescore.files.user_folders import DATA, user_folder
from kinescore.sound.soundfont_choice import SUFFIXES

FOLDER_VARIABLE = "KINESCORE_SOUNDFONTS"


def font_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of SoundFonts: what KINESCORE_SOUNDFONTS says, else this platform's place for a user's data."""
    if named := environment.get(FOLDER_VARIABLE):
        return Path(named).expanduser()
    return user_folder("soundfonts", DATA, environment, platform)


def find_font(name: str, given: Mapping[str, Path], folder: Path) -> Path | None:
    """Return the file called `name`: of `given`, else one that lies in `folder` itself, else None."""
    if name in given:
        return given[name]
    path = folder / name
    inside = path.resolve().parent == folder.resolve() and path.suffix.lower() in SUFFIXES
    return path if inside and path.is_file() else None
