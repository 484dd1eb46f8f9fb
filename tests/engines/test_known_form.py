"""What a form for tempo, metre and key is filled with: per window, from the beats and the words."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from kinescore.backbones.base import Window
from kinescore.backbones.music_form import MusicForm
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.metre import Metre
from kinescore.engines.known_form import form_of


@pytest.fixture
def slowing() -> BeatGrid:
    """Five bars of 4/4 at 120 BPM, then five of 3/4 at 90 BPM."""
    beats = np.concatenate([0.5 * np.arange(20), 10.0 + np.arange(15) / 1.5])
    downbeats = np.array([*range(0, 20, 4), *range(20, 35, 3)])
    return BeatGrid(beats, downbeats, 120.0, (), 1.0, 1.0, (Metre.FOUR_FOUR,) * 5 + (Metre.THREE_FOUR,) * 5)


def test_each_window_has_its_own_tempo_and_metre(slowing: BeatGrid) -> None:
    assert form_of(Window(0.0, 8.0), slowing, "calm piano") == MusicForm(120, 4, "", 8.0)
    assert form_of(Window(0.0, 8.0), slowing, "calm piano", guided=True) == MusicForm(120, 4, "", 8.0, guided=True)
    assert form_of(Window(11.0, 8.0), slowing, "calm piano in D minor") == MusicForm(90, 3, "D minor", 8.0)


def test_a_window_without_beats_has_those_of_the_piece(slowing: BeatGrid) -> None:
    assert form_of(Window(40.0, 5.0), slowing, "in F sharp major") == MusicForm(120, 4, "F# major", 5.0)
