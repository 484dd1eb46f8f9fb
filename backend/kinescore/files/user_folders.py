"""Where each platform keeps what a program holds for one user."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

DATA = ("XDG_DATA_HOME", ".local/share")
"""What the user put there or had fetched. As the XDG base directories say; other platforms keep one place for all."""
STATE = ("XDG_STATE_HOME", ".local/state")
"""What the program keeps between two runs."""


def user_folder(
    name: str, kind: tuple[str, str], environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path:
    """Return kinescore's folder called `name` for this user, there or not. kind: DATA or STATE."""
    home = Path.home()
    variable, below_home = kind
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get(variable) or home / below_home)
    return base / "kinescore" / name
