"""All cues as a table that spreadsheets and scripts read (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kinescore.exchange.cues import Cue
from kinescore.exchange.timecode import Picture

COLUMNS = ("time_s", "frame", "timecode", "kind", "weight", "name", "who")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes a formula by; a name that begins so gets an apostrophe before it."""


def csv_bytes(cues: Iterable[Cue], picture: Picture) -> bytes:
    """Return the cues in time order, one a line, in UTF-8. frame: its number in the picture's own count."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for cue in sorted(cues, key=lambda cue: cue.time_s):
        frame = picture.frames(cue.time_s)
        where = (f"{cue.time_s:.6f}", picture.first_frame + frame, picture.timecode(frame))
        table.writerow((*where, cue.kind, f"{cue.weight:.3f}", _plain(cue.name), _plain(cue.who)))
    return text.getvalue().encode()


def _plain(name: str) -> str:
    return f"'{name}" if name.startswith(FORMULA) else name
