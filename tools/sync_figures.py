"""How well a sound file lands on a movement, measured on the sound alone, with chance beside every figure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import librosa
import mir_eval
import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis

RATE = 22050
HOP = 256
STRONG_HIT = 0.5
CHANCE_DRAWS = 200


@dataclass(frozen=True)
class SyncFigures:
    """beat_f: F-measure (±70 ms, mir_eval) of the beats an independent tracker (librosa) hears against the beat grid of
    the movement; beat_f_chance: the same for the grid at random phases. hit_frames: median distance, in frames of the
    movement, from strong hit points to the nearest onset heard, the detector's own lag of about 20 ms included;
    hit_frames_chance: from random moments."""

    beat_f: float
    beat_f_chance: float
    hit_frames: float
    hit_frames_chance: float

    def __str__(self) -> str:
        return (
            f"beats heard on the grid F {self.beat_f:.2f} (chance {self.beat_f_chance:.2f}), strong hits to nearest "
            f"onset {self.hit_frames:.2f} frames (chance {self.hit_frames_chance:.2f})"
        )


def measure_sync(sound: Path, found: DanceAnalysis) -> SyncFigures:
    """Listen to `sound` with librosa and compare with what the movement does."""
    samples, _ = librosa.load(sound, sr=RATE, mono=True)
    rng = np.random.default_rng(0)
    strength = librosa.onset.onset_strength(y=samples, sr=RATE, hop_length=HOP)
    # trim=True would drop every beat after the last loud passage, which a quiet ending has.
    _, heard = librosa.beat.beat_track(
        onset_envelope=strength, sr=RATE, hop_length=HOP, start_bpm=found.grid.tempo_bpm, units="time", trim=False
    )
    onsets = librosa.onset.onset_detect(onset_envelope=strength, sr=RATE, hop_length=HOP, units="time")
    hits = np.array([hit.time_s for hit in found.hits if hit.weight >= STRONG_HIT])
    period = 60 / found.grid.tempo_bpm
    shifted = [found.grid.beats + rng.uniform(0, period) for _ in range(CHANCE_DRAWS)]
    random_moments = rng.uniform(0, found.seconds, 50 * max(1, len(hits)))
    return SyncFigures(
        beat_f=mir_eval.beat.f_measure(found.grid.beats, heard),
        beat_f_chance=float(np.mean([mir_eval.beat.f_measure(grid, heard) for grid in shifted])),
        hit_frames=_median_distance(hits, onsets) * found.fps,
        hit_frames_chance=_median_distance(random_moments, onsets) * found.fps,
    )


def _median_distance(moments: NDArray[np.float64], onsets: NDArray[np.float64]) -> float:
    if not len(moments) or not len(onsets):
        return float("nan")
    return float(np.median(np.abs(moments[:, None] - onsets).min(axis=1)))
