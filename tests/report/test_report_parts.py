"""Pieces of the pages against independent computation."""

from __future__ import annotations

import base64
import io
import math

import librosa
import numpy as np
import pytest
import soundfile
from matplotlib.image import imread

from kinescore.evaluation.results.evaluation import ChanceLevel, ClipBeatCounts, Evaluation, MetricResult
from kinescore.report.choosing import choose, f1_of
from kinescore.report.html import number, probability
from kinescore.report.media import COLUMNS_PER_SECOND, MEL_BANDS, drawing, flac_uri, mel_heights, mel_uri
from kinescore.report.published import ABLATION, COMPARISON
from kinescore.report.tables import dot_plot, result_tables
from kinescore.sound.audio import Audio
from tests.report.made_results import dancer

RATE = 22_050


def result(system: str, value: float, low: float, high: float, better: str = "higher", **more: object) -> MetricResult:
    return MetricResult("group", "F1", system, value, low, high, 9, better=better, **more)


def best(*results: MetricResult) -> str:
    evaluation = Evaluation("1", tuple(each.system for each in results), 9, results)
    return result_tables(evaluation)[0].columns[0].best


def test_best_is_who_is_apart_from_all_others() -> None:
    a, b, c = result("a", 0.6, 0.55, 0.65), result("b", 0.5, 0.45, 0.54), result("c", 0.1, 0.0, 0.2)
    assert best(a, b, c) == best(c, b, a) == "a"
    assert best(a, result("b", 0.5, 0.45, 0.56), c) == "", "they overlap"
    assert best(a) == "", "nobody to be better than"


def test_lower_may_be_better_and_neither_may_be() -> None:
    low, high = (1.0, 0.5, 1.5), (3.0, 2.0, 4.0)
    assert best(result("a", *low, better="lower"), result("b", *high, better="lower")) == "a"
    assert best(result("a", *low, better=""), result("b", *high, better="")) == ""


def test_what_has_no_interval_makes_nobody_best() -> None:
    nan = math.nan
    assert best(result("a", 0.9, 0.8, 1.0), result("b", 0.1, nan, nan)) == ""
    assert best(result("a", 0.9, 0.8, 1.0), result("b", 0.1, 0.0, 0.2), result("c", nan, nan, nan)) == "a"


def test_what_chance_gives_is_not_best() -> None:
    """More clicks hit more beats: 1.0 against 0.6, and both by chance."""
    chance = (ChanceLevel("shuffled pairs", 1.0, 0.9, 1.0, 100),)
    assert best(result("clicks", 1.0, 1.0, 1.0, chance=chance), result("ours", 0.6, 0.5, 0.7)) == ""
    lower = (ChanceLevel("shuffled pairs", 0.9, 0.8, 1.0, 100),)
    assert best(result("clicks", 1.0, 0.95, 1.0, chance=lower), result("ours", 0.6, 0.5, 0.7)) == "clicks"


def test_the_reference_does_not_compete() -> None:
    ours, theirs = result("ours", 0.5, 0.4, 0.6), result("theirs", 0.2, 0.1, 0.3)
    assert best(result("@reference", 0.9, 0.8, 1.0), ours, theirs) == "ours"


def test_the_reference_looked_at_as_a_system_is_in_its_table() -> None:
    results = (result("ours", 0.5, 0.4, 0.6), result("@reference", 0.7, 0.6, 0.8))
    (table,) = result_tables(Evaluation("1", ("ours",), 9, results))
    assert table.systems == ("@reference", "ours")
    assert [each.value for each in table.columns[0].results] == [0.7, 0.5]


def test_the_plot_holds_every_value() -> None:
    chance = ChanceLevel("shuffled pairs", 0.55, 0.5, 0.72, 100)
    results = (result("a", 0.6, 0.5, 0.7, chance=(chance,)), result("b", math.nan, math.nan, math.nan))
    (table,) = result_tables(Evaluation("1", ("a", "b"), 9, results))
    plot = dot_plot(table, "F1")
    assert [row.label for row in plot.rows] == ["a", "shuffled pairs", "b"]
    assert plot.top == pytest.approx(0.8)
    assert plot.ticks == (0.0, 0.2, 0.4, 0.6, 0.8)
    assert dot_plot(table, "BCS") is None


