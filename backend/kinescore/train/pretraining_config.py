"""Everything that decides what pretraining does, stored with its run."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinescore.errors import TrainingError

DECAY_SHARE = 0.25
"""Of all updates: the last, over which the learning rate falls to nothing."""


@dataclass(frozen=True)
class PretrainConfig:
    """One pretraining run.

    start_from: the model that it begins with, as it was named, of the same sizes; "" begins with nothing. width,
    layers, heads: of the decoder. text_width: of words. updates: in total. clock_updates: the first of them,
    which learn the clock alone, of CLOCKS_A_CLIP times as many clocks. batch: clips of 5.12 s an update. learning_rate:
    after `warmup_updates`, until it falls. save_every: updates from one saving to the next.
    seed: decides every random choice.

    Raises TrainingError naming the field.
    """

    start_from: str = ""
    width: int = 128
    layers: int = 5
    heads: int = 4
    text_width: int = 128
    updates: int = 12_000
    clock_updates: int = 400
    batch: int = 16
    learning_rate: float = 1.2e-3
    warmup_updates: int = 200
    save_every: int = 100
    seed: int = 2512

    def __post_init__(self) -> None:
        for name, low, high in (
            *(("width", 8, 4096), ("layers", 1, 64), ("heads", 1, 64), ("text_width", 8, 4096)),
            *(
                ("updates", 1, 10**9),
                ("clock_updates", 0, 10**9),
                ("batch", 2, 2**16),
                ("learning_rate", 1e-12, 10.0),
                ("warmup_updates", 0, 10**9),
            ),
            *(("save_every", 1, 10**9), ("seed", 0, 2**63 - 1)),
        ):
            value = getattr(self, name)
            if not (math.isfinite(value) and low <= value <= high):
                raise TrainingError(f"The setting {name} is {value}; it must lie between {low:g} and {high:g}.")
        for name, parts in (("width", self.heads), ("text_width", 4)):
            if getattr(self, name) % parts:
                raise TrainingError(f"The setting {name} is {getattr(self, name)}; it must be a multiple of {parts}.")

    def learning_rate_at(self, update: int) -> float:
        """Return the learning rate of `update`, counted from 0."""
        left = (self.updates - update) / max(1.0, DECAY_SHARE * self.updates)
        return self.learning_rate * min(1.0, (update + 1) / max(1, self.warmup_updates), left)
