"""The decoding loop: prompts -> codes, one window after another, several pieces side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.backbones.musicgen.cached_decoder import CachedDecoder, rounded_up
from kinescore.backbones.musicgen.cuda_graph import GraphedStep
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.kv_cache import KeyValueCache
from kinescore.backbones.musicgen.prompt_reader import PrefixedPrompt
from kinescore.backbones.musicgen.row_proof import RowProof
from kinescore.backbones.musicgen.sampling import MusicgenSampling, NoiseSource, choose
from kinescore.progress import Report

ATTENDED_STEP = 16
"""Attention looks at places up to a multiple of this: as few as possible, in shapes that its kernels like."""


@dataclass(frozen=True)
class WindowTask:
    """One window of B pieces at once.

    prompt: of R rows, B or 2B with guidance. known: [B, K, O] codes at the window's start. frames: B numbers above O,
    how long the window of each piece is.
    """

    prompt: PrefixedPrompt
    known: Tensor
    frames: tuple[int, ...]


class DecodingLoop:
    """Draws codes from a decoder. compiled: turn the step into one graph (see `Runtime`).

    is_replayed: the step is recorded once as a CUDA graph and launched as one, compiled or not.
    """

    def __init__(self, decoder: CachedDecoder, pattern: DelayPattern, compiled: bool) -> None:
        self.decoder, self.pattern, self.is_compiled = decoder, pattern, compiled
        self.is_replayed = decoder.device.type == "cuda"
        self.next_logits = torch.compile(self._next_logits, dynamic=False) if compiled else self._next_logits
        self.proof = RowProof(self.next_logits)

    def noise(self, seeds: Sequence[int], sampling: MusicgenSampling) -> NoiseSource:
        """Return the random choices of pieces with these seeds."""
        candidates = min(sampling.top_k, self.decoder.code_count)
        return NoiseSource(seeds, (self.pattern.codebooks, candidates), self.decoder.device)

    def no_codes(self) -> Tensor:
        """Return codes [K, 0], where a piece begins."""
        return torch.empty(self.pattern.codebooks, 0, dtype=torch.int64, device=self.decoder.device)

    def _next_logits(self, codes: Tensor, place: Tensor, attended: int, cache: KeyValueCache) -> Tensor:
        """codes [B, K] of one column, its place [1] -> logits [R, K, V] of the next column."""
        hidden = _for_each_row(self.decoder.embed(codes[:, :, None]), len(cache.first_place))
        return self.decoder.advance(hidden, place, cache, attended, self.decoder.row_step)


class WindowDecoder:
    """A decoding loop with a cache for windows of one shape: so many rows, so long."""

    def __init__(self, loop: DecodingLoop, prompt: PrefixedPrompt, frames: int, sampling: MusicgenSampling) -> None:
        """prompt: of the first window; the others have its shape. frames: of the longest window."""
        self._loop, self._sampling = loop, sampling
        rows, length = prompt.mask.shape
        places = prompt.prefix.shape[1] + loop.pattern.columns(frames)
        self._cache = loop.decoder.new_cache(rows, places, length)
        self._graphed: GraphedStep | None = None

    def decode(self, task: WindowTask, noise: NoiseSource, report: Report) -> Tensor:
        """Return codes [B, K, longest of `task.frames`]; a shorter piece ends in filler. `report` hears each step.

        Raises RowsDiffer where the pieces have to be decoded one after another.
        """
        longest, known = max(task.frames), task.known.shape[2]
        columns = self._loop.pattern.columns(longest)
        sequence = self._loop.pattern.spread(task.known, longest)
        free = self._loop.pattern.free_places(known, torch.tensor(task.frames, device=sequence.device), columns)
        prefix = task.prompt.prefix.shape[1]
        places = torch.arange(prefix + columns, device=sequence.device)
        self._read(task.prompt, sequence[:, :, :known], places[: prefix + known])
        for column in range(known, columns - 1):
            report("composing", (column - known) / (columns - 1 - known))
            codes, place = sequence[:, :, column].contiguous(), places[prefix + column].reshape(1)
            attended = self._attended(prefix + column)
            self._loop.proof.require(codes, place, attended, self._cache)
            drawn = self._step(codes, place, noise.draw(), attended)
            following = sequence[:, :, column + 1]
            sequence[:, :, column + 1] = torch.where(free[:, :, column + 1], drawn, following)
        return self._loop.pattern.gather(sequence, longest)

    def _read(self, prompt: PrefixedPrompt, known: Tensor, places: Tensor) -> None:
        """Read the prompt, and what comes before the first step, in one go for each row: long enough to keep a machine
        busy, and so no row is read in other shapes than alone."""
        self._cache.first_place.copy_(prompt.first_place)
        embedded = _for_each_row(self._loop.decoder.embed(known), len(prompt.mask))
        for index in range(len(prompt.mask)):
            row, own = self._cache.row(index), slice(index, index + 1)
            self._loop.decoder.read_prompt(row, prompt.states[own], prompt.mask[own])
            hidden = torch.cat([prompt.prefix[own], embedded[own]], dim=1)
            if hidden.shape[1]:
                self._loop.decoder.advance(hidden, places, row, hidden.shape[1])

    def _attended(self, place: int) -> int:
        """A step that is compiled or recorded always attends to all places, so that there is one of it."""
        is_fixed = self._loop.is_compiled or self._loop.is_replayed
        return self._cache.places if is_fixed else rounded_up(place + 1, ATTENDED_STEP)

    def _step(self, codes: Tensor, place: Tensor, noise: Tensor, attended: int) -> Tensor:
        def step(codes: Tensor, place: Tensor, noise: Tensor) -> Tensor:
            return choose(self._loop.next_logits(codes, place, attended, self._cache), noise, self._sampling)

        if not self._loop.is_replayed:
            return step(codes, place, noise)
        self._graphed = self._graphed or GraphedStep(step, codes, place, noise)
        return self._graphed(codes, place, noise)


def _for_each_row(hidden: Tensor, rows: int) -> Tensor:
    """Repeat [B, ...] for the null prompts, if there are any."""
    return hidden.repeat(rows // len(hidden), *([1] * (hidden.ndim - 1)))
