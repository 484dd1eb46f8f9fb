"""Whole songs and whole dances of AIST++ -> the part that a clip is, placed as `kinescore prepare` places it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinescore.data.aist_names import AistName, is_aist_name, parse_aist_name
from kinescore.data.segmentation import CLIP_FPS, clip_starts
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Span
from kinescore.evaluation.clips.file_index import Shelf
from kinescore.motion.read import read_motion
from kinescore.motion.resampling import resample
from kinescore.sound.sound_files import sound_seconds

Movement = Callable[[Path], tuple[int, float]]
"""A motion file -> its frames at CLIP_FPS, and its seconds."""

_CLIP_NUMBER = re.compile(r"_(\d+)$")


@dataclass(frozen=True)
class Part:
    """Of what danced sequence a clip is, by its name. number: from 1 on; None is the sequence whole."""

    sequence: str
    number: int | None

    @property
    def facts(self) -> AistName:
        """What the name of the sequence says."""
        return parse_aist_name(self.sequence)


def part_of(name: str) -> Part | None:
    """Return which part of AIST++ clip `name` is: gBR_sBM_c01_d04_mBR0_ch02_1 is the first of gBR_..._ch02.

    None where the file name is not in AIST++'s manner.
    """
    stem = name.rpartition("/")[2]
    if is_aist_name(stem):
        return Part(stem, None)
    number = _CLIP_NUMBER.search(stem)
    if number is None or not is_aist_name(stem[: number.start()]):
        return None
    return Part(stem[: number.start()], int(number[1]))


def partners(
    names: Iterable[str], references: Shelf | None, motions: Shelf | None
) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield reference and movement of each of `names`: files of its own, or else its parts of the whole song and dance.

    Parts need names in AIST++'s manner and lie where `kinescore prepare` places them, clips being WINDOW_SECONDS long;
    a whole dance gets as much of its song as it lasts. Raises EvaluationError where a partner is missing or one file is
    that of two clips, DataError or MotionError for a whole that no clip can be cut from.
    """
    names = list(names)
    whole_references, whole_motions = _wholes(references, names), _wholes(motions, names)
    own_references = _own(references, names, whole_references)
    own_motions = _own(motions, names, whole_motions)
    movement = cache(_movement)
    for name in names:
        reference, motion = whole_references.get(name), whole_motions.get(name)
        part = part_of(name)
        if part is None or not (reference or motion):
            start, seconds = 0.0, None
        elif part.number is None:
            start, seconds = 0.0, _danced_seconds(part.facts, own_motions.get(name), reference, movement)
        else:
            start, seconds = _start(part, motion, reference, movement), WINDOW_SECONDS
        yield (
            Span(reference, start, seconds) if reference else _own_span(own_references, name),
            Span(motion, start, seconds) if motion else _own_span(own_motions, name),
        )


def _wholes(shelf: Shelf | None, names: Sequence[str]) -> dict[str, Path]:
    """By name of clip, the whole dance or song that it is a part of, for clips without a file of their own."""
    parts = ((name, part_of(name)) for name in names if shelf and shelf.find(name) is None)
    found = ((name, shelf.find(part.sequence) or shelf.find(part.facts.music)) for name, part in parts if part)
    return {name: path for name, path in found if path}


def _own(shelf: Shelf | None, names: Sequence[str], wholes: Mapping[str, Path]) -> dict[str, Path]:
    return shelf.find_all(names, elsewhere=wholes) if shelf else {}


def _own_span(files: Mapping[str, Path], name: str) -> Span | None:
    return Span(files[name]) if name in files else None


def _movement(path: Path) -> tuple[int, float]:
    keypoints = read_motion(path)
    return len(resample(keypoints, CLIP_FPS)), keypoints.seconds


def _danced_seconds(facts: AistName, motion: Path | None, song: Path, movement: Movement) -> float:
    return min(movement(motion)[1] if motion else facts.nominal_seconds, _song_seconds(song))


def _start(part: Part, motion: Path | None, song: Path | None, movement: Movement) -> float:
    """Where clip `part.number` starts in its dance and song. What is not there whole counts as long as it should be."""
    seconds = part.facts.nominal_seconds
    frames = movement(motion)[0] if motion else round(seconds * CLIP_FPS)
    starts = clip_starts(seconds, frames, _song_seconds(song))
    if not 1 <= part.number <= len(starts):
        raise EvaluationError(
            f"There is no clip {part.number} of {part.sequence}: its {seconds:.1f} s make {len(starts)} clips of "
            f"{WINDOW_SECONDS} s.",
            "Name clips as `kinescore prepare` does.",
        )
    return starts[part.number - 1]


def _song_seconds(song: Path | None) -> float:
    """Beat times end with the last beat, not with the song: they set no bound."""
    return math.inf if song is None or is_beat_times(song) else sound_seconds(song)
