"""The decoding loop: prompts -> codes, one window after another, several pieces side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.backbones.musicgen.cached_decoder import CachedDecoder, Memory, rounded_up
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.prompt_reader import PrefixedPrompt
from kinescore.backbones.musicgen.sampling import MusicgenSampling, NoiseSource, choose
from kinescore.progress import Report


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
    """Draws codes from a decoder. compiled: turn the step into one graph (see `Runtime`)."""

    def __init__(self, decoder: CachedDecoder, pattern: DelayPattern, compiled: bool) -> None:
        self._decoder, self._pattern, self._compiled = decoder, pattern, compiled
        self._step = self._compiled_step() if compiled else self._next_codes

    def new_memory(self, prompt: PrefixedPrompt, frames: int) -> Memory:
        """Return memory for windows of up to `frames` with prompts shaped like `prompt`."""
        rows, length = prompt.mask.shape
        places = prompt.prefix.shape[1] + self._pattern.columns(frames)
        memory = self._decoder.new_memory(rows, places, length)
        if self._compiled:
            memory.keep_addresses()
        return memory

    def noise(self, seeds: Sequence[int]) -> NoiseSource:
        """Return the random choices of pieces with these seeds."""
        return NoiseSource(seeds, (self._pattern.codebooks, self._decoder.code_count), self._decoder.device)

    def no_codes(self) -> Tensor:
        """Return codes [K, 0], where a piece begins."""
        return torch.empty(self._pattern.codebooks, 0, dtype=torch.int64, device=self._decoder.device)

    def decode(
        self, task: WindowTask, memory: Memory, noise: NoiseSource, sampling: MusicgenSampling, report: Report
    ) -> Tensor:
        """Return codes [B, K, longest of `task.frames`]; a shorter piece ends in filler. `report` hears each step."""
        longest, known = max(task.frames), task.known.shape[2]
        columns = self._pattern.columns(longest)
        sequence = self._pattern.spread(task.known, longest)
        free = self._pattern.free_places(known, torch.tensor(task.frames, device=sequence.device), columns)
        prefix = task.prompt.prefix.shape[1]
        places = torch.arange(prefix + columns, device=sequence.device)
        self._read(task.prompt, sequence[:, :, :known], places[: prefix + known], memory)
        for column in range(known, columns - 1):
            report("composing", (column - known) / (columns - 1 - known))
            place = prefix + column
            attended = memory.places if self._compiled else rounded_up(place + 1)
            drawn = self._step(
                sequence[:, :, column], places[place : place + 1], memory, noise.draw(), attended, sampling
            )
            following = sequence[:, :, column + 1]
            sequence[:, :, column + 1] = torch.where(free[:, :, column + 1], drawn, following)
        return self._pattern.gather(sequence, longest)

    def _read(self, prompt: PrefixedPrompt, known: Tensor, places: Tensor, memory: Memory) -> None:
        """Read the prompt, and what comes before the first step, in one go."""
        memory.first_place.copy_(prompt.first_place)
        self._decoder.read_prompt(memory, prompt.states, prompt.mask)
        spelled = _for_each_row(self._decoder.spell(known), len(prompt.mask))
        hidden = torch.cat([prompt.prefix, spelled], dim=1)
        if hidden.shape[1]:
            self._decoder.advance(hidden, places, memory, rounded_up(hidden.shape[1]))

    def _compiled_step(self) -> Callable[..., Tensor]:
        """On CUDA the step also becomes one CUDA graph: a single launch in place of several hundred."""
        mode = "reduce-overhead" if self._decoder.device.type == "cuda" else "default"
        return torch.compile(self._next_codes, fullgraph=True, dynamic=False, mode=mode)

    def _next_codes(
        self,
        codes: Tensor,
        place: Tensor,
        memory: Memory,
        noise: Tensor,
        attended: int,
        sampling: MusicgenSampling,
    ) -> Tensor:
        """codes [B, K] of one column -> [B, K] of the next."""
        hidden = _for_each_row(self._decoder.spell(codes[:, :, None]), len(memory.first_place))
        return choose(self._decoder.advance(hidden, place, memory, attended), noise, sampling)


def _for_each_row(hidden: Tensor, rows: int) -> Tensor:
    """Repeat [B, ...] for the null prompts, if there are any."""
    return hidden.repeat(rows // len(hidden), *([1] * (hidden.ndim - 1)))
