"""How much worse the music of held-out clips fits when their movement, or their genre, is exchanged for another's."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from accelerate import Accelerator

from kinescore.backbones.base import Backbone
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import GenreSource, Projector
from kinescore.encoders.encoders import Encoders
from kinescore.train.clips import Clips
from kinescore.train.config import Decay, TrainConfig
from kinescore.train.loop import TrainingData, fresh_encoders, train
from kinescore.train.run_folder import BEST
from kinescore.train.trainer import clip_loss
from tests.train.made_clips import GENRE_WORDS, RHYTHM_WORDS

NOISE_DRAWS = 8
RECIPE = TrainConfig(batch=16, warmup_updates=10, decay=Decay.COSINE, clip_norm=1.0, validate_every=40)
MLP = replace(RECIPE, projector=Projector.MLP, learning_rate=3e-3, updates=120, near_words=True)
ATTENTION = replace(RECIPE, projector=Projector.ATTENTION, learning_rate=5e-3, updates=320)
TEMPORAL = replace(RECIPE, projector=Projector.TEMPORAL, learning_rate=2e-3, updates=200)
RECIPES: Mapping[tuple[str, Projector], TrainConfig] = {
    ("musicgen", Projector.MLP): MLP,
    ("musicgen", Projector.ATTENTION): ATTENTION,
    ("musicgen", Projector.TEMPORAL): TEMPORAL,
    ("riffusion", Projector.MLP): MLP,
    # Random noise and time steps make the squared error's gradient rough: larger batches, longer runs.
    ("riffusion", Projector.ATTENTION): replace(ATTENTION, batch=64, updates=500),
    ("riffusion", Projector.TEMPORAL): replace(TEMPORAL, batch=32, updates=300, learning_rate=1e-3),
}


@dataclass(frozen=True)
class Margins:
    """Mean losses over the held-out clips. own: with what belongs to them. other_rhythm, other_genre: with the movement
    of a clip of each other kind, the label or example of each other genre, all else their own. untrained,
    untrained_other_rhythm: own and other_rhythm before training."""

    own: float
    other_rhythm: float
    other_genre: float
    untrained: float
    untrained_other_rhythm: float


def trained_margins(backbone: Backbone, data: TrainingData, projector: Projector) -> Margins:
    """Train encoders with the recipe for backbone and projector; measure them as a server would load them."""
    recipe = RECIPES[backbone.text_space.backbone, projector]
    if data.clap is not None:
        recipe = replace(recipe, genre_source=GenreSource.EXAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        train(backbone, data, recipe, Path(folder), Accelerator(cpu=True))
        trained = load_encoders(Path(folder) / BEST, backbone.text_space)
    untrained, held_out = fresh_encoders(backbone, recipe, data.clap), data.validation
    return Margins(
        _loss(backbone, trained, held_out),
        _with_other_rhythm(backbone, trained, held_out),
        _with_other_genre(backbone, trained, held_out),
        _loss(backbone, untrained, held_out),
        _with_other_rhythm(backbone, untrained, held_out),
    )


def _with_other_rhythm(backbone: Backbone, encoders: Encoders, clips: Clips) -> float:
    """Neighbouring clips are of different kinds of rhythm."""
    steps = range(1, len(RHYTHM_WORDS))
    others = [Clips(clips.peaks.roll(step, 0), clips.genres, clips.targets) for step in steps]
    return sum(_loss(backbone, encoders, other) for other in others) / len(others)


def _with_other_genre(backbone: Backbone, encoders: Encoders, clips: Clips) -> float:
    """Clips as many places apart as there are rhythms have different genres."""
    steps = range(1, len(GENRE_WORDS))
    others = [Clips(clips.peaks, clips.genres.roll(len(RHYTHM_WORDS) * step, 0), clips.targets) for step in steps]
    return sum(_loss(backbone, encoders, other) for other in others) / len(others)


@torch.no_grad()
def _loss(backbone: Backbone, encoders: Encoders, clips: Clips) -> float:
    """The same noise and time steps for every question."""
    generator = torch.Generator().manual_seed(5)
    return sum(float(clip_loss(backbone, encoders, clips, generator)) for _ in range(NOISE_DRAWS)) / NOISE_DRAWS
