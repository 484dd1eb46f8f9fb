"""How well a sound file lands on a movement, measured on the sound alone, with chance beside every figure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import librosa
import mir_eval
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from kinescore.dance.analysis import DanceAnalysis

RATE = 22050
HOP = 128
WINDOW_SECONDS = 0.035
STRONG_HIT = 0.5
CHANCE_DRAWS = 200


@dataclass(frozen=True)
class SyncFigures:
    """beat_f: F-measure (±70 ms, mir_eval) of the beats an independent tracker (librosa) hears against the beat grid of
    the movement; beat_f_chance: the same for the grid at random phases. hit_rank: how the sound's onset strength at
    strong hit points ranks among all moments, mean 0..1; chance is 0.5."""

    beat_f: float
    beat_f_chance: float
    hit_rank: float

    def __str__(self) -> str:
        return (
            f"beats heard on the grid F {self.beat_f:.2f} (chance {self.beat_f_chance:.2f}), strong hits sound "
            f"stronger than {self.hit_rank:.0%} of all moments (chance 50%)"
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
    period = 60 / found.grid.tempo_bpm
    shifted = [found.grid.beats + rng.uniform(0, period) for _ in range(CHANCE_DRAWS)]
    hits = np.array([hit.time_s for hit in found.hits if hit.weight >= STRONG_HIT])
    return SyncFigures(
        beat_f=mir_eval.beat.f_measure(found.grid.beats, heard),
        beat_f_chance=float(np.mean([mir_eval.beat.f_measure(grid, heard) for grid in shifted])),
        hit_rank=_rank(strength, hits),
    )


def _rank(strength: NDArray[np.float32], hits: NDArray[np.float64]) -> float:
    """Mean share of moments whose onset strength, within WINDOW_SECONDS, is below that at a hit; nan without hits."""
    if not len(hits):
        return float("nan")
    reach = round(WINDOW_SECONDS * RATE / HOP)
    peaks = maximum_filter1d(strength, 2 * reach + 1)
    places = np.clip(np.round(hits * RATE / HOP).astype(int), 0, len(peaks) - 1)
    return float(np.mean([(peaks < peaks[place]).mean() for place in places]))
