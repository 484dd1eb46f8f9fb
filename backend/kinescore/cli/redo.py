"""One section of a finished take made anew: everything else stays, bit for bit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from kinescore.cli.movers import movers_of
from kinescore.cli.takes import describe_take
from kinescore.cli.targets import require_writable
from kinescore.editing.find_section import find_section
from kinescore.editing.spliced_take import next_variation, remade, with_section
from kinescore.errors import KinescoreError
from kinescore.exchange.take_reading import read_facts, read_sound, read_take
from kinescore.files.atomic_file import write_all
from kinescore.request import SoundtrackRequest
from kinescore.take import Take, stem_file
from kinescore.wire.request_codec import request_from_json

EXACT_SUFFIXES = (".wav", ".flac")
OF_THE_TAKE = ("prompt", "genre", "seed", "seconds", "loudness_lufs", "tempo_bpm", "metre", "downbeat", "music", "map",
               "beat_shift_seconds", "start", "ending", "section", "foley", "request", "song", "own_song", "example",
               "export")  # fmt: skip
"""Options that the take has settled."""


def add_redo_options(parser: argparse._ActionsContainer) -> None:
    """Add --redo-section and --of to `parser`."""
    parser.add_argument(
        "--redo-section",
        metavar="NAME",
        help="with --of: make this section of the take anew, by its name or number, and keep everything else",
    )
    parser.add_argument("--of", type=Path, metavar="SOUND", help="the take, whose .json lies beside it")


def redo(options: argparse.Namespace, console: Console, make: Callable[[SoundtrackRequest], Take]) -> None:
    """Read the take, compose it in another variation for the same movement, and write it with the section from there.

    Raises KinescoreError for a take that does not say how it was made, for a section that is not in it, for another
    movement, and for options that contradict the take.
    """
    if not options.of or not options.redo_section:
        raise KinescoreError("--redo-section and --of belong together.", "Name a section, and the take that it is of.")
    _refuse_other_music(options)
    old, facts = _take_of(options)
    target = options.output or _free(options.of)
    require_writable(target, options.motions)
    section = old.sections[find_section(old.sections, options.redo_section)]
    (leader, *others), notes = movers_of(options, console)
    text = json.dumps({**facts["request"], "stems": bool(old.stems)})
    request = request_from_json(text, leader.keypoints, others=tuple(others))
    request = replace(request, variation=next_variation(facts))
    again = make(request)
    take = with_section(old, again, section.start_seconds, section.end_seconds)
    take = replace(take, notes=(*notes, *take.notes))
    about = {"request": facts["request"], "made_anew": remade(facts, section, request.variation)}
    stems = (options.stems or target.parent) if take.stems else None
    midi = options.midi or target.with_suffix(".mid")
    write_all(take.files(target, stems=stems, midi=midi if take.midi else None, about=about))
    console.print(f"'{section.name}' from {section.start_seconds:.3f} to {section.end_seconds:.3f} s was made anew.")
    describe_take(take, target, console)


def _refuse_other_music(options: argparse.Namespace) -> None:
    given = [f"--{name.replace('_', '-')}" for name in OF_THE_TAKE if getattr(options, name) is not None]
    given += ["--takes"] if options.takes > 1 else []
    if given:
        raise KinescoreError("A section keeps the take's own settings.", f"Leave out {' and '.join(given)}.")
    if options.of.suffix.lower() not in EXACT_SUFFIXES:
        raise KinescoreError(
            f"{options.of.name} is not a lossless sound: it could not be kept bit for bit.", "Name a .wav or .flac."
        )


def _take_of(options: argparse.Namespace) -> tuple[Take, Mapping[str, Any]]:
    """The take with its stems, beside it or in the folder of --stems, and all that its description tells."""
    old, facts = read_take(options.of), read_facts(options.of.with_suffix(".json"))
    if not isinstance(facts.get("request"), dict):
        raise KinescoreError(
            f"{options.of.with_suffix('.json').name} does not hold the request that the take was made of.",
            "Takes made by this version do; make it once more with the same settings.",
        )
    if options.stems and not old.stems:
        files = {name: stem_file(options.stems / options.of.name, name) for name in facts["stems"]}
        old = replace(old, stems={name: read_sound(file) for name, file in files.items()})
    return old, facts


def _free(take: Path) -> Path:
    """The take's name with the first number from 2 on of which there is no file."""
    return next(path for number in range(2, 10_000) if not (path := take.with_stem(f"{take.stem}-{number}")).exists())
