"""Tempi side by side, as a film composer compares them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.analysis import analyse, observe
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_finder import CHOICES, NEAR_SECONDS, REACHED_SECONDS, tempo_choices
from kinescore.dance.timing import Timing
from kinescore.engines.composer import observed
from kinescore.motion.mover import Mover
from kinescore.request import SoundtrackRequest
from tests.dance.made_dancer import groover, seen, standing

DANCE = groover(104.0, seconds=12.0)


def at(*times: float) -> tuple[HitPoint, ...]:
    return tuple(HitPoint(time, 1.0, HitKind.MARKER) for time in times)


def test_the_first_is_what_the_music_would_have_and_octaves_are_named() -> None:
    choices = tempo_choices(observe(DANCE))
    assert len(choices) <= CHOICES
    assert np.array_equal(choices[0].grid.beats, analyse(DANCE).grid.beats)
    by_name = {choice.relation: choice.tempo_bpm / choices[0].tempo_bpm for choice in choices if choice.relation}
    assert by_name["half time"] == pytest.approx(0.5)
    assert by_name["double time"] == pytest.approx(2.0)
    assert (choices[0].confidence, choices[0].relation) == ("sure", "")


def test_each_has_the_beats_that_its_tempo_would_give() -> None:
    for choice in tempo_choices(observe(DANCE))[1:]:
        assert np.array_equal(choice.grid.beats, analyse(DANCE, Timing(tempo_bpm=choice.tempo_bpm)).grid.beats)


def test_hits_are_counted_by_their_distance_from_a_beat() -> None:
    beats = analyse(DANCE).grid.beats
    hits = at(beats[2], beats[4] + 0.9 * REACHED_SECONDS, beats[6] - 0.9 * NEAR_SECONDS, beats[8] + 0.2)
    first = tempo_choices(observe(DANCE), Timing(hits=hits))[0]
    assert (first.reached, first.near, first.missed) == (2, 1, 1)
    mean = (0.9 * REACHED_SECONDS + 0.9 * NEAR_SECONDS + 0.2) / 4
    assert first.frames_off == pytest.approx(mean * DANCE.fps, abs=0.01)
    assert first.reached_by_chance == pytest.approx(4 * 2 * REACHED_SECONDS * first.tempo_bpm / 60)


def test_random_hits_reach_what_chance_says() -> None:
    rng = np.random.default_rng(0)
    hits = at(*rng.uniform(0.5, 11.0, 2000))
    for choice in tempo_choices(observe(DANCE), Timing(hits=hits)):
        assert choice.reached == pytest.approx(choice.reached_by_chance, rel=0.15)
        assert choice.frames_off == pytest.approx(choice.frames_off_by_chance, rel=0.1)


def test_metre_and_hits_that_are_fixed_count_and_a_tempo_does_not() -> None:
    fixed = Timing(metre=Metre.THREE_FOUR, hits=())
    with_tempo = tempo_choices(observe(DANCE), replace(fixed, tempo_bpm=77.0))
    assert [choice.tempo_bpm for choice in with_tempo] == [
        choice.tempo_bpm for choice in tempo_choices(observe(DANCE), fixed)
    ]
    assert {choice.grid.metre for choice in with_tempo} == {Metre.THREE_FOUR}
    assert with_tempo[0].frames_off == with_tempo[0].reached == 0


def test_without_a_pulse_the_hits_choose_and_the_words_say_so() -> None:
    still = seen(standing(8.0, 30.0)[0], 30.0)
    choices = tempo_choices(observe(still), Timing(hits=at(1.0, 2.0, 3.5, 6.0)))
    assert "no pulse" in choices[0].confidence
    assert choices[0].reached == 4
    assert choices[0].frames_off < choices[-1].frames_off


def test_several_movers_have_tempi_together() -> None:
    request = SoundtrackRequest(DANCE, others=(Mover(groover(104.0, seconds=12.0), 0.5),))
    assert tempo_choices(observed(request))[0].tempo_bpm == pytest.approx(104.0, rel=0.01)
