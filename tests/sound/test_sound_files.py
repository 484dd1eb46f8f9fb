"""Sound files whose headers promise what is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import DataError, KinescoreError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.loading import load_sound
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import read_audio

RATE = 8000
READERS = pytest.mark.parametrize("read", [read_audio, lambda path: load_sound(FileSpan(path))])
Read = Callable[[Path], Audio]


def flac(path: Path, promised: int) -> Path:
    """Write one second of sound whose header promises `promised` frames, a number of 36 bits."""
    soundfile.write(path, np.random.default_rng(0).normal(scale=0.1, size=RATE), RATE)
    data = bytearray(path.read_bytes())
    count = int.from_bytes(data[21:26], "big")
    assert count & (2**36 - 1) == RATE
    data[21:26] = (count >> 36 << 36 | promised).to_bytes(5, "big")
    path.write_bytes(data)
    return path


@READERS
def test_an_honest_header_is_believed(read: Read, tmp_path: Path) -> None:
    assert read(flac(tmp_path / "honest.flac", RATE)).samples.shape == (1, RATE)


@READERS
def test_more_than_fits_in_memory_is_refused_before_it_is_read(read: Read, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="minutes of sound by its own words"):
        read(flac(tmp_path / "endless.flac", 2**36 - 1))


@READERS
def test_sound_that_ends_before_its_promised_end_is_refused(read: Read, tmp_path: Path) -> None:
    with pytest.raises(KinescoreError, match="can be read"):
        read(flac(tmp_path / "cut.flac", 2 * RATE))
