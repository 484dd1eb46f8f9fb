"""analyse --json, edited or not, comes back through --map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from kinescore.cli.main import main
from tests.cli.bouncers import write_bouncer


@pytest.fixture
def dance(tmp_path: Path) -> Path:
    return write_bouncer(tmp_path / "dance.npz", 112, seconds=8.0)


def analysed(capsys: pytest.CaptureFixture, *arguments: object) -> dict[str, Any]:
    assert main(["analyse", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def with_map(folder: Path, members: dict[str, Any]) -> Path:
    path = folder / "map.json"
    path.write_text(json.dumps(members), "utf-8")
    return path


def sound(dance: Path, *arguments: object) -> bytes:
    out = dance.with_name("out.wav")
    assert main(["generate", str(dance), "-o", str(out), *map(str, arguments)]) == 0
    return out.read_bytes()


@pytest.mark.parametrize("options", [(), ("--tempo", 90), ("--metre", "3/4", "--downbeat", 1.1), ("--shift", 0.1)])
def test_an_unedited_map_is_the_same_music(dance: Path, tmp_path: Path, capsys, options: tuple[object, ...]) -> None:
    path = with_map(tmp_path, analysed(capsys, dance, *options))
    assert sound(dance, "--map", path) == sound(dance, *options)


def test_an_unedited_map_of_what_keeps_no_time_is_the_same_music(tmp_path: Path, capsys) -> None:
    positions = np.zeros((150, 17, 2)) + np.arange(17)[:, None] * 9.0
    positions[75:, 9] += 40.0
    still = tmp_path / "still.npz"
    np.savez(still, positions=positions, confidence=np.ones((150, 17)), fps=30.0, size=np.array([640, 480]))
    found = analysed(capsys, still)
    assert found["tempo_confidence"] == 0.0
    assert sound(still, "--map", with_map(tmp_path, found)) == sound(still)


def test_edited_hits_beats_and_intensity_are_followed(dance: Path, tmp_path: Path, capsys) -> None:
    found = analysed(capsys, dance)
    hits = [{"time_s": 2.345, "weight": 1.0, "kind": "marker"}, found["hits"][-1]]
    beats = [round(0.3 + 0.55 * k + 0.01 * (k % 3), 4) for k in range(14)]
    edited = {**found, "hits": hits, "beats_s": beats, "downbeats_s": [beats[1]], "intensity": [0.0, 1.0]}
    again = analysed(capsys, dance, "--map", with_map(tmp_path, edited))
    assert again["beats_s"] == beats
    assert again["downbeats_s"] == beats[1::4]
    assert [(hit["time_s"], hit["kind"]) for hit in again["hits"]] == [
        (2.345, "marker"),
        (pytest.approx(found["hits"][-1]["time_s"], abs=1e-4), found["hits"][-1]["kind"]),
    ]
    assert (again["intensity"][0], again["intensity"][-1]) == (0.0, 1.0)
    assert set(again["fixed"]) == {"music_beats", "downbeats", "metre", "hits", "intensity"}
    twice = analysed(capsys, dance, "--map", with_map(tmp_path, again))
    assert twice == again


def test_only_what_was_edited_is_fixed(dance: Path, tmp_path: Path, capsys) -> None:
    found = analysed(capsys, dance)
    again = analysed(capsys, dance, "--map", with_map(tmp_path, {**found, "metre": "3/4", "hits": []}))
    assert again["fixed"] == {"metre": "3/4", "hits": []}
    assert again["beats_s"] == found["beats_s"]


def test_a_map_of_ones_own_needs_one_member(dance: Path, tmp_path: Path, capsys) -> None:
    changes = [
        {"start_seconds": 0.5, "tempo_bpm": 120, "metre": "3/4"},
        {"start_seconds": 5.0, "tempo_bpm": 90, "ramp": True},
    ]
    again = analysed(capsys, dance, "--map", with_map(tmp_path, {"tempo_map": changes}))
    assert again["downbeats_s"] == pytest.approx([0.5, 2.0, 3.5, 5.0, 5.0 + 4 * 60 / 90])
    sound(dance, "--map", tmp_path / "map.json")


def test_options_override_a_map(dance: Path, tmp_path: Path, capsys) -> None:
    path = with_map(tmp_path, {"tempo_bpm": 90.0, "metre": "3/4"})
    again = analysed(capsys, dance, "--map", path, "--tempo", 80)
    assert (again["tempo_bpm"], again["metre"]) == (80.0, "3/4")


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"beats": [1.0]}, "field 'beats' that is not known"),
        ({"tempo_bpm": 90.0, "beats_s": [0.0, 0.5]}, "tempo_bpm and beats_s were all edited"),
        ({"tempo_map": [{"start_seconds": 0, "tempo_bpm": 90}], "metre": "3/4"}, "Edit one of them"),
        ({"beats_s": [1.0, 0.5]}, "seconds that rise"),
        ({"hits": [{"time_s": 1.0, "weight": 2.0, "kind": "stop"}]}, "hits are not"),
        ({"fixed": {"tempo": 3}}, "field 'tempo' that is not known"),
        ([], "must be a JSON object"),
    ],
)
def test_a_map_that_cannot_be_is_refused(dance: Path, tmp_path: Path, capsys, members: Any, sentence: str) -> None:
    assert main(["generate", str(dance), "--map", str(with_map(tmp_path, members))]) == 2
    assert sentence in capsys.readouterr().err
    assert not dance.with_suffix(".wav").exists()


def test_a_map_is_read_by_people(dance: Path, capsys) -> None:
    main(["analyse", str(dance), "--json"])
    lines = capsys.readouterr().out.splitlines()
    assert sum('"time_s"' in line for line in lines) == len(json.loads("\n".join(lines))["hits"])
    assert len(lines) < 60


def test_the_tempi_are_listed_for_people_and_machines_and_pass_through_a_map(dance: Path, tmp_path, capsys) -> None:
    assert main(["analyse", str(dance), "--tempi"]) == 0
    table = capsys.readouterr().out
    assert all(word in table for word in ("reached", "missed", "frames off", "by chance", "half time", "double time"))
    found = analysed(capsys, dance, "--tempi")
    assert found["tempi"][0]["tempo_bpm"] == found["tempo_bpm"]
    assert found["tempi"][0]["beats_s"] == found["beats_s"]
    assert {"reached", "near", "missed", "frames_off", "confidence", "relation"} <= set(found["tempi"][1])
    assert analysed(capsys, dance, "--map", with_map(tmp_path, found))["fixed"] == {}


def test_the_click_is_as_long_as_the_movement(dance: Path, tmp_path: Path) -> None:
    assert main(["analyse", str(dance), "--click", str(tmp_path / "click.wav")]) == 0
    assert soundfile.info(tmp_path / "click.wav").frames == 8 * 44_100
