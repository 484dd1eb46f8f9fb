"""Where the beats are in a sound, by the three detectors of the literature, and every onset.

All take 22,050 Hz mono; those of the literature in frames 512 samples (23 ms) apart, the one for every onset, which is
compared with single frames of movement, 128 samples (6 ms). The tracker and the tempo are librosa's with its own
settings: a broad preference for tempi around 120 BPM, the same for every sound; nobody tells them the tempo that is
right. The onset settings are those of the published scripts; what they leave out is librosa's default.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

import librosa
import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.compiling import compile_librosa
from kinescore.errors import EvaluationError
from kinescore.evaluation.observations.observation import Detector, MusicObservation
from kinescore.evaluation.observations.store import BEAT_OBSERVER, arrays_of_music
from kinescore.sound.audio import Audio

RATE = 22_050
FRAME = 2048
"""Samples of the shortest sound that is analysed (93 ms); a shorter one has no beats."""
FINE_HOP = 128
SILENCE = 1e-4
"""Largest sample (-80 dB) of what counts as silence. Detectors scale any sound to full scale first and would find
beats in the rounding noise of an empty 16-bit file."""


class PeakPicking(TypedDict, total=False):
    """Settings of librosa.util.peak_pick. wait, pre_*, post_*: frames. delta: of an onset envelope that peaks at 1."""

    wait: int
    delta: float
    pre_avg: int
    post_avg: int
    pre_max: int
    post_max: int


PEAK_PICKING: Mapping[Detector, PeakPicking] = {
    Detector.LORIS: {"wait": 1, "delta": 0.2, "pre_avg": 3, "post_avg": 3, "pre_max": 3, "post_max": 3},
    Detector.D2MGAN: {"wait": 1, "delta": 0.2, "pre_avg": 1, "post_avg": 1, "post_max": 1},
}
"""LORIS (Yu et al. 2023), its beats_scores.py; D2M-GAN and CDCD (Zhu et al. 2022, 2023), their beat_detect."""


class BeatObserver:
    """The observer that keeps beats and tempo."""

    name = BEAT_OBSERVER

    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.float64]]:
        """Return `seconds`, `tempo_bpm` and the times of each detector, [N] s. Raises EvaluationError."""
        return arrays_of_music(observe_beats(audio))


def observe_beats(audio: Audio) -> MusicObservation:
    """Return the beats and the tempo of `audio`. Silence and very short sounds have no beats, and a tempo of nan.

    Raises EvaluationError for samples that are not finite.
    """
    if not np.isfinite(audio.samples).all():
        raise EvaluationError("The sound has samples that are not finite numbers.")
    compile_librosa()
    samples = librosa.resample(audio.samples.mean(axis=0), orig_sr=audio.rate, target_sr=RATE)
    if len(samples) < FRAME or np.abs(samples).max() < SILENCE:
        return MusicObservation(audio.seconds, np.nan, dict.fromkeys(Detector, np.zeros(0)))
    mel = librosa.power_to_db(librosa.feature.melspectrogram(y=samples, sr=RATE))
    onsets = librosa.onset.onset_strength(S=mel, sr=RATE)
    # beat_track's own way to join the mel bands: the median instead of the mean
    pulse = librosa.onset.onset_strength(S=mel, sr=RATE, aggregate=np.median)
    beats = {Detector.TRACKER: librosa.beat.beat_track(onset_envelope=pulse, sr=RATE, units="time")[1]}
    for detector, settings in PEAK_PICKING.items():
        beats[detector] = librosa.onset.onset_detect(onset_envelope=onsets, sr=RATE, units="time", **settings)
    fine = librosa.onset.onset_strength(y=samples, sr=RATE, hop_length=FINE_HOP)
    beats[Detector.ONSETS] = librosa.onset.onset_detect(onset_envelope=fine, sr=RATE, hop_length=FINE_HOP, units="time")
    tempo = librosa.feature.tempo(onset_envelope=onsets, sr=RATE)
    return MusicObservation(
        audio.seconds, float(tempo[0]), {name: times.astype(np.float64) for name, times in beats.items()}
    )
