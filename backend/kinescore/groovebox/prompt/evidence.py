"""What the words of a prompt suggest together by what they mean: a table of single words, made from an embedding.

`word_evidence.npz` (written by `benchmarks/word_evidence.py`) holds a row of numbers for each of some 23,600 English
words: how far it speaks for and against each style. Rows add up, as in a naive Bayes classifier, and are fitted to
stand beside the votes of the tables as `VOTES_PER_NAT` weighs them. No model is needed to read it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.prompt.words.grammar import FILLERS

_FILE = Path(__file__).with_name("word_evidence.npz")
_WORD = re.compile(r"[a-z0-9']+")
VOTES_PER_NAT = 0.5
"""Beside the votes of the tables, whose words say 1 to 3 each."""
_SURE = 0.4
"""The share that a style must have of all where no table speaks for any."""


class Table(NamedTuple):
    """rows [N, S]: for each word and style, in `scale` nats. bias [S]: nats for each style before any word is said."""

    places: dict[str, int]
    styles: tuple[str, ...]
    rows: NDArray[np.int8]
    scale: float
    bias: NDArray[np.float64]


@cache
def kept_table() -> Table:
    """The table that ships with the engine."""
    with np.load(_FILE) as kept:
        words = bytes(kept["words"]).decode().split()
        return Table(
            places={word: place for place, word in enumerate(words)},
            styles=tuple(bytes(kept["styles"]).decode().split(",")),
            rows=kept["rows"],
            scale=float(kept["scale"]),
            bias=kept["bias"].astype(np.float64),
        )


def is_weighed(word: str) -> bool:
    """True for a word that the table has."""
    return word in kept_table().places


def words_of(said: Sequence[str]) -> list[str]:
    """The single words of phrases that say something, in their order."""
    return [word for phrase in said for word in _WORD.findall(phrase) if word not in FILLERS]


def evidence(said: Sequence[str], *, alone: bool) -> tuple[tuple[str, float], ...]:
    """Return (style, votes), below zero for the styles that the words of `said` speak for less than the average one.

    alone: whether nothing else speaks for a style; then nothing is returned unless one is sure.
    """
    table = kept_table()
    places = [table.places[word] for word in words_of(said) if word in table.places]
    if not places:
        return ()
    nats = table.scale * table.rows[places].sum(axis=0, dtype=np.int64) / len(places) ** 0.5 + table.bias
    shares = np.exp(nats - nats.max())
    if alone and shares.sum() > 1.0 / _SURE:
        return ()
    votes = np.round(VOTES_PER_NAT * (nats - nats.mean()), 3)
    return tuple((style, float(vote)) for style, vote in zip(table.styles, votes, strict=True))
