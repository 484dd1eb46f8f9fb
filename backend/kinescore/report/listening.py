"""Results -> a blind listening test: one HTML page for listeners, one key for the researcher."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import to_plain
from kinescore.progress import Report, silent
from kinescore.report.html import rendered, write_bounded
from kinescore.report.listening_files import FORMAT, KeyItem, ListeningKey
from kinescore.report.listening_sounds import (
    RatedDance,
    draw_clips,
    load_dances,
    mismatched_music,
    reference_sound,
    sounds_of,
)
from kinescore.report.media import drawing, flac_uri


@dataclass(frozen=True)
class ListeningFacts:
    """What was written. items: sounds to rate. seconds: of all sounds together. notes: what a researcher must know."""

    key: Path
    bytes: int
    items: int
    seconds: float
    notes: tuple[str, ...]


def write_listening_test(
    results: Path, output: Path, items: int = 10, seed: int = 0, report: Report = silent
) -> ListeningFacts:
    """Write a test with `items` dances, each with every system's music, the reference's and, as control, another's.

    All sounds get the same rate, channels, loudness and, within a dance, length; the page names no system and no clip.
    The key lies beside it (.key.json). Same results and seed, same bytes. Raises ReportError for results without
    movement or a test that would be too large, EvaluationError where sounds are missing.
    """
    generator = np.random.default_rng(seed)
    everything = read_clips(results)
    clips = draw_clips(everything, items, generator)
    mismatched = mismatched_music(clips, everything, generator)
    dances = load_dances(clips, mismatched, report)
    page_items, key_items = _blinded(dances, generator)
    data = {"movements": [_drawn_movement(dance) for dance in dances], "items": page_items}
    test = hashlib.sha256(json.dumps(data).encode()).hexdigest()[:16]
    page = rendered(
        "listening.html",
        styles=("common.css", "listening.css"),
        scripts=("skeleton.js", "listening.js"),
        title="Listening test",
        data=data | {"test": test},
        count=len(page_items),
        minutes=max(1, round(_seconds(dances) / 60 * 1.5)),
    )
    key_path = output.with_suffix(".key.json")
    key = ListeningKey(FORMAT, test, seed, _systems(clips, mismatched), key_items)
    write_bounded(page, output, "Choose fewer --items.")
    write_atomically(key_path, f"{json.dumps(to_plain(key), indent=1, ensure_ascii=False)}\n".encode())
    return ListeningFacts(key_path, len(page), len(page_items), _seconds(dances), _notes(clips, mismatched, items))


def _blinded(
    dances: Sequence[RatedDance], generator: np.random.Generator
) -> tuple[list[dict[str, object]], dict[str, KeyItem]]:
    """The items as the page holds them, in the order of their random names, and what they really are."""
    page: list[dict[str, object]] = []
    key: dict[str, KeyItem] = {}
    for movement, dance in enumerate(dances):
        for system, sound in dance.sounds.items():
            name = generator.bytes(8).hex()
            page.append({"id": name, "movement": movement, "sound": flac_uri(sound)})
            key[name] = KeyItem(dance.clip.name, system)
    return sorted(page, key=lambda item: str(item["id"])), dict(sorted(key.items()))


def _drawn_movement(dance: RatedDance) -> Mapping[str, object]:
    return {**drawing(dance.keypoints), "seconds": dance.seconds}


def _seconds(dances: Sequence[RatedDance]) -> float:
    return sum(dance.seconds * len(dance.sounds) for dance in dances)


def _systems(clips: Sequence[Clip], mismatched: Mapping[str, FileSpan]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(system for clip in clips for system in sounds_of(clip, mismatched.get(clip.name))))


def _notes(clips: Sequence[Clip], mismatched: Mapping[str, FileSpan], wanted: int) -> tuple[str, ...]:
    notes = []
    if len(clips) < wanted:
        notes.append(f"{wanted} items were asked for; {len(clips)} clips have a movement, and all are in the test.")
    if not any(reference_sound(clip) for clip in clips):
        notes.append("No clip has a reference sound, so there is no reference among the controls.")
    if len(mismatched) < len(clips):
        notes.append("All clips are of one song, so there is no mismatched control: coherence has no chance level.")
    return tuple(notes)
