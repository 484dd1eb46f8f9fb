"""A take as files: what is written, whole and all of it, and never over somebody else's work."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import KinescoreError
from kinescore.sound.audio import Audio, audio_from_wav
from kinescore.take import Section, Take

RATE = 8000


def sine(hz: float) -> Audio:
    """A tenth of a second in stereo."""
    wave = 0.4 * np.sin(2 * np.pi * hz * np.arange(RATE // 10) / RATE)
    return Audio(np.stack([wave, -wave]).astype(np.float32), RATE)


TAKE = Take(
    audio=sine(440),
    beats=np.array([0.0, 0.05]),
    downbeats=np.array([0]),
    tempo_bpm=120.0,
    sections=(Section("intro", 0.0, 0.1),),
    stems={"drums": sine(200), "bass": sine(100)},
    midi=b"MThd",
    scores={"hits": 0.5},
    provenance={"engine": "groovebox", "seed": 3},
    notes=("A note.",),
)


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_everything_is_written_and_reads_back(tmp_path: Path) -> None:
    TAKE.save(tmp_path / "out.wav", stems=tmp_path / "stems", midi=tmp_path / "notes.mid")
    assert files_in(tmp_path) == {"out.wav", "out.json", "notes.mid", "stems/out-drums.wav", "stems/out-bass.wav"}
    back = audio_from_wav((tmp_path / "stems" / "out-bass.wav").read_bytes())
    assert np.abs(back.samples - TAKE.stems["bass"].samples).max() < 1e-6
    facts = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert facts["beats"] == [0.0, 0.05]
    assert facts["sections"] == [{"name": "intro", "start_seconds": 0.0, "end_seconds": 0.1}]
    assert facts["provenance"] == {"engine": "groovebox", "seed": 3}


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    TAKE.save(tmp_path / "out.flac", stems=tmp_path)
    assert soundfile.info(tmp_path / "out.flac").subtype == "PCM_24"
    assert (tmp_path / "out-drums.flac").is_file()


def test_saving_again_replaces_a_take_of_ours(tmp_path: Path) -> None:
    TAKE.save(tmp_path / "out.wav")
    replace(TAKE, tempo_bpm=90.0).save(tmp_path / "out.wav")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["tempo_bpm"] == 90.0


@pytest.mark.parametrize("content", [b'{"keypoints": []}', b"[1, 2]", b"no JSON", b""])
def test_somebody_elses_json_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dance.json").write_bytes(content)
    with pytest.raises(KinescoreError, match="something else"):
        TAKE.save(tmp_path / "dance.wav", midi=tmp_path / "dance.mid")
    assert files_in(tmp_path) == {"dance.json"}
    assert (tmp_path / "dance.json").read_bytes() == content


@pytest.mark.parametrize(
    ("take", "wanted", "sentence"),
    [
        (replace(TAKE, stems={}), {"stems": "stems"}, "no stems"),
        (replace(TAKE, midi=b""), {"midi": "notes.mid"}, "plays no notes"),
    ],
)
def test_what_a_take_has_not_cannot_be_asked_for(tmp_path: Path, take: Take, wanted: dict, sentence: str) -> None:
    with pytest.raises(KinescoreError, match=sentence):
        take.save(tmp_path / "out.wav", **{name: tmp_path / value for name, value in wanted.items()})
    assert files_in(tmp_path) == set()


def test_a_format_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(KinescoreError, match=r"'out.mp9' ends in no sound format"):
        TAKE.save(tmp_path / "out.mp9")
    assert files_in(tmp_path) == set()


def test_where_one_file_cannot_be_written_none_is_left(tmp_path: Path) -> None:
    (tmp_path / "out.wav").mkdir()  # the mix, which is written last, has no place
    with pytest.raises(OSError):  # noqa: PT011  which one depends on the system
        TAKE.save(tmp_path / "out.wav", stems=tmp_path / "stems", midi=tmp_path / "out.mid")
    assert files_in(tmp_path) == set()
