"""A results folder of an earlier version (see golden/README.md) is read, reported and gone on with as its own."""

from __future__ import annotations

import json
import math
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import main
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.evaluation.evaluate import evaluate
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observations.store import load_observations
from kinescore.evaluation.observers import observe
from kinescore.evaluation.observers.observe import count_missing, observe_clips
from kinescore.evaluation.observers.registry import BEATS
from kinescore.evaluation.results.evaluation import ChanceLevel, MetricResult
from kinescore.evaluation.results.evaluation_files import load_beat_counts, load_evaluation

GOLDEN = Path(__file__).parent / "golden"
VERSION = "0.1.0"
TIME_NS = 1_700_000_000 * 10**9
"""When every sound and movement in it was written: what was found in a file is kept with the file's time."""
OBSERVERS = ("beats", "clap-tiny-clap-d4450c99")
KEPT = {"beats": 12, "clap-tiny-clap-d4450c99": 9}
"""Files by observer; the movements' are with the beats."""


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder as it was left, and a version of the same number."""
    shutil.copytree(GOLDEN, tmp_path / "old")
    for folder in ("music", "motion"):
        for path in (tmp_path / "old" / folder).rglob("*.*"):
            os.utime(path, ns=(TIME_NS, TIME_NS))
    monkeypatch.setattr(observe, "__version__", VERSION)
    return tmp_path / "old" / "results"


@pytest.fixture
def clips(results: Path) -> list[Clip]:
    return read_clips(results)


def kept_at(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.npz")}


def number(plain: float | None) -> float:
    return math.nan if plain is None else plain


def numbers(result: MetricResult | ChanceLevel) -> list[float]:
    parts = [result] if isinstance(result, ChanceLevel) else [result, *result.chance]
    return [x for each in parts for x in (each.value, each.low, each.high, number(getattr(each, "p", None)))]


def test_every_number_of_the_file_is_read(results: Path) -> None:
    plain = json.loads((GOLDEN / "results" / "evaluation.json").read_text("utf-8"))["evaluation"]
    evaluation = load_evaluation(results)
    assert (evaluation.version, evaluation.systems, evaluation.clips) == (VERSION, ("ours", "late"), 3)
    assert list(evaluation.notes) == plain["notes"]
    assert len(evaluation.results) == len(plain["figures"]) > 60
    for read, stored in zip(evaluation.results, plain["figures"], strict=True):
        names = (read.group, read.metric, read.system, read.clips, read.unit, read.better, read.note)
        assert names == tuple(stored[key] for key in ("group", "measure", "system", "clips", "unit", "better", "note"))
        for key in ("value", "low", "high"):
            assert getattr(read, key) == pytest.approx(number(stored[key]), rel=0, abs=0, nan_ok=True)
        for chance, of_file in zip(read.chance, stored["chance"], strict=True):
            for key in ("kind", "draws", "p", "corrected", "clips"):
                assert getattr(chance, key) == of_file[key]
            assert chance.value == pytest.approx(number(of_file["value"]), rel=0, abs=0, nan_ok=True)


def test_every_observation_is_read(results: Path, clips: list[Clip]) -> None:
    assert [(clip.name, clip.song) for clip in clips] == [("first", "mBR2"), ("second", "mPO2"), ("third", "mHO3")]
    for observed in load_observations(results, clips):
        seen = np.load(results / "seen" / f"{observed.clip.name}.npz")
        motion = observed.motion
        assert (motion.seconds, motion.fps, motion.tempo_bpm) == (seen["seconds"], seen["fps"], seen["tempo_bpm"])
        for found, name in (
            (motion.beats, "grid"),
            (motion.kinematic_beats, "kinematic"),
            (motion.hits, "hits"),
            (motion.hit_weights, "weights"),
        ):
            assert len(found) > 0
            np.testing.assert_array_equal(found, seen[name])
        for system, music in (("@reference", observed.reference), *observed.generated.items()):
            heard = np.load(results / "heard" / "beats" / system / f"{observed.clip.name}.npz")
            assert (music.seconds, music.tempo_bpm) == (heard["seconds"], heard["tempo_bpm"])
            for detector in Detector:
                np.testing.assert_array_equal(music.beats[detector], heard[detector.name.lower()])


def test_nothing_is_observed_again(results: Path, clips: list[Clip]) -> None:
    before = kept_at(results)
    assert len(before) == sum(KEPT.values())
    assert count_missing(clips, OBSERVERS, results) == 0
    outcome = observe_clips(clips, [BEATS], results)
    assert (outcome.done, outcome.skipped, outcome.failures) == (0, KEPT["beats"], ())
    assert kept_at(results) == before


def test_what_changed_since_is_observed_again(
    results: Path, clips: list[Clip], monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = clips[0].generated["ours"].path
    os.utime(changed, ns=(TIME_NS, TIME_NS + 1))
    assert count_missing(clips, OBSERVERS, results) == len(OBSERVERS)
    monkeypatch.setattr(observe, "__version__", "another version")
    assert count_missing(clips, OBSERVERS, results) == sum(KEPT.values())


def test_its_observations_give_the_same_results(results: Path, clips: list[Clip]) -> None:
    old, counts = load_evaluation(results), (GOLDEN / "results" / "scores.csv").read_bytes()
    new = evaluate(clips, OBSERVERS, results, draws=20, seed=0)
    assert len(new.results) == len(old.results)
    for ours, theirs in zip(new.results, old.results, strict=True):
        assert (ours.group, ours.metric, ours.system) == (theirs.group, theirs.metric, theirs.system)
        assert [chance.kind for chance in ours.chance] == [chance.kind for chance in theirs.chance]
        assert numbers(ours) == pytest.approx(numbers(theirs), rel=1e-6, abs=1e-9, nan_ok=True), ours
    assert (results / "scores.csv").read_bytes() == counts
    assert {each.clip for each in load_beat_counts(results)} == {clip.name for clip in clips}


def test_the_command_goes_on_with_it(
    results: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(results.parent)
    assert main(["evaluate", "--list", "list.csv", "-o", "results", "--draws", "20"]) == 0
    assert f"0 sounds and movements analysed, {KEPT['beats']} had been before" in capsys.readouterr().err


def test_the_report_shows_it(results: Path) -> None:
    page = results.parent / "page.html"
    assert main(["report", "page", str(results), "-o", str(page)]) == 0
    text = page.read_text("utf-8")
    assert text.count('data-name="ours"') == 3
    assert "CLAP score, CLAP tiny-clap d4450c99" in text
