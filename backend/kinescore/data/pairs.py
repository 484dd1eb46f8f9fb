"""Folders of movement and of music -> which movement belongs to which music."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kinescore.data.aist_names import is_aist_name, parse_aist_name
from kinescore.errors import DataError, PromptError
from kinescore.genres import find_aist_genre
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.motion.readers.asf_file import is_acclaim_skeleton
from kinescore.sound.sound_files import SOUND_SUFFIXES

VALIDATION_EVERY = 10
FOLDER_SUFFIXES = (".json", ".txt")
PREFERRED = (*(suffix for suffix in MOTION_SUFFIXES if suffix != ".json"), ".json")


class Split(Enum):
    """What a sequence is for."""

    TRAIN = "train"
    VALIDATION = "val"
    TEST = "test"


@dataclass(frozen=True)
class Pair:
    """One danced sequence.

    name: path below the motion folder, without suffix, "/" between folders. clip_stem: clips are called
    `<clip_stem>_<n>`, n from 1. song: name of the music in the same manner; several sequences may share it, and then
    all start where it starts. nominal_seconds: of the choreography; None is as long as movement and music last.
    """

    name: str
    clip_stem: str
    motion: Path
    song: str
    music: Path
    split: Split
    genre: str
    nominal_seconds: float | None = None


def find_pairs(motion: Path, music: Path, genre: str | None = None) -> list[Pair]:
    """Return all pairs in order of their names.

    motion: the annotations folder of AIST++ (with `keypoints2d` and `splits`), or any folder with motion files; one
    below it that is called after a piece of music and holds keypoints frame by frame is one movement.
    music: holds sound files, called after the music in AIST++'s names, otherwise like the motion files.
    genre: of all sequences; None reads it from AIST++'s names, or else from the name of the folder around a motion
    file. Raises DataError where a folder, any music or a genre is missing.
    """
    for folder in (motion, music):
        if not folder.is_dir():
            raise DataError(f"There is no folder {folder}.")
    return _pairs(motion, {_name_of(path, music): path for path in _files(music, SOUND_SUFFIXES)}, genre)


def find_unpaired(motion: Path, music: Path, genre: str | None = None) -> list[Pair]:
    """Return the pairs that `find_pairs` would, were all their music in the folder `music`: somebody is to write it.

    A folder of keypoints frame by frame is known by its music, so none is found. Raises as `find_pairs`.
    """
    if not motion.is_dir():
        raise DataError(f"There is no folder {motion}.")
    return _pairs(motion, _Unwritten(music), genre)


class _Unwritten(dict[str, Path]):
    """Where music will be, by its name."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> Path:
        return self._folder / f"{name}.wav"


def _pairs(motion: Path, songs: Mapping[str, Path], genre: str | None) -> list[Pair]:
    if (motion / "keypoints2d").is_dir() and (motion / "splits").is_dir():
        return _aist_pairs(motion, songs)
    return _folder_pairs(motion, songs, genre)


def _aist_pairs(annotations: Path, songs: Mapping[str, Path]) -> list[Pair]:
    """The official cross-modal split, whole, as the paper counts it.

    AIST++'s ignore_list.txt is not looked at: it names bad reconstructions in 3D, and what is read here is 2D.
    """
    pairs = []
    for split in Split:
        for name in _lines(annotations / "splits" / f"crossmodal_{split.value}.txt"):
            facts = parse_aist_name(name)
            motion, song = annotations / "keypoints2d" / f"{name}.pkl", _song(songs, facts.music)
            pairs.append(Pair(name, facts.front, motion, facts.music, song, split, facts.genre, facts.nominal_seconds))
    return sorted(pairs, key=lambda pair: pair.name)


def _folder_pairs(folder: Path, songs: Mapping[str, Path], genre: str | None) -> list[Pair]:
    """Every tenth sequence validates, beginning with the first: their music is never trained on."""
    motions = _motions(folder, songs)
    if len(motions) < 2:
        raise DataError(
            f"{folder} holds {len(motions)} motion files ({', '.join(MOTION_SUFFIXES)}); two are needed, for training "
            "and for validation.",
            "Each wants a sound file of the same name in the music folder.",
        )
    pairs = []
    for number, path in enumerate(motions):
        name = _name_of(path, folder)
        split = Split.TRAIN if number % VALIDATION_EVERY else Split.VALIDATION
        label = _coded(genre) if genre else _genre_of(path, folder)
        pairs.append(Pair(name, name, path, name, _song(songs, name), split, label))
    return pairs


def _genre_of(path: Path, folder: Path) -> str:
    """The genre in AIST++'s manner of naming, or that of the folder around the file, by its code where it has one."""
    if is_aist_name(path.stem):
        return parse_aist_name(path.stem).genre
    if path.parent == folder:
        raise DataError(
            f"The genre of {path.name} is unknown.", "Name one for all with --genre, or put files in genre folders."
        )
    return _coded(path.parent.name)


def _coded(genre: str) -> str:
    """The AIST++ code of a genre that has one, by which encoders know it; any other as it is."""
    try:
        return find_aist_genre(genre).aist_code
    except PromptError:
        return genre


def _song(songs: Mapping[str, Path], name: str) -> Path:
    try:
        return songs[name]
    except KeyError:
        raise DataError(f"The music folder lacks '{name}' ({', '.join(SOUND_SUFFIXES)}).") from None


def _motions(folder: Path, songs: Mapping[str, Path]) -> list[Path]:
    """Movements in order of their names. Of files with one name the first in PREFERRED is read: keypoints that were
    saved spare finding the pose in a video, and a .json beside either mostly describes music that was made for it."""
    frames = [path for path in folder.rglob("*") if path.is_dir() and _holds_frames(path, folder, songs)]
    files = [
        path
        for path in _files(folder, MOTION_SUFFIXES)
        if not (is_acclaim_skeleton(path) or any(path.is_relative_to(above) for above in frames))
    ]
    files.sort(key=lambda path: -PREFERRED.index(path.suffix.lower()))
    named = {_name_of(path, folder): path for path in (*frames, *files)}
    return [path for _, path in sorted(named.items())]


def _holds_frames(path: Path, folder: Path, songs: Mapping[str, Path]) -> bool:
    """True for a folder with a file of keypoints for every frame of a movement that has its music."""
    return _name_of(path, folder) in songs and any(
        file.suffix.lower() in FOLDER_SUFFIXES and file.is_file() for file in path.iterdir()
    )


def _files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())


def _name_of(path: Path, folder: Path) -> str:
    relative = path.relative_to(folder)
    if path.is_dir():
        return relative.as_posix()
    return (relative.parent / relative.stem).as_posix()


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise DataError(f"AIST++'s list {path.name} is missing beside its annotations ({path}).")
    return path.read_text("utf-8").split()
