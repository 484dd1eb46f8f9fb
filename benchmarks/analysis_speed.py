"""How fast movement is analysed, on one core.

    OMP_NUM_THREADS=1 python -m benchmarks.analysis_speed

Ten minutes at 60 fps is 36,000 frames of 17 keypoints. Times are the processor's, whatever else the machine does, the
best of five, beside the time that one pass over the same keypoints takes (their speed: a difference and a square root),
since machines differ.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from kinescore.dance.analysis import analyse
from kinescore.motion.keypoints import Keypoints

SECONDS, FPS = 600.0, 60.0


def main() -> None:
    """Print the times of a whole analysis and of the reference pass, and their ratios."""
    keypoints = _restless_body()
    reference = _best_time(lambda: np.hypot(*np.moveaxis(np.diff(keypoints.positions, axis=0), -1, 0)).sum(axis=1))
    whole = _best_time(lambda: analyse(keypoints))
    print(f"{len(keypoints)} frames, {SECONDS:.0f} s of movement")
    print(f"one pass over the keypoints {reference:8.4f} s")
    print(f"analyse                     {whole:8.4f} s")
    print(f"analyse takes as long as {whole / reference:.0f} passes, and is {SECONDS / whole:.0f} times real time")


def _best_time(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _restless_body() -> Keypoints:
    """Seventeen joints on a bounce at 112 BPM, each with swings and jitter of its own."""
    rng = np.random.default_rng(5)
    seconds = np.arange(int(SECONDS * FPS)) / FPS
    home = rng.uniform(300.0, 800.0, (17, 2))
    rates, phases = rng.uniform(0.3, 3.0, (17, 2)), rng.uniform(0.0, 2 * np.pi, (17, 2))
    swings = 30.0 * np.sin(2 * np.pi * rates * seconds[:, None, None] + phases)
    bounce = 25.0 * np.cos(2 * np.pi * 112 / 60 * seconds)[:, None, None] * np.array([0.0, 1.0])
    positions = home + swings + bounce + rng.normal(0.0, 0.5, (len(seconds), 17, 2))
    return Keypoints(positions, np.ones((len(seconds), 17)), FPS, (1920, 1080))


if __name__ == "__main__":
    main()
