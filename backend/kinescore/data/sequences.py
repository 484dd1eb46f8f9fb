"""The prepared folder: one record and one motion file per sequence, written and read.

    DATASET/sequences/<name>.json   who, which clips; written last, so a record says that the sequence is complete
    DATASET/sequences/<name>.npz    keypoints at 60 fps, gaps filled
    DATASET/targets/<backbone>/<song>.safetensors   see `targets`

There is no list of all: any number of processes may add sequences at once, and the folder may be moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinescore.data.pairs import Split
from kinescore.errors import DataError
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import read_motion_file
from kinescore.motion.readers.npz import write_npz

FORMAT = 1


@dataclass(frozen=True)
class PreparedClip:
    """start_seconds: from the start of both the movement and the music."""

    name: str
    start_seconds: float


@dataclass(frozen=True)
class PreparedSequence:
    """One prepared sequence. song: whose targets it trains on. music: the sound file, relative to the dataset's folder;
    only needed to make targets and to listen. genre: AIST++'s code, or any other label."""

    format: int
    name: str
    split: Split
    genre: str
    song: str
    music: str
    clips: tuple[PreparedClip, ...]


def is_prepared(dataset: Path, name: str) -> bool:
    """Return whether the sequence is complete."""
    return _record(dataset, name).is_file()


def write_sequence(dataset: Path, sequence: PreparedSequence, keypoints: Keypoints) -> None:
    """Add a sequence; until this returns, it does not count as prepared. Raises OSError."""
    record = _record(dataset, sequence.name)
    record.parent.mkdir(parents=True, exist_ok=True)
    write_npz(keypoints, motion_file(dataset, sequence.name))
    write_atomically(record, strict_json.dump(strict_json.to_plain(sequence)))


def read_sequences(dataset: Path, split: Split) -> Iterator[tuple[PreparedSequence, Keypoints]]:
    """Yield the sequences of `split` in order of their names, with their keypoints at 60 fps.

    Raises DataError where nothing is prepared, FormatError or MotionError where a file is damaged.
    """
    for sequence in read_records(dataset, split):
        yield sequence, read_motion_file(motion_file(dataset, sequence.name))


def read_records(dataset: Path, split: Split) -> Iterator[PreparedSequence]:
    """Yield the sequences of `split` in order of their names, without reading movement or music.

    Raises DataError where nothing is prepared, FormatError where a record is damaged.
    """
    records = sorted((dataset / "sequences").rglob("*.json"))
    if not records:
        raise DataError(f"There is no prepared sequence in {dataset}.", "Make them with `kinescore prepare`.")
    for record in records:
        sequence = strict_json.from_plain(
            PreparedSequence, strict_json.parse(record.read_bytes(), record.name), record.name
        )
        if sequence.format != FORMAT:
            raise DataError(f"{record.name} has layout {sequence.format}; this version reads {FORMAT}.")
        if sequence.split is split:
            yield sequence


def motion_file(dataset: Path, name: str) -> Path:
    """Return where the keypoints of a prepared sequence lie."""
    return dataset / "sequences" / f"{name}.npz"


def _record(dataset: Path, name: str) -> Path:
    return dataset / "sequences" / f"{name}.json"
