"""`kinescore export` and `generate --export`, as in a shell."""

from __future__ import annotations

import csv
from pathlib import Path

import opentimelineio as otio
import pytest

from kinescore.cli.main import main
from kinescore.motion.readers.npz import write_npz
from tests.exchange.made_takes import made_take
from tests.wire.motions import wandering


@pytest.fixture
def take(tmp_path: Path) -> Path:
    made_take().save(tmp_path / "dance.wav", stems=tmp_path)
    return tmp_path / "dance.wav"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_everything_is_written_at_the_movement_s_rate(take: Path, tmp_path: Path) -> None:
    assert main(["export", str(take), "-o", str(tmp_path / "out")]) == 0
    sounds = {"dance.wav", "dance-drums.wav", "dance-bass.wav", "dance-click.wav"}
    lists = {"dance.mid", "dance.otio", "dance.csv", "dance-hits.edl", "dance-beats.edl", "dance.export.json"}
    assert names(tmp_path / "out") == sounds | lists
    timeline = otio.adapters.read_from_file(str(tmp_path / "out" / "dance.otio"))
    assert timeline.global_start_time == otio.opentime.RationalTime(0, 24)


def test_what_is_chosen_is_counted_as_the_picture_is(take: Path, tmp_path: Path) -> None:
    counted = ["--fps", "29.97", "--first-frame", "1001", "--timecode", "10:00:00;00"]
    assert main(["export", str(take), "-o", str(tmp_path / "out"), "--csv", "--sound", "flac", *counted]) == 0
    assert names(tmp_path / "out") == {"dance.flac", "dance.csv", "dance.export.json"}
    first = next(csv.DictReader((tmp_path / "out" / "dance.csv").open(encoding="utf-8")))
    assert (first["frame"], first["timecode"]) == ("1001", "10:00:00;00")


def test_frames_below_0_need_a_timecode_and_have_one(take: Path, tmp_path: Path) -> None:
    counted = ["--first-frame", "-100", "--timecode", "01:00:00:00"]
    assert main(["export", str(take), "-o", str(tmp_path / "out"), "--csv", *counted]) == 0
    first = next(csv.DictReader((tmp_path / "out" / "dance.csv").open(encoding="utf-8")))
    assert (first["frame"], first["timecode"]) == ("-100", "01:00:00:00")


def test_non_drop_counts_every_frame(take: Path, tmp_path: Path) -> None:
    assert main(["export", str(take), "-o", str(tmp_path / "out"), "--edl", "--fps", "29.97", "--non-drop"]) == 0
    assert "FCM: NON-DROP FRAME" in (tmp_path / "out" / "dance-hits.edl").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--fps", "0.1"], "must lie between 1 and 1000 fps"),
        (["--timecode", "noon"], "'noon' is no timecode"),
        (["--first-frame", "-5"], "5 frames before timecode 00:00:00:00"),
    ],
)
def test_what_cannot_be_is_told(
    take: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert main(["export", str(take), "-o", str(tmp_path / "out"), *options]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_stems_that_do_not_lie_beside_the_take_are_told(
    take: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for stem in tmp_path.glob("dance-*.wav"):
        stem.unlink()
    assert main(["export", str(take), "-o", str(tmp_path / "all")]) == 0
    assert "No stems lie beside the take" in capsys.readouterr().err
    assert main(["export", str(take), "-o", str(tmp_path / "stems"), "--stems"]) == 2
    assert "no stems to export" in capsys.readouterr().err


def test_music_is_exported_as_it_is_made(tmp_path: Path) -> None:
    write_npz(wandering(120, fps=24.0), tmp_path / "dance.npz")
    out = tmp_path / "out"
    assert main(["generate", str(tmp_path / "dance.npz"), "--export", str(out), "--takes", "2"]) == 0
    assert {"dance-1.otio", "dance-2.otio", "dance-1.mid", "dance-2-click.wav"} <= names(out)
    timeline = otio.adapters.read_from_file(str(out / "dance-1.otio"))
    assert timeline.global_start_time.rate == 24
    assert len(timeline.audio_tracks()) > 3
    for clip in timeline.find_clips():
        assert (out / clip.media_reference.target_url).is_file()
