"""Whole songs and whole dances of AIST++ -> the part that a clip is, placed as `kinescore prepare` places it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinescore.data.aist_names import AistName, is_aist_name, music_bpm, parse_aist_name
from kinescore.data.segmentation import CLIP_FPS, clip_starts
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.file_index import FileIndex
from kinescore.motion.read import read_motion
from kinescore.motion.resampling import resample
from kinescore.sound.sound_files import sound_seconds

MotionLength = Callable[[Path], tuple[int, float]]
"""A motion file -> its frames at CLIP_FPS, and its seconds."""

_AIST_MUSIC = re.compile(r"m[A-Z]{2}[0-5]")
_CLIP_NUMBER = re.compile(r"_(\d+)$")


@dataclass(frozen=True)
class AistPart:
    """Of what danced sequence a clip is, by its name. number: from 1 on; None is the sequence whole."""

    sequence: str
    number: int | None

    @property
    def facts(self) -> AistName:
        """What the name of the sequence says."""
        return parse_aist_name(self.sequence)


def part_of(name: str) -> AistPart | None:
    """Return which part of AIST++ clip `name` is: gBR_sBM_c01_d04_mBR0_ch02_1 is the first of gBR_..._ch02.

    None where the file name is not in AIST++'s manner.
    """
    stem = name.rpartition("/")[2]
    if is_aist_name(stem):
        return AistPart(stem, None)
    number = _CLIP_NUMBER.search(stem)
    if number is None or not is_aist_name(stem[: number.start()]):
        return None
    return AistPart(stem[: number.start()], int(number[1]))


def named_tempo(song: str) -> float:
    """Return the tempo in BPM that an AIST++ song such as "mBR0" says by its name; nan for any other song."""
    stem = song.rsplit("/", maxsplit=1)[-1]
    return float(music_bpm(stem)) if _AIST_MUSIC.fullmatch(stem) else math.nan


def references_and_motions(
    names: Iterable[str], references: FileIndex | None, motions: FileIndex | None
) -> Iterator[tuple[FileSpan | None, FileSpan | None]]:
    """Yield reference and movement of each of `names`: files of its own, or else its parts of the whole song and dance.

    Parts need names in AIST++'s manner and lie where `kinescore prepare` places them, clips being WINDOW_SECONDS long;
    a whole dance gets as much of its song as it lasts. Raises EvaluationError where a partner is missing or one file is
    that of two clips, DataError or MotionError for a whole that no clip can be cut from.
    """
    names = list(names)
    songs, own_references = _wholes_and_own(references, names)
    dances, own_motions = _wholes_and_own(motions, names)
    length = cache(_motion_length)
    for name in names:
        song, dance = songs.get(name), dances.get(name)
        start, seconds = _part(part_of(name), song, dance, own_motions.get(name), length)
        yield (
            FileSpan(song, start, seconds) if song else _own_span(own_references, name),
            FileSpan(dance, start, seconds) if dance else _own_span(own_motions, name),
        )


def _wholes_and_own(index: FileIndex | None, names: Collection[str]) -> tuple[dict[str, Path], dict[str, Path]]:
    """By name of clip, the whole dance or song that it is a part of, for clips without a file of their own; and the
    files of all others."""
    if index is None:
        return {}, {}
    parts = ((name, part_of(name)) for name in names if index.find(name) is None)
    found = ((name, index.find(part.sequence) or index.find(part.facts.music)) for name, part in parts if part)
    wholes = {name: path for name, path in found if path}
    return wholes, index.find_all(names, elsewhere=wholes)


def _own_span(files: Mapping[str, Path], name: str) -> FileSpan | None:
    return FileSpan(files[name]) if name in files else None


def _motion_length(path: Path) -> tuple[int, float]:
    keypoints = read_motion(path)
    return len(resample(keypoints, CLIP_FPS)), keypoints.seconds


def _part(
    part: AistPart | None, song: Path | None, dance: Path | None, own_motion: Path | None, length: MotionLength
) -> tuple[float, float | None]:
    """Start and seconds of a clip in its whole song and dance, where it has any of them."""
    if part is None or not (song or dance):
        return 0.0, None
    if part.number is None:
        danced = length(own_motion)[1] if own_motion else part.facts.nominal_seconds
        return 0.0, min(danced, _song_seconds(song))
    return _start(part, part.number, dance, song, length), WINDOW_SECONDS


def _start(part: AistPart, number: int, dance: Path | None, song: Path | None, length: MotionLength) -> float:
    """Where clip `number` starts in its dance and song. What is not there whole counts as long as it should be."""
    seconds = part.facts.nominal_seconds
    frames = length(dance)[0] if dance else round(seconds * CLIP_FPS)
    starts = clip_starts(seconds, frames, _song_seconds(song))
    if not 1 <= number <= len(starts):
        raise EvaluationError(
            f"There is no clip {number} of {part.sequence}: its {seconds:.1f} s make {len(starts)} clips of "
            f"{WINDOW_SECONDS} s.",
            "Name clips as `kinescore prepare` does.",
        )
    return starts[number - 1]


def _song_seconds(song: Path | None) -> float:
    """Beat times end with the last beat, not with the song: they set no bound."""
    return math.inf if song is None or is_beat_times(song) else sound_seconds(song)
