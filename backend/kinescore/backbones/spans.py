"""Music of any length from models that hear a short stretch at once: overlapped spans of columns, blended.

A column is one step of a model's time axis. Used for denoising (Bar-Tal et al. 2023, "MultiDiffusion": all windows take
each step together, and agree on their average) and for autoencoders, whose memory it bounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.progress import Report


@dataclass(frozen=True)
class ColumnSpan:
    """`length` columns from `start` on."""

    start: int
    length: int

    @property
    def columns(self) -> slice:
        """The same, as a slice."""
        return slice(self.start, self.start + self.length)

    def scaled(self, factor: int) -> ColumnSpan:
        """The same stretch where each column has become `factor` of them."""
        return ColumnSpan(self.start * factor, self.length * factor)


def overlapped(total: int, length: int, stride: int) -> tuple[ColumnSpan, ...]:
    """Cover `total` columns with spans of `length`, `stride` apart; the last one moves back to end at the end.

    A single shorter span where `total` is less than `length`.
    """
    if total <= length:
        return (ColumnSpan(0, total),)
    count = 1 + math.ceil((total - length) / stride)
    return tuple(ColumnSpan(min(index * stride, total - length), length) for index in range(count))


def blended(parts: Iterable[Tensor], spans: Sequence[ColumnSpan], total: int) -> Tensor:
    """Return the weighted mean [..., total] float32 of `parts` [..., length], one for each span; no gap is allowed.

    A part weighs less towards its ends, so that one fades into the next. Where only one part is, it is taken as it is.
    """
    mixed, weights = torch.empty(0), torch.empty(0)
    for part, span in zip(parts, spans, strict=True):
        if mixed.numel() == 0:
            mixed, weights = part.new_zeros((*part.shape[:-1], total), dtype=torch.float32), torch.zeros(total)
        distance = torch.arange(span.length) + 0.5
        weight = torch.minimum(distance, span.length - distance)
        weights[span.columns] += weight
        mixed[..., span.columns] += part * weight.to(mixed)
    return mixed / weights.to(mixed)


def in_spans(
    work: Callable[[ColumnSpan], Tensor], spans: Sequence[ColumnSpan], factor: int, phase: str, report: Report
) -> Tensor:
    """Blend what `work` makes of each span, `factor` columns of each one. `report` is called before each."""

    def parts() -> Iterable[Tensor]:
        for done, span in enumerate(spans):
            report(phase, done / len(spans))
            yield work(span)

    end = max(span.start + span.length for span in spans)
    return blended(parts(), [span.scaled(factor) for span in spans], end * factor)


def alike(kinds: Sequence[Hashable], most: int) -> list[list[int]]:
    """Return batches of at most `most` indices whose `kinds` are equal, each kind in order."""
    by_kind: dict[Hashable, list[int]] = {}
    for index, kind in enumerate(kinds):
        by_kind.setdefault(kind, []).append(index)
    return [indices[start : start + most] for indices in by_kind.values() for start in range(0, len(indices), most)]
