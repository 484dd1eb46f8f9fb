"""What was found in music and in movement, as times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.events import EDGE_S


class Detector(Enum):
    """Who finds beats in a sound, or every onset: the published onset settings (LORIS, D2M-GAN) keep few of them,
    mostly beats."""

    TRACKER = "beat tracker"
    LORIS = "LORIS onsets"
    D2MGAN = "D2M-GAN onsets"
    ONSETS = "onsets"


@dataclass(frozen=True)
class MusicObservation:
    """One sound. seconds: its length. tempo_bpm: of its onset envelope; nan for silence. beats: [N] s, increasing, by
    detector; a file of beat times gives the same times for each."""

    seconds: float
    tempo_bpm: float
    beats: Mapping[Detector, NDArray[np.float64]]


@dataclass(frozen=True)
class MotionObservation:
    """One movement. seconds: its length. fps: Hz. tempo_bpm, beats [N] s: its beat grid. kinematic_beats: [K] s, local
    minima of the joints' speed. hits: [H] s with hit_weights [H] 0..1. braking: [B] 0..1 from 0 s on, at
    metrics.alignment.BRAKING_HZ: the share of moments that brake less; none in results of earlier versions."""

    seconds: float
    fps: float
    tempo_bpm: float
    beats: NDArray[np.float64]
    kinematic_beats: NDArray[np.float64]
    hits: NDArray[np.float64]
    hit_weights: NDArray[np.float64]
    braking: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True)
class ClipObservations:
    """A clip with what was found in its movement, its reference, and the music of each system."""

    clip: Clip
    motion: MotionObservation | None
    reference: MusicObservation | None
    generated: Mapping[str, MusicObservation]


def differ_in_length(observations: Sequence[MusicObservation] | Sequence[MotionObservation]) -> bool:
    """Return whether some are longer than others. Music 40 ms longer than its movement is no difference where it is so
    in every clip: whoever exchanges partners finds the same."""
    return len(observations) > 0 and float(np.ptp([each.seconds for each in observations])) > EDGE_S
