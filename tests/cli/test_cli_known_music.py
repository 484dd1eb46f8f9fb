"""Beats that are not the movement's: those of a song, and a nudge."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import main
from kinescore.sound.audio import Audio
from tests.cli.bouncers import write_bouncer


def write_clicks(path: Path, bpm: float, first: float, seconds: float = 12.0, rate: int = 22_050) -> Path:
    time = np.arange(round(seconds * rate)) / rate
    since = (time - first) % (60 / bpm)
    clicks = np.where(time < first, 0.0, np.exp(-since * 60) * np.sin(2 * np.pi * 900 * since))
    Audio(0.5 * clicks[None].astype(np.float32), rate).save(path)
    return path


def analysed(capsys: pytest.CaptureFixture, *words: object) -> dict:
    assert main(["analyse", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_song_gives_the_beats_and_the_movement_the_hits(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    pytest.importorskip("librosa")
    dance = write_bouncer(tmp_path / "dance.npz", 120)
    plain = analysed(capsys, dance)
    found = analysed(capsys, dance, "--music", write_clicks(tmp_path / "song.wav", 100, 0.3))
    assert found["tempo_bpm"] == pytest.approx(100, rel=0.002)
    beats = np.array(found["beats_s"])
    assert np.abs((beats - 0.3 + 0.3) % 0.6 - 0.3).max() < 0.015
    assert found["beat_confidence"] == 1.0
    assert found["hits"] == plain["hits"]


def test_a_nudge_moves_every_beat(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    dance = write_bouncer(tmp_path / "dance.npz", 120)
    plain, moved = analysed(capsys, dance), analysed(capsys, dance, "--shift", 0.07)
    assert np.array(moved["beats_s"][1:5]) == pytest.approx(np.array(plain["beats_s"][1:5]) + 0.07, abs=1e-6)


def test_silence_has_no_beats_to_give(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    pytest.importorskip("librosa")
    Audio(np.zeros((1, 44_100), np.float32), 22_050).save(tmp_path / "song.wav")
    dance = write_bouncer(tmp_path / "dance.npz", 120)
    assert main(["analyse", str(dance), "--music", str(tmp_path / "song.wav")]) == 2
    assert "No beat can be heard" in capsys.readouterr().err


def test_a_song_reaches_the_music_that_is_made(tmp_path: Path) -> None:
    pytest.importorskip("librosa")
    dance, song = write_bouncer(tmp_path / "dance.npz", 120), write_clicks(tmp_path / "song.wav", 100, 0.3)
    assert main(["generate", str(dance), "--music", str(song), "-o", str(tmp_path / "out.wav")]) == 0
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert told["tempo_bpm"] == pytest.approx(100, rel=0.03)
