"""Four recipes. What the paper and the released code do not say follows the authors' earlier project.

paper: sections 4 and 5 of the paper; MusicGen 20 epochs, diffusion models 50, of 2744 clips.
released: the authors' published code, which is for MusicGen only; its rhythm has quirks of its own.
fast: ours. 32 clips an update instead of 1 (one clip cannot fill a GPU), the learning rate raised by the square root of
that, warm-up kept in clips, cosine decay, weights in bfloat16, rhythm words that keep their order, a start near real
words, clips from four times as many places. As many clips are seen as in the paper.
clock: ours, for Pocket. Encoders read the beats that were found, and their words are moved towards the model's own for
tempo, phase and style. `fast` with start_from and a low learning rate may follow it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from kinescore.encoders.config import Projector, RhythmMode
from kinescore.errors import TrainingError
from kinescore.pretrained.runtime import Precision
from kinescore.train.config import Decay, Lesson, TrainConfig

CLIPS = 2744
FAST_BATCH = 32


class Preset(Enum):
    """Whose recipe."""

    PAPER = "paper"
    RELEASED = "released"
    FAST = "fast"
    CLOCK = "clock"


PAPER_TOKENS = TrainConfig(updates=20 * CLIPS, learning_rate=1e-4, warmup_updates=6000)
PAPER_DIFFUSION = TrainConfig(
    projector=Projector.MLP, updates=50 * CLIPS, learning_rate=5e-4, warmup_updates=0, betas=(0.9, 0.999)
)
RELEASED_TOKENS = TrainConfig(
    rhythm_mode=RhythmMode.RELEASED,
    precision=Precision.FP16,
    updates=30_000,
    learning_rate=1e-4,
    warmup_updates=3000,
    decay=Decay.COSINE,
    clip_norm=1.0,
)


def _faster(recipe: TrainConfig) -> TrainConfig:
    return replace(
        recipe,
        projector=Projector.TEMPORAL,
        near_words=True,
        precision=Precision.BF16,
        starts_per_clip=4,
        batch=FAST_BATCH,
        updates=recipe.updates // FAST_BATCH,
        learning_rate=recipe.learning_rate * math.sqrt(FAST_BATCH),
        warmup_updates=max(100, recipe.warmup_updates // FAST_BATCH),
        decay=Decay.COSINE,
        clip_norm=1.0,
        validate_every=50,
    )


CLOCK = TrainConfig(
    lesson=Lesson.CLOCK,
    projector=Projector.MLP,
    rhythm_mode=RhythmMode.FOUND,
    made_clips=20_000,
    starts_per_clip=4,
    batch=256,
    updates=1500,
    learning_rate=2e-3,
    warmup_updates=100,
    decay=Decay.COSINE,
    clip_norm=1.0,
    validate_every=250,
)

TOKENS: Mapping[Preset, TrainConfig] = {
    Preset.PAPER: PAPER_TOKENS,
    Preset.RELEASED: RELEASED_TOKENS,
    Preset.FAST: _faster(PAPER_TOKENS),
    Preset.CLOCK: CLOCK,
}
DIFFUSION: Mapping[Preset, TrainConfig] = {Preset.PAPER: PAPER_DIFFUSION, Preset.FAST: _faster(PAPER_DIFFUSION)}


def preset_for(preset: Preset, predicts_tokens: bool) -> TrainConfig:
    """Return the recipe for models that predict codes, as MusicGen does, or for those that denoise.

    Raises TrainingError for a preset without one.
    """
    recipes = TOKENS if predicts_tokens else DIFFUSION
    if preset not in recipes:
        raise TrainingError(
            f"There is no recipe '{preset.value}' for models that denoise: only the MusicGen code was published.",
            f"Choose one of {', '.join(recipe.value for recipe in recipes)}.",
        )
    return recipes[preset]
