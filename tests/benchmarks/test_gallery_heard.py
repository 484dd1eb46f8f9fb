"""Ears that judge the gallery: figures of an ear that is right, and of words whose ranks are known."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.gallery_heard import WANTED, beats_heard, print_words
from kinescore.groovebox.styles import STYLES
from kinescore.sound.audio import Audio

BEATS = np.arange(0.25, 24.0, 0.5)
SILENCE = Audio(np.zeros((2, 100), np.float32), 44_100)


def test_words_are_wanted_of_styles_that_there_are() -> None:
    assert all(set(of_styles) <= set(STYLES) for of_styles in WANTED.values())


def test_an_ear_that_hears_the_beat_is_far_from_chance() -> None:
    f, chance = beats_heard(lambda audio, tellings: [BEATS], SILENCE, BEATS)
    assert f == pytest.approx(1.0)
    assert 0.1 < chance < 0.4


def test_words_stand_by_their_rank_beside_those_of_others(capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        "rock-1.wav": {"rock": 0.3, "pop": 0.5, "jazz": 0.1},
        "jazz-1.wav": {"rock": 0.2, "pop": 0.1, "jazz": 0.9},
        "samba-1.wav": {"rock": 0.1, "pop": 0.2, "jazz": 0.05},
    }
    print_words(said, {"rock": "rock", "jazz": "jazz"})
    lines = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert lines["rock"][1:5] == ["rock", "2", "2", "0%"]
    assert lines["jazz"][1:5] == ["jazz", "1", "3", "100%"]
    assert lines["samba"][1] == "–"
    assert lines["first:"][1] == "50%"
