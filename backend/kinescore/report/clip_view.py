"""One clip as the page shows it: lanes of beats, the movement, and sounds to play."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import analyse
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Span
from kinescore.evaluation.clips.clip_sound import load_sound
from kinescore.evaluation.metrics.beat_scores import PROTOCOLS
from kinescore.evaluation.metrics.events import EDGE_S
from kinescore.evaluation.observations.observation import Heard, Measured, Seen
from kinescore.evaluation.observers.motion_beats import load_movement
from kinescore.evaluation.results.figure import ClipScore
from kinescore.motion.keypoints import Keypoints
from kinescore.report.choosing import f1_of
from kinescore.report.drawing import MAX_FPS, drawing
from kinescore.report.embedding import data_uri, flac_uri, mel_uri

PRIMARY = PROTOCOLS[0]
REFERENCE_NAME = "Reference"
MAX_REQUEST_BYTES = 1_000_000
HIT_RISE = 36.0  # px above the plot's floor that a hit of weight 1 stands


@dataclass(frozen=True)
class Beat:
    """time: s. aligned: with a beat of the reference, under the primary protocol."""

    time: float
    aligned: bool


@dataclass(frozen=True)
class Lane:
    """The beats of one sound."""

    name: str
    reference: bool
    beats: tuple[Beat, ...]


@dataclass(frozen=True)
class Hit:
    """time: s. rise: px, downwards, of its sign's tip: less for a heavier hit."""

    time: float
    rise: float


@dataclass(frozen=True)
class Motion:
    """energy: an SVG path in seconds and 0 (full) to 1 (none). kinematic: s."""

    energy: str
    kinematic: tuple[float, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Sound:
    """One sound to play. request: the file beside it that says how it was made, as data URI; "" where there is none."""

    name: str
    reference: bool
    facts: str
    uri: str
    mel: str
    request: str
    request_name: str


@dataclass(frozen=True)
class ClipView:
    """All of one clip. ticks: s, of its time axis. drawing: see `drawing`; None without movement."""

    name: str
    rank: str
    seconds: float
    ticks: tuple[int, ...]
    drawing: Mapping[str, object] | None
    lanes: tuple[Lane, ...]
    motion: Motion | None
    sounds: tuple[Sound, ...]


def clip_view(measured: Measured, rank: str, scores: Mapping[str, ClipScore]) -> ClipView:
    """Return one clip for the page. scores: of the primary protocol by system; none without a reference.

    Raises EvaluationError or MotionError where its files are gone or changed.
    """
    clip = measured.clip
    keypoints = clip.motion and load_movement(clip.motion)
    seconds = clip_seconds(measured)
    return ClipView(
        clip.name,
        rank,
        seconds,
        _ticks(seconds),
        keypoints and drawing(keypoints),
        tuple(_lanes(measured)),
        measured.seen and _motion(measured.seen, keypoints),
        tuple(_sounds(measured, scores, seconds)),
    )


def clip_seconds(measured: Measured) -> float:
    """Return how long the page plays this clip: until the longest of movement and sounds ends, rounded up to 10 ms."""
    lengths = [heard.seconds for heard in measured.generated.values()]
    lengths += [part.seconds for part in (measured.seen, measured.reference) if part is not None]
    return math.ceil(max(lengths) * 100 - 1e-6) / 100


def _lanes(measured: Measured) -> Iterable[Lane]:
    reference = measured.reference and measured.reference.beats[PRIMARY.detector]
    if reference is not None:
        yield Lane(REFERENCE_NAME, True, _beats(reference, reference))
    for system, heard in measured.generated.items():
        yield Lane(system, False, _beats(heard.beats[PRIMARY.detector], reference))


def _beats(times: NDArray[np.float64], reference: NDArray[np.float64] | None) -> tuple[Beat, ...]:
    aligned = np.isin(_bins(times), _bins(reference)) if reference is not None else np.zeros(len(times), bool)
    return tuple(Beat(float(time), bool(hit)) for time, hit in zip(times, aligned, strict=True))


def _bins(times: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.floor((times + EDGE_S) / PRIMARY.rule.width_s)


def _motion(seen: Seen, keypoints: Keypoints) -> Motion:
    energy = analyse(keypoints).energy
    kept = range(0, len(energy), max(1, math.ceil(keypoints.fps / MAX_FPS)))
    points = " ".join(f"L{k / keypoints.fps:.3f} {1 - energy[k]:.3f}" for k in kept)
    hits = [Hit(float(t), HIT_RISE * (1 - float(w))) for t, w in zip(seen.hits, seen.weights, strict=True)]
    return Motion(f"M0 1 {points} L{kept[-1] / keypoints.fps:.3f} 1", tuple(map(float, seen.kinematic)), tuple(hits))


def _sounds(measured: Measured, scores: Mapping[str, ClipScore], seconds: float) -> Iterable[Sound]:
    reference = measured.clip.reference
    if reference is not None and not is_beat_times(reference.path):
        yield _sound(REFERENCE_NAME, reference, _beats_and_tempo(measured.reference), seconds, True)
    for system, span in measured.clip.generated.items():
        facts = _beats_and_tempo(measured.generated[system])
        if system in scores:
            facts += f"; {scores[system].aligned} aligned, F1 {f1_of(scores[system]):.2f}"
        yield _sound(system, span, facts, seconds, False)


def _beats_and_tempo(heard: Heard) -> str:
    tempo = f" at {heard.tempo_bpm:.0f} BPM" if math.isfinite(heard.tempo_bpm) else ""
    return f"{len(heard.beats[PRIMARY.detector])} beats{tempo}"


def _sound(name: str, span: Span, facts: str, seconds: float, reference: bool) -> Sound:
    audio = load_sound(span)
    request = _request_beside(span.path)
    return Sound(name, reference, facts, flac_uri(audio), mel_uri(audio, seconds), request, f"{span.path.stem}.json")


def _request_beside(sound: Path) -> str:
    """The JSON that `kinescore generate` writes beside a sound, as data URI; "" where there is none."""
    path = sound.with_suffix(".json")
    if not path.is_file() or path.stat().st_size > MAX_REQUEST_BYTES:
        return ""
    return data_uri("application/json", path.read_bytes())


def _ticks(seconds: float) -> tuple[int, ...]:
    step = next((step for step in (1, 2, 5, 10, 20, 30, 60) if seconds / step <= 10), 300)
    return tuple(range(0, int(seconds) + 1, step))
