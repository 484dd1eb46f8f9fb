"""What was heard in one sound, and seen in one movement, as times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.events import EDGE_S


class Detector(Enum):
    """Who finds beats in a sound (method: D2M-GAN, LORIS and the paper; none names its settings in full), or every
    onset: the published onset settings keep few of them, mostly beats."""

    TRACKER = "beat tracker"
    LORIS = "LORIS onsets"
    D2MGAN = "D2M-GAN onsets"
    ONSETS = "onsets"


@dataclass(frozen=True)
class Heard:
    """One sound. seconds: its length. tempo_bpm: of its onset envelope; nan for silence. beats: [N] s, increasing, by
    detector; a file of beat times gives the same times for each."""

    seconds: float
    tempo_bpm: float
    beats: Mapping[Detector, NDArray[np.float64]]


@dataclass(frozen=True)
class Seen:
    """One movement. seconds: its length. fps: Hz. tempo_bpm, grid [N] s: its beat grid. kinematic: [K] s, kinematic
    beats (local minima of the joints' speed). hits: [H] s with weights [H] 0..1."""

    seconds: float
    fps: float
    tempo_bpm: float
    grid: NDArray[np.float64]
    kinematic: NDArray[np.float64]
    hits: NDArray[np.float64]
    weights: NDArray[np.float64]


def differ_in_length(those: Sequence[Heard | Seen]) -> bool:
    """Return whether some are longer than others. Music 40 ms longer than its movement is no difference where it is so
    in every clip: whoever exchanges partners finds the same."""
    return len(those) > 0 and float(np.ptp([each.seconds for each in those])) > EDGE_S


@dataclass(frozen=True)
class Measured:
    """A clip with what was heard and seen in it. generated: by system."""

    clip: Clip
    seen: Seen | None
    reference: Heard | None
    generated: Mapping[str, Heard]
