"""Tunes that could be sung: mostly steps, rhythms that come back, phrases that answer each other, hits or no hits."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.developing import akin, insisting, looped, rhyming, unanswered
from kinescore.groovebox.arranger.hits import Accent, Weight
from kinescore.groovebox.arranger.phrases import PHRASE_BARS, Cadence, draw_period
from kinescore.groovebox.arranger.singing import Sung, sing
from kinescore.groovebox.arranger.towards_hits import breathing, making_way, meeting_hits
from kinescore.groovebox.patterns.idioms import CANTABILE, CLUB_RIFF, SONG
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.theory.chords import chord_in, melody_tones
from kinescore.groovebox.theory.pitch import Key
from tests.groovebox.made_dances import made_dance

SINGING = ("pop", "house", "jazz", "orchestral", "tango", "celtic", "funk", "waltz")
C_MAJOR = Key(0, "major")
WHITE = C_MAJOR.pitch_classes


def _pieces(name: str, hit_seed: int | None) -> list[Arrangement]:
    style = STYLES[name]
    dance = made_dance(seconds=60.0, tempo_bpm=float(np.clip(108.0, *style.tempo)), hit_seed=hit_seed)
    return [arrange(dance, 60.0, style, PromptIntent(), seed) for seed in range(3)]


def _tune(piece: Arrangement) -> list[Note]:
    part = next(part for part in piece.score.parts if part.stem == "melody")
    return [note for note in part.notes if note.start_seconds < piece.plan.final_seconds - 1e-6]


@pytest.mark.parametrize("name", SINGING)
def test_tunes_go_by_steps_and_seldom_leap(name: str) -> None:
    sizes = [abs(b.pitch - a.pitch) for piece in _pieces(name, 5) for a, b in pairwise(_tune(piece))]
    assert np.mean([size in (1, 2) for size in sizes]) >= 0.42
    assert np.mean([size > 4 for size in sizes]) <= 0.15


def _again(piece: Arrangement) -> float:
    """Share of the bars whose rhythm an earlier bar had."""
    bars: dict[int, set[int]] = {}
    tune = _tune(piece)
    graces = {a.start_seconds for a, b in pairwise(tune) if b.start_seconds - a.start_seconds < 0.0751}
    for note in (note for note in tune if note.start_seconds not in graces):
        bar, beat = piece.plan.timeline.position(note.start_seconds + 1e-6)
        slot = round(16 * beat / piece.plan.timeline.metre_of(bar).beats)
        bars.setdefault(bar + slot // 16, set()).add(slot % 16)
    return 1 - len({frozenset(bar) for bar in bars.values()}) / len(bars)


@pytest.mark.parametrize("name", ["pop", "house", "jazz", "funk"])
def test_rhythms_recur_though_there_are_hits(name: str) -> None:
    with_hits, without = (np.mean([_again(piece) for piece in _pieces(name, seed)]) for seed in (5, None))
    assert without >= 0.55
    assert with_hits >= 0.55
    assert with_hits >= 0.9 * without


@pytest.mark.parametrize("name", ["pop", "house", "tango", "country"])
def test_a_short_piece_has_one_theme_whose_rhythms_recur(name: str) -> None:
    dance = made_dance(seconds=26.0, tempo_bpm=112.0, hit_seed=5)
    pieces = [arrange(dance, 26.0, STYLES[name], PromptIntent(), seed) for seed in range(6)]
    assert np.mean([_again(piece) for piece in pieces]) >= 0.5


@pytest.mark.parametrize("name", ["pop", "jazz", "epic", "rock"])
def test_in_eight_bars_one_motif_is_all_that_is_stated(name: str) -> None:
    """Of five bars of tune, a second motif beside the answer would leave little to recur."""
    dance = made_dance(seconds=17.0, tempo_bpm=112.0, energy="flat", hit_seed=5)
    pieces = [arrange(dance, 17.0, STYLES[name], PromptIntent(), seed) for seed in range(8)]
    assert np.mean([_again(piece) for piece in pieces]) >= 0.58


def test_what_is_akin_has_the_same_rhythms_and_closes_too() -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        period = draw_period(SONG, rng)
        other = akin(period, SONG, rng)
        assert [bar.motif.cell for bar in other] == [bar.motif.cell for bar in period]
        assert [bar.cadence for bar in other] == [bar.cadence for bar in period]
        assert other[0] == other[PHRASE_BARS]
        assert other[-1].motif.contour[-1] <= 0


@pytest.mark.parametrize("idiom", [SONG, CLUB_RIFF, CANTABILE])
def test_the_second_phrase_begins_as_the_first_and_closes_what_that_left_open(idiom) -> None:
    for seed in range(20):
        period = draw_period(idiom, np.random.default_rng(seed))
        first, second = period[:PHRASE_BARS], period[PHRASE_BARS:]
        assert first[:-1] == second[:-1]
        assert first[-1] != second[-1]
        assert (first[-1].cadence, second[-1].cadence) == (Cadence.OPEN, Cadence.CLOSED)


def test_a_phrase_closes_on_the_root_and_opens_elsewhere() -> None:
    chord = chord_in(C_MAJOR, "I")
    line = [Sung(72.0 + step, chord, C_MAJOR, 0.5, strong=False) for step in (0, 2, 4, 2)]
    closed = sing([*line, Sung(71.0, chord, C_MAJOR, 2.0, strong=True, closes=True)], 72, 0.2, None)
    opened = sing([*line, Sung(72.0, chord, C_MAJOR, 2.0, strong=True, opens=True)], 72, 0.2, None)
    assert closed[-1] % 12 == 0
    assert opened[-1] % 12 in (4, 7)
    assert {pitch % 12 for pitch in closed} <= melody_tones(C_MAJOR, chord)


def _accent(time_s: float, weight: Weight) -> Accent:
    return Accent(HitPoint(time_s, 0.9, HitKind.STOP), time_s, weight)


def test_in_a_short_piece_the_answer_rhymes_with_the_question() -> None:
    for seed in range(20):
        drawn = draw_period(SONG, np.random.default_rng(seed))
        period = rhyming(drawn)
        assert period[:-1] == drawn[:-1]
        assert period[-1].motif.cell == period[PHRASE_BARS - 1].motif.cell
        assert period[-1].cadence is Cadence.CLOSED
        assert period[-1].motif.contour[-1] <= 0


def test_what_insists_states_one_motif_and_asks_and_answers_as_before() -> None:
    for seed in range(20):
        drawn = draw_period(SONG, np.random.default_rng(seed))
        period = insisting(drawn)
        assert len({bar.motif.cell for bar in period if bar.cadence is Cadence.NONE}) == 1
        assert [bar.shift for bar in period] == [bar.shift for bar in drawn]
        assert period[PHRASE_BARS - 1 :: PHRASE_BARS] == drawn[PHRASE_BARS - 1 :: PHRASE_BARS]


def test_a_riff_with_no_room_for_two_phrases_loops() -> None:
    for seed in range(20):
        period = looped(draw_period(CLUB_RIFF, np.random.default_rng(seed)))
        assert len({bar.motif.cell for bar in period}) == 1
        assert [bar.cadence for bar in period[PHRASE_BARS - 1 :: PHRASE_BARS]] == [Cadence.OPEN, Cadence.CLOSED]


def test_a_short_break_leaves_its_answers_out() -> None:
    period = unanswered(draw_period(SONG, np.random.default_rng(0)))
    sung = [any(symbol not in ".-" for symbol in bar.motif.cell) for bar in period]
    assert sung == [True, False] * PHRASE_BARS


@pytest.mark.parametrize("name", ["rock", "western", "house"])
def test_no_tune_begins_right_before_the_last_chord(name: str) -> None:
    """Where the last chord begins a quarter of a beat into a bar, the tune does not begin that bar."""
    dance = replace(
        made_dance(seconds=24.0, tempo_bpm=120.0, hit_seed=None), hits=(HitPoint(22.225, 0.9, HitKind.STOP),)
    )
    for seed in range(4):
        piece = arrange(dance, 24.0, STYLES[name], PromptIntent(), seed)
        bar, beat = piece.plan.timeline.position(piece.plan.final_seconds)
        assert 0.1 < beat < 0.5
        assert max(note.start_seconds for note in _tune(piece)) < piece.plan.timeline.at(bar, 0) - 1e-6


@pytest.mark.parametrize("name", ["jazz", "comedy"])
def test_the_steps_of_swung_tunes_are_those_they_are_written_on(name: str) -> None:
    plan = arrange(made_dance(), 40.0, STYLES[name], PromptIntent(), 0).plan
    for step in range(16):
        assert plan.step_at(plan.timeline.at(3, plan.tune_swing.swung(step / 4))) == (3, step)


def _meet(tune: list[Note], *accents: Accent) -> tuple[list[Note], list[Accent]]:
    def step_at(time_s: float) -> tuple[int, int]:
        return divmod(round(time_s / 0.125), 16)

    return meeting_hits(tune, accents, step_at, lambda _: frozenset({0, 4, 7}), lambda _: WHITE)


def test_the_nearest_note_moves_onto_a_hit_and_no_note_is_lost() -> None:
    tune = [Note(0.5 * index, 0.4, 74, 0.6) for index in range(8)]
    strong, far = _accent(1.04, Weight.STRONG), _accent(2.75, Weight.MEDIUM)
    bent, served = _meet(tune, strong, far)
    moved = next(note for note in bent if note.start_seconds == strong.time_s)
    assert moved.pitch % 12 in (0, 4, 7)  # D leans into C or E
    assert moved.velocity > 0.6
    grace = bent[bent.index(moved) - 1]
    assert grace.pitch % 12 in WHITE
    assert 0 < moved.pitch - grace.pitch <= 2
    assert grace.start_seconds + grace.seconds == pytest.approx(moved.start_seconds)
    assert len(bent) == len(tune) + 1
    assert not served
    assert [note.start_seconds for note in bent if note not in (moved, grace)] == [0.0, 0.5, 1.5, 2.0, 2.5, 3.0, 3.5]


def test_no_note_moves_to_another_step_of_the_bar() -> None:
    tune = [Note(0.5 * index, 0.4, 72, 0.6) for index in range(4)]
    bent, served = _meet(tune, _accent(1.07, Weight.LIGHT))
    assert bent == tune
    assert not served


def test_no_note_moves_so_near_to_the_next_that_it_becomes_its_grace() -> None:
    tune = [Note(0.125 * index, 0.1, 72, 0.6) for index in range(8)]
    bent, served = _meet(tune, _accent(0.5 + 0.045, Weight.LIGHT))
    assert bent == tune
    assert not served


def test_the_tune_marks_light_hits_itself() -> None:
    tune = [Note(0.5 * index, 0.4, 72, 0.6) for index in range(4)]
    near, far = _accent(1.05, Weight.LIGHT), _accent(1.25, Weight.LIGHT)
    _, served = _meet(tune, near, far)
    assert served == [near]


def test_what_sounds_makes_way_for_a_hit_and_goes_on() -> None:
    held, near, clear = Note(0.0, 2.0, 60, 0.8), Note(0.9, 0.5, 64, 0.8), Note(3.0, 0.5, 67, 0.8)
    accent = _accent(1.0, Weight.STRONG)
    chords = making_way([held, near, clear], [accent], again=True)
    assert clear in chords
    assert [n.start_seconds for n in chords if n.pitch == 60] == [0.0, 1.0]
    [soft] = [n for n in chords if n.pitch == 64]
    assert soft.velocity < near.velocity
    assert soft.start_seconds + soft.seconds <= 1.0 + 1e-9
    tune = making_way([held, near, clear], [accent], again=False)
    assert [(n.pitch, n.seconds) for n in tune[1:]] == [(64, near.seconds), (67, clear.seconds)]
    assert breathing([near, clear], [accent]) == [clear]
    assert breathing([near, clear], [accent], frozenset({64})) == [near, clear]


@pytest.mark.parametrize("name", ["pop", "house", "lock", "tango"])
def test_hits_take_no_note_of_tune_or_chords_away(name: str) -> None:
    dance = made_dance(hit_seed=3)
    with_hits, without = (
        arrange(each, 40.0, STYLES[name], PromptIntent(), 2).score.parts for each in (dance, replace(dance, hits=()))
    )
    for stem in ("melody", "harmony"):
        counts = [sum(len(part.notes) for part in parts if part.stem == stem) for parts in (with_hits, without)]
        assert counts[0] >= 0.93 * counts[1]
