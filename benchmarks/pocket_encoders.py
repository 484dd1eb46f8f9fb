"""Encoders for Pocket by each recipe, for benchmarks: what they learn from, and how they are fitted.

ours: the lesson on the clock, which reads made beats. ours on peaks: the same lesson on the paper's peaks of real
dances. the paper's: cross-entropy alone, on the paper's peaks. then music: ours, then cross-entropy at a low rate.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from accelerate import Accelerator

from benchmarks.dances import Dance, genre_of_name
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.backbones.pocket.clock import clock_at
from kinescore.data.pairs import Pair, Split
from kinescore.data.song_scores import arranged
from kinescore.encoders.checkpoint import load_encoders, save_encoders
from kinescore.encoders.config import WINDOW_SECONDS, Projector, RhythmMode
from kinescore.encoders.encoders import Encoders, genre_one_hot, rhythm_for
from kinescore.groovebox.codes.encode import arrangement_codes
from kinescore.groovebox.codes.layout import FRAME_HZ
from kinescore.motion.resampling import resample
from kinescore.train.clips import Clips
from kinescore.train.clock_lesson import made_clips
from kinescore.train.config import Decay, Lesson, TrainConfig
from kinescore.train.loop import TrainingData, encoder_config, train
from kinescore.train.presets import CLOCK
from kinescore.train.run_folder import BEST

FPS, FRAMES = 60.0, 305
PACES = (0.8, 0.87, 0.94, 1.0, 1.06, 1.13, 1.2)
STEP_SECONDS = 0.32
RECIPES = ("ours", "ours on peaks", "paper's", "then music")
MUSIC = TrainConfig(
    batch=8, learning_rate=1e-3, warmup_updates=20, decay=Decay.COSINE, clip_norm=1.0, near_words=True
)  # fmt: skip


@dataclass(frozen=True)
class Lessons:
    """Dances to learn from and to validate with; no dancer in both. updates: of cross-entropy, 0 leaves it out."""

    training: Sequence[Dance]
    validation: Sequence[Dance]
    updates: int


def fitted(recipe: str, projector: Projector, pocket: Pocket, lessons: Lessons, folder: Path) -> Encoders:
    """Return encoders of `recipe`, one of RECIPES; fitted ones are kept in `folder`."""
    path = folder / f"{recipe}-{projector.value}.safetensors"
    if not path.is_file():
        config = _config(recipe, projector, lessons.updates, folder)
        with tempfile.TemporaryDirectory() as run:
            train(pocket, _data(config, pocket, lessons), config, Path(run), Accelerator(cpu=True))
            save_encoders(load_encoders(Path(run) / BEST, pocket.text_space), path)
    return load_encoders(path, pocket.text_space)


def _config(recipe: str, projector: Projector, updates: int, folder: Path) -> TrainConfig:
    heavy = projector is Projector.TEMPORAL
    ours = replace(CLOCK, projector=projector, updates=600 if heavy else CLOCK.updates, batch=64 if heavy else 256)
    if recipe == "ours":
        return ours
    if recipe == "ours on peaks":
        return replace(ours, rhythm_mode=RhythmMode.PAPER, made_clips=0, updates=ours.updates // 2)
    music = replace(MUSIC, projector=projector, updates=updates, validate_every=max(1, updates // 4))
    if recipe == "paper's":
        return music
    start = str(folder / f"ours-{projector.value}.safetensors")
    return replace(music, rhythm_mode=RhythmMode.FOUND, near_words=False, start_from=start, learning_rate=1e-4)


def _data(config: TrainConfig, pocket: Pocket, lessons: Lessons) -> TrainingData:
    shape = encoder_config(pocket, config)
    if config.made_clips:
        return TrainingData(made_clips(config.made_clips, shape, config.seed), made_clips(500, shape, config.seed + 1))
    paces = PACES if config.lesson is Lesson.CLOCK else (1.0,)
    return TrainingData(*(_clips(dances, config, pocket, paces) for dances in (lessons.training, lessons.validation)))


def _clips(dances: Sequence[Dance], config: TrainConfig, pocket: Pocket, paces: Sequence[float]) -> Clips:
    """Clips of real dances on a fine grid, at several paces; with clocks, or with the built-in engine's music."""
    shape = encoder_config(pocket, config)
    peaks, genres, targets = [], [], []
    for dance in dances:
        code = genre_of_name(dance.name)
        for pace in paces:
            moved = resample(replace(dance.keypoints, fps=dance.keypoints.fps * pace), FPS)
            codes = torch.from_numpy(song_codes(dance, code, pace)) if config.lesson is Lesson.MUSIC else None
            beats = _song_beats(dance, pace)
            for start in np.arange(0.0, moved.seconds - FRAMES / FPS, STEP_SECONDS):
                peaks.append(torch.from_numpy(rhythm_for(moved.between(start, start + FRAMES / FPS), shape).peaks))
                genres.append(genre_one_hot(shape, code)[0])
                first = round(start * FRAME_HZ)
                targets.append(
                    torch.tensor(clock_at(start + WINDOW_SECONDS / 2, beats)) if codes is None
                    else codes[:, first : first + round(WINDOW_SECONDS * FRAME_HZ)]
                )  # fmt: skip
    return Clips(torch.stack(peaks), torch.stack(genres), torch.stack(targets))


def song_codes(dance: Dance, genre: str, pace: float = 1.0) -> np.ndarray:
    """Return the codes [8, T] int64 of the built-in engine's piece for a dance, from the dance's start on, on the beats
    of its music: what cross-entropy teaches. pace: above 1 the dance is danced faster."""
    nowhere, beats = Path(dance.name), _song_beats(dance, pace)
    pair = Pair(dance.name, dance.name, nowhere, dance.name, nowhere, Split.TRAIN, genre)
    written = arranged(pair, beats[beats >= 0.0], dance.keypoints.seconds / pace + WINDOW_SECONDS)
    return arrangement_codes(written).astype(np.int64)


def _song_beats(dance: Dance, pace: float) -> np.ndarray:
    return np.arange(-4, 200) * 60.0 / dance.tempo_bpm / pace + dance.beat_seconds / pace
