"""Words between words: the rhythm words of several dances, and the genre words of several genres, mixed by weight.

A text encoder's input is a space of vectors; a pseudo-word may stand anywhere in it, so what lies between two dances,
or two genres, can be said too. Mixed is what the encoders write, not what they read.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.encoders import Encoders
from kinescore.pseudo_words.splice import PseudoWords

Weighted = Sequence[tuple[Tensor, float]]


@torch.no_grad()
def words_between(
    encoders: Encoders,
    rhythms: Sequence[tuple[Rhythm, float]],
    genres: Weighted,
    start_seconds: float = 0.0,
    seconds: float | None = None,
) -> PseudoWords:
    """Return the words [1, R, D] and [1, 0 or 1, D] for one stretch of several dances at once.

    rhythms: from `rhythm_for`, at least one, with weights above 0. genres: rows [1, G] as `Encoders.words_for` reads
    them; none leaves the genre word out. Raises as `Encoders.words_for`.
    """
    first = rhythms[0][0]
    length = len(first.peaks) / first.fps - start_seconds if seconds is None else seconds
    rhythm = _mean([(encoders.words_for(each, None, start_seconds, length).rhythm, part) for each, part in rhythms])
    if not genres:
        return PseudoWords(rhythm, rhythm[:, :0])
    words = [(encoders.words_for(first, row, start_seconds, length).genre, part) for row, part in genres]
    return PseudoWords(rhythm, _mean(words))


def _mean(words: Weighted) -> Tensor:
    """The weighted mean; of a single one, exactly that one."""
    if len(words) == 1:
        return words[0][0]
    total = sum(part for _, part in words)
    return torch.stack([word * (part / total) for word, part in words]).sum(dim=0)
