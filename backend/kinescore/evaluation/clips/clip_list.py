"""A list of clips as a table (CSV) -> the clips to evaluate."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import Clip, FileSpan, can_name_a_file
from kinescore.evaluation.clips.file_index import listed
from kinescore.evaluation.clips.finding import genre_of, require_system_names, song_of
from kinescore.evaluation.clips.text_file import read_text

FACTS = ("clip", "song", "genre", "motion", "reference", "start", "seconds")


def clips_from_list(path: Path) -> list[Clip]:
    """Return the clips of a CSV table with a header, in its order.

    Columns: clip (its name), one for each system (the sound file), and as wanted song, genre, motion, reference, start
    and seconds (the part of motion and reference that the clip is; generated music is always taken whole). Paths start
    at the table's folder. Left empty, song and genre are those of AIST++'s names, or else the reference file and
    unknown; motion and reference are none. Raises EvaluationError naming the line.
    """
    header, rows = _table(path)
    systems = [name for name in header if name not in FACTS]
    require_system_names(systems)
    clips = [_clip(row, systems, path.parent) for row in rows]
    if not clips:
        raise EvaluationError(f"{path.name} has a header but no clips.")
    _refuse_repeated([clip.name for clip in clips], path)
    _refuse_missing(clips, path)
    return clips


@dataclass(frozen=True)
class _ListRow:
    """cells: by column. where: for errors."""

    cells: Mapping[str, str]
    where: str

    def seconds(self, column: str) -> float | None:
        """Return the number in a column, None where it is empty."""
        text = self.cells.get(column, "")
        try:
            value = float(text) if text else None
        except ValueError:
            value = math.nan
        if value is not None and not 0 <= value < math.inf:
            raise EvaluationError(f"{self.where} has '{text}' as {column}; wanted are seconds, from 0 on.")
        return value


def _table(path: Path) -> tuple[list[str], list[_ListRow]]:
    """The header and the rows that are not empty."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        table = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if row]
    except csv.Error as error:
        raise EvaluationError(f"{path.name} is no CSV table ({error}).") from error
    header = table[0][1] if table else []
    if "clip" not in header or len(set(header)) < len(header) or "" in header:
        raise EvaluationError(
            f"{path.name} needs a header of different column names, one of them 'clip'.",
            f"Columns: {', '.join(FACTS)}, and one for each system.",
        )
    rows = []
    for line, cells in table[1:]:
        where = f"Line {line} of {path.name}"
        if len(cells) != len(header):
            raise EvaluationError(f"{where} has {len(cells)} cells; the header has {len(header)}.")
        rows.append(_ListRow(dict(zip(header, cells, strict=True)), where))
    return header, rows


def _clip(row: _ListRow, systems: list[str], folder: Path) -> Clip:
    cells, name = row.cells, row.cells["clip"]
    if not all(map(can_name_a_file, name.split("/"))):
        raise EvaluationError(f"{row.where} has the clip name '{name}', which cannot name a file.")
    empty = [system for system in systems if not cells[system]]
    if empty:
        raise EvaluationError(f"{row.where} names no sound of {empty[0]}.", "Every system needs the same clips.")
    start, seconds = row.seconds("start") or 0.0, row.seconds("seconds")
    motion, reference = (
        FileSpan(folder / cells[column], start, seconds) if cells.get(column) else None
        for column in ("motion", "reference")
    )
    known = song_of(name)
    song = known if known != name or reference is None else cells["reference"]
    return Clip(
        name,
        cells.get("song") or song,
        cells.get("genre") or genre_of(name),
        motion,
        reference,
        {system: FileSpan(folder / cells[system]) for system in systems},
    )


def _refuse_repeated(names: list[str], path: Path) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if repeated:
        raise EvaluationError(f"{path.name} names {len(repeated)} clips more than once: {listed(repeated)}.")


def _refuse_missing(clips: list[Clip], path: Path) -> None:
    spans = [span for clip in clips for span in (clip.motion, clip.reference, *clip.generated.values()) if span]
    missing = [str(span.path) for span in spans if not span.path.is_file()]
    if missing:
        raise EvaluationError(f"{path.name} names {len(missing)} files that do not exist: {listed(missing)}.")
