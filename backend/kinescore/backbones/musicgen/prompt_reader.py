"""Prompt -> what the decoder reads: through T5 and its projection, and, for melody, behind its chroma."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.musicgen.cached_decoder import rounded_up
from kinescore.backbones.musicgen.chroma import silence
from kinescore.backbones.musicgen.parts import LanguageParts, MelodyInput
from kinescore.backbones.text_side import input_table, mean_row, require_words
from kinescore.pseudo_words.slot_tokenizer import PromptTokens
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens, splice

PROMPT_STEP = 16
"""Prompts are padded to multiples of this, so that few different shapes occur."""


@dataclass(frozen=True)
class PrefixedPrompt:
    """R prompts as the decoder takes them in.

    states: [R, L, D], mask: [R, L], for cross-attention; L 0 for melody. prefix: [R, P, D] read as the sequence's
    first columns, padding to the left; P 0 otherwise. first_place: [R] int64, how many columns of padding that is.
    """

    states: Tensor
    mask: Tensor
    prefix: Tensor
    first_place: Tensor


class PromptReader:
    """The frozen text side of a MusicGen."""

    def __init__(self, parts: LanguageParts) -> None:
        self._t5, self._projection, self._melody = parts.text_encoder, parts.projection, parts.melody
        # `get_input_embeddings` returns a tied table that T5 never calls; this is the one it reads.
        self._table = input_table(self._t5.encoder.embed_tokens)
        self._pad_id, self._decoder = parts.text_pad, parts.decoder

    @property
    def width(self) -> int:
        """Width of an input embedding row."""
        return self._table.embedding_dim

    def mean_row(self, prompt: PromptTokens) -> Tensor:
        """Return [width] float32, the mean input embedding of the tokens before the end marker."""
        return mean_row(self._table, prompt.ids[:-1])

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None) -> PromptEmbeddings:
        """See `Backbone.embed`. D is the decoder's width; masked places are zero, as MusicGen was trained."""
        require_words(prompts, words)
        longest = max(len(prompt.ids) for prompt in prompts)
        tokens = batch_tokens(prompts, self._pad_id, rounded_up(longest, PROMPT_STEP)).to(self._table.weight.device)
        embedded = self._table(tokens.ids)
        if words is not None:
            embedded = splice(embedded, tokens.slots, words.rows.to(embedded.device))
        states = self._projection(self._t5(inputs_embeds=embedded, attention_mask=tokens.mask).last_hidden_state)
        return PromptEmbeddings(states * tokens.mask[..., None], tokens.mask)

    def shape_of(self, prompts: PromptEmbeddings) -> Hashable:
        """Prompts of one shape are read side by side exactly as alone: none is padded for another."""
        return prompts.mask.shape[1] if self._melody is None else tuple(prompts.mask.sum(dim=1).tolist())

    def for_decoder(self, prompts: PromptEmbeddings, with_null: bool, tunes: Tensor | None = None) -> PrefixedPrompt:
        """Return what the decoder reads of B prompts, in its number format; with_null adds B null prompts, without a
        tune. tunes: chroma [B, T, pitches] for melody models, T as `melody.length`; None is silence."""
        device, dtype = self._decoder.device, self._decoder.dtype
        states, mask = prompts.embeddings.to(device, dtype), prompts.mask.to(device)
        lengths = mask.sum(dim=1)
        if with_null:
            states = torch.cat([states, torch.zeros_like(states)])
            mask = torch.cat([mask, torch.zeros_like(mask)])
            lengths = lengths.repeat(2)
        if self._melody is None:
            return PrefixedPrompt(states, mask, states[:, :0], torch.zeros_like(lengths))
        longest = int(lengths.max())
        prefix = torch.cat([self._heard(self._melody, tunes, len(states)).to(states), states[:, :longest]], dim=1)
        padding = longest - lengths
        place = (torch.arange(prefix.shape[1], device=device) - padding[:, None]) % prefix.shape[1]
        return PrefixedPrompt(states[:, :0], mask[:, :0], prefix.take_along_dim(place[..., None], dim=1), padding)

    def _heard(self, melody: MelodyInput, tunes: Tensor | None, rows: int) -> Tensor:
        """[R, melody.length, D] of the tunes, silence in the rows beyond them."""
        none = silence(melody.length, melody.pitches, self._decoder.device).expand(rows, -1, -1)
        return melody.projection(none if tunes is None else torch.cat([tunes.to(none), none[len(tunes) :]]))
