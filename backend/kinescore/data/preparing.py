"""Pairs -> prepared sequences, one pure piece of work after the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore.data.pairs import Pair
from kinescore.data.segmentation import CLIP_FPS, clip_starts
from kinescore.data.sequences import FORMAT, PreparedClip, PreparedSequence, is_prepared, write_sequence
from kinescore.errors import DataError, KinescoreError
from kinescore.files.shard import Shard
from kinescore.motion.read import read_motion
from kinescore.motion.recordings import Warn, warn_in_python
from kinescore.motion.resampling import resample
from kinescore.progress import Report, silent
from kinescore.sound.sound_files import sound_seconds


@dataclass(frozen=True)
class Prepared:
    """done: sequences prepared now. skipped: were there already. failures: one sentence per sequence that could not be
    prepared; the others are not held up by it. notes: sentences about what is odd in files that could be read."""

    done: int
    skipped: int
    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()


def prepare_sequences(
    pairs: Sequence[Pair],
    dataset: Path,
    shard: Shard,
    report: Report = silent,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
) -> Prepared:
    """Prepare this shard's share of `pairs` where not done yet. Raises OSError where `dataset` cannot be written.

    fps, size (width, height): of movements whose files do not say them.
    """
    share = shard.of(pairs)
    missing = [pair for pair in share if not is_prepared(dataset, pair.name)]
    failures: list[str] = []
    notes: list[str] = []
    for number, pair in enumerate(missing):
        report(f"reading {pair.name}", number / len(missing))

        def report_one(phase: str, fraction: float, number: int = number, name: str = pair.name) -> None:
            report(f"{phase} in {name}", (number + fraction) / len(missing))

        try:
            prepare_sequence(pair, dataset, report_one, fps=fps, size=size, warn=notes.append)
        except KinescoreError as error:
            failures.append(f"{pair.name}: {error}")
    return Prepared(len(missing) - len(failures), len(share) - len(missing), tuple(failures), tuple(notes))


def prepare_sequence(
    pair: Pair,
    dataset: Path,
    report: Report = silent,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> None:
    """Read one movement at 60 fps, place its clips and write both. Raises KinescoreError for what cannot be used."""
    keypoints = resample(read_motion(pair.motion, report, fps=fps, size=size, warn=warn), CLIP_FPS)
    music_seconds = sound_seconds(pair.music)
    seconds = pair.nominal_seconds or min(keypoints.seconds, music_seconds)
    starts = clip_starts(seconds, len(keypoints), music_seconds)
    clips = tuple(PreparedClip(f"{pair.clip_stem}_{number}", start) for number, start in enumerate(starts, start=1))
    music = _relative(pair.music, dataset)
    write_sequence(
        dataset, PreparedSequence(FORMAT, pair.name, pair.split, pair.genre, pair.song, music, clips), keypoints
    )


def _relative(music: Path, dataset: Path) -> str:
    try:
        return Path(os.path.relpath(music.resolve(), dataset.resolve())).as_posix()
    except ValueError as error:  # Windows: no way leads from one drive to another
        raise DataError(f"{music} and {dataset} are on different drives.", "Put both on one.") from error