def test_clips_are_spread_from_best_to_worst() -> None:
    scores = [ClipBeatCounts(f"clip{k}", "s", "p", k, 10, 10) for k in range(10)]
    assert [chosen.clip for chosen in choose(scores, 3)] == ["clip9", "clip5", "clip0"]
    assert [chosen.rank for chosen in choose(scores, 3)] == [
        "best: rank 1 of 10",
        "median: rank 5 of 10",
        "worst: rank 10 of 10",
    ]
    assert [chosen.clip for chosen in choose(scores, 1)] == ["clip5"]
    assert len(choose(scores, 50)) == 10
    assert choose([], 3) == choose(scores, 0) == ()


def test_the_f1_of_a_clip_is_the_harmonic_mean() -> None:
    precision, recall = 6 / 8, 6 / 20
    expected = 2 * precision * recall / (precision + recall)
    assert f1_of(ClipBeatCounts("c", "s", "p", 6, 8, 20)) == pytest.approx(expected)
    assert f1_of(ClipBeatCounts("c", "s", "p", 0, 0, 0)) == 0


@pytest.mark.parametrize(
    ("value", "text"), [(0.4567, "0.457"), (-0.0001, "0.000"), (-0.25, "−0.250"), (16.543, "16.54"), (1234.5, "1234")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_p_is_never_zero() -> None:
    assert probability(0.0001) == "< 0.001"
    assert probability(0.0124) == "0.012"


def test_printed_f1_is_the_harmonic_mean_of_printed_bcs_and_bhs() -> None:
    """The method says that this fits every printed F1: a slip in copying would show."""
    for table in (COMPARISON, ABLATION):
        for name, values in table.rows:
            assert len(values) == len(table.metrics)
            if values[0] != "–":
                bcs, bhs, f1 = map(float, values[:3])
                assert f1 == pytest.approx(2 * bcs * bhs / (bcs + bhs), abs=2e-4), name


def test_sound_is_embedded_sample_by_sample() -> None:
    samples = np.random.default_rng(0).uniform(-1, 1, (2, 5000)).astype(np.float32)
    back, rate = soundfile.read(io.BytesIO(base64.b64decode(flac_uri(Audio(samples, 32_000)).split(",")[1])))
    assert rate == 32_000
    assert np.abs(back.T - samples).max() <= 2**-15


def test_a_tone_lies_in_the_spectrogram_where_its_tick_says() -> None:
    time = np.arange(3 * RATE) / RATE
    tone = np.where(time < 1.5, np.sin(2 * np.pi * 2000 * time), 0).astype(np.float32)
    picture = imread(io.BytesIO(base64.b64decode(mel_uri(Audio(tone[None], RATE), 4.0).split(",")[1])))
    brightness = picture[..., :3].sum(axis=2)
    assert brightness.shape[0] == MEL_BANDS
    assert brightness.shape[1] == pytest.approx(4.0 * COLUMNS_PER_SECOND, abs=2)
    row = brightness[:, COLUMNS_PER_SECOND].argmax()
    assert (row + 0.5) / MEL_BANDS == pytest.approx(mel_heights((2000.0,))[0], abs=1 / MEL_BANDS)
    assert brightness[row, int(1.4 * COLUMNS_PER_SECOND)] > 1.5
    assert brightness[:, 2 * COLUMNS_PER_SECOND :].max() < 0.1, "silence and what comes after the end"


def test_mel_heights_are_librosas() -> None:
    edges = librosa.mel_frequencies(n_mels=101, fmin=30.0, fmax=11_025.0)
    assert mel_heights(tuple(edges)) == pytest.approx(list(np.linspace(1, 0, 101)), abs=1e-9)


@pytest.mark.parametrize(("fps", "kept"), [(24.0, 24.0), (30.0, 30.0), (60.0, 30.0), (120.0, 30.0), (50.0, 25.0)])
def test_the_drawing_is_the_movement_thinned_and_rounded(fps: float, kept: float) -> None:
    keypoints = dancer(2.0, fps)
    drawn = drawing(keypoints)
    assert drawn["fps"] == kept
    frames = np.array(drawn["frames"]).reshape(-1, 17, 2)
    assert len(frames) == pytest.approx(2 * kept, abs=1)
    assert (frames >= 0).all()
    assert (frames <= np.array(drawn["size"])).all()
    assert max(drawn["size"]) == 1000
    shown = keypoints.positions[:: round(fps / kept)]
    low, extent = keypoints.positions.min(axis=(0, 1)), np.ptp(keypoints.positions, axis=(0, 1)).max()
    assert np.abs(frames * extent / 1000 + low - shown).max() <= 0.51 * extent / 1000


def test_someone_who_stands_still_is_drawn_too() -> None:
    still = dancer(1.0)
    same = type(still)(np.full_like(still.positions, 7.0), still.confidence, still.fps, still.size)
    assert np.array(drawing(same)["frames"]).max() == 0
