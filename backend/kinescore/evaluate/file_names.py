"""What can name a file or folder, whichever system the results move to."""

from __future__ import annotations

import re

_NAME = re.compile(r'[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def can_name_a_file(name: str) -> bool:
    """Return whether every system takes `name` for a file or folder. Windows is the strictest: it has characters and
    devices (CON, NUL.txt) of its own, and drops dots and spaces at the end."""
    return _NAME.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None
