"""Chance: what music without skill gets, and how scores are corrected for it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from kinescore.evaluation.chance.draws import CLICKS, RANDOM_PHASE, SHUFFLED, Draws, chance_level, clicks, random_phase
from kinescore.evaluation.chance.shuffling import shuffling_of
from kinescore.evaluation.metrics.beat_counts import SameBin
from kinescore.evaluation.metrics.beat_scores import beat_terms
from kinescore.evaluation.metrics.events import gather
from kinescore.evaluation.metrics.metric import mean_metric
from kinescore.evaluation.results.evaluation import ChanceLevel, MetricResult
from kinescore.evaluation.tables.beat_tables import (
    Comparison,
    alignment_results,
    beat_results,
    standard_results,
    tempo_results,
)
from kinescore.evaluation.tables.protocols import PROTOCOLS
from tests.evaluation.made_observations import (
    FIRST,
    SECONDS,
    motion_of,
    music_of,
    observed,
    pulse,
    random_beats,
    unrelated,
)

PRIMARY = PROTOCOLS[0]


def results(clips, protocol=PRIMARY, draws=99, seed=0) -> dict[str, MetricResult]:
    """The beat scores of the system "ours", by metric."""
    music = [each.generated["ours"] for each in clips]
    comparison = Comparison("ours", clips, music, shuffling_of(clips, draws, seed), draws, seed)
    return {result.metric: result for result in beat_results(comparison, protocol)[0]}


def of_kind(result: MetricResult, kind: str) -> ChanceLevel:
    return next(each for each in result.chance if each.kind == kind)


def drawn(values, real, is_test=True) -> Draws:
    """Draws of one clip whose mean is its value."""
    sums = np.stack([np.asarray(values, float), np.ones(len(values))], axis=1)
    return Draws("made", sums, np.array([real, 1.0]), is_test)


def test_mean_interval_p_and_correction_by_hand() -> None:
    better = mean_metric("score", 0, best_is_one=True)
    found = chance_level(better, drawn(np.arange(100) / 200, real=0.45))
    # 0 to 0.495 in steps of 0.005: mean 0.2475; 0.45 to 0.495 are ten draws as good: p = 11 / 101.
    assert found.value == pytest.approx(0.2475)
    assert (found.low, found.high) == pytest.approx((0.025 * 0.495, 0.975 * 0.495))
    assert found.p == pytest.approx(11 / 101)
    assert found.corrected == pytest.approx((0.45 - 0.2475) / (1 - 0.2475))
    assert found.draws == 100


def test_lower_may_be_better_and_some_things_are_neither() -> None:
    lower = mean_metric("distance", 0, better="lower")
    assert chance_level(lower, drawn([1.0, 2.0, 3.0], real=2.0)).p == pytest.approx(3 / 4)
    assert chance_level(lower, drawn([1.0, 2.0, 3.0], real=2.0)).corrected is None
    assert chance_level(replace(lower, better=""), drawn([1.0, 2.0], real=2.0)).p is None
    assert chance_level(lower, drawn([1.0, 2.0], real=2.0, is_test=False)).p is None


def test_a_draw_that_differs_by_rounding_only_is_as_good() -> None:
    assert chance_level(mean_metric("score", 0), drawn([0.1 + 0.2], real=0.3)).p == 1.0
    assert chance_level(mean_metric("score", 0), drawn([0.3], real=0.1 + 0.2)).p == 1.0


def test_what_is_undefined_has_no_p_and_no_correction() -> None:
    found = chance_level(mean_metric("score", 0, best_is_one=True), drawn([math.nan, 0.5], real=0.5))
    assert math.isnan(found.value)
    assert (found.p, found.corrected) == (None, None)


def test_chance_that_is_perfect_cannot_be_corrected_for() -> None:
    assert chance_level(mean_metric("score", 0, best_is_one=True), drawn([1.0, 1.0], real=1.0)).corrected is None


def test_the_perfect_system_has_the_smallest_p_and_a_corrected_score_of_one() -> None:
    clips = [replace(each, generated={"ours": each.reference}) for each in unrelated(np.random.default_rng(1), 24, 8)]
    for protocol in PROTOCOLS[:3]:
        found = results(clips, protocol)
        for name in ("BCS", "BHS", "F1"):
            assert found[name].value == pytest.approx(1.0)
            for kind in (SHUFFLED, RANDOM_PHASE):
                assert of_kind(found[name], kind).corrected == pytest.approx(1.0)
        assert of_kind(found["F1"], SHUFFLED).value < found["F1"].value
    coarse = of_kind(results(clips, PROTOCOLS[3])["F1"], SHUFFLED)
    assert (coarse.value, coarse.corrected) == (1.0, None), "any pulse faster than 60 BPM fills every bin of 1 s"
    assert of_kind(results(clips)["F1"], SHUFFLED).p == pytest.approx(1 / 100)
    assert of_kind(results(clips)["F1"], RANDOM_PHASE).p == pytest.approx(1 / 100)


def test_references_exchanged_between_two_songs() -> None:
    """Each clip has the other's beats: the real score is 0, the only exchange puts it right and scores 1."""
    a, b = pulse(), pulse(0.35)
    clips = [
        observed(0, "a", music_of(a), {"ours": music_of(b)}),
        observed(1, "b", music_of(b), {"ours": music_of(a)}),
    ]
    found = results(clips)["F1"]
    assert found.value == 0
    shuffled = of_kind(found, SHUFFLED)
    assert (shuffled.value, shuffled.draws, shuffled.p) == (1.0, 1, 1.0)
    assert shuffled.corrected is None, "nothing can be better than this chance"


