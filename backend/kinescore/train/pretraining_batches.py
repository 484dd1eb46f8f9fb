"""Batches for pretraining: stretches of pieces, prompts with and without words on when beats fall, and history that is
hidden. Each is a function of seed and update.

Once beats have been heard, the history tells tempo and phase, and little of the loss depends on the words; where it is
hidden, the model learns to listen to them. The same holds for keys: a history in another one than the prompt names
teaches that the prompt's is meant.
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
from kinescore.groovebox.codes.chord_codes import transposed_chords
from kinescore.groovebox.codes.layout import FRAME_HZ, Codebook, Codes
from kinescore.groovebox.codes.line_codes import LINES, transposed_line
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
_SAYS_KEY, _IN_ANOTHER_KEY = 0.5, 0.4
"""Shares of the rows whose prompts name the key, and of those with a key named whose history is heard in another."""
_SHIFTS = (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6)
_TEMPO_NOISE, _PHASE_NOISE = 0.004, 0.02


@dataclass(frozen=True)
class Batch:
    """codes: [B, 8, T] int64. texts: prompts, with a `*` where there are words. word_counts: of each row. tempo_bpm,
    phases: [B, R] of the words, the phase in the middle of the paper's clip; rows with fewer words do not use all.
    true_bpm, true_phases: [B], of the music. is_prompted: [B] bool. hidden: [B, T + columns_more] bool. heard:
    [B, 8, T], the codes, or these in another key where in_another_key, [B] bool."""

    codes: Tensor
    texts: tuple[str, ...]
    word_counts: tuple[int, ...]
    tempo_bpm: Tensor
    phases: Tensor
    true_bpm: Tensor
    true_phases: Tensor
    is_prompted: Tensor
    hidden: Tensor
    heard: Tensor
    in_another_key: Tensor


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
    says_tempo = (kinds >= _NO_CLOCK) & (kinds < _NO_CLOCK + _TEMPO_IN_WORDS)
    says_key = (rng.random(rows) < _SAYS_KEY) & np.array([bool(each.key) for each in facts])
    in_another_key = says_key & (rng.random(rows) < _IN_ANOTHER_KEY)
    texts = [
        prompt_text(each, rng, says_clock=bool(count), says_tempo=bool(tempo), says_key=bool(key))
        for each, count, tempo, key in zip(facts, counts, says_tempo, says_key, strict=True)
    ]
    tempo = torch.tensor([each.tempo_bpm for each in facts])[:, None]
    beat = torch.tensor([each.first_beat_seconds for each in facts]) - torch.from_numpy(starts / FRAME_HZ).float()
    noise = torch.from_numpy(rng.normal(size=(2, rows, int(counts.max(initial=1))))).float()
    phase = phase_at(torch.tensor(CLIP_SECONDS / 2), tempo, beat[:, None])
    shifts = np.where(in_another_key, rng.choice(_SHIFTS, rows), 0)
    heard = np.stack([_transposed(each, shift) for each, shift in zip(codes, shifts, strict=True)])
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
        torch.from_numpy(heard.astype(np.int64)),
        torch.from_numpy(in_another_key),
    )


def clocks_at(update: int, corpus: ScoreCorpus, rows: int, columns: int, seed: int) -> Batch:
    """Return a batch of clocks of any tempo and phase, each in a prompt, and no music: all `columns` are hidden."""
    rng = np.random.default_rng([seed, update])
    facts = [corpus.facts[index] for index in rng.integers(len(corpus), size=rows)]
    tempo = torch.from_numpy(np.exp(rng.uniform(np.log(SLOWEST_BPM), np.log(FASTEST_BPM), rows))).float()
    phase = torch.from_numpy(rng.random(rows)).float()
    silence = torch.zeros(rows, len(Codebook), columns, dtype=torch.int64)
    says_key = rng.random(rows) < _SAYS_KEY
    return Batch(
        silence,
        tuple(
            prompt_text(each, rng, says_clock=True, says_tempo=False, says_key=bool(key))
            for each, key in zip(facts, says_key, strict=True)
        ),
        (1,) * rows,
        tempo[:, None],
        phase[:, None],
        tempo,
        phase,
        torch.ones(rows, dtype=torch.bool),
        torch.ones(rows, columns, dtype=torch.bool),
        silence,
        torch.zeros(rows, dtype=torch.bool),
    )


def _transposed(codes: Codes, semitones: int) -> Codes:
    if not semitones:
        return codes
    moved = codes.copy()
    for line in LINES:
        moved[line] = transposed_line(codes[line], semitones)
    moved[Codebook.CHORD] = transposed_chords(codes[Codebook.CHORD], semitones)
    return moved


def _hidden(rng: np.random.Generator, rows: int, columns: int) -> NDArray[np.bool_]:
    """[rows, columns]: all of some rows, a random share of others, nothing of the rest."""
    kinds = rng.random(rows)
    share = np.where(
        kinds < _ALL_HIDDEN, 1.0, np.where(kinds < _ALL_HIDDEN + _SOME_HIDDEN, rng.uniform(0.2, 0.95, rows), 0.0)
    )
    return rng.random((rows, columns)) < share[:, None]
