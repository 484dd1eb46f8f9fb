"""The same dance, other words: does the beat stay, and does the sound change?

    python -m benchmarks.word_edits DANCES [...]                       folders of .npz keypoints, such as AIST++
    python -m benchmarks.word_edits DANCES --engine musicgen --model musicgen-small

Each dance gets takes with prompts drawn from the word bank, and one with the first prompt and another seed. Beats are
heard in the sound by librosa's tracker, which knows nothing of the movement; F1 is one to one within 0.1 s. Sound is
compared by its timbre: mean and deviation of 20 MFCCs, each scaled by its deviation over all takes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import librosa
import mir_eval
import numpy as np
from numpy.typing import NDArray

from kinescore.engines.composer import BUILT_IN, Engines, compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.motion.read import read_motion
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.word_bank import random_description

RATE = 22_050
COEFFICIENTS = 20
WITHIN_SECONDS = 0.1
SECONDS = 20.0


@dataclass(frozen=True)
class Heard:
    """What is heard in one take: its beats [B] s, and its timbre [2 * COEFFICIENTS]."""

    beats: NDArray[np.float64]
    timbre: NDArray[np.float64]


def heard(audio: Audio) -> Heard:
    """Listen to a take."""
    mono = librosa.resample(audio.samples.mean(axis=0), orig_sr=audio.rate, target_sr=RATE)
    _, beats = librosa.beat.beat_track(y=mono, sr=RATE, units="time")
    coefficients = librosa.feature.mfcc(y=mono, sr=RATE, n_mfcc=COEFFICIENTS)
    return Heard(np.asarray(beats), np.concatenate([coefficients.mean(axis=1), coefficients.std(axis=1)]))


def f1(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """F1 of beats against others, one to one within WITHIN_SECONDS."""
    if not len(one) or not len(other):
        return 0.0
    return float(mir_eval.beat.f_measure(other, one, f_measure_threshold=WITHIN_SECONDS))


def measured(name: str, pairs: Iterable[tuple[Heard, Heard]], scale: NDArray[np.float64]) -> str:
    """A row of the table: mean F1 of the beats, and mean distance of the timbres."""
    both = list(pairs)
    beats = np.mean([f1(one.beats, other.beats) for one, other in both])
    timbres = np.mean([np.sqrt(np.mean(((one.timbre - other.timbre) / scale) ** 2)) for one, other in both])
    return f"{name:<36}{len(both):>6}{beats:>10.2f}{timbres:>10.2f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", help="folders of .npz keypoints")
    parser.add_argument("--engine", default="groovebox")
    parser.add_argument("--model", help="of a learned engine")
    parser.add_argument("--prompts", type=int, default=5, help="how many for each dance")
    options = parser.parse_args()
    engines: Engines = BUILT_IN
    if options.model:
        engines = engines_with([ModelChoice(options.engine, options.model)])
    prompts = [random_description(np.random.default_rng(seed)) for seed in range(options.prompts)]
    files = [file for folder in options.folders for file in sorted(folder.glob("*.npz"))]
    takes: list[list[Heard]] = []  # for each dance one for each prompt, and the first prompt with another seed
    on_grid: list[float] = []
    for file in files:
        keypoints = read_motion(file)
        seconds = min(SECONDS, keypoints.seconds)
        of_dance = []
        for prompt, seed in [*((prompt, 0) for prompt in prompts), (prompts[0], 1)]:
            request = SoundtrackRequest(keypoints, prompt=prompt, seed=seed, engine=options.engine, seconds=seconds)
            take = compose(request, engines=engines)
            of_dance.append(heard(take.audio))
            on_grid.append(f1(of_dance[-1].beats, take.beats))
        takes.append(of_dance)
    scale = np.std([take.timbre for of_dance in takes for take in of_dance], axis=0) + 1e-9
    print(f"{len(files)} dances, {len(prompts)} prompts, engine {options.engine}; such as: {prompts[0]}")
    print(f"beats heard on the movement's own: F1 {np.mean(on_grid):.2f}")
    print(f"{'takes compared':<36}{'pairs':>6}{'beat F1':>10}{'timbre':>10}")
    same = [pair for of_dance in takes for pair in combinations(of_dance[:-1], 2)]
    print(measured("same dance, other words", same, scale))
    print(measured("same dance and words, other seed", [(each[0], each[-1]) for each in takes], scale))
    others = [(one[n], other[n]) for one, other in combinations(takes, 2) for n in range(len(prompts))]
    print(measured("another dance, same words (chance)", others, scale))


if __name__ == "__main__":
    main()
