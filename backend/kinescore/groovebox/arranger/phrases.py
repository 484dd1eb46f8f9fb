"""What a tune is made of: a motif, and the two phrases of a period that say it twice, with an open and a closed end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from kinescore.groovebox.patterns.idioms import Idiom

PHRASE_BARS = 4
_SEQUENCES = (-2, -1, 1, 2)
_SHAPES = ("rise", "fall", "arch", "valley", "turn", "gap")
_REPEATED_NOTE = 0.3
_MOST_STEPS = 5


class Cadence(Enum):
    """How a bar ends: it goes on, pauses away from home, or comes home."""

    NONE = "none"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Motif:
    """cell: a one-bar rhythm. contour: scale steps of each of its notes above the first."""

    cell: str
    contour: tuple[int, ...]


@dataclass(frozen=True)
class PhraseBar:
    """A motif, moved by `shift` scale steps from where the phrase began."""

    motif: Motif
    shift: int = 0
    cadence: Cadence = Cadence.NONE


Period = tuple[PhraseBar, ...]
"""Two phrases of PHRASE_BARS bars: the second begins as the first and ends otherwise."""


def draw_period(idiom: Idiom, rng: np.random.Generator) -> Period:
    """Return eight bars: what is asked in the first four is answered in the others, which begin alike and close."""
    motif = draw_motif(rng.choice(idiom.cells), idiom, rng)
    opening = _riff(motif, idiom, rng) if idiom.riff else _statement(motif, idiom, rng)
    asks = PhraseBar(draw_motif(rng.choice(idiom.answers), idiom, rng), int(rng.integers(0, 3)), Cadence.OPEN)
    other = asks.motif if rng.random() < 0.5 else draw_motif(rng.choice(idiom.answers), idiom, rng)
    answers = PhraseBar(replace(other, contour=falling(other.contour)), 0, Cadence.CLOSED)
    return (*opening, asks, *opening, answers)


def draw_motif(cell: str, idiom: Idiom, rng: np.random.Generator) -> Motif:
    """Draw a contour for a rhythm from templates: lines that rise, fall, arch, turn, or leap and fill the gap."""
    count = sum(symbol not in ".-|" for symbol in cell)
    shape = "gap" if rng.random() < idiom.leap / 2 else _SHAPES[rng.integers(len(_SHAPES) - 1)]
    height = min(int(rng.integers(2, _MOST_STEPS + 1)), max(1, count - 1))
    return Motif(str(cell), _without_stalling(_line(shape, count, height), rng))


def _line(shape: str, count: int, height: int) -> list[int]:
    places = np.linspace(0.0, 1.0, count) if count > 1 else np.zeros(1)
    curve = {
        "rise": places,
        "fall": -places,
        "arch": np.sin(np.pi * places),
        "valley": -np.sin(np.pi * places),
        "turn": np.sin(2 * np.pi * places) / 2,
        "gap": np.where(places > 0, 1.0 - 0.8 * places, 0.0),
    }[shape]
    return [round(value) for value in (height * curve).tolist()]


def _without_stalling(line: list[int], rng: np.random.Generator) -> tuple[int, ...]:
    """A line's repeated notes mostly become neighbours."""
    moved = list(line)
    for index in range(1, len(moved)):
        if moved[index] == moved[index - 1] and rng.random() > _REPEATED_NOTE:
            moved[index] += int(rng.choice((-1, 1)))
    return tuple(moved)


def falling(contour: tuple[int, ...]) -> tuple[int, ...]:
    """Return the contour led down to where it began, or below."""
    lead = contour[0] + len(contour) - 1 if len(contour) < _MOST_STEPS else _MOST_STEPS - 1
    return tuple(min(step, lead - index) for index, step in enumerate(contour))


def _riff(motif: Motif, idiom: Idiom, rng: np.random.Generator) -> tuple[PhraseBar, ...]:
    third = varied(motif, idiom, rng) if rng.random() < 0.4 else motif
    return PhraseBar(motif), PhraseBar(motif), PhraseBar(third, int(rng.integers(0, 2)))


def _statement(motif: Motif, idiom: Idiom, rng: np.random.Generator) -> tuple[PhraseBar, ...]:
    """Three bars that state: the motif in sequence and moving on, or call and response, or twice and then another."""
    shift = int(rng.choice(_SEQUENCES))
    other = draw_motif(rng.choice(idiom.cells), idiom, rng)
    plans = (
        (PhraseBar(motif), PhraseBar(motif, shift), PhraseBar(varied(motif, idiom, rng), shift)),
        (PhraseBar(motif), PhraseBar(other), PhraseBar(motif, shift)),
        (PhraseBar(motif), PhraseBar(motif, shift), PhraseBar(other, shift)),
    )
    return plans[rng.integers(len(plans))]


def varied(motif: Motif, idiom: Idiom, rng: np.random.Generator) -> Motif:
    """Keep the rhythm and the first half, let the rest go elsewhere."""
    half = len(motif.contour) // 2
    fresh = draw_motif(motif.cell, idiom, rng)
    offset = motif.contour[half] - fresh.contour[half]
    return Motif(motif.cell, motif.contour[:half] + tuple(step + offset for step in fresh.contour[half:]))
