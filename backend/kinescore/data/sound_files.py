"""Music files -> Audio."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kinescore.audio import Audio
from kinescore.data.errors import DataError

SOUND_SUFFIXES = (".wav", ".flac", ".mp3", ".ogg")


def read_audio(path: Path) -> Audio:
    """Return the whole file, float32, at its own rate. Raises DataError for what is no sound or not finite."""
    soundfile = _soundfile()
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.SoundFileError as error:
        raise _unreadable(path) from error
    if samples.size == 0 or not np.isfinite(samples).all():
        raise DataError(f"{path.name} has no samples, or some that are not finite numbers.")
    return Audio(np.ascontiguousarray(samples.T), rate)


def sound_seconds(path: Path) -> float:
    """Return the length of a sound file without reading its samples. Raises DataError."""
    soundfile = _soundfile()
    try:
        return soundfile.info(path).duration
    except soundfile.SoundFileError as error:
        raise _unreadable(path) from error


def _soundfile() -> object:
    try:
        import soundfile
    except ImportError:
        raise DataError("Reading music needs soundfile.", "Install it with: pip install 'kinescore[audio]'") from None
    return soundfile


def _unreadable(path: Path) -> DataError:
    return DataError(f"{path} is missing or no sound file that can be read.", f"Use {', '.join(SOUND_SUFFIXES)}.")
