"""Folders or a prepared dataset -> the clips to evaluate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kinescore.data.pairs import Split
from kinescore.data.sequences import motion_file, read_records
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.aist_parts import part_of, references_and_motions
from kinescore.evaluation.clips.beat_times import BEAT_TIME_SUFFIXES
from kinescore.evaluation.clips.clip import SYSTEM_NAMES, Clip, FileSpan, can_name_a_system
from kinescore.evaluation.clips.file_index import FileIndex, listed
from kinescore.files.containers import opens
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.motion.readers.asf_file import is_acclaim_skeleton
from kinescore.motion.readers.motion_file import begins_as_motion
from kinescore.motion.video.recognise import VIDEO_SUFFIXES, is_video
from kinescore.sound.container_sound import CONTAINER_SUFFIXES
from kinescore.sound.sound_files import SOUND_SUFFIXES

REFERENCE_SUFFIXES = (*SOUND_SUFFIXES, *BEAT_TIME_SUFFIXES, *CONTAINER_SUFFIXES, *VIDEO_SUFFIXES)


def find_clips(
    generated: Mapping[str, Path], reference: Path | None, motion: Path | None, genre: str | None = None
) -> list[Clip]:
    """Return a clip for every sound of the first system, in order of their names.

    generated: a folder for each system. reference: folder of sounds, of films with sound, or of files of beat times.
    motion: folder of motion files or videos. Files belong together by their path below the folder without suffix, or
    else by their file name alone; where names are AIST++'s, whole songs and the annotations' whole dances will do
    (`aist_parts`).
    genre: of all clips; None reads it from AIST++'s names. Where names are AIST++'s, the song is that of the name; any
    other clip counts as a song of its own. Raises EvaluationError where a partner is missing or not the only one.
    """
    require_system_names(generated)
    indices = {system: FileIndex(system, folder, SOUND_SUFFIXES) for system, folder in generated.items()}
    first = next(iter(indices.values()))
    names = list(first.files)
    sounds = {system: index.find_all(names) for system, index in indices.items()}
    for system, index in indices.items():
        _refuse_surplus(index, sounds[system].values(), first)
    references = None if reference is None else _index_of_references(reference)
    motions = None if motion is None else _index_of_motions(motion)
    return [
        Clip(
            name,
            song_of(name),
            genre if genre is not None else genre_of(name),
            movement,
            danced_to,
            {system: FileSpan(paths[name]) for system, paths in sounds.items()},
        )
        for name, (danced_to, movement) in zip(names, references_and_motions(names, references, motions), strict=True)
    ]


def clips_from_dataset(dataset: Path, split: Split, generated: Mapping[str, Path]) -> list[Clip]:
    """Return the clips of `split` of a dataset from `kinescore prepare`, in order of their names.

    generated: a folder for each system, with a sound called after each clip. Raises EvaluationError where a sound is
    missing, DataError where nothing is prepared.
    """
    require_system_names(generated)
    indices = {system: FileIndex(system, folder, SOUND_SUFFIXES) for system, folder in generated.items()}
    records = [(record, clip) for record in read_records(dataset, split) for clip in record.clips]
    if not records:
        raise EvaluationError(f"{dataset} has no clip to {split.value}.", "Choose another --split.")
    sounds = {system: index.find_all([clip.name for _, clip in records]) for system, index in indices.items()}
    clips = [
        Clip(
            clip.name,
            record.song,
            record.genre,
            FileSpan(motion_file(dataset, record.name), clip.start_seconds, WINDOW_SECONDS),
            FileSpan(dataset / record.music, clip.start_seconds, WINDOW_SECONDS),
            {system: FileSpan(paths[clip.name]) for system, paths in sounds.items()},
        )
        for record, clip in records
    ]
    return sorted(clips, key=lambda clip: clip.name)


def unused_files(clips: Iterable[Clip], reference: Path | None, motion: Path | None) -> list[str]:
    """Return a sentence for each folder with files that no clip uses, for the reader to know what is not evaluated."""
    clips = list(clips)
    notes = []
    if reference is not None:
        notes += _unused(_index_of_references(reference), [clip.reference for clip in clips])
    if motion is not None:
        notes += _unused(_index_of_motions(motion), [clip.motion for clip in clips])
    return notes


def require_something_to_compare(clips: Iterable[Clip]) -> None:
    """Raise EvaluationError where no clip has a reference or a movement, before anything is analysed for nothing."""
    if not any(clip.reference or clip.motion for clip in clips):
        raise EvaluationError(
            "There is nothing to compare the music with.", "Name a folder of references or of movements, or both."
        )


def require_system_names(names: Iterable[str]) -> None:
    """Raise EvaluationError unless there is a system, and each can name a folder of results."""
    names = list(names)
    if not names:
        raise EvaluationError("There is no generated music to evaluate.", "Name a folder: --generated NAME=FOLDER.")
    for name in names:
        if not can_name_a_system(name):
            raise EvaluationError(f"'{name}' cannot name a system.", SYSTEM_NAMES)
    if len({name.casefold() for name in names}) < len(names):
        raise EvaluationError(f"Two systems have the same name: {', '.join(names)}.", "Tell them apart.")


def song_of(name: str) -> str:
    """Return the song that a clip's name says in AIST++'s manner (mBR0), or else the name itself."""
    part = part_of(name)
    return part.facts.music if part else name


def genre_of(name: str) -> str:
    """Return the genre that a clip's name says in AIST++'s manner, or "" for unknown."""
    part = part_of(name)
    return part.facts.genre if part else ""


def _index_of_references(folder: Path) -> FileIndex:
    return FileIndex("reference", folder, REFERENCE_SUFFIXES, lambda path: opens(path, "audio"))


def _index_of_motions(folder: Path) -> FileIndex:
    """The annotations of AIST++ hold every dance several times; what is read here is their 2D keypoints."""
    keypoints = folder / "keypoints2d"
    folder = keypoints if keypoints.is_dir() else folder
    has_skeletons = folder.is_dir() and any(map(is_acclaim_skeleton, folder.rglob("*.asf")))
    suffixes = tuple(suffix for suffix in MOTION_SUFFIXES if not (has_skeletons and suffix == ".asf"))
    return FileIndex("motion", folder, suffixes, lambda path: begins_as_motion(path) or is_video(path))


def _unused(index: FileIndex, spans: Iterable[FileSpan | None]) -> list[str]:
    used = {span.path for span in spans if span is not None}
    names = [name for name, path in index.files.items() if path not in used]
    if not names:
        return []
    return [f"{len(names)} {index.label} files have no generated music and do not count: {listed(names)}."]


def _refuse_surplus(index: FileIndex, used: Iterable[Path], first: FileIndex) -> None:
    surplus = sorted(set(index.files.values()) - set(used))
    if surplus:
        names = [path.relative_to(index.folder).as_posix() for path in surplus]
        raise EvaluationError(
            f"{index.folder} ({index.label}) has {len(names)} clips that {first.folder} ({first.label}) lacks: "
            f"{listed(names)}.",
            "Every system needs the same clips.",
        )
