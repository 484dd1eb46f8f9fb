"""All figures of measured clips together."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from kinescore.errors import EvaluationError
from kinescore.evaluation.metrics import standard_beats
from kinescore.evaluation.metrics.beat_scores import PROTOCOLS
from kinescore.evaluation.results.figure import Figure
from kinescore.evaluation.tables.time_tables import Scored, score
from tests.evaluation.made_measured import heard, measured, pulse, random_beats, seen, unrelated

AGAINST_REFERENCE = [
    *(protocol.name for protocol in PROTOCOLS),
    "tempo",
    "standard beat measures (mir_eval), beat tracker",
]
ON_MOVEMENT = ["beats on movement, beat tracker", "hit points, beat tracker", "hit points, onsets"]
DRAWS = 20


def danced(clips: int = 8, songs: int = 8, systems=("good", "bad")) -> list:
    """Clips with movement: "good" plays the reference's beats, which are the movement's; "bad" beats of its own."""
    rng = np.random.default_rng(0)
    made = []
    for n in range(clips):
        tempo = (90.0, 120.0)[n % 2]
        beats = random_beats(rng, tempo)
        music = {"good": heard(beats, tempo), "bad": heard(random_beats(rng, tempo), tempo)}
        generated = {system: music[system] for system in systems}
        made.append(measured(n, f"song {n % songs}", heard(beats, tempo), generated, seen(beats)))
    return made


def groups(scored: Scored) -> list[str]:
    return list(dict.fromkeys(figure.group for figure in scored.figures))


def figure(scored: Scored, group: str, measure: str, system: str) -> Figure:
    (found,) = [f for f in scored.figures if (f.group, f.measure, f.system) == (group, measure, system)]
    return found


@pytest.fixture(scope="module")
def everything() -> Scored:
    return score(iter(danced()), draws=DRAWS)


def test_tables_stand_in_order_each_system_after_the_other(everything) -> None:
    assert groups(everything) == AGAINST_REFERENCE + ON_MOVEMENT
    for group in AGAINST_REFERENCE:
        assert list(dict.fromkeys(f.system for f in everything.figures if f.group == group)) == ["good", "bad"]
    for group in ON_MOVEMENT:
        found = dict.fromkeys(f.system for f in everything.figures if f.group == group)
        assert list(found) == ["good", "bad", "@reference"]


def test_perfect_music_is_perfect_everywhere_and_best_of_all_draws(everything) -> None:
    for figure_ in everything.figures:
        if figure_.system != "good":
            continue
        best = {"TD": 0.0, "TD, octaves folded": 0.0, "CSD": 0.0, "HSD": 0.0}.get(figure_.measure, 1.0)
        if figure_.unit == "frames":
            best = 0.0
        if figure_.measure == "information gain":
            assert figure_.value > 0.5, "mir_eval's gain is below 1 when the last beats have no neighbours"
            continue
        assert figure_.value == pytest.approx(best, abs=1e-7), figure_
        assert figure_.clips == 8
        for chance in figure_.chance:
            assert chance.draws in (DRAWS, 1)
            if chance.p is not None and "1 s" not in figure_.group:
                assert chance.p == pytest.approx(1 / (DRAWS + 1), abs=0.05), figure_


def test_intervals_hold_the_value(everything) -> None:
    for figure_ in everything.figures:
        # The deviation of a resample is smaller: it has some clips twice.
        if figure_.measure not in ("CSD", "HSD"):
            assert figure_.low - 1e-9 <= figure_.value <= figure_.high + 1e-9, figure_


def test_every_figure_stands_beside_its_chance(everything) -> None:
    kinds = {
        group: {tuple(chance.kind for chance in f.chance) for f in everything.figures if f.group == group}
        for group in groups(everything)
    }
    for protocol in PROTOCOLS:
        (found,) = kinds[protocol.name]
        assert found == ("shuffled pairs", "shuffled pairs of equal tempo", "random phase", "clicks at 120 BPM")
    assert kinds["tempo"] == {("shuffled pairs", "clicks at 120 BPM")}
    assert kinds["standard beat measures (mir_eval), beat tracker"] == {("shuffled pairs",)}
    for group in ON_MOVEMENT:
        assert kinds[group] == {("shuffled pairs", "random phase")}


def test_the_counts_behind_the_primary_scores_are_given(everything) -> None:
    mine = [s for s in everything.clip_scores if (s.system, s.protocol) == ("bad", PROTOCOLS[0].name)]
    assert [s.clip for s in mine] == [f"clip {n:03d}" for n in range(8)]
    cover = np.mean([s.aligned / s.generated for s in mine])
    assert figure(everything, PROTOCOLS[0].name, "BCS", "bad").value == pytest.approx(cover)


def test_same_clips_same_figures_and_another_seed_other_chance(everything) -> None:
    assert repr(score(danced(), draws=DRAWS)) == repr(everything)
    other = score(danced(), draws=DRAWS, seed=1)
    assert [f.value for f in other.figures] == pytest.approx([f.value for f in everything.figures], nan_ok=True)
    assert repr(other) != repr(everything)


def test_progress_goes_on_table_by_table() -> None:
    said: list[float] = []
    score(danced(), draws=DRAWS, report=lambda _phase, fraction: said.append(fraction))
    assert said == sorted(said)
    assert len(said) == 2 * (len(AGAINST_REFERENCE) + 1) + 1
    assert said[-1] == 1.0


def test_a_system_gets_the_same_whoever_stands_beside_it(everything) -> None:
    alone = score(danced(systems=("bad",)), draws=DRAWS)
    beside = [f for f in everything.figures if f.system == "bad"]
    assert repr([f for f in alone.figures if f.system == "bad"]) == repr(beside)
    turned = score([replace(each, generated=dict(reversed(each.generated.items()))) for each in danced()], draws=DRAWS)
    assert repr([f for f in turned.figures if f.system == "bad"]) == repr(beside)


def test_without_movement_and_without_reference() -> None:
    assert groups(score([replace(each, seen=None) for each in danced()], draws=5)) == AGAINST_REFERENCE
    alone = score([replace(each, reference=None) for each in danced()], draws=5)
    assert groups(alone) == ON_MOVEMENT
    assert {f.system for f in alone.figures} == {"good", "bad"}
    assert alone.clip_scores == ()


def test_a_system_is_scored_on_the_clips_it_has_music_for() -> None:
    clips = danced()
    clips[3] = replace(clips[3], generated={"good": clips[3].generated["good"]})
    found = score(clips, draws=5)
    assert figure(found, PROTOCOLS[0].name, "F1", "bad").clips == 7
    assert figure(found, PROTOCOLS[0].name, "F1", "good").clips == 8


def test_one_clip_has_figures_but_neither_interval_nor_shuffled_pairs() -> None:
    found = score(danced(1), draws=5)
    only = figure(found, PROTOCOLS[0].name, "F1", "good")
    assert only.value == 1.0
    assert math.isnan(only.low)
    assert [chance.kind for chance in only.chance] == ["random phase", "clicks at 120 BPM"]
    assert any("one song" in note for note in found.notes)


def test_silence_scores_nothing_and_is_not_hidden() -> None:
    clips = [replace(each, generated={"silent": heard(np.zeros(0), math.nan)}) for each in danced()]
    found = score(clips, draws=5)
    assert figure(found, PROTOCOLS[0].name, "F1", "silent").value == 0
    tempo = figure(found, "tempo", "TD", "silent")
    assert (math.isnan(tempo.value), tempo.clips) == (True, 0)
    distance = figure(found, "hit points, beat tracker", "distance of strong hits, median", "silent")
    assert (math.isnan(distance.value), distance.clips) == (True, 0)
    assert any("no distance" in note for note in found.notes)


def test_the_tempo_of_names_has_its_own_figures_where_names_have_one() -> None:
    clips = unrelated(np.random.default_rng(0), 4, 4)
    named = [replace(each, clip=replace(each.clip, song=f"mBR{n}")) for n, each in enumerate(clips)]
    measures = [f.measure for f in score(named, draws=5).figures if f.group == "tempo"]
    assert "TD to the named tempo" in measures
    assert "TD to the named tempo" not in [f.measure for f in score(clips, draws=5).figures]


def test_clips_of_different_lengths_say_how_p_is_made() -> None:
    clips = danced()
    assert not any("length" in note for note in score(clips, draws=5).notes)
    shorter = [replace(each, seen=replace(each.seen, seconds=each.seen.seconds - 0.04)) for each in clips]
    assert not any("length" in note for note in score(shorter, draws=5).notes), "all movements end alike"
    clips[0] = replace(clips[0], reference=heard(pulse(seconds=4.0), seconds=4.0))
    assert any("Clips differ in length" in note for note in score(clips, draws=5).notes)


def test_large_evaluations_say_that_slow_measures_are_drawn_less_often(monkeypatch) -> None:
    monkeypatch.setattr(standard_beats, "MOST_EVALUATIONS", 400)
    found = score(unrelated(np.random.default_rng(0), 12, 12), draws=40)
    (chance,) = figure(found, AGAINST_REFERENCE[-1], "F-measure", "ours").chance
    assert chance.draws == 33
    assert any("33 times" in note for note in found.notes)


@pytest.mark.parametrize("clips", [[], [measured(0, "a", None, {"ours": heard(pulse())})]])
def test_nothing_to_compare_is_refused(clips) -> None:
    with pytest.raises(EvaluationError, match="nothing to compare"):
        score(clips)


def test_no_draws_are_refused() -> None:
    with pytest.raises(EvaluationError, match="0 times"):
        score(danced(2), draws=0)
