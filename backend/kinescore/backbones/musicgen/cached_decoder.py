"""MusicGen's decoder, one step at a time over buffers of fixed size, on transformers' own weights.

`generate` of transformers grows its cache at every step, reads the prompt's keys again and asks the device for values;
here the prompt is read once, every buffer keeps its address, and nothing is read back, so that the step can be compiled
into one graph.
"""

from __future__ import annotations

import math
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from kinescore.backbones.musicgen.kv_cache import CacheShape, KeyValueCache
from kinescore.backbones.musicgen.parts import DecoderModel

PLACES_STEP = 128
"""A cache has a multiple of this many places, so that few different shapes have to be compiled."""
ROW_STEPS = {"cpu": 4}
OTHER_ROW_STEP = 32
"""A step's matrices have a multiple of so many rows, by kind of device: multiplications choose their order of summing
by the number of rows, and a row must come out to the bit as it does alone. Intel's library has one order from four rows
on, and takes no longer for four than for two; a GPU takes no longer for 32, and so has one number of rows only."""


def rounded_up(count: int, step: int) -> int:
    """Return the next multiple of `step`."""
    return step * math.ceil(count / step)


class Attention(Protocol):
    """What every attention of transformers' decoders has at its ends."""

    q_proj: nn.Linear
    out_proj: nn.Linear


class CachedDecoder:
    """The forward pass of a frozen decoder, with its cache handed in. code_count: how many codes a codebook has."""

    def __init__(self, model: DecoderModel) -> None:
        self._decoder, self._heads = model.model.decoder, model.lm_heads
        heads = model.config.num_attention_heads
        self._shape = CacheShape(len(self._decoder.layers), heads, model.config.hidden_size // heads)
        self._reads_prompt_aside = hasattr(self._decoder.layers[0], "encoder_attn")
        self.code_count = model.config.vocab_size
        self._positions = torch.empty(0, model.config.hidden_size, dtype=model.dtype, device=model.device)

    @property
    def device(self) -> torch.device:
        """Where it runs."""
        return self._positions.device

    @property
    def row_step(self) -> int:
        """Steps are taken on a multiple of so many rows."""
        return ROW_STEPS.get(self.device.type, OTHER_ROW_STEP)

    def new_cache(self, rows: int, places: int, prompt_length: int) -> KeyValueCache:
        """Return an empty cache for `rows` sequences of up to `places` and prompts of `prompt_length`."""
        places = rounded_up(places, PLACES_STEP)
        if len(self._positions) < places:
            table = self._decoder.embed_positions.get_embedding(places, self._positions.shape[1])
            self._positions = table.to(self._positions)
        return self._shape.new(rows, places, prompt_length, self._positions)

    def most_rows(self, places: int, prompt_length: int) -> int:
        """Return how many rows of such a cache have room."""
        return self._shape.most_rows(rounded_up(places, PLACES_STEP), prompt_length, self._positions)

    def read_prompt(self, cache: KeyValueCache, states: Tensor, mask: Tensor) -> None:
        """Compute keys and values of the prompts once. states: [R, L, D], zero where masked; mask: [R, L] bool.

        A null prompt, all masked, attends everywhere: its states are zero, and so are all values that it finds.
        """
        if not self._reads_prompt_aside:
            return
        for layer, kept in zip(self._decoder.layers, cache.layers, strict=True):
            kept.prompt_keys.copy_(self._split(layer.encoder_attn.k_proj(states)))
            kept.prompt_values.copy_(self._split(layer.encoder_attn.v_proj(states)))
        cache.prompt_mask.copy_((mask | ~mask.any(dim=1, keepdim=True))[:, None, None])

    def embed(self, codes: Tensor) -> Tensor:
        """Return [R, C, D], the summed embeddings of codes [R, K, C]."""
        return sum(table(codes[:, k]) for k, table in enumerate(self._decoder.embed_tokens))

    def advance(self, hidden: Tensor, places: Tensor, cache: KeyValueCache, attended: int, row_step: int = 1) -> Tensor:
        """Read C further columns and return the last one's logits [R, K, V].

        hidden: [R, C, D] without positions. places: [C] int64, consecutive, where they stand in the cache. attended:
        how many places attention looks at, more than the last of `places`. row_step: the layers work on a multiple of
        so many rows.
        """
        count = len(hidden)
        since_first = (places - cache.first_place[:, None]).clamp_min(0)
        hidden = _with_rows(hidden + self._positions[since_first], rounded_up(count, row_step))
        place = torch.arange(attended, device=hidden.device)
        # A padding column sees itself, so that no row is empty; nobody else ever sees it.
        mask = ((place <= places[:, None]) & (place >= cache.first_place[:, None, None])) | (place == places[:, None])
        for layer, kept in zip(self._decoder.layers, cache.layers, strict=True):
            normed = layer.self_attn_layer_norm(hidden)
            kept.own_keys.index_copy_(2, places, self._split(layer.self_attn.k_proj(normed))[:count])
            kept.own_values.index_copy_(2, places, self._split(layer.self_attn.v_proj(normed))[:count])
            keys, values = kept.own_keys[:, :, :attended], kept.own_values[:, :, :attended]
            hidden = hidden + self._attend(layer.self_attn, normed, keys, values, mask[:, None])
            if self._reads_prompt_aside:
                normed = layer.encoder_attn_layer_norm(hidden)
                keys, values = kept.prompt_keys, kept.prompt_values
                hidden = hidden + self._attend(layer.encoder_attn, normed, keys, values, cache.prompt_mask)
            normed = layer.final_layer_norm(hidden)
            hidden = hidden + layer.fc2(layer.activation_fn(layer.fc1(normed)))
        last = self._decoder.layer_norm(hidden[:, -1])
        return torch.stack([head(last) for head in self._heads], dim=1)[:count]

    def _attend(self, attention: Attention, normed: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tensor:
        """Each row of `keys` is attended to by its own; there is nothing to see for the rows beyond."""
        query = self._split(attention.q_proj(normed))[: len(keys)]
        attend = _attended_by_one if keys.device.type == "cpu" and query.shape[2] == 1 else _attended
        read = attend(query, keys, values, mask)
        return attention.out_proj(_with_rows(read.transpose(1, 2).flatten(2), len(normed)))

    def _split(self, projected: Tensor) -> Tensor:
        """[R, C, D] -> [R, heads, C, width]."""
        return projected.unflatten(2, (self._shape.heads, -1)).transpose(1, 2)


def _attended(query: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tensor:
    return functional.scaled_dot_product_attention(query, keys, values, attn_mask=mask)


def _attended_by_one(query: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tensor:
    """The same for a single column, [R, heads, 1, width]. Torch's own on the CPU gives a row other last bits on another
    thread, and with more rows it is on another."""
    likeness = (query * query.shape[-1] ** -0.5) @ keys.transpose(2, 3)
    return likeness.masked_fill(~mask, -math.inf).softmax(dim=-1) @ values


def _with_rows(hidden: Tensor, rows: int) -> Tensor:
    """[R, C, D] -> [rows, C, D], zeros at the end."""
    return hidden if rows == len(hidden) else functional.pad(hidden, (0, 0, 0, 0, 0, rows - len(hidden)))
