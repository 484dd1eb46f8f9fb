"""Progressions beyond those that are written: a chord follows another where it does so in the style's own harmony.

The written progressions of a style and colour are a grammar of pairs (a first-order Markov chain over roots, each also
leading back to its beginning); what is drawn walks through it from where one of them begins to where it turns around.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

_AS_WRITTEN = 0.2
_TRIES = 24


def draw_progressions(written: Sequence[str], count: int, rng: np.random.Generator) -> list[str]:
    """Return `count` progressions, each another while there are enough."""
    drawn: list[str] = []
    for _ in range(count):
        found = [draw_progression(written, rng) for _ in range(4)]
        drawn.append(next((one for one in found if one not in drawn), found[0]))
    return drawn


def draw_progression(written: Sequence[str], rng: np.random.Generator) -> str:
    """Return one progression: one of those `written`, or one that goes from chord to chord as they do."""
    base = written[rng.integers(len(written))].split()
    if rng.random() < _AS_WRITTEN:
        return " ".join(base)
    known = [one.split() for one in written]
    follows: dict[str, list[str]] = {}
    for words in known:
        for before, word in pairwise([*words, words[0]]):
            follows.setdefault(root_of(before), []).append(word)
    closing = {(root_of(words[-1]), root_of(words[0])) for words in known} | {
        (root_of(before), root_of(word)) for words in known for before, word in pairwise(words)
    }
    enough = min(2, len({root_of(word) for word in base}))
    for _ in range(_TRIES):
        walk = [base[0]]
        while len(walk) < len(base):
            after = follows[root_of(walk[-1])]
            walk.append(after[rng.integers(len(after))])
        if len({root_of(word) for word in walk}) >= enough and (root_of(walk[-1]), root_of(walk[0])) in closing:
            return " ".join(walk)
    return " ".join(base)


def root_of(word: str) -> str:
    """Return the root that a bar ends on, such as "bVI" of "i,bVImaj7": what its next chord follows."""
    last = word.split(",")[-1]
    end = next((at for at, symbol in enumerate(last) if symbol not in "b#ivIV"), len(last))
    return last[:end]
