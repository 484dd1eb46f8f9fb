"""clips.json: the clips of an evaluation, kept for the report.

Paths in it start at the results folder, so the folder may move together with the sounds.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.results.results_folder import clips_file, path_from
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically

FORMAT = 1


@dataclass(frozen=True)
class _StoredSpan:
    path: str
    start_s: float
    seconds: float | None


@dataclass(frozen=True)
class _StoredClip:
    name: str
    song: str
    genre: str
    motion: _StoredSpan | None
    reference: _StoredSpan | None
    generated: tuple[_StoredSpan, ...]


@dataclass(frozen=True)
class _StoredClips:
    """generated of a clip is in the order of `systems`."""

    format: int
    systems: tuple[str, ...]
    clips: tuple[_StoredClip, ...]


def write_clips(folder: Path, clips: list[Clip]) -> None:
    """Write what is evaluated; every clip has the same systems. Raises OSError."""
    stored = tuple(
        _StoredClip(
            clip.name,
            clip.song,
            clip.genre,
            None if clip.motion is None else _stored(clip.motion, folder),
            None if clip.reference is None else _stored(clip.reference, folder),
            tuple(_stored(span, folder) for span in clip.generated.values()),
        )
        for clip in clips
    )
    systems = tuple(clips[0].generated) if clips else ()
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(clips_file(folder), strict_json.dump(strict_json.to_plain(_StoredClips(FORMAT, systems, stored))))


def read_clips(folder: Path) -> list[Clip]:
    """Return what is evaluated. Raises EvaluationError where nothing is, FormatError for a damaged list."""
    path = clips_file(folder)
    if not path.is_file():
        raise EvaluationError(f"{folder} holds no evaluation.", "Make one with `kinescore evaluate`.")
    name = "list of clips"
    stored: _StoredClips = strict_json.from_plain(_StoredClips, strict_json.parse(path.read_bytes(), name), name)
    if stored.format != FORMAT:
        raise EvaluationError(f"{path} has layout {stored.format}; this version reads {FORMAT}.")
    return [
        Clip(
            clip.name,
            clip.song,
            clip.genre,
            None if clip.motion is None else _span(clip.motion, folder),
            None if clip.reference is None else _span(clip.reference, folder),
            {system: _span(span, folder) for system, span in zip(stored.systems, clip.generated, strict=True)},
        )
        for clip in stored.clips
    ]


def _stored(span: FileSpan, folder: Path) -> _StoredSpan:
    return _StoredSpan(path_from(folder, span.path), span.start_s, span.seconds)


def _span(stored: _StoredSpan, folder: Path) -> FileSpan:
    return FileSpan(Path(os.path.normpath(folder.resolve() / stored.path)), stored.start_s, stored.seconds)
