"""Prompt -> what the U-Net reads: FLAN-T5's states, and what GPT-2 writes after what T5 and CLAP say.

Pseudo-words enter T5, whose input they share with ordinary words. CLAP hears the ordinary words alone: its answer is
one vector for the whole prompt, without a place for words of another width.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import torch
from diffusers import AudioLDM2Pipeline, AudioLDM2ProjectionModel
from torch import Tensor, nn
from torch.nn import functional
from transformers import ClapModel, GPT2LMHeadModel, GPT2Model, PreTrainedTokenizerBase, T5EncoderModel

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.diffusion import part_of
from kinescore.backbones.spans import alike
from kinescore.backbones.text_side import input_table, mean_row, require_words
from kinescore.errors import BackboneError
from kinescore.pseudo_words.slot_tokenizer import ORDINARY_WORD, PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens, splice

WRITTEN = 8
"""How many columns GPT-2 writes, as in training."""
MOST_CLAP_TOKENS = 512
PROMPTS_KEPT = 256


class AudioLdm2Reader:
    """The frozen text side of an AudioLDM 2. model: all its networks. widths: of GPT-2's columns and of T5's."""

    def __init__(self, parts: AudioLDM2Pipeline) -> None:
        self._t5 = part_of(parts, "text_encoder_2", T5EncoderModel)
        self._clap = part_of(parts, "text_encoder", ClapModel)
        self._projection = part_of(parts, "projection_model", AudioLDM2ProjectionModel)
        self._writer = _writer_of(parts)
        self._words = part_of(parts, "tokenizer_2", PreTrainedTokenizerBase)
        self._clap_words = part_of(parts, "tokenizer", PreTrainedTokenizerBase)
        self.tokenizer = SlotTokenizer(self._words)
        self.model = nn.ModuleDict(
            {"clap": self._clap, "t5": self._t5, "projection": self._projection, "writer": self._writer}
        )
        self._table = input_table(self._t5.encoder.embed_tokens)  # `get_input_embeddings` is a table it never calls
        self.widths = (self._writer.config.n_embd, self._table.embedding_dim)
        self._heard = lru_cache(maxsize=PROMPTS_KEPT)(self._hear)

    @property
    def width(self) -> int:
        """Width of an input embedding row."""
        return self._table.embedding_dim

    def mean_row(self, prompt: PromptTokens) -> Tensor:
        """Return [width] float32, the mean input embedding of the tokens before the end marker."""
        return mean_row(self._table, prompt.ids[:-1])

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None) -> PromptEmbeddings:
        """See `Backbone.embed`: GPT-2's columns, then T5's, in one row as wide as the wider of them.

        Prompts are read beside others of their length alone: padding would move GPT-2's places.
        """
        require_words(prompts, words)
        longest = max(len(prompt.ids) for prompt in prompts)
        rows: list[Tensor | None] = [None] * len(prompts)
        mask = torch.zeros(len(prompts), WRITTEN + longest, dtype=torch.bool, device=self._table.weight.device)
        for batch in alike([len(prompt.ids) for prompt in prompts], len(prompts)):
            some = [prompts[index] for index in batch]
            spliced = None if words is None else words.rows[batch]
            for index, row in zip(batch, self._read(some, spliced, len(some[0].ids)), strict=True):
                rows[index] = functional.pad(row, (0, 0, 0, longest - len(prompts[index].ids)))
                mask[index, : WRITTEN + len(prompts[index].ids)] = True
        return PromptEmbeddings(torch.stack([row for row in rows if row is not None]), mask)

    def null(self, length: int) -> PromptEmbeddings:
        """Return the empty prompt [1, WRITTEN + length, D], padded and masked as it was beside prompts in training."""
        empty = self.tokenizer.encode("", 0, 0)
        mask = torch.arange(WRITTEN + length, device=self._table.weight.device) < WRITTEN + len(empty.ids)
        return PromptEmbeddings(self._read([empty], None, length), mask[None])

    def _read(self, prompts: Sequence[PromptTokens], rows: Tensor | None, length: int) -> Tensor:
        """[B, WRITTEN + length, D] float32; rows: [B, N, width] pseudo-words."""
        tokens = batch_tokens(prompts, int(self._words.pad_token_id), length).to(self._table.weight.device)
        embedded = self._table(tokens.ids)
        if rows is not None:
            embedded = splice(embedded, tokens.slots, rows.to(embedded.device))
        states = self._t5(inputs_embeds=embedded, attention_mask=tokens.mask).last_hidden_state
        heard = torch.stack([self._heard(self._ordinary(prompt)) for prompt in prompts])
        projected = self._projection(
            hidden_states=heard,
            hidden_states_1=states,
            attention_mask=torch.ones_like(tokens.mask[:, :1], dtype=torch.int64),
            attention_mask_1=tokens.mask.long(),
        )
        written = self._write(projected.hidden_states, projected.attention_mask)
        width = max(self.widths)
        return torch.cat([functional.pad(part, (0, width - part.shape[2])) for part in (written, states)], dim=1)

    def _write(self, columns: Tensor, mask: Tensor) -> Tensor:
        """GPT-2 goes on from [B, P, n_embd]: each column that it writes is its own last state."""
        for _ in range(WRITTEN):
            states = self._writer(inputs_embeds=columns, attention_mask=mask, use_cache=False).last_hidden_state
            columns = torch.cat([columns, states[:, -1:]], dim=1)
            mask = torch.cat([mask, mask.new_ones(len(mask), 1)], dim=1)
        return columns[:, -WRITTEN:]

    def _ordinary(self, prompt: PromptTokens) -> str:
        ids = [token for token, slot in zip(prompt.ids, prompt.slots, strict=True) if slot == ORDINARY_WORD]
        return str(self._words.decode(ids, skip_special_tokens=True))

    @torch.no_grad()
    def _hear(self, text: str) -> Tensor:
        """[1, projection width]: CLAP's one vector for `text`."""
        tokens = self._clap_words(text, truncation=True, max_length=MOST_CLAP_TOKENS, return_tensors="pt")
        device = self._table.weight.device
        answer = self._clap.get_text_features(tokens.input_ids.to(device), tokens.attention_mask.to(device))
        return answer.pooler_output


def _writer_of(parts: AudioLDM2Pipeline) -> GPT2Model:
    """GPT-2 without the layer that makes words of its states; older copies of the model hold it so already."""
    model = parts.language_model
    if isinstance(model, GPT2LMHeadModel):
        return model.transformer
    if isinstance(model, GPT2Model):
        return model
    raise BackboneError(f"The model's language_model is of the kind {type(model).__name__}, not GPT2Model.")
