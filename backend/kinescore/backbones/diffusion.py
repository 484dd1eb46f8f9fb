"""What backbones that denoise have in common: files, settings, starting noise, the loop over all windows at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch
from diffusers import DiffusionPipeline
from diffusers.schedulers.scheduling_utils import SchedulerOutput
from diffusers.utils import logging
from torch import Tensor

from kinescore.backbones.base import Piece, Sampling, Window, require_length, require_prompts, require_setting
from kinescore.backbones.spans import ColumnSpan, alike, blended, overlapped
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.quiet import quieten
from kinescore.progress import Report
from kinescore.sound.audio import Audio

LONGEST_WINDOW_SECONDS = 40.0
BEYOND_SECONDS = 0.5
"""Of a guide so much is heard beyond the piece, where its last window may reach; an end mirrors what is before it."""

Predict = Callable[[Tensor, Sequence[int], Tensor], Tensor]
"""predict(noisy [R, ..., length], which windows they are, time step) -> what the scheduler wants, of the same shape."""

Pipeline = TypeVar("Pipeline", bound=DiffusionPipeline)
Part = TypeVar("Part")


class Scheduler(Protocol):
    """What is asked of a scheduler of diffusers, its time steps set."""

    timesteps: Tensor

    def step(self, model_output: Tensor, timestep: Tensor, sample: Tensor) -> SchedulerOutput:
        """Take one time step of `sample`, all of the same shape."""
        ...


class NoisingScheduler(Scheduler, Protocol):
    """A scheduler that knows how noisy the start of each step is."""

    def add_noise(self, original_samples: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """Return samples [B, ...] with as much of `noise` as the steps at `timesteps` [B] begin with."""
        ...


def load_pipeline(
    source: ModelSource, kind: type[Pipeline], without: Collection[str] = (), **options: object
) -> Pipeline:
    """Return the pipeline at `source`, on the CPU, `without` some of its parts.

    Raises BackboneError for another kind, and as `ModelSource.load_weights`.
    """
    if (found := source.kind()) != kind.__name__:
        raise BackboneError(f"'{source.name}' holds {found}, not {kind.__name__}.", "Choose the engine it is for.")
    quieten(logging)
    return source.load_weights(kind.from_pretrained, without, **options)


def part_of(pipeline: DiffusionPipeline, name: str, kind: type[Part]) -> Part:
    """Return a part of `pipeline`, such as its "unet". Raises BackboneError where it is of another kind or missing."""
    part = getattr(pipeline, name, None)
    if not isinstance(part, kind):
        raise BackboneError(f"The model's {name} is of the kind {type(part).__name__}, not {kind.__name__}.")
    return part


@dataclass(frozen=True)
class DiffusionSampling(Sampling):
    """steps: how often the model is asked. window_seconds: stretch that the model hears at once, and that one prompt
    stands for. stride_seconds: from one window's start to the next; the less, the more they overlap.

    Raises BackboneError naming the field.
    """

    guidance: float
    steps: int
    window_seconds: float
    stride_seconds: float

    def __post_init__(self) -> None:
        require_setting("guidance", self.guidance, 0.0, 100.0)
        require_setting("number of steps", self.steps, 1, 1000)
        require_setting("window", self.window_seconds, 0.1, LONGEST_WINDOW_SECONDS)
        require_setting("stride", self.stride_seconds, 0.05, self.window_seconds)

    def spans(self, seconds: float, columns_per_second: float) -> tuple[ColumnSpan, ...]:
        """Return the windows of a piece of `seconds` in columns. Raises BackboneError for a length that is none."""
        require_length(seconds)
        total = max(1, math.ceil(round(seconds * columns_per_second, 6)))
        window = max(1, round(self.window_seconds * columns_per_second))
        stride = max(1, math.floor(self.stride_seconds * columns_per_second))
        return overlapped(total, window, stride)

    def windows(self, seconds: float, columns_per_second: float) -> tuple[Window, ...]:
        """Return the same in seconds. The last may reach a part of a column beyond the end."""
        return tuple(
            Window(span.start / columns_per_second, span.length / columns_per_second)
            for span in self.spans(seconds, columns_per_second)
        )


@dataclass(frozen=True)
class Canvas:
    """Several pieces side by side, so that one scheduler, whose steps look at each value alone, serves them all.

    noise: [..., total] float32, where denoising starts. pieces: their columns. windows: those of all pieces, in order.
    owners: which piece each window is of. prompts: [W, L, D], mask: [W, L], one row a window.
    """

    noise: Tensor
    pieces: tuple[ColumnSpan, ...]
    windows: tuple[ColumnSpan, ...]
    owners: tuple[int, ...]
    prompts: Tensor
    mask: Tensor

    def batches(self, most: int) -> list[list[int]]:
        """Return which windows the model is asked about together: at most so many, equally long, with prompts of one
        length, and of one piece. Convolutions are computed otherwise in batches of another size, and a piece is to
        come out to the bit as it does alone; a model that is busy with one window gains nothing by several."""
        used = self.mask.sum(dim=1).tolist()
        return alike([(own, s.length, n) for own, s, n in zip(self.owners, self.windows, used, strict=True)], most)


def canvas_for(
    pieces: Sequence[Piece], sampling: DiffusionSampling, columns_per_second: float, column_shape: tuple[int, ...]
) -> Canvas:
    """Lay `pieces` side by side. Raises BackboneError for a piece whose prompts do not match its windows.

    The noise depends on seed and place alone, not on length or device: a longer piece starts like a shorter one.
    """
    noise: list[Tensor] = []
    places: list[ColumnSpan] = []
    windows: list[ColumnSpan] = []
    owners: list[int] = []
    start = 0
    for number, piece in enumerate(pieces):
        spans = sampling.spans(piece.seconds, columns_per_second)
        require_prompts(piece, spans)
        total = spans[-1].start + spans[-1].length
        generator = torch.Generator().manual_seed(piece.seed)
        noise.append(torch.randn(total, *column_shape, generator=generator).movedim(0, -1))
        places.append(ColumnSpan(start, total))
        windows.extend(ColumnSpan(start + span.start, span.length) for span in spans)
        owners += [number] * len(spans)
        start += total
    length = max(piece.prompts.mask.shape[1] for piece in pieces)
    return Canvas(
        noise=torch.cat(noise, dim=-1),
        pieces=tuple(places),
        windows=tuple(windows),
        owners=tuple(owners),
        prompts=torch.cat([_padded(piece.prompts.embeddings, length) for piece in pieces]),
        mask=torch.cat([_padded(piece.prompts.mask, length) for piece in pieces]),
    )


def guide_latents(canvas: Canvas, pieces: Sequence[Piece], latents_of: Callable[[Audio], Tensor]) -> Tensor:
    """Return the latents [..., total] of the guides that all `pieces` have. latents_of: [..., T] of a guide's sound."""
    parts = []
    for place, piece in zip(canvas.pieces, pieces, strict=True):
        assert piece.guide is not None
        sound = piece.guide.audio
        heard = Audio(sound.part(0, round((piece.seconds + BEYOND_SECONDS) * sound.rate)), sound.rate)
        latents = latents_of(heard)[..., : place.length].to(canvas.noise)
        missing = latents[..., -1:].expand(*latents.shape[:-1], place.length - latents.shape[-1])
        parts.append(torch.cat([latents, missing], dim=-1))
    return torch.cat(parts, dim=-1)


