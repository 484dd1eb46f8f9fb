"""Where everything of one evaluation lies.

clips.json                                  what is evaluated
heard/<ear>/<system>/<clip>.npz             what an ear kept of one sound; REFERENCE is a system here
seen/<clip>.npz                             what was seen in one movement
evaluation.json, scores.csv                 the results
"""

from __future__ import annotations

from pathlib import Path

REFERENCE = "@reference"


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