def test_p_is_evenly_spread_and_correction_is_zero_for_music_that_knows_nothing() -> None:
    ps: dict[str, list[float]] = {SHUFFLED: [], RANDOM_PHASE: []}
    corrected = []
    for seed in range(100):
        found = results(unrelated(np.random.default_rng(seed), 12, 12), draws=19, seed=seed)["F1"]
        corrected.append(of_kind(found, SHUFFLED).corrected)
        for kind, values in ps.items():
            values.append(of_kind(found, kind).p)
    # 100 even p have a mean of 0.5 +- 0.029 and 10 +- 3 of them up to 0.1; bounds at about 3.5 deviations.
    for values in ps.values():
        assert np.mean(values) == pytest.approx(0.5, abs=0.1)
        assert 1 <= sum(p <= 0.1 for p in values) <= 20
    deviation = np.std(corrected) / math.sqrt(len(corrected))
    assert np.mean(corrected) == pytest.approx(0.0, abs=3.5 * deviation)
    assert deviation < 0.01


@pytest.mark.parametrize("rate", [1.75, 3.0])
def test_dense_onsets_are_close_to_perfect_by_chance_in_bins_of_one_second(rate) -> None:
    """Of independent onsets at `rate` per second, a bin of width w holds one with probability 1 - exp(-rate w). That is
    what shuffled pairs score: 0.83 and 0.95 (and do on AIST++'s test clips), but 0.30 and 0.45 in bins of 0.2 s."""
    rng = np.random.default_rng(5)

    def onsets():
        return music_of(np.sort(rng.uniform(0, 5.0, rng.poisson(5.0 * rate))))

    clips = [observed(n, f"song {n}", onsets(), {"ours": onsets()}) for n in range(400)]
    for protocol in (PROTOCOLS[3], PROTOCOLS[2]):
        filled = 1 - math.exp(-rate * protocol.rule.width_s)
        found = results(clips, protocol, draws=20)["F1"]
        assert of_kind(found, SHUFFLED).value == pytest.approx(filled, abs=0.02)
        assert of_kind(found, RANDOM_PHASE).value == pytest.approx(filled, abs=0.02)
        assert found.value == pytest.approx(filled, abs=0.03)
    assert 1 - math.exp(-rate) > 0.82


def test_a_tracked_pulse_scores_its_density_by_chance() -> None:
    """Beats at 120 BPM fill 0.2 * 120 / 60 = 0.4 of the bins of 0.2 s (so do AIST++'s test clips)."""
    rng = np.random.default_rng(6)
    clips = [
        observed(n, f"song {n}", music_of(random_beats(rng, 120)), {"ours": music_of(random_beats(rng, 120))})
        for n in range(400)
    ]
    found = results(clips, draws=20)["BCS"]
    for kind in (SHUFFLED, RANDOM_PHASE, CLICKS):
        assert of_kind(found, kind).value == pytest.approx(0.4, abs=0.02)


