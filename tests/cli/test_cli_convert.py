"""kinescore convert, and what a user says of files that cannot say it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import main
from kinescore.cli.reading import picture_size
from kinescore.errors import KinescoreError
from kinescore.motion.readers import read_motion_file
from tests.motion.made_bvh import humanoid
from tests.motion.made_dance import flat_dance

FLAT = flat_dance()


@pytest.fixture
def alphapose(tmp_path: Path) -> Path:
    entries = [{"image_id": f"{n}.jpg", "keypoints": pose.ravel().tolist()} for n, pose in enumerate(FLAT)]
    (tmp_path / "alphapose-results.json").write_text(json.dumps(entries))
    return tmp_path / "alphapose-results.json"


def test_convert_writes_what_every_command_reads(alphapose: Path, tmp_path: Path, capsys) -> None:
    target = tmp_path / "out.npz"
    assert main(["convert", str(alphapose), str(target), "--fps", "30", "--size", "1280x720"]) == 0
    keypoints = read_motion_file(target)
    np.testing.assert_allclose(keypoints.positions, FLAT[..., :2], atol=0.01)
    assert (keypoints.fps, keypoints.size) == (30.0, (1280, 720))
    assert "240 frames, 8.00 s at 30 fps, 1280 x 720 px, 100% of all joints seen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["out.npz"], "does not say its frame rate"),
        (["out.npz", "--fps", "30"], "does not say its picture size"),
        (["out.npz", "--fps", "30", "--size", "big"], "'big' is no width and height"),
        (["out.npz", "--fps", "0", "--size", "9x9"], "frame rate is 0"),
        (["out.wav"], "saved as .npz, not as '.wav'"),
    ],
)
def test_convert_says_what_is_missing(alphapose: Path, monkeypatch, capsys, arguments: list[str], words: str) -> None:
    monkeypatch.chdir(alphapose.parent)
    assert main(["convert", alphapose.name, *arguments]) == 2
    assert words in capsys.readouterr().err
    assert not Path("out.npz").exists()


def test_a_movement_is_not_overwritten(tmp_path: Path, capsys) -> None:
    np.savez(tmp_path / "a.npz", positions=FLAT[..., :2], fps=30)
    before = (tmp_path / "a.npz").read_bytes()
    assert main(["convert", str(tmp_path / "a.npz"), str(tmp_path / "a.npz")]) == 2
    assert (tmp_path / "a.npz").read_bytes() == before


def test_notes_are_printed_and_go_with_the_take(tmp_path: Path, capsys) -> None:
    path = tmp_path / "dance.bvh"
    path.write_text(humanoid(90).replace("Frames: 90", "Frames: 89"))
    note = "dance.bvh promises 89 frames and holds 90, all of which were read."
    assert main(["analyse", str(path), "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["notes"] == [note]
    assert f"note: {note}" in printed.err
    assert main(["generate", str(path), "-o", str(tmp_path / "out.wav")]) == 0
    assert json.loads((tmp_path / "out.json").read_text())["notes"][0] == note


def test_analyse_and_generate_take_rate_and_size(alphapose: Path, tmp_path: Path, capsys) -> None:
    said = ["--fps", "30", "--size", "1280x720"]
    assert main(["analyse", str(alphapose), "--json", *said]) == 0
    assert json.loads(capsys.readouterr().out)["tempo_bpm"] == pytest.approx(120, abs=1)
    assert main(["generate", str(alphapose), "-o", str(tmp_path / "out.wav"), *said]) == 0


@pytest.mark.parametrize("text", ["1920x1080", "1920X1080", "1920 x 1080", "1920*1080"])
def test_sizes_as_people_write_them(text: str) -> None:
    assert picture_size(text) == (1920, 1080)


@pytest.mark.parametrize("text", ["", "1920", "0x9", "-1x9", "1e3x9", "999999x9"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(KinescoreError, match="no width and height"):
        picture_size(text)
