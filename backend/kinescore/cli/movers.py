"""One movement or several for a command: the files, and how much each of them has to say."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from kinescore.cli.reading import add_reading_options, read_with_notes
from kinescore.errors import KinescoreError
from kinescore.motion.mover import Mover, require_together
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.request import MAX_OTHERS


def add_mover_options(parser: argparse.ArgumentParser) -> None:
    """Add the files, --weights and --names, and what the files cannot say themselves."""
    parser.add_argument(
        "motions",
        type=Path,
        nargs="+",
        metavar="motion",
        help=f"motion file, folder or video ({', '.join(MOTION_SUFFIXES)}); several move together: each begins with "
        "its frame 0 and keeps its frame rate, and who ends first holds the last pose",
    )
    add_reading_options(parser)
    parser.add_argument(
        "--weights",
        metavar="N,N,...",
        help="how much each of several movements has to say (default: all the same, and people of one film by how much "
        "they move)",
    )
    parser.add_argument(
        "--names",
        metavar="NAME,NAME,...",
        help="what to call each of several movements (default: as their files; people of one film are numbered)",
    )


def movers_of(options: argparse.Namespace, console: Console) -> tuple[tuple[Mover, ...], tuple[str, ...]]:
    """Who moves, the first with weight 1, and a sentence about everything that is odd in the files, printed as well."""
    paths: list[Path] = options.motions
    _require_few(len(paths))
    found: list[tuple[Path, Mover]] = []
    notes: list[str] = []
    for path in paths:
        movers, odd = read_with_notes(path, options, console)
        found += [(path, mover) for mover in movers]
        notes += odd
        _require_few(len(found))
    weights = _weights(options.weights, [mover.weight for _, mover in found])
    names = _names(options.names, found)
    named = tuple(
        Mover(mover.keypoints, weight / weights[0], name)
        for (_, mover), weight, name in zip(found, weights, names, strict=True)
    )
    require_together(named)
    return named, tuple(notes)


def _require_few(count: int) -> None:
    if count > MAX_OTHERS + 1:
        raise KinescoreError(f"{count} movements are too many; at most {MAX_OTHERS + 1} are followed.")


def title_of(paths: Sequence[Path]) -> str:
    """What to call the movements together: their file names."""
    return ", ".join(path.name for path in paths)


def _weights(text: str | None, found: Sequence[float]) -> list[float]:
    """The weights given, or those that were found."""
    if text is None:
        return list(found)
    parts = _parts(text, len(found), "weights")
    try:
        weights = [float(part) for part in parts]
    except ValueError:
        weights = [0.0]
    if not all(0 < weight < float("inf") for weight in weights):
        raise KinescoreError(f"The weights '{text[:80]}' are not numbers above 0.", "Write them as 1,0.5.")
    return weights


def _names(text: str | None, found: Sequence[tuple[Path, Mover]]) -> list[str]:
    """The names given, or those of the files, counted where they are alike, and of the people in one; a single movement
    needs none."""
    if text is not None:
        return [part.strip() for part in _parts(text, len(found), "names")]
    if len(found) == 1:
        return [""]
    if len({path for path, _ in found}) == 1 and all(mover.name for _, mover in found):
        return [mover.name for _, mover in found]
    names = [" ".join(filter(None, (path.stem, mover.name))) for path, mover in found]
    return [
        name if names.count(name) == 1 else f"{name} {names[: place + 1].count(name)}"
        for place, name in enumerate(names)
    ]


def _parts(text: str, count: int, what: str) -> list[str]:
    parts = text.split(",")
    if len(parts) != count:
        raise KinescoreError(
            f"{len(parts)} {what} are given for {count} movement{'s' if count > 1 else ''}.",
            "Give one for each, with commas between them.",
        )
    return parts
