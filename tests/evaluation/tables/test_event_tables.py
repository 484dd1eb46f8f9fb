"""All results of observed clips together."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from kinescore.errors import EvaluationError
from kinescore.evaluation.metrics import standard_beats
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.evaluation.tables.event_tables import EventResults, event_results
from kinescore.evaluation.tables.protocols import PROTOCOLS
from tests.evaluation.made_observations import motion_of, music_of, observed, pulse, random_beats, unrelated

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
        music = {"good": music_of(beats, tempo), "bad": music_of(random_beats(rng, tempo), tempo)}
        generated = {system: music[system] for system in systems}
        made.append(observed(n, f"song {n % songs}", music_of(beats, tempo), generated, motion_of(beats)))
    return made


def groups(found: EventResults) -> list[str]:
    return list(dict.fromkeys(each.group for each in found.results))


def result(found: EventResults, group: str, metric: str, system: str) -> MetricResult:
    (only,) = [f for f in found.results if (f.group, f.metric, f.system) == (group, metric, system)]
    return only


@pytest.fixture(scope="module")
def everything() -> EventResults:
    return event_results(iter(danced()), draws=DRAWS)


def test_tables_stand_in_order_each_system_after_the_other(everything) -> None:
    assert groups(everything) == AGAINST_REFERENCE + ON_MOVEMENT
    for group in AGAINST_REFERENCE:
        assert list(dict.fromkeys(f.system for f in everything.results if f.group == group)) == ["good", "bad"]
    for group in ON_MOVEMENT:
        found = dict.fromkeys(f.system for f in everything.results if f.group == group)
        assert list(found) == ["good", "bad", "@reference"]


def test_perfect_music_is_perfect_everywhere_and_best_of_all_draws(everything) -> None:
    for each in everything.results:
        if each.system != "good":
            continue
        best = {"TD": 0.0, "TD, octaves folded": 0.0, "CSD": 0.0, "HSD": 0.0}.get(each.metric, 1.0)
        if each.unit == "frames":
            best = 0.0
        if each.metric == "information gain":
            assert each.value > 0.5, "mir_eval's gain is below 1 when the last beats have no neighbours"
            continue
        assert each.value == pytest.approx(best, abs=1e-7), each
        assert each.clips == 8
        for chance in each.chance:
            assert chance.draws in (DRAWS, 1)
            if chance.p is not None and "1 s" not in each.group:
                assert chance.p == pytest.approx(1 / (DRAWS + 1), abs=0.05), each


def test_intervals_hold_the_value(everything) -> None:
    for each in everything.results:
        # The deviation of a resample is smaller: it has some clips twice.
        if each.metric not in ("CSD", "HSD"):
            assert each.low - 1e-9 <= each.value <= each.high + 1e-9, each


def test_every_result_stands_beside_its_chance(everything) -> None:
    kinds = {
        group: {tuple(chance.kind for chance in f.chance) for f in everything.results if f.group == group}
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
    mine = [s for s in everything.beat_counts if (s.system, s.protocol) == ("bad", PROTOCOLS[0].name)]
    assert [s.clip for s in mine] == [f"clip {n:03d}" for n in range(8)]
    cover = np.mean([s.aligned / s.generated for s in mine])
    assert result(everything, PROTOCOLS[0].name, "BCS", "bad").value == pytest.approx(cover)


def test_same_clips_same_results_and_another_seed_other_chance(everything) -> None:
    assert repr(event_results(danced(), draws=DRAWS)) == repr(everything)
    other = event_results(danced(), draws=DRAWS, seed=1)
    assert [f.value for f in other.results] == pytest.approx([f.value for f in everything.results], nan_ok=True)
    assert repr(other) != repr(everything)


def test_progress_goes_on_table_by_table() -> None:
    said: list[float] = []
    event_results(danced(), draws=DRAWS, report=lambda _phase, fraction: said.append(fraction))
    assert said == sorted(said)
    assert len(said) == 2 * (len(AGAINST_REFERENCE) + 1) + 1
    assert said[-1] == 1.0


def test_a_system_gets_the_same_whoever_stands_beside_it(everything) -> None:
    alone = event_results(danced(systems=("bad",)), draws=DRAWS)
    beside = [f for f in everything.results if f.system == "bad"]
    assert repr([f for f in alone.results if f.system == "bad"]) == repr(beside)
    reordered = [replace(each, generated=dict(reversed(each.generated.items()))) for each in danced()]
    other = event_results(reordered, draws=DRAWS)
    assert repr([f for f in other.results if f.system == "bad"]) == repr(beside)


def test_without_movement_and_without_reference() -> None:
    assert groups(event_results([replace(each, motion=None) for each in danced()], draws=5)) == AGAINST_REFERENCE
    alone = event_results([replace(each, reference=None) for each in danced()], draws=5)
    assert groups(alone) == ON_MOVEMENT
    assert {f.system for f in alone.results} == {"good", "bad"}
    assert alone.beat_counts == ()


def test_a_system_is_scored_on_the_clips_it_has_music_for() -> None:
    clips = danced()
    clips[3] = replace(clips[3], generated={"good": clips[3].generated["good"]})
    found = event_results(clips, draws=5)
    assert result(found, PROTOCOLS[0].name, "F1", "bad").clips == 7
    assert result(found, PROTOCOLS[0].name, "F1", "good").clips == 8


def test_one_clip_has_results_but_neither_interval_nor_shuffled_pairs() -> None:
    found = event_results(danced(1), draws=5)
    only = result(found, PROTOCOLS[0].name, "F1", "good")
    assert only.value == 1.0
    assert math.isnan(only.low)
    assert [chance.kind for chance in only.chance] == ["random phase", "clicks at 120 BPM"]
    assert any("one song" in note for note in found.notes)


def test_silence_scores_nothing_and_is_not_hidden() -> None:
    clips = [replace(each, generated={"silent": music_of(np.zeros(0), math.nan)}) for each in danced()]
    found = event_results(clips, draws=5)
    assert result(found, PROTOCOLS[0].name, "F1", "silent").value == 0
    tempo = result(found, "tempo", "TD", "silent")
    assert (math.isnan(tempo.value), tempo.clips) == (True, 0)
    distance = result(found, "hit points, beat tracker", "distance of strong hits, median", "silent")
    assert (math.isnan(distance.value), distance.clips) == (True, 0)
    assert any("no distance" in note for note in found.notes)


def test_the_tempo_of_names_has_its_own_metrics_where_names_have_one() -> None:
    clips = unrelated(np.random.default_rng(0), 4, 4)
    named = [replace(each, clip=replace(each.clip, song=f"mBR{n}")) for n, each in enumerate(clips)]
    metrics = [f.metric for f in event_results(named, draws=5).results if f.group == "tempo"]
    assert "TD to the named tempo" in metrics
    assert "TD to the named tempo" not in [f.metric for f in event_results(clips, draws=5).results]


def test_clips_of_different_lengths_say_how_p_is_made() -> None:
    clips = danced()
    assert not any("length" in note for note in event_results(clips, draws=5).notes)
    shorter = [replace(each, motion=replace(each.motion, seconds=each.motion.seconds - 0.04)) for each in clips]
    assert not any("length" in note for note in event_results(shorter, draws=5).notes), "all movements end alike"
    clips[0] = replace(clips[0], reference=music_of(pulse(seconds=4.0), seconds=4.0))
    assert any("Clips differ in length" in note for note in event_results(clips, draws=5).notes)


def test_large_evaluations_say_that_slow_metrics_are_drawn_less_often(monkeypatch) -> None:
    monkeypatch.setattr(standard_beats, "MOST_EVALUATIONS", 400)
    found = event_results(unrelated(np.random.default_rng(0), 12, 12), draws=40)
    (chance,) = result(found, AGAINST_REFERENCE[-1], "F-measure", "ours").chance
    assert chance.draws == 33
    assert any("33 times" in note for note in found.notes)


@pytest.mark.parametrize("clips", [[], [observed(0, "a", None, {"ours": music_of(pulse())})]])
def test_nothing_to_compare_is_refused(clips) -> None:
    with pytest.raises(EvaluationError, match="nothing to compare"):
        event_results(clips)


def test_no_draws_are_refused() -> None:
    with pytest.raises(EvaluationError, match="0 times"):
        event_results(danced(2), draws=0)
