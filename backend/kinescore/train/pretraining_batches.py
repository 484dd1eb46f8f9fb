"""Batches for pretraining: stretches of pieces, prompts with and without words on when beats fall, and history that is
hidden. Each is a function of seed and update.

Once beats have been heard, the history tells tempo and phase, and little of the loss depends on the words; where it is
hidden, the model learns to listen to them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kinescore.backbones.pocket.clock import phase_at, span_middles, word_middles
from kinescore.data.score_corpus import ScoreCorpus
from kinescore.groovebox.codes.layout import FRAME_HZ
from kinescore.train.pretraining_prompts import prompt_text

FRAMES = (128, 256)
"""Of most batches: the clip of the paper, and two of them."""
_SHORTEST = 64
_NO_CLOCK, _TEMPO_IN_WORDS, _SPANS = 0.2, 0.15, 0.1
"""Shares of the rows whose prompts have no clock, and its tempo as a number; and whose clock has a word for each span
of the temporal projector. The others have a word for each window."""
_NO_PROMPT = 0.1
"""Share of the rows that learn what guidance leads away from."""
_ALL_HIDDEN, _SOME_HIDDEN = 0.35, 0.35
_TEMPO_NOISE, _PHASE_NOISE = 0.004, 0.02


@dataclass(frozen=True)
class Batch:
    """codes: [B, 8, T] int64. texts: prompts, with a `*` where there are words. word_counts: of each row. tempo_bpm,
    phases: [B, R] of the words; rows with fewer repeat. is_prompted: [B] bool. hidden: [B, columns] bool."""

    codes: Tensor
    texts: tuple[str, ...]
    word_counts: tuple[int, ...]
    tempo_bpm: Tensor
    phases: Tensor
    is_prompted: Tensor
    hidden: Tensor


def batch_at(update: int, corpus: ScoreCorpus, rows: int, columns_more: int, seed: int) -> Batch:
    """Return the batch of `update`. columns_more: of a sequence beyond its frames."""
    rng = np.random.default_rng([seed, update])
    frames = int(rng.integers(_SHORTEST, FRAMES[-1] + 1)) if rng.random() < 0.1 else FRAMES[int(rng.random() < 0.3)]
    count = max(1, round(rows * FRAMES[0] / frames))
    chosen = rng.integers(len(corpus), size=count)
    starts = rng.integers(0, corpus.codes.shape[2] - frames + 1, size=count)
    codes = np.stack([corpus.codes[i][:, s : s + frames] for i, s in zip(chosen, starts, strict=True)])
    facts = [corpus.facts[index] for index in chosen]
    kinds = rng.random(count)
    texts = [
        prompt_text(
            each,
            rng,
            bool(kind >= _NO_CLOCK + _TEMPO_IN_WORDS),
            bool(_NO_CLOCK <= kind < 1 - _SPANS and (kind < _NO_CLOCK + _TEMPO_IN_WORDS)),
        )
        for each, kind in zip(facts, kinds, strict=True)
    ]
    tempo = torch.tensor([each.tempo_bpm for each in facts])
    beat = torch.tensor([each.first_beat_seconds for each in facts]) - torch.from_numpy(starts / FRAME_HZ).float()
    middles = [_middles(kind, frames / FRAME_HZ) for kind in kinds]
    longest = max(len(each) for each in middles)
    moments = torch.stack([torch.nn.functional.pad(each, (0, longest - len(each))) for each in middles])
    noise = torch.from_numpy(rng.normal(size=(2, count))).float()
    told = tempo * torch.exp(_TEMPO_NOISE * noise[0])
    phases = phase_at(moments, tempo[:, None], beat[:, None]) + _PHASE_NOISE * noise[1][:, None]
    return Batch(
        torch.from_numpy(codes.astype(np.int64)),
        tuple(texts),
        tuple(len(each) for each in middles),
        told[:, None].expand(-1, longest),
        phases,
        torch.from_numpy(rng.random(count) >= _NO_PROMPT),
        torch.from_numpy(_hidden(rng, count, frames + columns_more - 1)),
    )


def _middles(kind: float, seconds: float) -> Tensor:
    if kind < _NO_CLOCK + _TEMPO_IN_WORDS:
        return torch.zeros(0)
    return span_middles(seconds) if kind >= 1.0 - _SPANS else word_middles(seconds)


def _hidden(rng: np.random.Generator, rows: int, columns: int) -> NDArray[np.bool_]:
    """[rows, columns]: all of some rows, a random share of others, nothing of the rest."""
    kinds = rng.random(rows)
    share = np.where(
        kinds < _ALL_HIDDEN, 1.0, np.where(kinds < _ALL_HIDDEN + _SOME_HIDDEN, rng.uniform(0.2, 0.95, rows), 0.0)
    )
    return rng.random((rows, columns)) < share[:, None]
