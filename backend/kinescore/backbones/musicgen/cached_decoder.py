"""MusicGen's decoder, one step at a time over buffers of fixed size, on transformers' own weights.

`generate` of transformers grows its cache at every step, reads the prompt's keys again and asks the device for values;
here the prompt is read once, every buffer keeps its address, and nothing is read back, so that the step can be compiled
into one graph.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from kinescore.backbones.musicgen.parts import DecoderModel

PLACES_STEP = 128
"""A cache has a multiple of this many places, so that few different shapes have to be compiled."""


def rounded_up(count: int, step: int) -> int:
    """Return the next multiple of `step`."""
    return step * math.ceil(count / step)


class Attention(Protocol):
    """What every attention of transformers' decoders has at its ends."""

    q_proj: nn.Linear
    out_proj: nn.Linear


@dataclass(frozen=True)
class KeyValueCache:
    """What the decoder remembers of R rows; overwritten in place from window to window.

    own: [layers, 2, R, heads, places, width] keys and values of the sequence. prompt: [layers, 2, R, heads, L, width],
    those of the prompt, L 0 where the model reads the prompt as part of the sequence (melody). prompt_mask:
    [R, 1, 1, L] bool, true where attended. first_place: [R] int64, places before it are padding.
    """

    own: Tensor
    prompt: Tensor
    prompt_mask: Tensor
    first_place: Tensor

    @property
    def places(self) -> int:
        """How long the sequence can be."""
        return self.own.shape[4]


class CachedDecoder:
    """The forward pass of a frozen decoder, with its cache handed in. code_count: how many codes a codebook has."""

    def __init__(self, model: DecoderModel) -> None:
        self._decoder, self._heads = model.model.decoder, model.lm_heads
        self._head_count = model.config.num_attention_heads
        self._reads_prompt_aside = hasattr(self._decoder.layers[0], "encoder_attn")
        self.code_count = model.config.vocab_size
        self._positions = torch.empty(0, model.config.hidden_size, dtype=model.dtype, device=model.device)

    @property
    def device(self) -> torch.device:
        """Where it runs."""
        return self._positions.device

    def new_cache(self, rows: int, places: int, prompt_length: int) -> KeyValueCache:
        """Return an empty cache for `rows` sequences of up to `places` and prompts of up to `prompt_length`."""
        places = rounded_up(places, PLACES_STEP)
        if len(self._positions) < places:
            table = self._decoder.embed_positions.get_embedding(places, self._positions.shape[1])
            self._positions = table.to(self._positions)
        width = self._positions.shape[1] // self._head_count
        shape = (len(self._decoder.layers), 2, rows, self._head_count)
        return KeyValueCache(
            own=self._positions.new_zeros(*shape, places, width),
            prompt=self._positions.new_zeros(*shape, prompt_length, width),
            prompt_mask=torch.ones(rows, 1, 1, prompt_length, dtype=torch.bool, device=self._positions.device),
            first_place=torch.zeros(rows, dtype=torch.int64, device=self._positions.device),
        )

    def read_prompt(self, cache: KeyValueCache, states: Tensor, mask: Tensor) -> None:
        """Compute keys and values of the prompts once. states: [R, L, D], zero where masked; mask: [R, L] bool.

        A null prompt, all masked, attends everywhere: its states are zero, and so are all values that it finds.
        """
        if not self._reads_prompt_aside:
            return
        for layer, kept in zip(self._decoder.layers, cache.prompt, strict=True):
            kept[0] = self._split(layer.encoder_attn.k_proj(states))
            kept[1] = self._split(layer.encoder_attn.v_proj(states))
        cache.prompt_mask.copy_((mask | ~mask.any(dim=1, keepdim=True))[:, None, None])

    def embed(self, codes: Tensor) -> Tensor:
        """Return [R, C, D], the summed embeddings of codes [R, K, C]."""
        return sum(table(codes[:, k]) for k, table in enumerate(self._decoder.embed_tokens))

    def advance(self, hidden: Tensor, places: Tensor, cache: KeyValueCache, attended: int) -> Tensor:
        """Read C further columns and return the last one's logits [R, K, V].

        hidden: [R, C, D] without positions. places: [C] int64, consecutive, where they stand in the cache. attended:
        how many places attention looks at, more than the last of `places`.
        """
        since_first = (places - cache.first_place[:, None]).clamp_min(0)
        hidden = hidden + self._positions[since_first]
        place = torch.arange(attended, device=hidden.device)
        # A padding column sees itself, so that no row is empty; nobody else ever sees it.
        mask = ((place <= places[:, None]) & (place >= cache.first_place[:, None, None])) | (place == places[:, None])
        for layer, own, prompt in zip(self._decoder.layers, cache.own, cache.prompt, strict=True):
            normed = layer.self_attn_layer_norm(hidden)
            own[0].index_copy_(2, places, self._split(layer.self_attn.k_proj(normed)))
            own[1].index_copy_(2, places, self._split(layer.self_attn.v_proj(normed)))
            hidden = hidden + self._attend(layer.self_attn, normed, own[:, :, :, :attended], mask[:, None])
            if self._reads_prompt_aside:
                normed = layer.encoder_attn_layer_norm(hidden)
                hidden = hidden + self._attend(layer.encoder_attn, normed, prompt, cache.prompt_mask)
            normed = layer.final_layer_norm(hidden)
            hidden = hidden + layer.fc2(layer.activation_fn(layer.fc1(normed)))
        last = self._decoder.layer_norm(hidden[:, -1])
        return torch.stack([head(last) for head in self._heads], dim=1)

    def _attend(self, attention: Attention, normed: Tensor, keys_values: Tensor, mask: Tensor) -> Tensor:
        query = self._split(attention.q_proj(normed))
        read = functional.scaled_dot_product_attention(query, keys_values[0], keys_values[1], attn_mask=mask)
        return attention.out_proj(read.transpose(1, 2).flatten(2))

    def _split(self, projected: Tensor) -> Tensor:
        """[R, C, D] -> [R, heads, C, width]."""
        return projected.unflatten(2, (self._head_count, -1)).transpose(1, 2)
