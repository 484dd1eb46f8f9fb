"""Where everything of one evaluation lies.

clips.json                                  what is evaluated
heard/<observer>/<system>/<clip>.npz        what an observer found in one sound; REFERENCE is a system here
seen/<clip>.npz                             what was found in one movement
evaluation.json, scores.csv                 the results

These names, like those of the arrays and fields inside, are the format: results of every version so far have them.
"""

from __future__ import annotations

import os
from pathlib import Path


def clips_file(folder: Path) -> Path:
    """Return the list of what is evaluated."""
    return folder / "clips.json"


def music_observation_file(folder: Path, observer: str, system: str, clip: str) -> Path:
    """Return where what `observer` found in the music of `system` for `clip` is kept."""
    return folder / "heard" / observer / system / f"{clip}.npz"


def motion_observation_file(folder: Path, clip: str) -> Path:
    """Return where what was found in the movement of `clip` is kept."""
    return folder / "seen" / f"{clip}.npz"


def evaluation_file(folder: Path) -> Path:
    """Return the results."""
    return folder / "evaluation.json"


def beat_counts_file(folder: Path) -> Path:
    """Return the beat counts of every clip, for spreadsheets."""
    return folder / "scores.csv"


def path_from(folder: Path, path: Path) -> str:
    """Return the way from `folder` to `path`, with "/"; whole where none leads there (another drive of Windows).

    Links to folders are followed, so that the way holds for whoever comes by another; a link to a file keeps its name.
    """
    real = path.parent.resolve() / path.name
    try:
        return Path(os.path.relpath(real, folder.resolve())).as_posix()
    except ValueError:
        return real.as_posix()
