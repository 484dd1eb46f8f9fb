"""Prompt -> what the U-Net reads: CLIP's text encoder, pseudo-words spliced in before positions are added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor
from transformers import CLIPTextModel, CLIPTokenizer

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.text_side import input_table, mean_row, require_words
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens, splice


class ClipReader:
    """The frozen text side of a Stable Diffusion."""

    def __init__(self, model: CLIPTextModel, tokenizer: CLIPTokenizer) -> None:
        self.tokenizer = SlotTokenizer(tokenizer)
        self._model, self._pad_id = model, tokenizer.pad_token_id
        self._table = input_table(model.get_input_embeddings())

    @property
    def width(self) -> int:
        """Width of an input embedding row."""
        return self._table.embedding_dim

    def mean_row(self, word: str) -> Tensor:
        """Return [width] float32, the mean input embedding of `word` without start and end marker."""
        return mean_row(self._table, self.tokenizer.encode(word, 0, 0).ids[1:-1])

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None) -> PromptEmbeddings:
        """See `Backbone.embed`. The U-Net reads all 77 places, padding included, as it was trained: all are used."""
        require_words(prompts, words)
        length = self._model.config.max_position_embeddings
        tokens = batch_tokens(prompts, self._pad_id, length).to(self._table.weight.device)
        with self._spliced(tokens.slots, words):
            states = self._model(tokens.ids).last_hidden_state
        return PromptEmbeddings(states, torch.ones_like(tokens.mask))

    @contextmanager
    def _spliced(self, slots: Tensor, words: PseudoWords | None) -> Iterator[None]:
        """CLIPTextModel takes no input embeddings, but it calls its embedding table."""
        if words is None:
            yield
            return
        rows = words.rows.to(slots.device)
        hook = self._table.register_forward_hook(lambda _module, _ids, looked_up: splice(looked_up, slots, rows))
        try:
            yield
        finally:
            hook.remove()
