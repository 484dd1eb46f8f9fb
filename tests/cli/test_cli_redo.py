"""kinescore generate --redo-section NAME --of take.wav."""

from __future__ import annotations

import json
from pathlib import Path

import mido
import numpy as np
import pytest
import soundfile

from kinescore.cli.main import main
from tests.cli.bouncers import write_bouncer


@pytest.fixture
def scored(tmp_path: Path) -> tuple[Path, Path]:
    """A movement of 12 s and a take of it in three sections."""
    dance, take = write_bouncer(tmp_path / "dance.npz", 120, seconds=12.0), tmp_path / "take.wav"
    sections = ["--section", "0:calm", "--section", "4:chorus", "--section", "8:calm"]
    assert generate(dance, *sections, "--genre", "funk", "-o", take, "--midi", tmp_path / "take.mid") == 0
    return dance, take


def generate(*arguments: object) -> int:
    return main(["generate", *map(str, arguments)])


def test_one_section_is_made_anew(scored: tuple[Path, Path]) -> None:
    dance, take = scored
    before = take.read_bytes()
    assert generate(dance, "--redo-section", "chorus", "--of", take) == 0
    assert take.read_bytes() == before
    (old, rate), (new, _) = soundfile.read(take, dtype="int32"), soundfile.read(take.with_stem("take-2"), dtype="int32")
    card = json.loads(take.with_name("take-2.json").read_text("utf-8"))
    chorus = card["sections"][1]
    first, stop = round((chorus["start_seconds"] - 0.05) * rate), round(chorus["end_seconds"] * rate)
    np.testing.assert_array_equal(old[:first], new[:first])
    np.testing.assert_array_equal(old[stop:], new[stop:])
    assert (old[first:stop] != new[first:stop]).mean() > 0.9
    assert [(one["name"], one["variation"]) for one in card["made_anew"]] == [("chorus", 1)]
    assert card["scores"]["hit_onset_rank"] > 0.5
    assert mido.MidiFile(take.with_name("take-2.mid")).length == pytest.approx(12.0, abs=0.01)
    assert generate(dance, "--redo-section", "2", "--of", take.with_stem("take-2"), "-o", take.with_stem("third")) == 0
    again = json.loads(take.with_name("third.json").read_text("utf-8"))
    assert [one["variation"] for one in again["made_anew"]] == [1, 2]


def test_the_same_section_again_is_the_same(scored: tuple[Path, Path]) -> None:
    dance, take = scored
    for name in ("one", "two"):
        assert generate(dance, "--redo-section", "1", "--of", take, "-o", take.with_stem(name)) == 0
    assert take.with_stem("one").read_bytes() == take.with_stem("two").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--redo-section", "calm"), "2 sections are called 'calm'"),
        (("--redo-section", "bridge"), "no section 'bridge'"),
        (("--redo-section", "chorus", "--prompt", "sad"), "Leave out --prompt"),
        (("--redo-section", "chorus", "--ending", "loop"), "Leave out --ending"),
        ((), "belong together"),
    ],
)
def test_what_cannot_be_is_told(scored: tuple[Path, Path], arguments: tuple[str, ...], told: str, capsys) -> None:
    dance, take = scored
    assert generate(dance, *arguments, "--of", take) != 0
    assert told in " ".join(capsys.readouterr().err.split())
    assert not take.with_stem("take-2").exists()


def test_another_movement_is_refused(scored: tuple[Path, Path], tmp_path: Path, capsys) -> None:
    other = write_bouncer(tmp_path / "other.npz", 120, seconds=11.0)
    assert generate(other, "--redo-section", "chorus", "--of", scored[1]) != 0
    assert "The request was made for" in " ".join(capsys.readouterr().err.split())