def test_clicks_are_a_pulse_of_120_bpm_whatever_the_music() -> None:
    drawn_music = []
    music = gather([np.zeros(0), pulse()], [2.0, 4.75])
    draws = clicks(
        music, np.zeros((2, 1)), 50, np.random.default_rng(0), lambda made: drawn_music.append(made) or np.zeros((2, 1))
    )
    assert draws.is_test is False
    first = [each.each()[0] for each in drawn_music]
    assert all(len(times) == 4 and np.diff(times) == pytest.approx(0.5) for times in first)
    assert {len(each.each()[1]) for each in drawn_music} == {9, 10}
    phases = np.array([times[0] for times in first])
    assert phases.min() < 0.05
    assert phases.max() > 0.45
    assert phases.max() < 0.5


def test_random_phase_rotates_each_clip_by_its_own_time() -> None:
    drawn_music = []
    music = gather([np.array([0.5]), np.array([0.5])], [5.0, 5.0])
    random_phase(
        music,
        np.zeros((2, 1)),
        300,
        np.random.default_rng(0),
        lambda made: drawn_music.append(made) or np.zeros((2, 1)),
    )
    times = np.array([np.concatenate(each.each()) for each in drawn_music])
    assert times.shape == (300, 2)
    assert abs(np.corrcoef(times.T)[0, 1]) < 0.2
    assert times.mean(axis=0) == pytest.approx([2.5, 2.5], abs=0.3)


def of_many_lengths(rng, beats_of):
    """Twelve dances of 5 to 30 s, each beginning on the beat; to them are played beats_of(seconds)."""
    clips = []
    for n, tempo in enumerate(rng.uniform(95, 135, 12)):
        seconds = rng.uniform(5, 30)
        reference = music_of(pulse(FIRST, 60 / tempo, seconds), tempo, seconds)
        clips.append(observed(n, f"song {n}", reference, {"ours": music_of(beats_of(seconds), 120.0, seconds)}))
    return clips


def shuffled_p(clips, seed) -> float:
    return of_kind(results(clips, draws=39, seed=seed)["F1"], SHUFFLED).p


def test_clicks_on_dances_of_many_lengths_are_neither_skilled_nor_unskilled() -> None:
    """Clicks begin with every dance and drift away from it: short pairs score better than long ones, and shuffled pairs
    are short. As all clips have the same clicks, no draw can be told from the real pairs once lengths are equal."""
    ps = [
        shuffled_p(of_many_lengths(np.random.default_rng(seed), lambda s: pulse(seconds=s)), seed) for seed in range(40)
    ]
    assert np.mean(ps) == pytest.approx(0.5, abs=0.05)
    assert min(ps) > 0.1
    assert max(ps) < 0.9


def test_p_is_evenly_spread_on_dances_of_many_lengths() -> None:
    ps = []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        ps.append(shuffled_p(of_many_lengths(rng, lambda s, rng=rng: random_beats(rng, rng.uniform(95, 135), s)), seed))
    assert np.mean(ps) == pytest.approx(0.5, abs=0.13)
    assert 1 <= sum(p <= 0.1 for p in ps) <= 14


def test_clicks_on_dances_of_many_lengths_have_no_corrected_score() -> None:
    """Against chance from short pairs, the whole dances' figure would seem worse than nothing."""
    corrected = []
    for seed in range(20):
        clips = of_many_lengths(np.random.default_rng(seed), lambda s: pulse(seconds=s))
        corrected.append(of_kind(results(clips, draws=39, seed=seed)["F1"], SHUFFLED).corrected)
    assert np.mean(corrected) == pytest.approx(0.0, abs=0.01)


