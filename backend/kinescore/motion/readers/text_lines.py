"""Lines of text files: in whichever encoding, and their numbers by numpy, which is quicker than Python's words."""

from __future__ import annotations

import codecs
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

MAX_LINE = 400_000
_NO_TEXT = "\0\x1a"  # what old systems and broken transfers put behind the end

# numpy only warns where it stops at something that is no number, and will raise ValueError in a later version
warnings.filterwarnings("ignore", "string or file could not be read to its end", DeprecationWarning, __name__)


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text in UTF-8 or, where it begins so, UTF-16; "" for comments that begin with #.

    Raises MotionError for a line of more than MAX_LINE characters.
    """
    with path.open("rb") as file:
        is_wide = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    with path.open(encoding="utf-16" if is_wide else "utf-8-sig", errors="replace") as text:
        while line := text.readline(MAX_LINE + 1):
            if len(line) > MAX_LINE:
                raise MotionError(
                    f"{path.name} has a line of more than {MAX_LINE} characters.", "Export the motion again."
                )
            if line[0] in _NO_TEXT:
                line = line.strip(_NO_TEXT + "\r\n")
            yield "" if line.startswith("#") else line


def numbers_in(line: str, separator: str = " ") -> NDArray[np.float64]:
    """The numbers in a line, [N], up to the first word that is none; any run of spaces and tabs counts as one " "."""
    try:
        return np.fromstring(line, sep=separator)
    except (ValueError, DeprecationWarning):
        return np.zeros(0)
