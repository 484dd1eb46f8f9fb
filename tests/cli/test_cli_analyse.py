"""kinescore analyse, as a shell user and a script see it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import main
from tests.cli.bouncers import write_bouncer


@pytest.mark.parametrize("bpm", [92.0, 120.0])
def test_json_holds_tempo_beats_downbeats_and_hits(bpm: float, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["analyse", str(write_bouncer(tmp_path / "dance.npz", bpm)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tempo_bpm"] == pytest.approx(bpm, rel=0.01)
    beats = np.array(found["beats_s"])
    assert np.allclose(np.diff(beats[1:]), 60 / found["tempo_bpm"], atol=0.002)
    assert np.abs(beats * bpm / 60 - np.round(beats * bpm / 60)).max() * 60 / bpm < 0.1
    assert set(found["downbeats_s"]) <= set(found["beats_s"])
    assert found["hits"]
    assert all(set(hit) == {"time_s", "weight", "kind"} for hit in found["hits"])


def test_a_given_tempo_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    main(["analyse", str(write_bouncer(tmp_path / "dance.npz", 120)), "--tempo", "60", "--json"])
    assert json.loads(capsys.readouterr().out)["tempo_bpm"] == 60


def test_people_get_a_table(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["analyse", str(write_bouncer(tmp_path / "dance.npz", 100))]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("dance.npz", "BPM", "beats", "downbeats", "hit points"))


def test_the_plot_is_a_png(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    main(["analyse", str(write_bouncer(tmp_path / "dance.npz", 100)), "--plot", str(picture)])
    header = picture.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:24])
    assert width > 1000
    assert height > 300


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no_such_file.bvh"], "no_such_file.bvh"),
        (["dance.xyz"], ".bvh"),
        (["."], ". is a folder without keypoints. Name one motion file"),
        (["empty.npz"], "empty.npz"),
        (["dance.npz", "--plot", "picture.jpg"], "PNG"),
        (["dance.npz", "--tempo", "nan"], "tempo"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    write_bouncer(tmp_path / "dance.npz", 100)
    (tmp_path / "dance.xyz").write_bytes(b"1")
    (tmp_path / "empty.npz").write_bytes(b"")
    assert main(["analyse", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("kinescore: ")
    assert printed.err.count("\n") == 1
    assert words in printed.err
