"""One clip as the page shows it: lanes of beats, the movement, and sounds to play."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.loading import load_motion, load_sound
from kinescore.evaluation.observations.observation import ClipObservations, MusicObservation
from kinescore.evaluation.results.evaluation import ClipBeatCounts
from kinescore.evaluation.tables.protocols import PRIMARY
from kinescore.report.beat_plot import REFERENCE_NAME, BeatLane, MotionLane, beat_lanes, motion_lane, time_ticks
from kinescore.report.choosing import f1_of
from kinescore.report.media import data_uri, drawing, flac_uri, mel_uri

MAX_REQUEST_BYTES = 1_000_000


@dataclass(frozen=True)
class PlayableSound:
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
    """All of one clip. ticks: s, of its time axis. drawing: see `media.drawing`; None without movement."""

    name: str
    rank: str
    seconds: float
    ticks: tuple[int, ...]
    drawing: Mapping[str, object] | None
    lanes: tuple[BeatLane, ...]
    motion: MotionLane | None
    sounds: tuple[PlayableSound, ...]


def clip_view(observations: ClipObservations, rank: str, counts: Mapping[str, ClipBeatCounts]) -> ClipView:
    """Return one clip for the page. counts: of the primary protocol by system; none without a reference.

    Raises EvaluationError or MotionError where its files are gone or changed.
    """
    clip, motion = observations.clip, observations.motion
    keypoints = None if clip.motion is None else load_motion(clip.motion)
    seconds = clip_seconds(observations)
    return ClipView(
        clip.name,
        rank,
        seconds,
        time_ticks(seconds),
        None if keypoints is None else drawing(keypoints),
        tuple(beat_lanes(observations)),
        None if motion is None or keypoints is None else motion_lane(motion, keypoints),
        tuple(_sounds(observations, counts, seconds)),
    )


def clip_seconds(observations: ClipObservations) -> float:
    """Return how long the page plays this clip: until the longest of movement and sounds ends, rounded up to 10 ms."""
    lengths = [music.seconds for music in observations.generated.values()]
    lengths += [each.seconds for each in (observations.motion, observations.reference) if each is not None]
    return math.ceil(max(lengths) * 100 - 1e-6) / 100


def _sounds(
    observations: ClipObservations, counts: Mapping[str, ClipBeatCounts], seconds: float
) -> Iterator[PlayableSound]:
    span, reference = observations.clip.reference, observations.reference
    if span is not None and reference is not None and not is_beat_times(span.path):
        yield _sound(REFERENCE_NAME, span, _beats_and_tempo(reference), seconds, True)
    for system, span in observations.clip.generated.items():
        facts = _beats_and_tempo(observations.generated[system])
        if system in counts:
            facts += f"; {counts[system].aligned} aligned, F1 {f1_of(counts[system]):.2f}"
        yield _sound(system, span, facts, seconds, False)


def _beats_and_tempo(music: MusicObservation) -> str:
    tempo = f" at {music.tempo_bpm:.0f} BPM" if math.isfinite(music.tempo_bpm) else ""
    return f"{len(music.beats[PRIMARY.detector])} beats{tempo}"


def _sound(name: str, span: FileSpan, facts: str, seconds: float, reference: bool) -> PlayableSound:
    audio = load_sound(span)
    request, request_name = _request_beside(span.path), f"{span.path.stem}.json"
    return PlayableSound(name, reference, facts, flac_uri(audio), mel_uri(audio, seconds), request, request_name)


def _request_beside(sound: Path) -> str:
    """The JSON that `kinescore generate` writes beside a sound, as data URI; "" where there is none."""
    path = sound.with_suffix(".json")
    if not path.is_file() or path.stat().st_size > MAX_REQUEST_BYTES:
        return ""
    return data_uri("application/json", path.read_bytes())
