"""What can name a file or folder, whichever system the results move to."""

from __future__ import annotations

import re

_NAME = re.compile(r'[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]')
_SYSTEM = re.compile(r"[^\W_][\w ,.+()-]{0,63}")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)

SYSTEM_NAMES = (
    "Use up to 64 letters, digits, spaces and , . + ( ) - _, a letter or digit first; Windows' own words such as CON "
    "and dots or spaces at the end are out."
)


def can_name_a_file(name: str) -> bool:
    """Return whether every system takes `name` for a file or folder. Windows is the strictest: it has characters and
    devices (CON, NUL.txt) of its own, and drops dots and spaces at the end."""
    return _NAME.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None


def can_name_a_system(name: str) -> bool:
    """Return whether `name` can head the rows of a system, and name its folder: see SYSTEM_NAMES."""
    return _SYSTEM.fullmatch(name) is not None and can_name_a_file(name)
