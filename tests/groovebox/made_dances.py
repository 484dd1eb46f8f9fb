"""Analysed dances made up for the arranger's tests: known beats, energy and hit points."""

from __future__ import annotations

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre

FPS = 30.0


def made_dance(
    seconds: float = 40.0,
    tempo_bpm: float = 112.0,
    first_beat_s: float = 0.1,
    first_downbeat: int = 0,
    metre: Metre = Metre.FOUR_FOUR,
    energy: str = "waves",
    confidence: float = 0.8,
    hit_seed: int | None = 0,
    fps: float = FPS,
) -> DanceAnalysis:
    """Return a dance with a constant grid; energy "waves", "flat" or "ramp"; hits near every other beat, or none."""
    beats = np.arange(first_beat_s, seconds, 60.0 / tempo_bpm)
    time = np.arange(round(seconds * fps)) / fps
    curve = {
        "waves": 0.5 - 0.45 * np.cos(2 * np.pi * 1.5 * time / seconds),
        "flat": np.full(len(time), 0.5),
        "ramp": time / seconds,
    }[energy]
    hits = () if hit_seed is None else _hits(beats, seconds, np.random.default_rng(hit_seed))
    downbeats = np.arange(first_downbeat, len(beats), metre.beats)
    grid = BeatGrid(beats, downbeats, tempo_bpm, (tempo_bpm / 2, tempo_bpm * 2), confidence, confidence, (metre,))
    return DanceAnalysis(seconds, fps, curve.astype(np.float32), grid, hits)


def _hits(beats: np.ndarray, seconds: float, rng: np.random.Generator) -> tuple[HitPoint, ...]:
    times = np.sort(np.clip(beats[::2] + rng.normal(0, 0.03, len(beats[::2])), 0, seconds - 1e-3))
    kinds = list(HitKind)
    return tuple(HitPoint(float(t), float(rng.random()), kinds[i % 3]) for i, t in enumerate(times))
