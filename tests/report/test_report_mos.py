"""Opinion scores: known answers, and files from strangers."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinescore.cli.main import main
from kinescore.errors import KinescoreError
from kinescore.report.listening_files import MISMATCHED, KeyItem, ListenerRatings, ListeningKey, Rating
from kinescore.report.mos import aggregated, opinion_scores

TEST = "0123456789abcdef"
ITEMS = {
    "a1": KeyItem("clip1", "ours"),
    "a2": KeyItem("clip2", "ours"),
    "b1": KeyItem("clip1", MISMATCHED),
    "b2": KeyItem("clip2", MISMATCHED),
}
KEY = ListeningKey(1, TEST, 0, ("ours", MISMATCHED), ITEMS)
T_2 = 4.302652729911275  # 97.5 % of Student's t with 2 degrees of freedom, from printed tables: 4.303


def plain(number: int, coherence: tuple[int, ...] = (5, 4, 2, 1)) -> dict:
    """What listener `number` saved, marks in the order of ITEMS."""
    ratings = [{"item": item, "coherence": mark, "quality": 3} for item, mark in zip(ITEMS, coherence, strict=False)]
    return {
        "kinescore_listening_ratings": 1, "test": TEST, "session": f"{number:032x}", "seed": number, "nickname": "",
        "order": list(ITEMS), "ratings": ratings,
    }  # fmt: skip


@pytest.fixture
def key_path(tmp_path: Path) -> Path:
    items = {name: {"clip": item.clip, "system": item.system} for name, item in ITEMS.items()}
    key = {"kinescore_listening_key": 1, "test": TEST, "seed": 0, "systems": list(KEY.systems), "items": items}
    path = tmp_path / "test.key.json"
    path.write_text(json.dumps(key), "utf-8")
    return path


def written(folder: Path, *files: dict) -> list[Path]:
    paths = [folder / f"ratings{number}.json" for number in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_text(json.dumps(content), "utf-8")
    return paths


def test_help_is_printed_as_it_is_meant(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit):
        main(["report", "mos", "--help"])
    assert "with 95 % intervals." in " ".join(capsys.readouterr().out.split())


def test_the_listener_is_the_unit(tmp_path: Path, key_path: Path) -> None:
    """Three listeners, one of whom rated half: 4.5, 3.0 and 4.0 for ours."""
    paths = written(tmp_path, plain(1), plain(2, (2, 4, 1, 1)), plain(3, (4,)))
    scores = opinion_scores(paths, key_path)
    ours, chance = scores.systems
    assert (ours.system, ours.listeners, ours.ratings) == ("ours", 3, 5)
    means = [4.5, 3.0, 4.0]
    reach = T_2 * stdev(means) / math.sqrt(3)
    assert ours.coherence.mean == pytest.approx(mean(means))
    assert ours.coherence.low == pytest.approx(mean(means) - reach)
    assert ours.coherence.high == 5.0, "cut to the scale"
    assert (ours.quality.mean, ours.quality.low, ours.quality.high) == (3.0, 3.0, 3.0)
    assert (chance.system, chance.listeners, chance.coherence.mean) == (MISMATCHED, 2, 1.25)
    assert (scores.listeners, scores.ratings) == (3, 9)
    assert any("1 of 3 listeners did not rate every item" in note for note in scores.notes)


def test_one_listener_has_no_interval(tmp_path: Path, key_path: Path, capsys: pytest.CaptureFixture) -> None:
    (path,) = written(tmp_path, plain(1))
    output = tmp_path / "mos.json"
    assert main(["report", "mos", str(path), "--key", str(key_path), "-o", str(output)]) == 0
    printed = capsys.readouterr().out
    assert "4.50 (undefined)" in printed
    assert "other dance's music" in printed
    assert "at least two listeners" in printed
    found = json.loads(output.read_text("utf-8"))
    assert found["systems"][0]["coherence"] == {"mean": 4.5, "low": None, "high": None}
    assert found["kinescore_opinion_scores"] == 1


marks = st.integers(1, 5)


@given(st.lists(st.tuples(marks, marks, marks, marks), min_size=2, max_size=8))
def test_scores_stay_on_the_scale_and_around_their_mean(rows: list[tuple[int, ...]]) -> None:
    listeners = [
        ListenerRatings(
            1, TEST, f"{k:032x}", k, "", tuple(ITEMS),
            tuple(Rating(item, mark, 6 - mark) for item, mark in zip(ITEMS, row, strict=True)),
        )
        for k, row in enumerate(rows)
    ]  # fmt: skip
    scores = aggregated(listeners, KEY)
    assert aggregated(listeners[::-1], KEY).systems[0].coherence.mean == pytest.approx(scores.systems[0].coherence.mean)
    for system in scores.systems:
        assert 1 <= system.coherence.low <= system.coherence.mean + 1e-12
        assert system.coherence.mean - 1e-12 <= system.coherence.high <= 5
        assert system.coherence.mean + system.quality.mean == pytest.approx(6)


def changed(**values: object) -> Callable[[dict], object]:
    return lambda file: file | values


def with_rating(**values: object) -> Callable[[dict], object]:
    return lambda file: file | {"ratings": [file["ratings"][0] | values]}


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: [file], "listening ratings"),
        (lambda file: {}, "listening ratings"),
        (changed(kinescore_listening_ratings=2), "format 1"),
        (changed(test="f" * 16), "another listening test"),
        (changed(session="me"), "32 hexadecimal digits"),
        (changed(nickname="x" * 61), "60 characters"),
        (changed(nickname=5), "a text"),
        (changed(more=1), "not known"),
        (changed(ratings=[]), "at least one"),
        (changed(order=["a1"]), "items of the test"),
        (lambda file: file | {"ratings": file["ratings"] + file["ratings"][:1]}, "at most once"),
        (with_rating(item="zz"), "items of the test"),
        (with_rating(coherence=6), "from 1 to 5"),
        (with_rating(quality=0), "from 1 to 5"),
        (with_rating(quality=3.5), "whole number"),
        (with_rating(quality=True), "whole number"),
        (with_rating(quality="5"), "whole number"),
        (changed(nickname="x" * 1_100_000), "1000 kB"),
    ],
)
def test_a_damaged_file_is_named_in_one_sentence(
    damage: Callable[[dict], object], words: str, tmp_path: Path, key_path: Path, capsys: pytest.CaptureFixture
) -> None:
    good, bad = written(tmp_path, plain(1), damage(plain(2)))
    assert main(["report", "mos", str(good), str(bad), "--key", str(key_path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert words in printed.err
    assert "ratings1.json" in printed.err


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b'{"a": 1, "a": 2}'])
def test_what_is_no_json_is_refused(content: bytes, tmp_path: Path, key_path: Path) -> None:
    path = tmp_path / "ratings.json"
    path.write_bytes(content)
    with pytest.raises(KinescoreError, match=r"ratings\.json"):
        opinion_scores([path], key_path)


def test_a_session_counts_once(tmp_path: Path, key_path: Path) -> None:
    paths = written(tmp_path, plain(1), plain(2), plain(1, (1, 1, 1, 1)))
    with pytest.raises(KinescoreError, match=r"ratings2\.json and ratings0\.json come from the same session"):
        opinion_scores(paths, key_path)


def test_ratings_are_no_key(tmp_path: Path) -> None:
    (path,) = written(tmp_path, plain(1))
    with pytest.raises(KinescoreError, match="listening key"):
        opinion_scores([path], path)
