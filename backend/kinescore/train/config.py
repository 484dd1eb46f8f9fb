"""Everything that decides what training does, stored in its checkpoints."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from kinescore.encoders.config import GenreSource, Projector, RhythmMode
from kinescore.errors import TrainingError
from kinescore.genres import AIST_CODES
from kinescore.pretrained.runtime import Precision


class Decay(Enum):
    """What the learning rate does after its warm-up."""

    CONSTANT = "constant"
    COSINE = "cosine"


class Lesson(Enum):
    """What encoders learn from: what the model says to their words, as in the paper; or, for Pocket alone and not the
    paper's, the model's own words for tempo, phase and style."""

    MUSIC = "music"
    CLOCK = "clock"


@dataclass(frozen=True)
class TrainConfig:
    """One training run.

    lesson: see `Lesson`. start_from: path of the encoders' checkpoint that training begins with; "" begins anew.
    made_clips: of the lesson on the clock with rhythm_mode FOUND, clips of made beats beside those of the dataset.
    projector, rhythm_mode, genres: see `EncoderConfig`. genre_source: see `GenreSource`. near_words: start at the rows
    of real words instead of random ones. precision: of the frozen backbone. starts_per_clip: how many clips are cut for
    each one of the dataset, the others at random places of the same dance. batch: clips per update, over all processes.
    updates: in total. learning_rate: at its highest, after `warmup_updates` in a straight line from 0; `decay` then
    goes to 0 at the last update, or nowhere. betas, weight_decay: of AdamW. clip_norm: longest gradient of an update; 0
    does not limit it. validate_every: updates between two looks at the validation clips, after each of which all is
    saved. seed: decides every random choice.

    Raises TrainingError naming the field.
    """

    lesson: Lesson = Lesson.MUSIC
    start_from: str = ""
    made_clips: int = 0
    projector: Projector = Projector.ATTENTION
    rhythm_mode: RhythmMode = RhythmMode.PAPER
    genres: tuple[str, ...] = AIST_CODES
    genre_source: GenreSource = GenreSource.LABEL
    near_words: bool = False
    precision: Precision = Precision.FP32
    starts_per_clip: int = 1
    batch: int = 1
    updates: int = 54_880
    learning_rate: float = 1e-4
    warmup_updates: int = 6000
    decay: Decay = Decay.CONSTANT
    betas: tuple[float, float] = (0.9, 0.95)
    weight_decay: float = 0.01
    clip_norm: float = 0.0
    validate_every: int = 500
    seed: int = 2512

    def __post_init__(self) -> None:
        for name, low, high in (
            ("made_clips", 0, 10**6),
            ("starts_per_clip", 1, 64),
            ("batch", 1, 2**16),
            ("updates", 1, 10**9),
            ("learning_rate", 1e-12, 10.0),
            ("warmup_updates", 0, 10**9),
            ("weight_decay", 0.0, 10.0),
            ("clip_norm", 0.0, 1e6),
            ("validate_every", 1, 10**9),
            ("seed", 0, 2**63 - 1),
        ):
            value = getattr(self, name)
            if not (math.isfinite(value) and low <= value <= high):
                raise TrainingError(f"The setting {name} is {value}; it must lie between {low:g} and {high:g}.")
        if self.made_clips and (self.lesson, self.rhythm_mode) != (Lesson.CLOCK, RhythmMode.FOUND):
            raise TrainingError("The setting made_clips is for lesson=clock with rhythm_mode=found.")
        if not all(0.0 <= beta < 1.0 for beta in self.betas):
            raise TrainingError(f"The setting betas is {self.betas}; both must lie between 0 and below 1.")

    def learning_rate_at(self, update: int) -> float:
        """Return the learning rate of `update`, counted from 0."""
        if update < self.warmup_updates:
            return self.learning_rate * (update + 1) / self.warmup_updates
        if self.decay is Decay.CONSTANT:
            return self.learning_rate
        done = (update - self.warmup_updates) / max(1, self.updates - self.warmup_updates)
        return self.learning_rate * (1.0 + math.cos(math.pi * done)) / 2.0
