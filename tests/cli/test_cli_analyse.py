"""kinescore analyse, as a shell user and a script see it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import main
from kinescore.dance.hit_points import HitKind
from kinescore.plot import HIT_STYLE
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


def test_several_share_a_beat_and_their_hits_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    ann = write_bouncer(tmp_path / "ann.npz", 100, seconds=12.0, fps=30.0)
    bob = write_bouncer(tmp_path / "bob.npz", 100, seconds=8.0, fps=24.0)
    assert main(["analyse", str(ann), str(bob), "--weights", "2,1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["seconds"] == 12.0
    assert found["tempo_bpm"] == pytest.approx(100, rel=0.01)
    assert found["movers"] == [{"name": "ann", "weight": 1.0}, {"name": "bob", "weight": 0.5}]
    assert {hit.get("who", 0) for hit in found["hits"]} == {0, 1}
    assert max(hit["time_s"] for hit in found["hits"] if hit.get("who") == 1) < 8.1
    assert "'bob': ends at 8.00 s and holds its last pose until 12.00 s." in found["notes"]
    assert main(["analyse", str(ann), str(ann), "--names", "Ann,The other one"]) == 0
    assert "The other one" in capsys.readouterr().out


def test_an_edited_analysis_of_several_is_read_back(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    files = [str(write_bouncer(tmp_path / f"{name}.npz", 100, seconds=8.0)) for name in ("ann", "bob")]
    main(["analyse", *files, "--json"])
    first = capsys.readouterr().out
    edited = json.loads(first)
    edited["hits"] = [hit for hit in edited["hits"] if hit.get("who") == 1]
    (tmp_path / "map.json").write_text(json.dumps(edited), "utf-8")
    main(["analyse", *files, "--map", str(tmp_path / "map.json"), "--json"])
    again = json.loads(capsys.readouterr().out)
    assert [hit["who"] for hit in again["hits"]] == [1] * len(edited["hits"])
    assert again["beats_s"] == edited["beats_s"]


def test_movements_of_one_name_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    dance = str(write_bouncer(tmp_path / "dance.npz", 100))
    main(["analyse", dance, dance, "--json"])
    assert [mover["name"] for mover in json.loads(capsys.readouterr().out)["movers"]] == ["dance 1", "dance 2"]


def test_a_given_tempo_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    main(["analyse", str(write_bouncer(tmp_path / "dance.npz", 120)), "--tempo", "60", "--json"])
    assert json.loads(capsys.readouterr().out)["tempo_bpm"] == 60


def test_people_get_a_table(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["analyse", str(write_bouncer(tmp_path / "dance.npz", 100))]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("dance.npz", "BPM", "beats", "downbeats", "hit points"))


def test_every_kind_of_hit_has_its_sign_in_the_plot() -> None:
    assert set(HIT_STYLE) == set(HitKind)


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
        (["dance.npz", "dance.npz", "--weights", "1"], "1 weights are given for 2 movements. Give one for each"),
        (["dance.npz", "dance.npz", "--weights", "1,0"], "'1,0' are not numbers above 0. Write them as 1,0.5."),
        (["dance.npz", "dance.npz", "--weights", "1,1000"], "it may be 0.01 to 100"),
        (["dance.npz", "dance.npz", "--names", "A,B,C"], "3 names are given for 2 movements"),
        (["dance.npz", "dance.npz", "--keypoints", "both.npz"], "Several movements are not saved as one"),
        (["dance.npz"] * 17, "17 movements are too many; at most 16 are followed"),
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