def by_guide(pieces: Sequence[Piece]) -> list[list[int]]:
    """Return the places of pieces that keep to their guides by the same share, which are denoised in the same steps."""
    return alike([0.0 if piece.guide is None else piece.guide.share for piece in pieces], len(pieces))


def in_groups(
    pieces: Sequence[Piece],
    groups: Sequence[Sequence[int]],
    make: Callable[[list[Piece], Report], list[Audio]],
    report: Report,
) -> list[Audio]:
    """Return what `make` makes of each group of `pieces`, in their order; `report` hears one way for all of them."""
    made: dict[int, Audio] = {}
    for group in groups:
        done, share = len(made) / len(pieces), len(group) / len(pieces)

        def part(phase: str, fraction: float, done: float = done, share: float = share) -> None:
            report(phase, done + share * fraction)

        made.update(zip(group, make([pieces[place] for place in group], part), strict=True))
    return [made[place] for place in range(len(pieces))]


def denoise(
    scheduler: Scheduler,
    canvas: Canvas,
    batches: Sequence[Sequence[int]],
    predict: Predict,
    device: torch.device,
    report: Report,
    first: int = 0,
) -> Tensor:
    """Return the denoised canvas [..., total] float32 on `device`.

    scheduler: fresh, with its time steps set. batches: indices of windows that are predicted together; together they
    bound the memory. first: step to begin with, where the canvas is no mere noise. `report` is called before each batch
    of each step.
    """
    image = canvas.noise.to(device)
    times = scheduler.timesteps[first:]
    calls = len(times) * len(batches)
    for step, time in enumerate(times):
        predictions: dict[int, Tensor] = {}
        for number, batch in enumerate(batches):
            report("denoising", (step * len(batches) + number) / calls)
            noisy = torch.stack([image[..., canvas.windows[index].columns] for index in batch])
            predictions.update(zip(batch, predict(noisy, batch, time), strict=True))
        agreed = blended([predictions[index] for index in range(len(canvas.windows))], canvas.windows, image.shape[-1])
        image = scheduler.step(agreed, time, image).prev_sample
    return image


def _padded(rows: Tensor, length: int) -> Tensor:
    """[W, L, ...] -> [W, length, ...], zeros at the end."""
    return torch.cat([rows, rows.new_zeros(len(rows), length - rows.shape[1], *rows.shape[2:])], dim=1)
