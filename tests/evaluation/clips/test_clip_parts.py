"""Parts of sounds and movements: read where they are, refused where they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.loading import load_motion, load_sound
from tests.evaluation.made_clips import beats, write_motion, write_sound


def test_a_part_of_a_sound_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "clip.wav", beats(100))
    part = load_sound(FileSpan(path, 1.0, 2.0))
    whole, _ = soundfile.read(path, dtype="float32")
    np.testing.assert_array_equal(part.samples[0], whole[22_050 : 3 * 22_050])
    for span in (FileSpan(path, 4.0, 5.12), FileSpan(path, 6.0), FileSpan(path, 0.0, 0.0)):
        with pytest.raises(EvaluationError, match=r"lasts 5\.12 s"):
            load_sound(span)
    with pytest.raises(EvaluationError, match="no file"):
        load_sound(FileSpan(path.with_name("gone.wav")))


def test_a_part_of_a_movement_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write_motion(tmp_path / "dance.npz", 100)
    assert load_motion(FileSpan(path, 0.05, 5.12)).seconds == pytest.approx(5.07, abs=0.01)
    for span in (FileSpan(path, 3.0, 5.12), FileSpan(path, 9.0)):
        with pytest.raises(EvaluationError, match=r"dance\.npz lasts 5\.12 s"):
            load_motion(span)