def test_every_comparison_takes_real_pairs_as_short_as_shuffled_ones() -> None:
    """The long clip's music goes astray where the short clip's has ended; as long as the only shuffled pairs, it is
    perfect."""
    long, other = pulse(seconds=10.0), pulse(0.2, 0.7, 5.0)
    astray = np.concatenate([long[long < 5.0], long[long >= 5.0] + 0.25])[:-1]
    clips = [
        observed(
            0, "a", music_of(long, 120.0, 10.0), {"ours": music_of(astray, 120.0, 10.0)}, motion_of(long, seconds=10.0)
        ),
        observed(
            1, "b", music_of(other, 86.0, 5.0), {"ours": music_of(other, 86.0, 5.0)}, motion_of(other, seconds=5.0)
        ),
    ]
    comparison = Comparison("ours", clips, [each.generated["ours"] for each in clips], shuffling_of(clips, 9, 0), 9, 0)
    tables = [beat_results(comparison, PRIMARY)[0][:3], standard_results(comparison), alignment_results(comparison)[:3]]
    for result in (result for table in tables for result in table):
        assert result.value < 1.0, result
        assert of_kind(result, SHUFFLED).value < 1.0, result
        assert of_kind(result, SHUFFLED).corrected == pytest.approx(1.0), result


def test_shuffled_pairs_are_compared_with_the_tempo_in_the_partners_name() -> None:
    clips = [
        observed(number, song, music_of(pulse(), tempo), {"ours": music_of(pulse(), tempo)})
        for number, (song, tempo) in enumerate((("mBR0", 80.0), ("mBR5", 130.0)))
    ]
    comparison = Comparison("ours", clips, [each.generated["ours"] for each in clips], shuffling_of(clips, 9, 0), 9, 0)
    named = next(result for result in tempo_results(comparison) if result.metric == "TD to the named tempo")
    assert (named.value, of_kind(named, SHUFFLED).value) == (0.0, 50.0)


def test_equal_tempo_chance_compares_the_same_clips() -> None:
    """Two songs at 120 BPM, one at 100: only the two can be exchanged, and the p is of their score alone."""
    clips = [
        observed(0, "a", music_of(pulse()), {"ours": music_of(pulse())}),
        observed(1, "b", music_of(pulse(0.3)), {"ours": music_of(pulse(0.3))}),
        observed(2, "c", music_of(pulse(period=0.6), 100.0), {"ours": music_of(np.zeros(0))}),
    ]
    found = results(clips)["F1"]
    assert found.value == pytest.approx(2 / 3)
    equal = of_kind(found, "shuffled pairs of equal tempo")
    # 0.05 and 0.3 s of a 0.5 s period never share a bin: chance 0, and the two clips score 1.
    assert (equal.value, equal.corrected, equal.draws, equal.clips) == (0.0, 1.0, 1, 2)
    assert of_kind(found, SHUFFLED).clips == found.clips == 3


def test_an_undefined_original_stays_undefined_beside_its_chance() -> None:
    clips = [
        observed(0, "a", music_of(pulse()), {"ours": music_of(pulse())}),
        observed(1, "b", music_of(np.zeros(0), math.nan), {"ours": music_of(pulse())}),
    ]
    found = results(clips, PROTOCOLS[-1])["BHS"]
    assert math.isnan(found.value)
    assert math.isnan(of_kind(found, SHUFFLED).value)
    assert "undefined" in found.note
    assert results(clips, PROTOCOLS[3])["BHS"].value == pytest.approx(0.5)


def test_terms_of_shuffled_pairs_are_those_of_counting_each_pair() -> None:
    clips = unrelated(np.random.default_rng(9), 6, 6)
    pairings = shuffling_of(clips, 50, 0).pairings[SHUFFLED]
    rule, total = SameBin(0.2), []
    for partners in pairings.partners:
        covers = []
        for n, partner in enumerate(partners):
            ours = rule.prepare(gather([clips[n].generated["ours"].beats[PRIMARY.detector]], [SECONDS]))
            theirs = rule.prepare(gather([clips[partner].reference.beats[PRIMARY.detector]], [SECONDS]))
            covers.append(beat_terms(rule.count(ours, theirs), PRIMARY.ratios)[0, 0])
        total.append(np.mean(covers))
    assert of_kind(results(clips, draws=50)["BCS"], SHUFFLED).value == pytest.approx(np.mean(total))
