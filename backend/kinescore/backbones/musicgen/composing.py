"""Pieces of any length, made side by side: each window continues the music of the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from kinescore.backbones.base import Piece, PromptEmbeddings, require_prompts
from kinescore.backbones.musicgen.decoding import DecodingLoop, WindowDecoder, WindowTask
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import FrameWindow
from kinescore.progress import Report


@dataclass(frozen=True)
class PlannedPiece:
    """A piece and its windows. Raises BackboneError where it has not one prompt per window."""

    piece: Piece
    windows: tuple[FrameWindow, ...]

    def __post_init__(self) -> None:
        require_prompts(self.piece, self.windows)


def compose_codes(
    loop: DecodingLoop,
    reader: PromptReader,
    planned: Sequence[PlannedPiece],
    sampling: MusicgenSampling,
    report: Report,
) -> list[Tensor]:
    """Return codes [K, T] for each piece. `report` hears every step of every window."""
    made = [loop.no_codes() for _ in planned]
    noise = loop.noise([plan.piece.seed for plan in planned], sampling)
    longest = max(window.length for plan in planned for window in plan.windows)
    going, decoder = list(range(len(planned))), None
    progress = _WindowProgress(planned, report)
    for index in range(max(len(plan.windows) for plan in planned)):
        left = [row for row in going if index < len(planned[row].windows)]
        if left != going:
            noise.keep([going.index(row) for row in left])
            going, decoder = left, None
        windows = [planned[row].windows[index] for row in going]
        task = WindowTask(
            reader.for_decoder(_prompts_of([planned[row].piece for row in going], index), sampling.guidance != 1.0),
            torch.stack([made[row][:, window.start :] for row, window in zip(going, windows, strict=True)]),
            tuple(window.length for window in windows),
        )
        decoder = decoder or WindowDecoder(loop, task.prompt, longest, sampling)
        codes = decoder.decode(task, noise, progress.of_window(index))
        for row, window, new in zip(going, windows, codes, strict=True):
            made[row] = torch.cat([made[row], new[:, window.known : window.length]], dim=1)
    return made


def _prompts_of(pieces: Sequence[Piece], index: int) -> PromptEmbeddings:
    """Return the prompts of the pieces' windows at `index` as one batch, padded to the longest."""
    prompts = [piece.prompts for piece in pieces]
    length = max(prompt.mask.shape[1] for prompt in prompts)
    missing = [length - prompt.mask.shape[1] for prompt in prompts]
    return PromptEmbeddings(
        torch.stack(
            [functional.pad(p.embeddings[index], (0, 0, 0, count)) for p, count in zip(prompts, missing, strict=True)]
        ),
        torch.stack([functional.pad(p.mask[index], (0, count)) for p, count in zip(prompts, missing, strict=True)]),
    )


class _WindowProgress:
    """One fraction over all windows, each counted by the frames it adds."""

    def __init__(self, planned: Sequence[PlannedPiece], report: Report) -> None:
        most = max((plan.windows for plan in planned), key=len)
        self._added = [window.length - window.known for window in most]
        self._report = report

    def of_window(self, index: int) -> Report:
        """Return what window `index` reports its own fraction to."""
        before, own, total = sum(self._added[:index]), self._added[index], sum(self._added)
        return lambda phase, fraction: self._report(phase, (before + own * fraction) / total)
