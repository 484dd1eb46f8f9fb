"""What ears and eyes kept -> each clip with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.clips.beat_times import heard_in_beat_times, is_beat_times
from kinescore.evaluation.clips.clip import Clip, Span
from kinescore.evaluation.observations.observation import Detector, Heard, Measured, Seen
from kinescore.evaluation.results.results_folder import REFERENCE, load_heard, seen_file
from kinescore.files.arrays_file import load_arrays

BEAT_EAR = "beats"


def load_measured(folder: Path, clips: Iterable[Clip]) -> Iterator[Measured]:
    """Yield every clip with what was heard and seen in it, one at a time, in order.

    Raises EvaluationError where something was not heard yet, or a file of beat times cannot be read.
    """
    for clip in clips:
        generated = {system: _heard(folder, system, clip.name) for system in clip.generated}
        yield Measured(clip, clip.motion and _seen(folder, clip.name), _reference(folder, clip), generated)


def arrays_of_heard(heard: Heard) -> dict[str, NDArray[np.float64]]:
    """Return what was heard as arrays to be kept."""
    arrays = {detector.name.lower(): times for detector, times in heard.beats.items()}
    return arrays | {"seconds": np.float64(heard.seconds), "tempo_bpm": np.float64(heard.tempo_bpm)}


def arrays_of_seen(seen: Seen) -> dict[str, NDArray[np.float64]]:
    """Return what was seen as arrays to be kept."""
    return {name: np.asarray(value, np.float64) for name, value in vars(seen).items()}


def _reference(folder: Path, clip: Clip) -> Heard | None:
    span: Span | None = clip.reference
    if span is None:
        return None
    return heard_in_beat_times(span) if is_beat_times(span.path) else _heard(folder, REFERENCE, clip.name)


def _heard(folder: Path, system: str, clip: str) -> Heard:
    arrays = load_heard(folder, BEAT_EAR, system, clip)
    beats = {detector: arrays[detector.name.lower()] for detector in Detector}
    return Heard(float(arrays["seconds"]), float(arrays["tempo_bpm"]), beats)


def _seen(folder: Path, clip: str) -> Seen:
    arrays: Mapping[str, NDArray[np.float64]] = load_arrays(seen_file(folder, clip))
    return Seen(**{name: array if array.ndim else float(array) for name, array in arrays.items()})
