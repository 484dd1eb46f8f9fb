"""Results on sound and genre: sets of clips with known answers, and against one computation over everything at once."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")

from scipy.special import kl_div, softmax

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.metrics.frechet import frechet_distance, gaussian_of
from kinescore.evaluation.metrics.genre_divergence import script_divergence
from kinescore.evaluation.observations.arrays_file import save_arrays
from kinescore.evaluation.results.evaluation import REFERENCE, MetricResult
from kinescore.evaluation.results.results_folder import music_observation_file
from kinescore.evaluation.tables.embedding_tables import embedding_results

Arrays = Mapping[str, np.ndarray]
Made = Callable[[str, int], Arrays]
"""(system, number of the clip) -> what was found."""


def observations(
    folder: Path, observer: str, made: Made, count: int, systems: tuple[str, ...], songs: int = 4
) -> list[Clip]:
    """Write what `observer` found in `count` clips of `songs` songs."""
    clips = []
    for number in range(count):
        name = f"dance_{number}"
        spans = {system: FileSpan(Path(f"{system}/{name}.wav")) for system in systems}
        clips.append(Clip(name, f"song{number % songs}", "", None, FileSpan(Path(f"{name}.wav")), spans))
        for system in (REFERENCE, *systems):
            save_arrays(music_observation_file(folder, observer, system, name), made(system, number), "")
    return clips


def drawn(system: str, number: int, shape: tuple[int, ...]) -> np.ndarray:
    who = {REFERENCE: 0, "ours": 1, "theirs": 2}[system]
    return np.random.default_rng([who, number]).normal(size=shape).astype(np.float32)


def the(results: list[MetricResult], group: str, system: str = "ours") -> MetricResult:
    [result] = [each for each in results if group in each.group and each.system == system]
    return result


def test_the_distance_over_files_is_that_of_all_embeddings_at_once(tmp_path: Path) -> None:
    def made(system: str, number: int) -> Arrays:
        rows = drawn(system, number, (3 + number % 2, 6))
        return {"embeddings": rows + (1.5 if system == "ours" else 0.0)}

    clips = observations(tmp_path, "vggish-0a1b2c3d", made, 30, ("ours", "theirs"), songs=25)
    results, notes = embedding_results(tmp_path, clips, "vggish-0a1b2c3d", draws=50, seed=1)
    assert [(each.group, each.metric, each.system) for each in results] == [
        ("FAD, VGGish 0a1b2c3d", "FAD", "ours"),
        ("FAD, VGGish 0a1b2c3d", "FAD", "theirs"),
    ]
    for result in results:
        sides = [
            np.concatenate([made(system, number)["embeddings"] for number in range(30)])
            for system in (REFERENCE, result.system)
        ]
        expected = frechet_distance(*(gaussian_of([rows], 6) for rows in sides))
        assert result.value == pytest.approx(expected, rel=1e-9)
        assert result.low < result.value < result.high
        assert (result.better, result.clips, result.note) == ("lower", 30, "105 embeddings of 6 numbers against 105")
        [floor] = result.chance
        assert (floor.kind, floor.draws, floor.p, floor.corrected) == ("halves of the reference", 20, None, None)
        assert floor.low <= floor.value <= floor.high
    shifted, alike = results
    assert shifted.value == pytest.approx(6 * 1.5**2, rel=0.25)
    assert alike.high < floor.high * 2 < shifted.low
    assert notes == []


def test_the_same_music_lies_at_no_distance_and_few_clips_are_told(tmp_path: Path) -> None:
    clips = observations(
        tmp_path, "vggish-0", lambda _, number: {"embeddings": drawn(REFERENCE, number, (5, 128))}, 36, ("ours",)
    )
    [result], [note] = embedding_results(tmp_path, clips, "vggish-0")
    assert result.value == pytest.approx(0.0, abs=1e-6)
    assert "180 embeddings are few; the distance hardly depends on their number from 1280 on, 10 for each" in note
    assert result.chance[0].value > 10.0


def test_the_side_with_fewer_embeddings_is_the_one_told(tmp_path: Path) -> None:
    made = lambda system, number: {"embeddings": drawn(system, number, (5 if system == REFERENCE else 3, 128))}  # noqa: E731
    _, [note] = embedding_results(tmp_path, observations(tmp_path, "vggish-0", made, 36, ("ours",)), "vggish-0")
    assert "108 embeddings are few" in note


@pytest.mark.parametrize(("rows", "defined"), [(5, True), (1, False)])
def test_one_clip(tmp_path: Path, rows: int, defined: bool) -> None:
    made = lambda system, number: {"embeddings": drawn(system, number, (rows, 3))}  # noqa: E731
    clips = observations(tmp_path, "vggish-0", made, 1, ("ours",))
    [result], _ = embedding_results(tmp_path, clips, "vggish-0")
    assert math.isfinite(result.value) == defined
    assert math.isnan(result.low)
    assert math.isnan(result.high)
    assert result.chance == ()


def test_silence_against_silence(tmp_path: Path) -> None:
    made = lambda *_: {"embeddings": np.full((4, 3), 0.7, np.float32)}  # noqa: E731
    clips = observations(tmp_path, "vggish-0", made, 8, ("ours",))
    [result], _ = embedding_results(tmp_path, clips, "vggish-0")
    assert (result.value, result.low, result.high) == pytest.approx((0, 0, 0), abs=1e-12)


def test_the_clap_score_is_the_mean_cosine_beside_every_other_pairing(tmp_path: Path) -> None:
    def made(system: str, number: int) -> Arrays:
        row = drawn(REFERENCE, number, (1, 8)) + (0.3 * drawn(system, number, (1, 8)) if system == "ours" else 0.0)
        unit = row / np.linalg.norm(row)
        return {"clip": unit, "windows": np.concatenate([unit, unit[:, ::-1]])}

    clips = observations(tmp_path, "clap-clap-htsat-tiny-0a1b2c3d", made, 5, ("ours",), songs=5)
    results, _ = embedding_results(tmp_path, clips, "clap-clap-htsat-tiny-0a1b2c3d", draws=100)
    assert [each.group for each in results] == [
        "FAD, CLAP clap-htsat-tiny 0a1b2c3d",
        "CLAP score, CLAP clap-htsat-tiny 0a1b2c3d",
    ]
    cosines = np.array(
        [
            [float(made("ours", mine)["clip"][0] @ made(REFERENCE, other)["clip"][0]) for other in range(5)]
            for mine in range(5)
        ]
    )
    score = results[1]
    assert score.value == pytest.approx(np.trace(cosines) / 5, rel=1e-6)
    assert score.low <= score.value <= score.high
    orders = [order for order in itertools.permutations(range(5)) if all(k != each for k, each in enumerate(order))]
    expected = np.mean([cosines[range(5), order].mean() for order in orders])
    [chance] = score.chance
    assert (chance.draws, chance.value) == (44, pytest.approx(expected, rel=1e-6))
    assert chance.p == pytest.approx(1 / 45)
    assert chance.corrected == pytest.approx((score.value - expected) / (1 - expected), rel=1e-6)


def genres(system: str, number: int) -> Arrays:
    """Windows differ in number: what has no partner does not count."""
    windows = 1 + number % 3 + (system == "ours")
    return {"logits": 3 * drawn(system, number, (windows, 10)), "script_logits": drawn(system, number, (1, 10))}


def test_the_principled_divergence_is_the_mean_over_windows_and_clips(tmp_path: Path) -> None:
    clips = observations(tmp_path, "sincresnet-0a1b2c3d", genres, 12, ("ours",))
    results, [note] = embedding_results(tmp_path, clips, "sincresnet-0a1b2c3d", draws=60)
    assert [each.group for each in results] == [
        "KLD, MS-SincResNet 0a1b2c3d (principled)",
        "KLD, MS-SincResNet 0a1b2c3d (public script's form)",
    ]
    assert "two forms" in note

    def of_clip(mine: int, other: int) -> float:
        ours, theirs = genres("ours", mine)["logits"], genres(REFERENCE, other)["logits"]
        pairs = zip(softmax(theirs.astype(float), axis=1), softmax(ours.astype(float), axis=1), strict=False)
        return float(np.mean([np.sum(p * np.log(p / q)) for p, q in pairs]))

    result = results[0]
    assert result.value == pytest.approx(np.mean([of_clip(k, k) for k in range(12)]), rel=1e-9)
    assert (result.clips, result.better) == (12, "lower")
    shuffled, undecided = result.chance
    others = [of_clip(mine, other) for mine in range(12) for other in range(12) if (mine - other) % 4]
    assert shuffled.value == pytest.approx(np.mean(others), rel=0.05)
    assert shuffled.p > 0.05, "the music has nothing of its own reference"
    references = [softmax(genres(REFERENCE, k)["logits"].astype(float), axis=1) for k in range(12)]
    expected = np.mean([np.mean([np.sum(p * np.log(10 * p)) for p in rows]) for rows in references])
    assert (undecided.kind, undecided.value) == ("every genre alike", pytest.approx(expected, rel=1e-9))


def test_the_scripts_divergence_counts_clips_of_one_least_likely_genre(tmp_path: Path) -> None:
    def made(system: str, number: int) -> Arrays:
        row = genres(system, number)["script_logits"].copy()
        if number < 5 or system == REFERENCE:
            row[0, 4] = -9.0
        return {"logits": row, "script_logits": row}

    clips = observations(tmp_path, "sincresnet-0", made, 8, ("ours",))
    results, _ = embedding_results(tmp_path, clips, "sincresnet-0")
    values = []
    for number in range(8):
        p, q = (made(system, number)["script_logits"][0].astype(float) for system in (REFERENCE, "ours"))
        values.append(sum(kl_div((p - p.min()) / (p.max() - p.min()), (q - q.min()) / (q.max() - q.min()))))
    result = the(results, "public script's form")
    assert result.value == pytest.approx(np.ma.masked_invalid(values).mean(), rel=1e-9)
    assert (result.clips, result.note) == (5, "3 of 8 clips left out, not finite")


def test_equal_logits_have_no_value_in_the_scripts_form() -> None:
    logits = np.array([[0.5] * 4, [0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 2.0, 3.0]])
    values = script_divergence(logits, np.array([[0.0, 1.0, 2.0, 3.0]] * 2 + [[3.0, 2.0, 1.0, 0.0]]))
    assert math.isnan(values[0])
    assert values[1] == 0.0
    assert values[2] == math.inf


def test_equal_genres_diverge_by_nothing(tmp_path: Path) -> None:
    clips = observations(tmp_path, "genre-tiny-ast-0", lambda _, number: genres(REFERENCE, number), 6, ("ours",))
    [result], _ = embedding_results(tmp_path, clips, "genre-tiny-ast-0")
    assert result.group == "KLD, tiny-ast 0 (principled)"
    assert result.value == pytest.approx(0.0, abs=1e-12)
    assert result.chance[0].p < 0.2


@pytest.mark.parametrize("observer", ["vggish-0", "sincresnet-0"])
def test_same_files_and_seed_give_the_same_results(tmp_path: Path, observer: str) -> None:
    def made(system: str, number: int) -> Arrays:
        return {"embeddings": drawn(system, number, (4, 5)), **genres(system, number)}

    clips = observations(tmp_path, observer, made, 9, ("ours", "theirs"))
    assert repr(embedding_results(tmp_path, clips, observer, 30, 3)) == repr(
        embedding_results(tmp_path, clips, observer, 30, 3)
    )
    assert repr(embedding_results(tmp_path, clips, observer, 30, 3)) != repr(
        embedding_results(tmp_path, clips, observer, 30, 4)
    )


def test_clips_without_reference_sound_or_music_do_not_count(tmp_path: Path) -> None:
    made = lambda system, number: {"embeddings": drawn(system, number, (4, 3))}  # noqa: E731
    clips = observations(tmp_path, "vggish-0", made, 6, ("ours", "theirs"))
    clips[0] = Clip("dance_0", "song0", "", None, None, clips[0].generated)
    clips[1] = Clip("dance_1", "song1", "", None, FileSpan(Path("dance_1.beats")), clips[1].generated)
    clips[2] = Clip("dance_2", "song2", "", None, clips[2].reference, {"ours": clips[2].generated["ours"]})
    results, _ = embedding_results(tmp_path, clips, "vggish-0")
    assert [(each.system, each.clips) for each in results] == [("ours", 4), ("theirs", 3)]
    assert embedding_results(tmp_path, clips[:2], "vggish-0") == (
        [],
        ["No clip has the sound of its reference, so there is nothing that vggish-0 could compare with."],
    )


def test_what_was_not_observed_and_other_observers_are_told(tmp_path: Path) -> None:
    made = lambda system, number: {"embeddings": drawn(system, number, (4, 3))}  # noqa: E731
    clips = observations(tmp_path, "vggish-0", made, 3, ("ours",))
    with pytest.raises(EvaluationError, match="'beats' gives neither embeddings nor genres"):
        embedding_results(tmp_path, clips, "beats")
    music_observation_file(tmp_path, "vggish-0", "ours", "dance_2").unlink()
    with pytest.raises(EvaluationError, match=r"dance_2\.npz is missing"):
        embedding_results(tmp_path, clips, "vggish-0")
