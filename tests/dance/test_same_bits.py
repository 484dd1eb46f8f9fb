"""What is found in a movement does not depend on how many threads a machine has."""

from __future__ import annotations

import os
import subprocess
import sys

FOUND = """
import hashlib
import numpy as np
from kinescore.dance.analysis import analyse
from kinescore.motion.keypoints import Keypoints
for frames in (150, 300, 600, 18000):  # products of these sizes were cut differently by one thread and by two
    time = np.arange(frames) / 30.0
    swing = np.sin(2 * np.pi * 1.87 * time[:, None, None] / np.arange(1, 3) + np.arange(17)[:, None])
    noise = np.random.default_rng(0).normal(0, 1.0, (frames, 17, 2))
    positions = np.arange(17)[:, None] * [10.0, 30.0] + 20 * swing + noise
    found = analyse(Keypoints(positions.astype(np.float32), np.ones((frames, 17), np.float32), 30.0, (640, 640)))
    grid = found.grid
    numbers = [grid.beats, found.energy, [grid.tempo_bpm, grid.beat_confidence, grid.tempo_confidence]]
    numbers += [[hit.time_s, hit.weight] for hit in found.hits]
    print(hashlib.sha256(b"".join(np.asarray(each).tobytes() for each in numbers)).hexdigest())
"""


def test_threads_change_no_bit() -> None:
    digests = set()
    for threads in ("1", "2", "4"):
        environment = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), threads)
        command = [sys.executable, "-c", FOUND]
        digests.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(digests) == 1
