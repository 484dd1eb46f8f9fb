"""What observers found, kept as arrays, and what annotators wrote -> each clip with all that is known of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.clips.beat_times import is_beat_times, read_beat_times
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.observations.arrays_file import load_arrays
from kinescore.evaluation.observations.observation import (
    ClipObservations,
    Detector,
    MotionObservation,
    MusicObservation,
)
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.evaluation.results.results_folder import motion_observation_file, music_observation_file

BEAT_OBSERVER = "beats"


def load_observations(folder: Path, clips: Iterable[Clip]) -> Iterator[ClipObservations]:
    """Yield every clip with what was found in it, one at a time, in order.

    Raises EvaluationError where something is still to be observed, or a file of beat times cannot be read.
    """
    for clip in clips:
        generated = {system: _load_music(folder, system, clip.name) for system in clip.generated}
        motion = None if clip.motion is None else _load_motion(folder, clip.name)
        yield ClipObservations(clip, motion, _load_reference(folder, clip), generated)


def annotated_beats(span: FileSpan) -> MusicObservation:
    """Return the beats in this part of a file of beat times, from its start on, for every detector; their tempo is that
    of their median distance. The length is that of the part, or else reaches to the last beat."""
    times = read_beat_times(span.path) - span.start_s
    end = math.inf if span.seconds is None else span.seconds
    times = times[(times >= 0) & (times < end)]
    last = float(times[-1]) if len(times) else 0.0
    tempo = float(60.0 / np.median(np.diff(times))) if len(times) > 1 else math.nan
    return MusicObservation(last if span.seconds is None else span.seconds, tempo, dict.fromkeys(Detector, times))


def arrays_of_music(observation: MusicObservation) -> dict[str, NDArray[np.float64]]:
    """Return the arrays that are kept of one sound."""
    arrays = {detector.name.lower(): times for detector, times in observation.beats.items()}
    return arrays | {"seconds": np.array(observation.seconds), "tempo_bpm": np.array(observation.tempo_bpm)}


def arrays_of_motion(observation: MotionObservation) -> dict[str, NDArray[np.float64]]:
    """Return the arrays that are kept of one movement."""
    kept = {
        "seconds": observation.seconds,
        "fps": observation.fps,
        "tempo_bpm": observation.tempo_bpm,
        "grid": observation.beats,
        "kinematic": observation.kinematic_beats,
        "hits": observation.hits,
        "weights": observation.hit_weights,
        "braking": observation.braking,
    }
    return {name: np.asarray(value, np.float64) for name, value in kept.items()}


def _load_reference(folder: Path, clip: Clip) -> MusicObservation | None:
    if clip.reference is None:
        return None
    if is_beat_times(clip.reference.path):
        return annotated_beats(clip.reference)
    return _load_music(folder, REFERENCE, clip.name)


def _load_music(folder: Path, system: str, clip: str) -> MusicObservation:
    arrays = load_numbers(music_observation_file(folder, BEAT_OBSERVER, system, clip))
    beats = {detector: arrays[detector.name.lower()] for detector in Detector}
    return MusicObservation(float(arrays["seconds"]), float(arrays["tempo_bpm"]), beats)


def _load_motion(folder: Path, clip: str) -> MotionObservation:
    arrays = load_numbers(motion_observation_file(folder, clip))
    return MotionObservation(
        seconds=float(arrays["seconds"]),
        fps=float(arrays["fps"]),
        tempo_bpm=float(arrays["tempo_bpm"]),
        beats=arrays["grid"],
        kinematic_beats=arrays["kinematic"],
        hits=arrays["hits"],
        hit_weights=arrays["weights"],
        braking=arrays.get("braking", np.zeros(0)),
    )


def load_numbers(path: Path) -> dict[str, NDArray[np.float64]]:
    """Return the arrays of one observation. Raises EvaluationError where it is missing or damaged."""
    return {name: array.astype(np.float64, copy=False) for name, array in load_arrays(path).items()}
