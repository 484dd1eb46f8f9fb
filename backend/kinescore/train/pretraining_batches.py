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

from kinescore.backbones.pocket.clock import CLIP_FRAMES, CLIP_SECONDS, phase_at
from kinescore.data.score_corpus import ScoreCorpus
from kinescore.data.score_pieces import FASTEST_BPM, SLOWEST_BPM
from kinescore.groovebox.codes.layout import FRAME_HZ, Codebook
from kinescore.train.pretraining_prompts import prompt_text

_SHORTEST, _SHORTER_SHARE = 32, 0.1
"""Frames of some batches, shorter than the paper's clip, as the last window of a piece is."""
_NO_CLOCK, _TEMPO_IN_WORDS, _SEVERAL = 0.15, 0.1, 0.1
"""Shares of the rows whose prompts have no clock, and its tempo as a number; and whose clock is said by MOST_WORDS
words that are not quite of one mind, as the temporal projector's. The others have one word."""
MOST_WORDS = 8
_NO_PROMPT = 0.1
"""Share of the rows that learn what guidance leads away from."""
_ALL_HIDDEN, _SOME_HIDDEN = 0.35, 0.35
_TEMPO_NOISE, _PHASE_NOISE = 0.004, 0.02


@dataclass(frozen=True)
class Batch:
    """codes: [B, 8, T] int64. texts: prompts, with a `*` where there are words. word_counts: of each row. tempo_bpm,
    phases: [B, R] of the words, the phase in the middle of the paper's clip; rows with fewer words do not use all.
    true_bpm, true_phases: [B], of the music. is_prompted: [B] bool. hidden: [B, T + columns_more] bool."""

    codes: Tensor
    texts: tuple[str, ...]
    word_counts: tuple[int, ...]
    tempo_bpm: Tensor
    phases: Tensor
    true_bpm: Tensor
    true_phases: Tensor
    is_prompted: Tensor
    hidden: Tensor


def batch_at(update: int, corpus: ScoreCorpus, rows: int, columns_more: int, seed: int) -> Batch:
    """Return the batch of `update`. columns_more: that a sequence has beyond its frames."""
    rng = np.random.default_rng([seed, update])
    frames = int(rng.integers(_SHORTEST, CLIP_FRAMES)) if rng.random() < _SHORTER_SHARE else CLIP_FRAMES
    chosen = rng.integers(len(corpus), size=rows)
    starts = rng.integers(0, corpus.codes.shape[2] - frames + 1, size=rows)
    codes = np.stack([corpus.codes[i][:, s : s + frames] for i, s in zip(chosen, starts, strict=True)])
    facts = [corpus.facts[index] for index in chosen]
    kinds = rng.random(rows)
    counts = np.where(kinds < _NO_CLOCK + _TEMPO_IN_WORDS, 0, np.where(kinds < 1.0 - _SEVERAL, 1, MOST_WORDS))
    texts = [
        prompt_text(each, rng, says_clock=bool(count), says_tempo=bool(_NO_CLOCK <= kind < _NO_CLOCK + _TEMPO_IN_WORDS))
        for each, count, kind in zip(facts, counts, kinds, strict=True)
    ]
    tempo = torch.tensor([each.tempo_bpm for each in facts])[:, None]
    beat = torch.tensor([each.first_beat_seconds for each in facts]) - torch.from_numpy(starts / FRAME_HZ).float()
    noise = torch.from_numpy(rng.normal(size=(2, rows, int(counts.max(initial=1))))).float()
    phase = phase_at(torch.tensor(CLIP_SECONDS / 2), tempo, beat[:, None])
    return Batch(
        torch.from_numpy(codes.astype(np.int64)),
        tuple(texts),
        tuple(int(count) for count in counts),
        tempo * torch.exp(_TEMPO_NOISE * noise[0]),
        phase + _PHASE_NOISE * noise[1],
        tempo[:, 0],
        phase[:, 0],
        torch.from_numpy(rng.random(rows) >= _NO_PROMPT),
        torch.from_numpy(_hidden(rng, rows, frames + columns_more)),
    )


def clocks_at(update: int, corpus: ScoreCorpus, rows: int, columns: int, seed: int) -> Batch:
    """Return a batch of clocks of any tempo and phase, each in a prompt, and no music: all `columns` are hidden."""
    rng = np.random.default_rng([seed, update])
    facts = [corpus.facts[index] for index in rng.integers(len(corpus), size=rows)]
    tempo = torch.from_numpy(np.exp(rng.uniform(np.log(SLOWEST_BPM), np.log(FASTEST_BPM), rows))).float()
    phase = torch.from_numpy(rng.random(rows)).float()
    return Batch(
        torch.zeros(rows, len(Codebook), columns, dtype=torch.int64),
        tuple(prompt_text(each, rng, says_clock=True, says_tempo=False) for each in facts),
        (1,) * rows,
        tempo[:, None],
        phase[:, None],
        tempo,
        phase,
        torch.ones(rows, dtype=torch.bool),
        torch.ones(rows, columns, dtype=torch.bool),
    )


def _hidden(rng: np.random.Generator, rows: int, columns: int) -> NDArray[np.bool_]:
    """[rows, columns]: all of some rows, a random share of others, nothing of the rest."""
    kinds = rng.random(rows)
    share = np.where(
        kinds < _ALL_HIDDEN, 1.0, np.where(kinds < _ALL_HIDDEN + _SOME_HIDDEN, rng.uniform(0.2, 0.95, rows), 0.0)
    )
    return rng.random((rows, columns)) < share[:, None]
