"""Exporting into folders that somebody else uses too, and reading takes from their files, older ones included."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import KinescoreError
from kinescore.exchange.export import ALL_KINDS, Export, ExportKind
from kinescore.exchange.take_reading import read_take
from kinescore.exchange.timecode import Picture
from kinescore.take import Take
from tests.exchange.made_takes import HITS, made_take, played_take, without_stems

FILM = Picture(Fraction(24))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_take_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        Export(made_take(), "dance", FILM).write(folder)
    assert contents(one) == contents(other)
    assert len(contents(one)) == 1 + 2 + 1 + 5 + 1


def test_an_export_replaces_its_own_files_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    Export(made_take(), "dance", FILM).write(folder)
    Export(made_take(), "dance", replace(FILM, first_frame=10)).write(folder)  # frames change in table and timeline
    (folder / "dance.csv").write_text("my notes")
    before = contents(folder)
    with pytest.raises(KinescoreError, match=r"dance\.csv is there already, and is not as an export left it"):
        Export(made_take(), "dance", FILM).write(folder)
    kept = {name: data for name, data in contents(folder).items() if name in ("dance.csv", "dance.export.json")}
    assert kept.items() <= before.items()


def test_a_stranger_s_file_is_never_overwritten_and_nothing_new_is_left(tmp_path: Path) -> None:
    (tmp_path / "dance.edl").write_text("the edit")
    (tmp_path / "dance-hits.edl").write_text("the edit")
    before = contents(tmp_path)
    with pytest.raises(KinescoreError, match="not as an export left it"):
        Export(made_take(), "dance", FILM).write(tmp_path)
    assert contents(tmp_path) == before


def test_a_record_that_is_none_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "dance.export.json").write_text("[]")
    with pytest.raises(KinescoreError, match="something else"):
        Export(made_take(), "dance", FILM).write(tmp_path)


def test_stems_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(KinescoreError, match="no stems to export"):
        Export(without_stems(made_take()), "dance", FILM, {ExportKind.STEMS}).write(tmp_path / "out")
    assert not list(tmp_path.rglob("*.wav"))
    Export(without_stems(made_take()), "dance", FILM, ALL_KINDS - {ExportKind.STEMS}).write(tmp_path / "out")


def same(one: Take, other: Take) -> bool:
    plain = [replace(take, audio=None, stems={}, beats=None, downbeats=None) for take in (one, other)]
    return plain[0] == plain[1] and one.beats.tolist() == other.beats.tolist() and list(one.stems) == list(other.stems)


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_take_is_read_from_its_files(tmp_path: Path, suffix: str) -> None:
    take = played_take()
    assert take.hits == HITS
    assert take.fps == 30.0
    path = tmp_path / f"dance{suffix}"
    take.save(path, stems=tmp_path, midi=tmp_path / "dance.mid")
    for named in (path, tmp_path / "dance.json"):
        back = read_take(named)
        assert same(back, take)
        np.testing.assert_allclose(back.audio.samples, take.audio.samples, atol=2**-23)
    assert read_take(path, stems=False).stems == {}


def test_a_take_of_0_1_0_is_read(tmp_path: Path) -> None:
    take = made_take()
    take.save(tmp_path / "dance.wav")
    facts = json.loads((tmp_path / "dance.json").read_text("utf-8"))
    assert facts["tempo_map"][0] == {"start_seconds": 0.75, "tempo_bpm": 120.0, "metre": "4/4", "ramp": False}
    assert facts["hits"][0] == {"time_s": 0.5, "weight": 0.9, "kind": "contact", "who": 0}
    assert facts["fps"] == 24.0
    for name in ("hits", "fps", "tempo_map"):
        del facts[name]
    (tmp_path / "dance.json").write_text(json.dumps({**facts, "character": "Ann", "first_frame": 1}), "utf-8")
    back = read_take(tmp_path / "dance.wav")
    assert same(back, replace(take, stems={}, hits=(), fps=0.0))


def test_sound_that_another_program_wrote_is_read(tmp_path: Path) -> None:
    made_take().save(tmp_path / "dance.wav")
    samples, rate = soundfile.read(tmp_path / "dance.wav")
    soundfile.write(tmp_path / "dance.wav", samples, rate, subtype="PCM_16")
    np.testing.assert_allclose(read_take(tmp_path / "dance.wav").audio.samples, samples.T, atol=2**-14)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({"format": 2}, "describes no take of format 1"),
        ({"beats": "none"}, "The beats is"),
        ({"downbeats": [99]}, "downbeats that are not among its beats"),
        ({"metres": ["3/4", "3/4"]}, "another number of metres"),
        ({"hits": [{"time_s": 1.0, "weight": 1.0, "kind": "bang"}]}, "kind"),
    ],
)
def test_a_description_that_does_not_hold_is_told(tmp_path: Path, edit: dict[str, object], told: str) -> None:
    made_take().save(tmp_path / "dance.wav")
    facts = json.loads((tmp_path / "dance.json").read_text("utf-8"))
    (tmp_path / "dance.json").write_text(json.dumps({**facts, **edit}), "utf-8")
    with pytest.raises(KinescoreError, match=told):
        read_take(tmp_path / "dance.wav")


def test_files_that_are_missing_are_told(tmp_path: Path) -> None:
    made_take().save(tmp_path / "dance.wav")
    with pytest.raises(KinescoreError, match="no sound beside other"):
        read_take(tmp_path / "other.json")
    (tmp_path / "dance.json").unlink()
    with pytest.raises(KinescoreError, match="description dance"):
        read_take(tmp_path / "dance.wav")
