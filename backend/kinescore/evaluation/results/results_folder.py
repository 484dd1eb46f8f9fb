"""Where everything of one evaluation lies.

clips.json                                  what is evaluated
heard/<ear>/<system>/<clip>.npz             what an ear kept of one sound; REFERENCE is a system here
seen/<clip>.npz                             what was seen in one movement
evaluation.json, scores.csv                 the results

Paths in clips.json start at the results folder, so the folder may move together with the sounds.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import Clip, Span
from kinescore.files import strict_json
from kinescore.files.arrays_file import load_arrays
from kinescore.files.atomic_file import write_atomically

REFERENCE = "@reference"
FORMAT = 1


def clips_file(folder: Path) -> Path:
    """Return the list of what is evaluated."""
    return folder / "clips.json"


def heard_file(folder: Path, ear: str, system: str, clip: str) -> Path:
    """Return where `ear` keeps what it heard in `clip` by `system`."""
    return folder / "heard" / ear / system / f"{clip}.npz"


def seen_file(folder: Path, clip: str) -> Path:
    """Return where what was seen in the movement of `clip` is kept."""
    return folder / "seen" / f"{clip}.npz"


def evaluation_file(folder: Path) -> Path:
    """Return the results."""
    return folder / "evaluation.json"


def scores_file(folder: Path) -> Path:
    """Return the beat counts of every clip, for spreadsheets."""
    return folder / "scores.csv"


def load_heard(folder: Path, ear: str, system: str, clip: str) -> dict[str, NDArray[np.generic]]:
    """Return what `ear` kept of `clip` by `system`. Raises EvaluationError where it is missing or damaged."""
    return load_arrays(heard_file(folder, ear, system, clip))


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
            _stored(clip.motion, folder),
            _stored(clip.reference, folder),
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
    stored = strict_json.from_plain(_StoredClips, strict_json.parse(path.read_bytes(), name), name)
    if stored.format != FORMAT:
        raise EvaluationError(f"{path} has layout {stored.format}; this version reads {FORMAT}.")
    return [
        Clip(
            clip.name,
            clip.song,
            clip.genre,
            _span(clip.motion, folder),
            _span(clip.reference, folder),
            {system: _span(span, folder) for system, span in zip(stored.systems, clip.generated, strict=True)},
        )
        for clip in stored.clips
    ]


def path_from(folder: Path, path: Path) -> str:
    """Return the way from `folder` to `path`, with "/"; whole where none leads there (another drive of Windows).

    Links to folders are followed, so that the way holds for whoever comes by another; a link to a file keeps its name.
    """
    real = path.parent.resolve() / path.name
    try:
        return Path(os.path.relpath(real, folder.resolve())).as_posix()
    except ValueError:
        return real.as_posix()


def _stored(span: Span | None, folder: Path) -> _StoredSpan | None:
    return span and _StoredSpan(path_from(folder, span.path), span.start_s, span.seconds)


def _span(stored: _StoredSpan | None, folder: Path) -> Span | None:
    return stored and Span(Path(os.path.normpath(folder.resolve() / stored.path)), stored.start_s, stored.seconds)
