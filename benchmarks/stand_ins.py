"""Music that stands in for a model's, and a tracker that had no part in locking it.

The built-in engine plays at another tempo than the movement's, and from any moment on: what a model does that was told
the tempo in words. It is real music with beats, but cleaner than a model's; figures on it are an upper bound.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.ears import Madmom
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import compose
from kinescore.evaluation.observers.music_beats import Detector, observe_beats
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio


def stand_in(
    request: SoundtrackRequest, analysis: DanceAnalysis, ratio: float, skipped: float, seconds: float
) -> tuple[Audio, NDArray[np.float64]]:
    """Return `seconds` of music at `ratio` times the movement's tempo, from `skipped` s on, and its own beats [N] s."""
    tempo = analysis.grid.tempo_bpm * ratio
    while tempo > 240.0:
        tempo /= 2.0
    plain = replace(request, engine="groovebox", tempo_bpm=tempo, seconds=seconds + skipped + 1.0, hits=())
    take = compose(plain)
    first = round(skipped * take.audio.rate)
    part = take.audio.part(first, first + round(seconds * take.audio.rate))
    return Audio(np.ascontiguousarray(part), take.audio.rate), take.beats - skipped


class OtherTracker:
    """madmom's ear where it is installed, see `benchmarks.ears`; else the evaluation's librosa. name: which of them."""

    def __init__(self) -> None:
        try:
            madmom = Madmom()
            self._beats: Callable[[Audio], NDArray[np.float64]] = lambda audio: madmom(audio, (None,))[0]
            self.name = "madmom's RNN and DBN"
        except ImportError:
            self._beats = lambda audio: observe_beats(audio).beats[Detector.TRACKER]
            self.name = "librosa, with its own onset strength and tempo"

    def __call__(self, audio: Audio) -> NDArray[np.float64]:
        """Return the beats [N] s that are heard in `audio`."""
        return np.asarray(self._beats(audio), np.float64)


def distances(times: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """[N] s from each of `times` to the nearest of `others`; empty where there are none."""
    if not len(times) or not len(others):
        return np.zeros(0)
    return np.abs(times[:, None] - others[None]).min(axis=1)
