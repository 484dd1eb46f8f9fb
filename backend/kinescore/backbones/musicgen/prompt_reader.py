"""Prompt -> what the decoder reads: through T5 and its projection, and, for melody, behind an empty chroma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from transformers import MusicgenForConditionalGeneration, MusicgenMelodyForConditionalGeneration

from kinescore.backbones.base import PromptEmbeddings, require_words
from kinescore.backbones.musicgen.cached_decoder import rounded_up
from kinescore.prompt.pseudo_words import PseudoWords, batch_tokens, splice
from kinescore.prompt.slot_tokenizer import PromptTokens

PROMPT_STEP = 16
"""Prompts are padded to multiples of this, so that few different shapes occur."""

MusicgenModel = MusicgenForConditionalGeneration | MusicgenMelodyForConditionalGeneration


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

    def __init__(self, model: MusicgenModel) -> None:
        self._model = model
        # `get_input_embeddings` returns a tied table that T5 never calls; this is the one it reads.
        self._table = model.text_encoder.encoder.embed_tokens
        self._pad_id = model.config.text_encoder.pad_token_id
        self._is_melody = isinstance(model, MusicgenMelodyForConditionalGeneration)

    @property
    def width(self) -> int:
        """Width of an input embedding row."""
        return self._table.weight.shape[1]

    def mean_row(self, prompt: PromptTokens) -> Tensor:
        """Return [width] float32, the mean input embedding of the tokens before the end marker."""
        return self._table.weight[torch.tensor(prompt.ids[:-1], device=self._table.weight.device)].float().mean(dim=0)

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None) -> PromptEmbeddings:
        """See `Backbone.embed`. D is the decoder's width; masked places are zero, as MusicGen was trained."""
        require_words(prompts, words)
        longest = max(len(prompt.ids) for prompt in prompts)
        tokens = batch_tokens(prompts, self._pad_id, rounded_up(longest, PROMPT_STEP)).to(self._table.weight.device)
        embedded = self._table(tokens.ids)
        if words is not None:
            embedded = splice(embedded, tokens.slots, words.rows.to(embedded.device))
        states = self._model.text_encoder(inputs_embeds=embedded, attention_mask=tokens.mask).last_hidden_state
        if hasattr(self._model, "enc_to_dec_proj"):
            states = self._model.enc_to_dec_proj(states)
        return PromptEmbeddings(states * tokens.mask[..., None], tokens.mask)

    def for_decoder(self, prompts: PromptEmbeddings, with_null: bool) -> PrefixedPrompt:
        """Return what the decoder reads of B prompts, in its number format; with_null adds B null prompts."""
        weight = self._model.decoder.lm_heads[0].weight
        states, mask = prompts.embeddings.to(weight), prompts.mask.to(weight.device)
        lengths = mask.sum(dim=1)
        if with_null:
            states = torch.cat([states, torch.zeros_like(states)])
            mask = torch.cat([mask, torch.zeros_like(mask)])
            lengths = lengths.repeat(2)
        if not self._is_melody:
            return PrefixedPrompt(states, mask, states[:, :0], torch.zeros_like(lengths))
        longest = int(lengths.max())
        prefix = torch.cat([self._silent_chroma(len(states)), states[:, :longest]], dim=1)
        padding = longest - lengths
        place = (torch.arange(prefix.shape[1], device=weight.device) - padding[:, None]) % prefix.shape[1]
        return PrefixedPrompt(states[:, :0], mask[:, :0], prefix.take_along_dim(place[..., None], dim=1), padding)

    def _silent_chroma(self, rows: int) -> Tensor:
        """[R, chroma_length, D]: what melody models read where no melody is given."""
        config, weight = self._model.config, self._model.decoder.lm_heads[0].weight
        chroma = functional.one_hot(torch.zeros(rows, config.chroma_length, dtype=torch.int64), config.num_chroma)
        if hasattr(self._model, "audio_enc_to_dec_proj"):
            chroma = self._model.audio_enc_to_dec_proj(chroma.to(self._model.audio_enc_to_dec_proj.weight))
        return chroma.to(weight)
