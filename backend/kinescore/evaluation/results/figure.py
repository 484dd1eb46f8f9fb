"""The results: figures with their uncertainty and their chance level."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chance:
    """What a measure gives without skill.

    kind: how it was made, as in "shuffled pairs". value: mean over `draws`. low, high: 95 % of the draws. p: share of
    draws at least as good as the real figure, (1 + count) / (1 + draws) (Phipson and Smyth 2010); None where it is no
    permutation. corrected: (figure - value) / (1 - value), for scores whose best is 1; None for others. Where clips
    differ in length, p and corrected take the figure over real pairs as short as the shuffled ones.
    clips: how many it is made of, which may be fewer than the figure's; p and corrected are then of these alone. None
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
class Figure:
    """One measure of one system.

    group: heading of its table, as in "beat tracker, 0.2 s bins". measure: as in "F1". system: who is measured.
    unit: "" for a pure number. better: "higher", "lower", or "" where neither is. value: nan where undefined.
    low, high: 95 % interval over clips, songs resampled whole; nan for fewer than two songs. clips: how many count.
    """

    group: str
    measure: str
    system: str
    value: float
    low: float
    high: float
    clips: int
    unit: str = ""
    better: str = "higher"
    chance: tuple[Chance, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class ClipScore:
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
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
