"""How well a sound file lands on a movement, measured on the sound alone, with chance beside every figure.

    python tools/demo_figures.py MOTION SOUND PICTURE

draws both into PICTURE and prints one line. A program of its own, so that the demo renders meanwhile: librosa compiles
for twenty seconds when it is first used.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import librosa
import mir_eval
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observers.music_beats import observe_beats
from kinescore.motion.read import read_motion
from kinescore.plot import draw_analysis
from kinescore.sound.audio import audio_from_wav
from kinescore.take import Section, Take

RATE = 22050
HOP = 128
WINDOW_SECONDS = 0.035
STRONG_HIT = 0.5
CHANCE_DRAWS = 200


@dataclass(frozen=True)
class SyncFigures:
    """beat_f: F-measure (±70 ms, mir_eval) of the beats that the evaluation's tracker (librosa) hears against the
    movement's grid; beat_f_chance: the same for the grid at random phases. hit_rank: how the sound's onset strength at
    strong hit points ranks among all moments, mean 0..1; chance is 0.5."""

    beat_f: float
    beat_f_chance: float
    hit_rank: float

    def __str__(self) -> str:
        return (
            f"beats heard on the grid F {self.beat_f:.2f} (chance {self.beat_f_chance:.2f}), strong hits sound "
            f"stronger than {self.hit_rank:.0%} of all moments (chance 50%)"
        )


def draw_and_measure(motion: Path, sound: Path, picture: Path) -> str:
    """Draw movement and music, and say what was made and how well the sound file lands on the movement."""
    found = analyse(read_motion(motion))
    facts = json.loads(sound.with_suffix(".json").read_text("utf-8"))
    take = Take(
        audio=audio_from_wav(sound.read_bytes()),
        beats=np.array(facts["beats"]),
        downbeats=np.array(facts["downbeats"], int),
        tempo_bpm=facts["tempo_bpm"],
        sections=tuple(Section(**section) for section in facts["sections"]),
    )
    draw_analysis(found, picture, title=motion.stem, take=take)
    difference = take.audio.seconds - found.seconds
    return (
        f"{facts['provenance']['style']} at {take.tempo_bpm:.2f} BPM, {take.audio.seconds:.3f} s of music for "
        f"{found.seconds:.3f} s of movement ({difference * 1000:+.2f} ms); {measure_sync(sound, found)}"
    )


def measure_sync(sound: Path, found: DanceAnalysis) -> SyncFigures:
    """Listen to `sound` with librosa and compare with what the movement does."""
    audio = audio_from_wav(sound.read_bytes())
    heard = observe_beats(audio).beats[Detector.TRACKER]
    samples = librosa.resample(audio.samples.mean(axis=0), orig_sr=audio.rate, target_sr=RATE)
    strength = librosa.onset.onset_strength(y=samples, sr=RATE, hop_length=HOP)
    rng = np.random.default_rng(0)
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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("motion", "sound", "picture"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    print(draw_and_measure(options.motion, options.sound, options.picture))
