"""What the artist fixes holds; what is left open is found as before."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.ensemble import analyse_together
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.dance.timing import MAX_DOWNBEATS, MAX_HITS, MAX_INTENSITIES, Timing
from kinescore.errors import RequestError
from kinescore.motion.mover import Mover
from tests.dance.made_dancer import groover

DANCE = groover(104.0, seconds=12.0)
MINE = (HitPoint(3.21, 1.0, HitKind.MARKER), HitPoint(1.5, 0.25, HitKind.STOP, who=1))


def test_a_metre_groups_the_beats_that_are_found() -> None:
    plain, waltz = analyse(DANCE), analyse(DANCE, Timing(metre=Metre.THREE_FOUR))
    assert np.array_equal(plain.grid.beats, waltz.grid.beats)
    assert (np.diff(waltz.grid.downbeats) == 3).all()
    assert waltz.grid.metre is Metre.THREE_FOUR
    assert (waltz.hits, waltz.as_found.grid.metre) == (plain.hits, Metre.FOUR_FOUR)


@pytest.mark.parametrize("wanted", range(4))
def test_the_one_is_where_the_artist_puts_it(wanted: int) -> None:
    beats = analyse(DANCE).grid.beats
    grid = analyse(DANCE, Timing(downbeats=(float(beats[4 + wanted]) + 0.1,))).grid
    assert np.array_equal(grid.beats, beats)
    assert np.array_equal(grid.downbeats, np.arange(wanted, len(beats), 4))


def test_a_later_one_restarts_the_count() -> None:
    beats = analyse(DANCE).grid.beats
    grid = analyse(DANCE, Timing(downbeats=(float(beats[1]), float(beats[7])))).grid
    assert grid.downbeats[:4].tolist() == [1, 5, 7, 11]


@pytest.mark.parametrize(("time", "first"), [(30.0, 2), (60.0, 1)])
def test_bars_are_counted_from_a_one_outside_the_piece(time: float, first: int) -> None:
    """At 120 BPM, beats every half second from 0 on: 30 s is beat 60, 60 s is beat 120."""
    given = Timing(music_beats=(0.0, 0.5, 1.0), downbeats=(time + 0.5 * first,))
    assert analyse(DANCE, given).grid.downbeats[0] == first


def test_downbeats_of_known_music_are_taken() -> None:
    music = tuple(0.25 + 0.5 * np.arange(20))
    grid = analyse(DANCE, Timing(music_beats=music, downbeats=(music[2], music[5]), metre=Metre.THREE_FOUR)).grid
    assert grid.downbeats[:4].tolist() == [2, 5, 8, 11]


def test_a_tempo_map_is_the_grid() -> None:
    changes = (TempoChange(0.4, 100.0, Metre.SIX_EIGHT), TempoChange(6.4, 80.0))
    found = analyse(DANCE, Timing(tempo_map=changes))
    assert found.grid.beats[found.grid.downbeats][:2] == pytest.approx([0.4, 1.6])
    assert (found.grid.tempo_confidence, found.keeps_time) == (1.0, True)
    assert found.as_found.grid.tempo_bpm == pytest.approx(104.0, rel=0.01)


def test_the_hits_are_the_artists_to_the_last() -> None:
    found = analyse(DANCE, Timing(hits=MINE), cuts=(2.0,))
    assert found.hits == (MINE[1], MINE[0])  # in time order, and no cut among them
    assert analyse(DANCE, Timing(hits=())).hits == ()
    assert np.array_equal(found.grid.beats, analyse(DANCE).grid.beats)


def test_hits_after_the_end_are_left_out() -> None:
    assert analyse(DANCE, Timing(hits=(HitPoint(99.0, 1.0, HitKind.MARKER),))).hits == ()


def test_the_intensity_stands_in_for_the_energy() -> None:
    energy = analyse(DANCE, Timing(intensity=(0.0, 1.0, 0.5))).energy
    assert energy.dtype == np.float32
    assert energy[[0, -1]].tolist() == [0.0, 0.5]
    assert energy.max() == pytest.approx(1.0, abs=0.01)
    assert (analyse(DANCE, Timing(intensity=(0.25,))).energy == 0.25).all()
    every_frame = tuple(np.linspace(1, 0, len(DANCE)).round(3))
    assert analyse(DANCE, Timing(intensity=every_frame)).energy == pytest.approx(every_frame)


def test_several_movers_obey_as_well() -> None:
    movers = [Mover(DANCE), Mover(groover(104.0, seconds=12.0, every_other=1.0), 0.5)]
    fixed = analyse_together(movers, Timing(tempo_bpm=52.0, metre=Metre.TWO_FOUR, hits=MINE, intensity=(0.5,)))
    assert fixed.grid.tempo_bpm == 52.0
    assert (np.diff(fixed.grid.downbeats) == 2).all()
    assert fixed.hits == (MINE[1], MINE[0])
    assert (fixed.energy == 0.5).all()
    assert fixed.as_found.hits == analyse_together(movers).hits


def test_nothing_fixed_is_the_analysis_as_it_was() -> None:
    assert analyse(DANCE, Timing()).as_found is None


@pytest.mark.parametrize(
    ("fixed", "sentence"),
    [
        ({"downbeats": (2.0, 1.0)}, "downbeats are not"),
        ({"downbeats": (float("inf"),)}, "downbeats are not"),
        ({"downbeats": tuple(np.arange(MAX_DOWNBEATS + 1) / 10)}, f"at most {MAX_DOWNBEATS}"),
        ({"hits": (HitPoint(-1.0, 0.5, HitKind.STOP),)}, "hits are not"),
        ({"hits": (HitPoint(1.0, 1.5, HitKind.STOP),)}, "hits are not"),
        ({"hits": (HitPoint(1.0, 0.5, HitKind.STOP, who=-1),)}, "hits are not"),
        ({"hits": (HitPoint(float("nan"), 0.5, HitKind.STOP),)}, "hits are not"),
        ({"hits": (HitPoint(1.0, 0.5, HitKind.STOP),) * (MAX_HITS + 1)}, f"at most {MAX_HITS}"),
        ({"intensity": (0.5, 1.01)}, "intensity is not"),
        ({"intensity": (float("nan"),)}, "intensity is not"),
        ({"intensity": (0.5,) * (MAX_INTENSITIES + 1)}, f"at most {MAX_INTENSITIES}"),
        ({"tempo_map": (TempoChange(0.0, 100.0),), "tempo_bpm": 100.0}, "Leave out one or the other"),
        ({"tempo_map": (TempoChange(0.0, 100.0),), "metre": Metre.TWO_FOUR}, "Leave out one or the other"),
        ({"tempo_map": (TempoChange(0.0, 100.0),), "downbeats": (1.0,)}, "Leave out one or the other"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(fixed: dict, sentence: str) -> None:
    with pytest.raises(RequestError, match=sentence):
        Timing(**fixed)
