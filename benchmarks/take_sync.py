"""What the sync by which takes are ranked measures: own pairs, music of other dances, music that comes late, chance.

    python -m benchmarks.take_sync DANCES [...]      folders of .npz keypoints, such as AIST++

Each dance gets takes of the built-in engine. Their sound is measured on their own dance, on every other dance, shifted,
and at random moments; and how much time the measure takes beside the making.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import analysis_of, compose
from kinescore.fit.onset_strength import onset_strength
from kinescore.fit.sync import BEATS, HITS, onset_rank, sync_of, with_measured_sync
from kinescore.motion.read import read_motion
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take

SEEDS = 3
SHIFTS_SECONDS = (0.02, 0.05, 0.1, 0.2)
RANDOM_MOMENTS = 2000


def sync_on(take: Take, dance: DanceAnalysis, late_seconds: float = 0.0) -> float:
    """The sync of a take on a dance, its sound `late_seconds` later (what falls off the end comes in at the start)."""
    samples = np.roll(take.audio.samples, round(late_seconds * take.audio.rate), axis=1)
    bare = replace(take, audio=Audio(samples, take.audio.rate), scores={})
    return sync_of(with_measured_sync(bare, dance).scores) or float("nan")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", help="folders of .npz keypoints")
    files = [file for folder in parser.parse_args().folders for file in sorted(folder.glob("*.npz"))]
    requests = [SoundtrackRequest(read_motion(file)) for file in files]
    dances = [analysis_of(request) for request in requests]
    begun = time.perf_counter()
    takes = [[compose(replace(request, seed=seed)) for seed in range(SEEDS)] for request in requests]
    making = time.perf_counter() - begun
    begun = time.perf_counter()
    for dance, of_dance in zip(dances, takes, strict=True):
        for take in of_dance:
            with_measured_sync(take, dance)
    measuring = time.perf_counter() - begun
    first = [of_dance[0] for of_dance in takes]
    print(f"{len(files)} dances, {SEEDS} takes each; of the making, measuring takes {measuring / making:.1%}")
    hits, beats = ([take.scores.get(name, np.nan) for take in first] for name in (HITS, BEATS))
    print(f"own dance: sync {np.mean([sync_on(*pair) for pair in zip(first, dances, strict=True)]):.3f}, hits", end=" ")
    print(f"{np.nanmean(hits):.3f}, beats {np.nanmean(beats):.3f}")
    spread = [np.ptp([sync_of(take.scores) or np.nan for take in of_dance]) for of_dance in takes]
    print(f"between seeds: {np.nanmean(spread):.3f} from the worst to the best take of a dance")
    other = [sync_on(take, dance) for i, take in enumerate(first) for j, dance in enumerate(dances) if i != j]
    print(f"another dance: {np.mean(other):.3f}")
    for late in SHIFTS_SECONDS:
        shifted = [sync_on(take, dance, late) for take, dance in zip(first, dances, strict=True)]
        print(f"{late * 1000:.0f} ms late: {np.mean(shifted):.3f}")
    rng, ones = np.random.default_rng(0), np.ones(RANDOM_MOMENTS)
    chance = [
        onset_rank(onset_strength(take.audio), rng.uniform(0, take.audio.seconds, RANDOM_MOMENTS), ones)
        for take in first
    ]
    print(f"random moments: {np.mean([value for value in chance if value is not None]):.3f}")


if __name__ == "__main__":
    main()
