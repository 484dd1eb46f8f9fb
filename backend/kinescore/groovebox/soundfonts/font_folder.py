"""Where SoundFonts lie. A request names a file, which is looked for here and among those that the user pointed at."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kinescore.sound.soundfont_choice import SUFFIXES

FOLDER_VARIABLE = "KINESCORE_SOUNDFONTS"


def font_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of SoundFonts: what KINESCORE_SOUNDFONTS says, else this platform's place for a user's data."""
    if named := environment.get(FOLDER_VARIABLE):
        return Path(named)
    home = Path.home()
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "kinescore" / "soundfonts"


def find_font(name: str, given: Mapping[str, Path], folder: Path) -> Path | None:
    """Return the file called `name`: of `given`, else one that lies in `folder` itself, else None."""
    if name in given:
        return given[name]
    path = folder / name
    inside = path.resolve().parent == folder.resolve() and path.suffix.lower() in SUFFIXES
    return path if inside and path.is_file() else None
