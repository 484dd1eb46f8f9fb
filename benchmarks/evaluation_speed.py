"""How long the metrics of many clips take once beats are detected, on one core, and how much memory.

    OMP_NUM_THREADS=1 python -m benchmarks.evaluation_speed [CLIPS] [DRAWS]

Three systems, each clip 5.12 s long with a pulse of its own and 22 onsets, 60 songs. Sound is not part of it: at this
point only times are left of it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import (
    ClipObservations,
    Detector,
    MotionObservation,
    MusicObservation,
)
from kinescore.evaluation.tables import event_tables

SECONDS, ONSETS, HITS, SONGS = 5.12, 22, 7, 60
SYSTEMS = ("one", "two", "three")
PARTS = ("shuffling_of", "beat_results", "tempo_results", "standard_results", "alignment_results")


def main() -> None:
    """Print the seconds that each kind of table takes, and the largest memory before and after."""
    clips, draws = (int(word) for word in (*sys.argv[1:], *("10000", "100")[len(sys.argv) - 1 :]))
    spent = dict.fromkeys(PARTS, 0.0)
    for part in PARTS:
        setattr(event_tables, part, _timed(getattr(event_tables, part), part, spent))
    observations = list(_made(clips))
    before, start = _megabytes(), time.perf_counter()
    event_tables.event_results(observations, draws)
    print(f"{clips} clips, {len(SYSTEMS)} systems, {draws} draws: {time.perf_counter() - start:.1f} s")
    for part, seconds in spent.items():
        print(f"  {part:18} {seconds:6.1f} s")
    print(f"memory {before:.0f} MB with the times alone, {_megabytes():.0f} MB at most")


def _timed(work: Callable, part: str, spent: dict[str, float]) -> Callable:
    def timed(*arguments: object) -> object:
        start = time.perf_counter()
        result = work(*arguments)
        spent[part] += time.perf_counter() - start
        return result

    return timed


def _made(clips: int) -> Iterator[ClipObservations]:
    rng = np.random.default_rng(0)
    for number in range(clips):
        reference, *music = (_music(rng) for _ in range(1 + len(SYSTEMS)))
        hits = _scattered(rng, HITS)
        motion = MotionObservation(
            SECONDS, 60.0, 120.0, _pulse(rng, 120.0), _scattered(rng, HITS), hits, rng.uniform(0.25, 1, HITS)
        )
        name = Clip(f"{number:06d}", f"song {number % SONGS}", "", None, None, {})
        yield ClipObservations(name, motion, reference, dict(zip(SYSTEMS, music, strict=True)))


def _music(rng: np.random.Generator) -> MusicObservation:
    tempo = float(rng.choice([80, 90, 100, 110, 120, 130]))
    onsets = _scattered(rng, ONSETS)
    beats = dict.fromkeys(Detector, onsets) | {Detector.TRACKER: _pulse(rng, tempo), Detector.D2MGAN: onsets[::2]}
    return MusicObservation(SECONDS, tempo, beats)


def _pulse(rng: np.random.Generator, tempo_bpm: float) -> np.ndarray:
    return np.arange(rng.uniform(0, 60 / tempo_bpm), SECONDS, 60 / tempo_bpm)


def _scattered(rng: np.random.Generator, count: int) -> np.ndarray:
    return np.sort(rng.uniform(0, SECONDS, count))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
