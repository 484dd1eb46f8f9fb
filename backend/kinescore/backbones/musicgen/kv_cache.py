"""What MusicGen's decoder remembers of its rows between steps, in buffers of fixed size and address."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

CPU_BYTES = 6 * 2**30
"""So much the rows that are decoded side by side may remember together; on CUDA, half of what is free."""


@dataclass(frozen=True)
class LayerCache:
    """Keys and values of one layer. own: [R, heads, places, width], of the sequence. prompt: [R, heads, L, width], of
    the prompt, L 0 where the model reads it as part of the sequence (melody).

    Tensors of their own: a compiler turns writing into a part of a larger one into a copy of the whole.
    """

    own_keys: Tensor
    own_values: Tensor
    prompt_keys: Tensor
    prompt_values: Tensor

    def row(self, index: int) -> LayerCache:
        """Return one row; what is written to it is written here."""
        return LayerCache(*(tensor[index : index + 1] for tensor in vars(self).values()))

    def copied(self, rows: Tensor, places: int) -> LayerCache:
        """Return a copy of some rows with the first `places` of their sequence."""
        own = (self.own_keys[rows, :, :places], self.own_values[rows, :, :places])
        return LayerCache(*own, self.prompt_keys[rows], self.prompt_values[rows])


@dataclass(frozen=True)
class KeyValueCache:
    """What the decoder remembers of R rows; overwritten in place from window to window.

    prompt_mask: [R, 1, 1, L] bool, true where attended. first_place: [R] int64, places before it are padding.
    """

    layers: tuple[LayerCache, ...]
    prompt_mask: Tensor
    first_place: Tensor

    @property
    def places(self) -> int:
        """How long the sequence can be."""
        return self.layers[0].own_keys.shape[2]

    def row(self, index: int) -> KeyValueCache:
        """Return one row; what is written to it is written here."""
        kept = slice(index, index + 1)
        return KeyValueCache(
            tuple(layer.row(index) for layer in self.layers), self.prompt_mask[kept], self.first_place[kept]
        )

    def copied(self, rows: Tensor, places: int) -> KeyValueCache:
        """Return a copy of some rows with the first `places` of their sequence."""
        layers = tuple(layer.copied(rows, places) for layer in self.layers)
        return KeyValueCache(layers, self.prompt_mask[rows], self.first_place[rows])


@dataclass(frozen=True)
class CacheShape:
    """Of one row: layers, heads, and width of a head."""

    layers: int
    heads: int
    width: int

    def new(self, rows: int, places: int, prompt_length: int, like: Tensor) -> KeyValueCache:
        """Return an empty cache for sequences of up to `places` and prompts of `prompt_length`, numbers as `like`."""

        def empty(length: int) -> Tensor:
            return like.new_zeros(rows, self.heads, length, self.width)

        return KeyValueCache(
            layers=tuple(
                LayerCache(empty(places), empty(places), empty(prompt_length), empty(prompt_length))
                for _ in range(self.layers)
            ),
            prompt_mask=torch.ones(rows, 1, 1, prompt_length, dtype=torch.bool, device=like.device),
            first_place=torch.zeros(rows, dtype=torch.int64, device=like.device),
        )

    def most_rows(self, places: int, prompt_length: int, like: Tensor) -> int:
        """Return how many such rows have room, 0 where not even one."""
        room = torch.cuda.mem_get_info(like.device)[0] // 2 if like.device.type == "cuda" else CPU_BYTES
        row = 2 * self.layers * self.heads * self.width * (places + prompt_length) * like.element_size()
        return room // row
