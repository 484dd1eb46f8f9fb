"""Shuffled pairs: right, all there is, and equally likely."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest

from kinescore.evaluation.chance.derangements import derangements, groups_of_tempo
from kinescore.evaluation.chance.shuffling import shuffling_of
from tests.evaluation.made_observations import music_of, observed, pulse


def shuffled(songs, draws=200, groups=None, seed=0):
    songs = np.asarray(songs)
    groups = np.zeros(len(songs), int) if groups is None else np.asarray(groups)
    return derangements(songs, groups, draws, np.random.default_rng(seed))


def all_derangements(songs) -> set[tuple[int, ...]]:
    """By trying every order."""
    orders = itertools.permutations(range(len(songs)))
    return {order for order in orders if all(songs[a] != songs[b] for a, b in enumerate(order))}


@pytest.mark.parametrize(
    "songs", [list(range(30)), [0] * 10 + [1] * 10, [0] * 9 + list(range(1, 10)), [n % 7 for n in range(500)]]
)
def test_every_reference_is_used_once_and_never_for_its_own_song(songs) -> None:
    found = shuffled(songs, draws=50)
    assert found.rows.tolist() == list(range(len(songs)))
    assert found.partners.shape == (50, len(songs))
    for partners in found.partners:
        assert sorted(partners) == list(range(len(songs)))
        assert (np.array(songs)[partners] != np.array(songs)).all()
    assert len({tuple(partners) for partners in found.partners}) == 50


@pytest.mark.parametrize("songs", [[0, 1], [0, 1, 2], [0, 0, 1, 1], [0, 1, 2, 3], [0, 0, 1, 2]])
def test_where_fewer_exist_all_are_there_once(songs) -> None:
    found = shuffled(songs, draws=200)
    assert found.complete
    assert sorted(map(tuple, found.partners.tolist())) == sorted(all_derangements(songs))


@pytest.mark.parametrize("songs", [[0], [0, 0, 0], [0, 0, 1]])
def test_where_none_exist_nobody_takes_part(songs) -> None:
    assert all_derangements(songs) == set()
    assert len(shuffled(songs).rows) == 0


@pytest.mark.parametrize("songs", [[0, 1, 2, 3, 4], [0, 0, 0, 1, 1, 1, 2, 2], [0, 0, 0, 0, 1, 1, 1, 1]])
def test_all_are_equally_likely(songs) -> None:
    """Counts of each derangement over many draws, by chi-squared: its mean is the number of kinds less one."""
    kinds = all_derangements(songs)
    draws = 30 * len(kinds) if len(songs) > 7 else len(kinds) - 1
    counts: Counter[tuple[int, ...]] = Counter()
    for seed in range(1 if len(songs) > 7 else 60):
        counts.update(map(tuple, shuffled(songs, draws, seed=seed).partners.tolist()))
    assert set(counts) == kinds
    expected = counts.total() / len(kinds)
    chi_squared = sum((counts[kind] - expected) ** 2 / expected for kind in kinds)
    freedom = len(kinds) - 1
    assert abs(chi_squared - freedom) < 4 * np.sqrt(2 * freedom)


def test_three_songs_give_in_both_directions_as_often_as_they_should() -> None:
    """With m clips each, x of the first song's references go to the second in C(m, x)^3 of all derangements: the choice
    of x clips of each song that take from the song before them."""
    m, draws = 40, 400
    songs = np.repeat([0, 1, 2], m)
    given = (songs[shuffled(songs, draws).partners[:, :m]] == 1).sum(axis=1)
    ways = np.array([math.comb(m, x) ** 3 for x in range(m + 1)], float)
    variance = np.average((np.arange(m + 1) - m / 2) ** 2, weights=ways)
    assert given.mean() == pytest.approx(m / 2, abs=4 * math.sqrt(variance / draws))
    assert given.var() == pytest.approx(variance, rel=4 * math.sqrt(2 / draws))


def test_equal_tempo_stays_inside_its_group() -> None:
    # Group 0 has two songs, group 1 one song only, group 2 three songs with one clip each.
    songs, groups = [0, 0, 1, 1, 2, 2, 3, 4, 5], [0, 0, 0, 0, 1, 1, 2, 2, 2]
    found = shuffled(songs, draws=20, groups=groups)
    assert found.rows.tolist() == [0, 1, 2, 3, 6, 7, 8]
    # 2 songs of 2 clips: 2! * 2! ways; 3 songs: 2 ways. All 8 fit into 20 draws.
    assert found.complete
    assert len({tuple(partners) for partners in found.partners}) == len(found.partners) == 8
    for partners in found.partners:
        assert (np.array(groups)[partners] == np.array(groups)[found.rows]).all()
        assert (np.array(songs)[partners] != np.array(songs)[found.rows]).all()


def test_tempi_within_two_percent_are_equal_but_octaves_are_not() -> None:
    tempi = [120.0, 60.0, 121.9, 122.5, np.nan, 118.0, np.nan, 240.0]
    groups = groups_of_tempo(tempi).tolist()
    # From the slowest: 118 to 120.36 together, then 121.9 to 124.3.
    assert groups[5] == groups[0]
    assert groups[2] == groups[3] != groups[0]
    assert len({groups[n] for n in (0, 1, 2, 4, 6, 7)}) == 6


def clips(*songs_and_tempi):
    return [
        observed(n, song, music_of(pulse(), tempo), {"ours": music_of(pulse())})
        for n, (song, tempo) in enumerate(songs_and_tempi)
    ]


def test_the_tempo_in_an_aist_name_comes_before_the_tracked_one() -> None:
    # mBR2 and mPO2 both say 100 BPM, whatever the tracker hears; mBR3 says 110.
    found = shuffling_of(clips(("mBR2", 100.0), ("music/mPO2", 200.0), ("mBR3", 100.0)), draws=100, seed=0)
    assert found.pairings["shuffled pairs of equal tempo"].rows.tolist() == [0, 1]
    assert any("2 of 3 clips" in note for note in found.notes)


def test_one_song_has_no_chance_and_a_note_says_so() -> None:
    found = shuffling_of(clips(("a", 100.0), ("a", 100.0)), draws=100, seed=0)
    assert found.pairings == {}
    assert "one song" in found.notes[0]


def test_a_song_with_most_clips_leaves_no_way_and_a_note_says_so() -> None:
    found = shuffling_of(clips(("a", 100.0), ("a", 100.0), ("b", 100.0)), draws=100, seed=0)
    assert found.pairings == {}
    assert "more than half" in found.notes[0]


def test_few_songs_have_few_ways_and_a_note_says_how_many() -> None:
    found = shuffling_of(clips(("a", 100.0), ("b", 100.0), ("c", 140.0)), draws=100, seed=0)
    assert "There are only 2 ways" in found.notes[0]
    assert len(found.pairings["shuffled pairs"].partners) == 2
    found = shuffling_of(clips(("a", 100.0), ("b", 100.0)), draws=100, seed=0)
    assert [note.split(" to ")[0] for note in found.notes] == ["There is only one way"] * 2
