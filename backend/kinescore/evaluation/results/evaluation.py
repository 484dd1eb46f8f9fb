"""The results of an evaluation: metrics with their uncertainty and their chance levels."""

from __future__ import annotations

from dataclasses import dataclass

REFERENCE = "@reference"
"""The music danced to, where it stands beside the systems; no system can be called so."""


@dataclass(frozen=True)
class ChanceLevel:
    """What a metric gives without skill.

    kind: how it was made, as in "shuffled pairs". value: mean over `draws`. low, high: 95 % of the draws. p: share of
    draws at least as good as the real value, (1 + count) / (1 + draws) (Phipson and Smyth 2010); None where it is no
    permutation. corrected: (real - value) / (1 - value), for scores whose best is 1; None for others. Where clips
    differ in length, p and corrected take the metric over real pairs as short as the shuffled ones.
    clips: how many it is made of, which may be fewer than the result's; p and corrected are then of these alone. None
    where it is not made of clips.
    """

    kind: str
    value: float
    low: float
    high: float
    draws: int
    p: float | None = None
    corrected: float | None = None
    clips: int | None = None


@dataclass(frozen=True)
class MetricResult:
    """One metric of one system.

    group: heading of its table, as in "beat tracker, 0.2 s bins". metric: as in "F1". system: whose music it is.
    unit: "" for a pure number. better: "higher", "lower", or "" where neither is. value: nan where undefined.
    low, high: 95 % interval over clips, songs resampled whole; nan for fewer than two songs. clips: how many count.
    """

    group: str
    metric: str
    system: str
    value: float
    low: float
    high: float
    clips: int
    unit: str = ""
    better: str = "higher"
    chance: tuple[ChanceLevel, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class ClipBeatCounts:
    """One clip of one system under one protocol: how many beats are aligned, generated and in the reference."""

    clip: str
    system: str
    protocol: str
    aligned: int
    generated: int
    reference: int


@dataclass(frozen=True)
class Evaluation:
    """All that one command found. systems: in order. notes: sentences for the reader, as on too few clips."""

    version: str
    systems: tuple[str, ...]
    clips: int
    results: tuple[MetricResult, ...]
    notes: tuple[str, ...] = ()
