"""Shuffled pairs: every clip gets the reference of another song."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEW = 7
"""Up to so many clips, all derangements are listed: 7! = 5040 orders are tried."""
SWEEPS = 25
"""Each tries n/2 exchanges of two and n/3 of three, together far more than the (n log n)/2 that mix n cards."""
SAME_TEMPO = 1.02
"""Tracked tempi within 2 % count as equal; librosa's are about 5 % apart, so this is the same value or a near one."""


@dataclass(frozen=True)
class Pairings:
    """rows [n]: the clips that take part, ascending. partners [D, n]: whose reference each of them gets, by draw; every
    draw uses every reference once. complete: the draws are all derangements that exist, each once."""

    rows: NDArray[np.int64]
    partners: NDArray[np.int64]
    complete: bool


def derangements(songs: NDArray[np.int64], groups: NDArray[np.int64], draws: int, rng: np.random.Generator) -> Pairings:
    """Return `draws` random exchanges of references inside groups, nobody keeping a reference of the same song.

    songs, groups [N]: of each clip. Any such exchange is equally likely. A group in which one song has more than half
    of the clips has none, and takes no part. Where fewer than `draws` exist, all of them are returned, each once.
    """
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    members = [rows for rows in members if 2 * np.bincount(songs[rows]).max() <= len(rows)]
    listed = [rows[_all_of(songs[rows])] if len(rows) <= FEW else None for rows in members]
    everyone = np.concatenate([np.zeros(0, np.int64), *members])
    order = np.argsort(everyone)
    few = [each for each in listed if each is not None]
    complete = len(few) == len(members) and math.prod(len(each) for each in few) <= draws
    if complete and members:
        partners = np.array([np.concatenate(choice) for choice in itertools.product(*few)])
    else:
        drawn = [
            _mixed(songs, rows, draws, rng) if known is None else known[rng.integers(len(known), size=draws)]
            for rows, known in zip(members, listed, strict=True)
        ]
        partners = np.concatenate([np.zeros((draws, 0), np.int64), *drawn], axis=1)
    return Pairings(everyone[order], partners[:, order], complete)


def groups_of_tempo(tempi_bpm: Sequence[float] | NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the number of the group of each tempo, [N]: all within 2 % of the slowest in it. No tempo (nan) is a group
    of its own. Half and double tempo are different tempi."""
    groups = np.zeros(len(tempi_bpm), np.int64)
    slowest, group = -math.inf, -1
    for place in np.argsort(tempi_bpm, kind="stable"):
        tempo = tempi_bpm[place]
        if not tempo <= slowest * SAME_TEMPO or slowest <= 0:
            slowest, group = tempo, group + 1
        groups[place] = group
    return groups


def _all_of(songs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return every derangement of a few clips, [K, n]."""
    orders = np.array(list(itertools.permutations(range(len(songs)))))
    return orders[(songs[orders] != songs).all(axis=1)]


def _mixed(
    songs: NDArray[np.int64], rows: NDArray[np.int64], draws: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return random derangements of `rows`, [draws, n].

    The first is a shift: with the clips of a song side by side, a step as long as the longest song leaves every song.
    Then two and three clips exchange partners at random wherever that is allowed. Every step is as likely as its
    reverse, so all derangements become equally likely. Two alone do not reach all: among three songs, references
    cannot turn from going to the next song to going to the one after it.
    """
    own = np.unique(songs[rows], return_inverse=True)[1]
    step = np.bincount(own).max()
    partner = np.empty((draws, len(own)), np.int64)
    for draw in partner:
        order = np.lexsort((rng.random(len(own)), rng.random(len(own))[own]))
        draw[order] = np.roll(order, -step)
    for _ in range(SWEEPS):
        _exchange(partner, own, 2, rng)
        _exchange(partner, own, 3, rng)
    return rows[partner]


def _exchange(partner: NDArray[np.int64], own: NDArray[np.int64], size: int, rng: np.random.Generator) -> None:
    """Pass partners [draws, n] round in random sets of `size` clips, by no or some places, where nobody gets its own.

    All draws have the same sets, but each its own turns, all equally likely, so that every step can be taken back.
    """
    sets = rng.permutation(len(own))[: len(own) // size * size].reshape(size, -1)
    before = partner[:, sets]
    turns = rng.integers(size, size=(len(partner), 1, sets.shape[1]))
    after = np.take_along_axis(before, (np.arange(size)[:, None] + turns) % size, axis=1)
    allowed = (own[after] != own[sets]).all(axis=1, keepdims=True)
    partner[:, sets] = np.where(allowed, after, before)
