"""Pseudo-words, and the one place where they enter a text encoder's input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.pseudo_words.slot_tokenizer import ORDINARY_WORD, PromptTokens


@dataclass(frozen=True)
class PseudoWords:
    """What the encoders computed, float, in the scale of the text encoder's embedding rows.

    rhythm: [B, R, D], R consecutive words in time order. genre: [B, G, D] with G 1, or 0 where no genre was given.
    """

    rhythm: Tensor
    genre: Tensor

    @property
    def rows(self) -> Tensor:
        """[B, R + G, D]: the rhythm words, then the genre word; `PromptTokens.slots` count in this order."""
        return torch.cat([self.rhythm, self.genre], dim=1)


@dataclass(frozen=True)
class TokenBatch:
    """Several tokenised prompts, padded on the right. ids, slots: [B, L] int64; mask: [B, L] bool, true where used."""

    ids: Tensor
    slots: Tensor
    mask: Tensor

    def to(self, device: torch.device | str) -> TokenBatch:
        """Return the same batch on `device`."""
        return TokenBatch(self.ids.to(device), self.slots.to(device), self.mask.to(device))


def batch_tokens(prompts: Sequence[PromptTokens], pad_id: int, length: int | None = None) -> TokenBatch:
    """Pad `prompts` with `pad_id` to the longest of them, or to `length` (CLIP always reads 77)."""
    length = max(len(prompt.ids) for prompt in prompts) if length is None else length
    ids = torch.full((len(prompts), length), pad_id)
    slots = torch.full((len(prompts), length), ORDINARY_WORD)
    mask = torch.zeros(len(prompts), length, dtype=torch.bool)
    for row, prompt in enumerate(prompts):
        used = len(prompt.ids)
        ids[row, :used] = torch.tensor(prompt.ids)
        slots[row, :used] = torch.tensor(prompt.slots)
        mask[row, :used] = True
    return TokenBatch(ids, slots, mask)


def splice(embeddings: Tensor, slots: Tensor, rows: Tensor) -> Tensor:
    """Put pseudo-words into a text encoder's input embeddings, before it adds positions.

    embeddings: [B, L, D]; slots: [B, L] int64, `ORDINARY_WORD` or an index into rows; rows: [B, N, D], any float type.
    Returns [B, L, D] in the type of `embeddings`. Out of place, so gradients reach `rows`; ordinary rows keep their
    bits.
    """
    if rows.shape[1] == 0:
        return embeddings
    chosen = torch.take_along_dim(rows, slots.clamp_min(0)[..., None], dim=1)
    return torch.where((slots >= 0)[..., None], chosen.to(embeddings.dtype), embeddings)
