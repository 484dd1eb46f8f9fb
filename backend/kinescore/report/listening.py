"""Results -> a blind listening test: one HTML page for listeners, one key for the researcher."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kinescore.errors import ReportError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip, Span
from kinescore.evaluation.clips.clip_sound import load_sound
from kinescore.evaluation.observers.motion_beats import load_movement
from kinescore.evaluation.results.results_folder import REFERENCE, read_clips
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import to_plain
from kinescore.mastering.limiter import finishing_gain
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import Report, silent
from kinescore.report.drawing import drawing
from kinescore.report.embedding import flac_uri
from kinescore.report.html import MAX_BYTES, megabytes, rendered, write_bounded
from kinescore.report.listening_files import FORMAT, MISMATCHED, KeyItem, ListeningKey
from kinescore.sound.audio import SAMPLE_RATE, Audio

LOUDNESS_LUFS = -20.0
MAX_SECONDS = 15.0
MIN_SECONDS = 1.0
FADE_SECONDS = 0.02


@dataclass(frozen=True)
class ListeningFacts:
    """What was written. items: sounds to rate. seconds: of all sounds together. notes: what a researcher must know."""

    key: Path
    bytes: int
    items: int
    seconds: float
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Dance:
    """One movement of the test and its sounds by system, all as long as the shortest of them."""

    clip: Clip
    keypoints: Keypoints
    sounds: Mapping[str, Audio]
    seconds: float


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
    clips = _drawn(everything, items, generator)
    others = _mismatched(clips, everything, generator)
    dances = _bounded(_dances(clips, others, report))
    page_items, key_items = _hidden(dances, generator)
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
    key = ListeningKey(FORMAT, test, seed, _systems(clips, others), key_items)
    write_bounded(page, output, "Choose fewer --items.")
    write_atomically(key_path, f"{json.dumps(to_plain(key), indent=1, ensure_ascii=False)}\n".encode())
    return ListeningFacts(key_path, len(page), len(page_items), _seconds(dances), _notes(clips, others, items))


def _drawn(clips: Sequence[Clip], count: int, generator: np.random.Generator) -> list[Clip]:
    moving = [clip for clip in clips if clip.motion is not None]
    if not moving:
        raise ReportError("No clip has a movement, and listeners rate how music fits one.", "Evaluate with --motion.")
    if count < 1:
        raise ReportError(f"{count} items were asked for; a test needs at least 1.")
    return [moving[k] for k in generator.permutation(len(moving))[:count]]


def _mismatched(clips: Sequence[Clip], everything: Sequence[Clip], generator: np.random.Generator) -> dict[str, Span]:
    """By clip, music of another dance to another song: its reference, or where it has none the systems' in turn."""
    found: dict[str, Span] = {}
    for number, clip in enumerate(clips):
        strangers = [other for other in everything if other.song != clip.song]
        if strangers:
            other = strangers[generator.integers(len(strangers))]
            systems = list(other.generated.values())
            found[clip.name] = _reference_sound(other) or systems[number % len(systems)]
    return found


def _reference_sound(clip: Clip) -> Span | None:
    return None if clip.reference is None or is_beat_times(clip.reference.path) else clip.reference


def _spans(clip: Clip, mismatched: Span | None) -> dict[str, Span]:
    controls = {REFERENCE: _reference_sound(clip), MISMATCHED: mismatched}
    return {**clip.generated, **{system: span for system, span in controls.items() if span is not None}}


def _dances(clips: Sequence[Clip], others: Mapping[str, Span], report: Report) -> Iterator[_Dance]:
    for number, clip in enumerate(clips):
        report("levelling sounds", number / len(clips))
        keypoints = load_movement(clip.motion)
        sounds = {system: load_sound(span) for system, span in _spans(clip, others.get(clip.name)).items()}
        seconds = min(MAX_SECONDS, keypoints.seconds, *(sound.seconds for sound in sounds.values()))
        if seconds < MIN_SECONDS:
            raise ReportError(f"Clip '{clip.name}' has only {seconds:.2f} s of movement with music; 1 s is needed.")
        yield _Dance(clip, keypoints, {name: _levelled(sound, seconds) for name, sound in sounds.items()}, seconds)


def _bounded(dances: Iterator[_Dance]) -> list[_Dance]:
    """Stop before more sound is gathered than a page may hold; packed and as text, a sample takes about a byte."""
    kept: list[_Dance] = []
    for dance in dances:
        kept.append(dance)
        if sum(sound.samples.size for each in kept for sound in each.sounds.values()) > MAX_BYTES:
            raise ReportError(
                f"The sounds of this test would have more than {megabytes(MAX_BYTES)}.", "Choose fewer --items."
            )
    return kept


def _levelled(sound: Audio, seconds: float) -> Audio:
    """The first `seconds` in the one format and loudness of the test, with short fades."""
    import librosa

    stereo = np.repeat(sound.samples, 2, axis=0) if len(sound.samples) == 1 else sound.samples[:2]
    count = round(seconds * SAMPLE_RATE)
    samples = librosa.resample(stereo, orig_sr=sound.rate, target_sr=SAMPLE_RATE)
    samples = librosa.util.fix_length(samples, size=count).astype(np.float32)
    ramp = np.linspace(0.0, 1.0, round(FADE_SECONDS * SAMPLE_RATE), dtype=np.float32)
    samples[:, : len(ramp)] *= ramp
    samples[:, -len(ramp) :] *= ramp[::-1]
    return Audio(samples * finishing_gain(samples, LOUDNESS_LUFS), SAMPLE_RATE)


def _hidden(
    dances: Sequence[_Dance], generator: np.random.Generator
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


def _drawn_movement(dance: _Dance) -> Mapping[str, object]:
    return {**drawing(dance.keypoints), "seconds": dance.seconds}


def _seconds(dances: Sequence[_Dance]) -> float:
    return sum(dance.seconds * len(dance.sounds) for dance in dances)


def _systems(clips: Sequence[Clip], others: Mapping[str, Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(system for clip in clips for system in _spans(clip, others.get(clip.name))))


def _notes(clips: Sequence[Clip], others: Mapping[str, Span], wanted: int) -> tuple[str, ...]:
    notes = []
    if len(clips) < wanted:
        notes.append(f"{wanted} items were asked for; {len(clips)} clips have a movement, and all are in the test.")
    if not any(_reference_sound(clip) for clip in clips):
        notes.append("No clip has a reference sound, so there is no reference among the controls.")
    if len(others) < len(clips):
        notes.append("All clips are of one song, so there is no mismatched control: coherence has no chance level.")
    return tuple(notes)
