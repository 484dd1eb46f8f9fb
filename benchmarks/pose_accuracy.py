"""How well a dancer is found in film, and whether the beats survive.

    python -m benchmarks.pose_accuracy [FILM TRUTH]

FILM, TRUTH: a video and the keypoints that are true for it; left out, the tests' rendered dancer at 112 BPM, 12 s.
Beside the error in joints stands that against the pose three seconds off; beside the beats, how many random places hit.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from kinescore.dance.analysis import analyse
from kinescore.motion.read import read_motion
from kinescore.motion.readers import read_motion_file

FIXTURES = Path(__file__).parents[1] / "tests" / "motion" / "fixtures"
WINDOW_SECONDS, OFF_SECONDS = 0.1, 3.0


def main() -> None:
    """Print the error of joints and beats, and the time a frame takes."""
    film, truth = (Path(word) for word in sys.argv[1:] or (FIXTURES / "dancer.mp4", FIXTURES / "dancer.npz"))
    start = time.perf_counter()
    found = read_motion(film)
    milliseconds = 1000 * (time.perf_counter() - start) / len(found)
    true = read_motion_file(truth)
    tall = np.median(np.ptp(true.positions[..., 1], axis=1))
    off = np.roll(true.positions, round(OFF_SECONDS * true.fps), axis=0)
    error, chance = (np.linalg.norm(found.positions - each, axis=2) / tall for each in (true.positions, off))
    seen, real = analyse(found).grid, analyse(true).grid
    away = np.array([np.abs(seen.beats - beat).min() for beat in real.beats])
    random = min(1.0, 2 * WINDOW_SECONDS * real.tempo_bpm / 60)
    print(
        f"joints: median error {np.median(error):.1%} of body height ({OFF_SECONDS:g} s off: {np.median(chance):.1%})"
    )
    print(f"tempo: {seen.tempo_bpm:.2f} BPM; from the true keypoints {real.tempo_bpm:.2f}")
    print(f"beats: {np.mean(away < WINDOW_SECONDS):.0%} within {WINDOW_SECONDS} s (chance {random:.0%}),", end=" ")
    print(f"the worst {away.max():.3f} s away")
    print(f"time: {milliseconds:.0f} ms a frame")


if __name__ == "__main__":
    main()
