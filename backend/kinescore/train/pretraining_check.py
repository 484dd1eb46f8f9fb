"""How well a Pocket predicts pieces that it has never seen, when it is told their clock and when it is told another.

And how well encoders write its words for clocks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

from kinescore.backbones.pocket.backbone import Pocket
from kinescore.data.score_corpus import ScoreCorpus
from kinescore.encoders.encoders import Encoders
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.train.clock_lesson import made_clips, word_loss
from kinescore.train.pretraining_batches import Batch, batch_at

ROWS, CLOCKS = 48, 500


@dataclass(frozen=True)
class ClockLoss:
    """Equation 3's loss: of stretches whose clock is told as it is, half a beat late, and 5 % too fast."""

    told: float
    late: float
    fast: float


def clock_loss(pocket: Pocket, corpus: ScoreCorpus, seed: int) -> ClockLoss:
    """Return the losses over those of ROWS stretches of `corpus` that are told a clock. seed: chooses the stretches."""
    batch = batch_at(0, corpus, ROWS, 0, seed)
    return ClockLoss(
        told=_loss(pocket, batch),
        late=_loss(pocket, replace(batch, phases=batch.phases + 0.5)),
        fast=_loss(pocket, replace(batch, tempo_bpm=batch.tempo_bpm * 1.05)),
    )


@dataclass(frozen=True)
class WordError:
    """Squared distances over squared lengths: of the words for a clock to the model's own, and to those for another."""

    own: float
    another: float


@torch.no_grad()
def word_error(pocket: Pocket, encoders: Encoders, seed: int) -> WordError:
    """Return the error of both words over CLOCKS made clocks. seed: draws them."""
    clips = made_clips(CLOCKS, encoders.config, seed)
    others = replace(clips, targets=clips.targets.roll(1, 0))
    own, another = (float(word_loss(pocket, encoders, each, torch.Generator())) for each in (clips, others))
    return WordError(own, another)


@torch.no_grad()
def _loss(pocket: Pocket, batch: Batch) -> float:
    rows = [row for row, count in enumerate(batch.word_counts) if count]
    clocks = torch.stack([batch.tempo_bpm[rows], batch.phases[rows]], dim=-1)
    words = pocket.clock_words(clocks.flatten(0, 1)).unflatten(0, clocks.shape[:2])
    tokens = [pocket.tokenizer.encode(batch.texts[row], batch.word_counts[row], 0) for row in rows]
    prompts = pocket.embed(tokens, PseudoWords(words, words[:, :0]))
    return float(pocket.loss(prompts, batch.codes[rows], torch.Generator()))
