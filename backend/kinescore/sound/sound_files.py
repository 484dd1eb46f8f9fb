"""Music files -> Audio."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kinescore.errors import DataError, require_packages
from kinescore.sound.audio import Audio

if TYPE_CHECKING:
    from soundfile import SoundFile

SOUND_SUFFIXES = (".wav", ".flac", ".mp3", ".ogg")
MAX_SAMPLES = 2**29
"""Of all channels together: 2 GiB, or 100 minutes of stereo at 44.1 kHz. A damaged header may promise any number."""


def read_audio(path: Path) -> Audio:
    """Return the whole file, float32, at its own rate.

    Raises DataError for what is no sound, is too long, or holds numbers that are not finite.
    """
    _require_soundfile()
    import soundfile

    try:
        with soundfile.SoundFile(path) as file:
            return read_frames(file, file.frames, path)
    except soundfile.SoundFileError as error:
        raise _unreadable(path) from error


def read_frames(file: SoundFile, count: int, path: Path) -> Audio:
    """Return the next `count` frames of an open sound file, float32. Raises DataError as `read_audio` does."""
    if count * file.channels > MAX_SAMPLES:
        raise DataError(
            f"{path} has {count / file.samplerate / 60:.0f} minutes of sound by its own words; at most "
            f"{MAX_SAMPLES / file.channels / file.samplerate / 60:.0f} such minutes are read.",
            "Cut it into parts; if it is shorter, it is damaged: export it again.",
        )
    samples = file.read(count, dtype="float32", always_2d=True)
    if samples.size == 0 or not np.isfinite(samples).all():
        raise DataError(f"{path} has no samples, or some that are not finite numbers.")
    return Audio(np.ascontiguousarray(samples.T), file.samplerate)


def sound_seconds(path: Path) -> float:
    """Return the length of a sound file without reading its samples. Raises DataError."""
    _require_soundfile()
    import soundfile

    try:
        return soundfile.info(path).duration
    except soundfile.SoundFileError as error:
        raise _unreadable(path) from error


def _require_soundfile() -> None:
    require_packages(("soundfile",), "Reading music", "audio")


def _unreadable(path: Path) -> DataError:
    return DataError(f"{path} is missing or no sound file that can be read.", f"Use {', '.join(SOUND_SUFFIXES)}.")
