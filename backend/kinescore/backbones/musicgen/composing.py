"""Pieces of any length, made side by side: each window continues the music of the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.backbones.base import Piece, PromptEmbeddings, require_prompts
from kinescore.backbones.musicgen.decoding import DecodingLoop, WindowDecoder, WindowTask
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.musicgen.row_proof import RowsDiffer
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import FrameWindow
from kinescore.backbones.spans import alike
from kinescore.progress import Report

MOST_TOGETHER = 16
"""Pieces side by side; more hardly save time."""


@dataclass(frozen=True)
class PlannedPiece:
    """A piece and its windows. lead: codes [K, P] of music that it goes on from, which the first window knows.
    tunes: chroma [T, pitches] for each window, for models that read a melody; none for others.

    Raises BackboneError where it has not one prompt per window.
    """

    piece: Piece
    windows: tuple[FrameWindow, ...]
    lead: Tensor
    tunes: tuple[Tensor, ...] = ()

    def __post_init__(self) -> None:
        require_prompts(self.piece, self.windows)


class Composing:
    """Makes pieces with one loop. longest: frames of the longest window that there is to be room for."""

    def __init__(self, loop: DecodingLoop, reader: PromptReader, sampling: MusicgenSampling, longest: int) -> None:
        self._loop, self._reader, self._sampling, self._longest = loop, reader, sampling, longest
        self._is_guided = sampling.guidance != 1.0

    def codes(self, planned: Sequence[PlannedPiece], report: Report) -> list[Tensor]:
        """Return codes [K, P + T] for each piece with its lead, the same to the bit whatever is made beside it.

        `report` hears every step of every window.
        """
        batches = self.batches(planned)
        work = [sum(_added([planned[index] for index in batch])) for batch in batches]
        made: dict[int, Tensor] = {}
        for number, batch in enumerate(batches):
            part = _part(report, work, number)
            made.update(zip(batch, self._together([planned[index] for index in batch], part), strict=True))
        return [made[index] for index in range(len(planned))]

    def batches(self, planned: Sequence[PlannedPiece]) -> list[list[int]]:
        """Return which are made side by side: they have as many windows, and prompts of one shape, so that nothing is
        padded for another."""
        longest_prompt = max(plan.piece.prompts.mask.shape[1] for plan in planned)
        places = self._loop.pattern.columns(self._longest) + longest_prompt
        room = self._loop.decoder.most_rows(places, longest_prompt) // self._rows(1)
        kinds = [(len(plan.windows), plan.lead.shape[1], self._reader.shape_of(plan.piece.prompts)) for plan in planned]
        return alike(kinds, min(max(1, room), MOST_TOGETHER))

    def _rows(self, pieces: int) -> int:
        return 2 * pieces if self._is_guided else pieces

    def _together(self, batch: Sequence[PlannedPiece], report: Report) -> list[Tensor]:
        if self._loop.proof.may_hold(self._rows(len(batch))):
            try:
                return self._decoded(batch, report)
            except RowsDiffer:
                pass
        alone = [1] * len(batch)
        return [self._decoded([plan], _part(report, alone, number))[0] for number, plan in enumerate(batch)]

    def _decoded(self, batch: Sequence[PlannedPiece], report: Report) -> list[Tensor]:
        pieces, decoder = [plan.piece for plan in batch], None
        noise = self._loop.noise([piece.seed for piece in pieces], self._sampling)
        made, work = [plan.lead for plan in batch], _added(batch)
        for index in range(len(work)):
            windows = [plan.windows[index] for plan in batch]
            task = WindowTask(
                self._reader.for_decoder(_prompts_of(pieces, index), self._is_guided, _tunes_of(batch, index)),
                torch.stack([codes[:, window.start :] for codes, window in zip(made, windows, strict=True)]),
                tuple(window.length for window in windows),
            )
            decoder = decoder or WindowDecoder(self._loop, task.prompt, self._longest, self._sampling)
            new = decoder.decode(task, noise, _part(report, work, index))
            made = [
                torch.cat([codes, more[:, window.known : window.length]], dim=1)
                for codes, more, window in zip(made, new, windows, strict=True)
            ]
        return made


def _prompts_of(pieces: Sequence[Piece], index: int) -> PromptEmbeddings:
    """Return the prompts of the pieces' windows at `index` as one batch."""
    return PromptEmbeddings(
        torch.stack([piece.prompts.embeddings[index] for piece in pieces]),
        torch.stack([piece.prompts.mask[index] for piece in pieces]),
    )


def _tunes_of(batch: Sequence[PlannedPiece], index: int) -> Tensor | None:
    """Return what the windows at `index` hear of a tune [B, T, pitches]; None where the model reads none."""
    return torch.stack([plan.tunes[index] for plan in batch]) if batch[0].tunes else None


def _added(batch: Sequence[PlannedPiece]) -> list[int]:
    """Frames that each window adds, of the piece where it adds most."""
    side_by_side = zip(*(plan.windows for plan in batch), strict=True)
    return [max(window.length - window.known for window in windows) for windows in side_by_side]


def _part(report: Report, work: Sequence[int], number: int) -> Report:
    """Return what part `number` reports its own fraction to, where the parts are as much work as `work` says."""
    before, own, total = sum(work[:number]), work[number], sum(work)
    return lambda phase, fraction: report(phase, (before + own * fraction) / total)
