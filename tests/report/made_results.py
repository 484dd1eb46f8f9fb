"""A small results folder as `kinescore evaluate` leaves it: movements, sounds with clicks, results made up."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import soundfile

from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.clips.clips_file import write_clips
from kinescore.evaluation.observers.observe import observe_clips
from kinescore.evaluation.observers.registry import ObserverChoice
from kinescore.evaluation.results.evaluation import ChanceLevel, ClipBeatCounts, Evaluation, MetricResult
from kinescore.evaluation.results.evaluation_files import save_beat_counts, save_evaluation
from kinescore.evaluation.tables.protocols import PROTOCOLS
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.npz import write_npz

PRIMARY = PROTOCOLS[0].name
SYSTEMS = ("Brassdream", "Tickatron <2>")
"""Names that stand nowhere else in a page; one needs escaping."""

CLIPS = 4
SECONDS = 2.0
RATE = 22_050
ALIGNED = (3, 1, 2, 0)
"""Aligned of 4 beats in each clip of the first system: clip 0 is best, then 2, 1, 3."""


def write_results(folder: Path, references: bool = True, songs: int = CLIPS, seconds: float = SECONDS) -> Path:
    """Write movements, sounds and results below `folder`; return the results folder."""
    clips = [_clip(folder, number, references, songs, seconds) for number in range(CLIPS)]
    results = folder / "results"
    write_clips(results, clips)
    observe_clips(clips, [ObserverChoice("beats")], results)
    save_evaluation(evaluation(), results)
    scores = [
        ClipBeatCounts(clip.name, system, PRIMARY, ALIGNED[number] if system == SYSTEMS[0] else 1, 4, 4)
        for number, clip in enumerate(clips)
        for system in SYSTEMS
    ]
    save_beat_counts(scores if references else [], results)
    return results


def evaluation() -> Evaluation:
    """Results that show every case: apart and overlapping, undefined, lower is better, with and without chance."""
    shuffled = ChanceLevel("shuffled pairs", 0.40, 0.35, 0.45, 200, 0.012, 0.2)
    clicks = ChanceLevel("clicks at 120 BPM", 0.38, math.nan, math.nan, 1, None, 0.22)
    return Evaluation(
        "1.2.3",
        SYSTEMS,
        CLIPS,
        (
            MetricResult(PRIMARY, "F1", SYSTEMS[0], 0.52, 0.47, 0.58, CLIPS, chance=(shuffled, clicks)),
            MetricResult(PRIMARY, "F1", SYSTEMS[1], 0.41, 0.36, 0.46, CLIPS, chance=(shuffled, clicks)),
            MetricResult(PRIMARY, "BCS", SYSTEMS[0], 0.50, 0.40, 0.60, CLIPS),
            MetricResult(PRIMARY, "BCS", SYSTEMS[1], 0.55, 0.45, 0.65, CLIPS),
            MetricResult("tempo", "difference", SYSTEMS[0], 12.0, 8.0, 15.0, CLIPS, "BPM", "lower"),
            MetricResult(
                "tempo", "difference", SYSTEMS[1], math.nan, math.nan, math.nan, 0, "BPM", "lower", note="no tempo"
            ),
        ),
        ("Only 4 clips: intervals are wide.",),
    )


def dancer(seconds: float, fps: float = 60.0) -> Keypoints:
    """A figure whose arms and head go up and down twice a second."""
    time = np.arange(round(seconds * fps)) / fps
    standing = np.array(
        [[0, -80], [3, -83], [-3, -83], [7, -80], [-7, -80], [18, -60], [-18, -60], [25, -35], [-25, -35], [28, -10],
         [-28, -10], [11, -5], [-11, -5], [12, 35], [-12, 35], [12, 75], [-12, 75]]
    )  # fmt: skip
    positions = np.repeat(3.0 * standing[None] + [500, 400], len(time), axis=0)
    positions[:, :11, 1] += 60 * np.sin(4 * np.pi * time)[:, None]
    return Keypoints(positions, np.ones(positions.shape[:2]), fps, (1000, 800))


def _clip(folder: Path, number: int, references: bool, songs: int, seconds: float) -> Clip:
    name = f"dances/clip{number}"
    motion = folder / "motion" / f"{name}.npz"
    motion.parent.mkdir(parents=True, exist_ok=True)
    write_npz(dancer(seconds), motion)
    sounds = {
        place: FileSpan(write_sound(folder / place / f"{name}.wav", pitch + 40 * number, 0.1 * pitch / 300, seconds))
        for place, pitch in (("reference", 300.0), ("system0", 600.0), ("system1", 900.0))
    }
    (folder / "system0" / f"{name}.json").write_text('{"provenance": {"engine": "</script><b>&"}}', "utf-8")
    return Clip(
        name,
        f"song{number % songs}",
        "",
        FileSpan(motion),
        sounds["reference"] if references else None,
        {SYSTEMS[0]: sounds["system0"], SYSTEMS[1]: sounds["system1"]},
    )


def write_sound(path: Path, pitch: float, first: float, seconds: float = SECONDS) -> Path:
    """Write short tones of `pitch` Hz twice a second from `first` s on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    time = np.arange(round(seconds * RATE)) / RATE
    age = np.maximum(time - first, 0.0) % 0.5
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * pitch * age) * np.exp(-age / 0.05) * (time >= first), RATE)
    return path
