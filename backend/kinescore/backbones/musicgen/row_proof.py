"""Proof, on the machine at hand, that pieces decoded side by side come out to the bit as each does alone.

Matrix multiplications may sum in another order for another number of rows, which differs by library, processor and
number format. `CachedDecoder.row_step` evens that out where it was measured; here it is seen whether it does so here,
on the music that is being made: once for each number of rows and each doubling of what attention looks at.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from kinescore.backbones.musicgen.kv_cache import KeyValueCache

NextLogits = Callable[[Tensor, Tensor, int, KeyValueCache], Tensor]


class RowsDiffer(Exception):
    """So many rows side by side come out otherwise than alone: make the pieces one after another."""


class RowProof:
    """What is known of this machine. next_logits: see `DecodingLoop`."""

    def __init__(self, next_logits: NextLogits) -> None:
        self._next_logits = next_logits
        self._held: set[tuple[int, int]] = set()
        self._broken: set[int] = set()

    def may_hold(self, rows: int) -> bool:
        """Whether so many rows have not been seen to differ."""
        return rows not in self._broken

    def require(self, codes: Tensor, place: Tensor, attended: int, cache: KeyValueCache) -> None:
        """Raise RowsDiffer where the next step of codes [B, K] differs in a bit from that of a piece alone."""
        rows, scale = len(cache.first_place), attended.bit_length()
        if len(codes) == 1 or (rows, scale) in self._held:
            return
        together = self._next_logits(codes, place, attended, cache)
        for piece in range(len(codes)):
            own = torch.arange(piece, rows, len(codes), device=codes.device)
            alone = self._next_logits(codes[piece : piece + 1], place, attended, cache.copied(own, attended))
            if not torch.equal(alone, together[own]):
                self._broken.add(rows)
                raise RowsDiffer
        self._held.add((rows, scale))
