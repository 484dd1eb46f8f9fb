"""librosa's tracker, compiled by one process at a time."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

import numpy as np


@cache
def compile_librosa() -> None:
    """Let librosa compile what tracking beats needs; once in a process.

    Numba keeps that in a cache that breaks when several processes fill it at once, and then crashes every later one; so
    one process at a time tracks some noise before the work: in both kinds of numbers, which are compiled apart.
    """
    import librosa
    from filelock import FileLock

    user = os.getuid() if hasattr(os, "getuid") else "user"
    noise = np.random.default_rng(0).normal(scale=0.1, size=22_050)
    with FileLock(Path(tempfile.gettempdir()) / f"kinescore-librosa-{user}.lock"):
        for kind in (np.float32, np.float64):
            librosa.beat.beat_track(y=noise.astype(kind), sr=22_050)
            librosa.onset.onset_detect(y=noise.astype(kind), sr=22_050)
