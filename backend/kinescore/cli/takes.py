"""Takes on the command line: what one is like, which of several lands best, and another shot of the same song."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from rich.console import Console

from kinescore.engines.composer import analysis_of
from kinescore.errors import KinescoreError
from kinescore.files.strict_json import FormatError, parse
from kinescore.fit.song import Song
from kinescore.fit.sync import ranked, sync_of
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from kinescore.word_bank import random_description

MAX_TAKES = 16
CHANCE_OF = {
    **{"hit_coverage": "hit_coverage_chance"},
    **dict.fromkeys(("hit_onset_rank", "beat_onset_rank"), "onset_rank_chance"),
    **dict.fromkeys(("beats_on_grid", "beats_on_grid_before"), "beats_on_grid_chance"),
}
"""Name of a score -> name of what it is without skill, which is shown beside it."""


def describe_take(take: Take, target: Path, console: Console) -> None:
    """Print where a take is, its length and tempo, its scores with their chance levels, and its notes."""
    console.print(f"[bold]{target}[/bold]  {take.audio.seconds:.3f} s, {take.tempo_bpm:.2f} BPM", soft_wrap=True)
    for name, value in sorted(take.scores.items()):
        if name not in CHANCE_OF.values():
            chance = take.scores.get(CHANCE_OF.get(name, ""))
            beside = "" if chance is None else f"  (chance {chance:.2f})"
            console.print(f"  {name.replace('_', ' '):<28}{value:.2f}{beside}")
    for note in take.notes:
        console.print(f"  note: {note}", soft_wrap=True, markup=False)


def name_best(
    files: Sequence[Path], seeds: Sequence[int], scores: Sequence[Mapping[str, float]], console: Console
) -> None:
    """Print the takes by how well their sound lands on the movement, the best first."""
    values = [sync_of(each) for each in scores]
    for place, number in enumerate(ranked(scores)):
        value = values[number]
        figure = "not measured" if value is None else f"sync {value:.3f} (chance 0.500)"
        label = "best: " if place == 0 and value is not None else "      "
        console.print(f"{label}{files[number]}  seed {seeds[number]}, {figure}", soft_wrap=True, markup=False)


def takes_of(first: SoundtrackRequest, count: int) -> list[SoundtrackRequest]:
    """Return `count` requests with seeds counting up. Raises KinescoreError for too many."""
    if not 1 <= count <= MAX_TAKES:
        raise KinescoreError(f"{count} takes were asked for; from 1 to {MAX_TAKES} are made at once.")
    return [replace(first, seed=first.seed + step) for step in range(count)]


def described(requests: Sequence[SoundtrackRequest], options: argparse.Namespace) -> list[SoundtrackRequest]:
    """Return `requests`, with a prompt from the word bank for each, drawn by its seed, where `options.describe` is set.

    Raises KinescoreError beside a prompt.
    """
    if options.describe is None:
        return list(requests)
    if options.prompt is not None:
        raise KinescoreError("--describe draws the prompt that --prompt would be.", "Leave one of them out.")
    return [replace(request, prompt=random_description(np.random.default_rng(request.seed))) for request in requests]


def same_song(request: SoundtrackRequest, options: argparse.Namespace) -> tuple[SoundtrackRequest, tuple[str, ...]]:
    """Return `request` as another shot of the song of the take described in the file `options.song`, and notes.

    Raises KinescoreError where that file is not there or describes no take, and beside options that ask for another.
    """
    given = [f"--{name}" for name in ("seed", "genre") if getattr(options, name) is not None]
    given += ["--takes"] if options.takes > 1 else []
    if given:
        raise KinescoreError("With --song, seed and style are the earlier take's.", f"Leave out {' and '.join(given)}.")
    path: Path = options.song
    try:
        facts = parse(path.read_bytes(), "description of the take")
    except (OSError, FormatError) as error:
        raise KinescoreError(f"'{path}' cannot be read: {error}", "Name the .json beside a take's sound.") from error
    provenance = facts.get("provenance") if isinstance(facts, dict) else None
    tempo_bpm = facts.get("tempo_bpm") if isinstance(facts, dict) else None
    if not isinstance(provenance, dict) or not isinstance(tempo_bpm, int | float):
        raise KinescoreError(f"'{path}' does not describe a take.", "Name the .json beside a take's sound.")
    song = Song.of(provenance, float(tempo_bpm))
    request, notes = song.asked_for(request)
    request, more = song.in_tempo(request, analysis_of(request))
    return request, (*notes, *more)
