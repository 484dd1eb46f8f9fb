"""What all words of a prompt say together about the style: a logistic regression for each style.

`word_evidence.npz` (written by `benchmarks/word_evidence.py`) holds a row of numbers for each of some 24,000 words, and
for each mark of a prompt (`Marks`): how far it speaks for and against each style. Rows add up, beside the votes of the
tables, to the log odds that the style would do. No model is needed to read it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.prompt.words.grammar import FILLERS

_FILE = Path(__file__).with_name("word_evidence.npz")
_WORD = re.compile(r"[a-z0-9']+")
_LIKELY = 0.4
"""How likely some style must do: where none is, the tables alone were right more often."""

Marks = Mapping[str, float]
"""What the tables make of a prompt, and how much of it: "suggested comedy", "mood sad", "scene mood sad",
"plays piano", "without drums", and "alone"."""


class Table(NamedTuple):
    """rows [N, S]: for each word and style, in `scale` nats. marks [M, S] and bias [S]: in nats."""

    places: dict[str, int]
    styles: tuple[str, ...]
    rows: NDArray[np.int8]
    scale: float
    mark_places: dict[str, int]
    marks: NDArray[np.float32]
    bias: NDArray[np.float32]


@cache
def kept_table() -> Table:
    """The table that ships with the engine."""
    with np.load(_FILE) as kept:
        words, styles, marks = (bytes(kept[name]).decode().split(",") for name in ("words", "styles", "mark_names"))
        return Table(
            places={word: place for place, word in enumerate(words)},
            styles=tuple(styles),
            rows=kept["rows"],
            scale=float(kept["scale"]),
            mark_places={mark: place for place, mark in enumerate(marks)},
            marks=kept["marks"],
            bias=kept["bias"],
        )


def is_weighed(word: str) -> bool:
    """True for a word that the table has."""
    return word in kept_table().places


def words_of(said: Sequence[str]) -> list[str]:
    """The single words of phrases that say something, in their order."""
    return [word for phrase in said for word in _WORD.findall(phrase) if word not in FILLERS]


def evidence(said: Sequence[str], marks: Marks, votes: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Return (style, votes), below zero for the styles that the words of `said` speak for less than for the average;
    nothing where no style is likely to do. votes: of the tables, beside which these are meant."""
    table = kept_table()
    places = [table.places[word] for word in words_of(said) if word in table.places]
    known = {table.mark_places[mark]: amount for mark, amount in marks.items() if mark in table.mark_places}
    nats = table.bias.astype(np.float64)
    nats += table.scale * table.rows[places].sum(axis=0, dtype=np.int64) / max(len(places), 1) ** 0.5
    nats += np.array([*known.values()]) @ table.marks[[*known]] if known else 0.0
    told = dict(votes)
    best = max(nat + told.get(style, 0.0) for style, nat in zip(table.styles, nats, strict=True))
    if 1.0 / (1.0 + np.exp(-best)) < _LIKELY:
        return ()
    found = np.round(nats - nats.mean(), 3)
    return tuple((style, float(vote)) for style, vote in zip(table.styles, found, strict=True))
