"""What is evaluated: names of files, not their content; and what can name clips and systems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FILE_NAME = re.compile(r'[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]')
_SYSTEM_NAME = re.compile(r"[^\W_][\w ,.+()-]{0,63}")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)

SYSTEM_NAMES = (
    "Use up to 64 letters, digits, spaces and , . + ( ) - _, a letter or digit first; Windows' own words such as CON "
    "and dots or spaces at the end are out."
)


@dataclass(frozen=True)
class FileSpan:
    """Part of a file: from `start_s` on, `seconds` long; None is to its end."""

    path: Path
    start_s: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True)
class Clip:
    """One movement with the music that was made for it.

    name: unique, "/" between folders. song: of the reference, or the clip's own name where it is not known; clips of
    one song are never each other's chance. genre: an AIST++ code or any name; "" is unknown. motion: the movement, or
    None. reference: the music danced to, or a text file of its beat times, or None. generated: the music of each
    system, in the systems' order.
    """

    name: str
    song: str
    genre: str
    motion: FileSpan | None
    reference: FileSpan | None
    generated: Mapping[str, FileSpan]


def can_name_a_file(name: str) -> bool:
    """Return whether `name` can be a file or folder on every operating system, as results move. Windows is strictest:
    it has characters and devices (CON, NUL.txt) of its own, and drops dots and spaces at the end."""
    return _FILE_NAME.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None


def can_name_a_system(name: str) -> bool:
    """Return whether `name` can head the rows of a system, and name its folder: see SYSTEM_NAMES."""
    return _SYSTEM_NAME.fullmatch(name) is not None and can_name_a_file(name)
