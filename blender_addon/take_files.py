# SPDX-License-Identifier: GPL-3.0-or-later
"""A take on disk: sound, MIDI and a sidecar that says where it came from."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.sound.audio import wav_bytes
from kinescore.take import Take

from .paths import FolderError, require_writable, safe_stem, write_whole

MIX = "mix"


@dataclass(frozen=True)
class TakeFiles:
    """take_id: names the take in file names, strips and markers; it follows from the sound.
    sounds: part -> WAV file, the finished mix under "mix" and any stems under their names."""

    take_id: str
    sounds: Mapping[str, Path]


def write_take(take: Take, folder: Path, character: str, origin: Mapping[str, object]) -> TakeFiles:
    """Write a take into `folder`: NAME-ID.wav, NAME-ID-STEM.wav, NAME-ID.mid and NAME-ID.json (facts and `origin`).

    The id is made of the sound's own bytes: another take never overwrites this one. Raises FolderError; nothing is left
    behind then.
    """
    require_writable(folder)
    sounds = {MIX: wav_bytes(take.audio), **{name: wav_bytes(stem) for name, stem in take.stems.items()}}
    take_id = hashlib.sha256(sounds[MIX]).hexdigest()[:8]
    stem = f"{safe_stem(character)}-{take_id}"
    paths = {part: folder / (f"{stem}.wav" if part == MIX else f"{stem}-{safe_stem(part)}.wav") for part in sounds}
    contents = {paths[part]: data for part, data in sounds.items()}
    contents[folder / f"{stem}.json"] = json.dumps(
        {**take.facts(), **origin}, indent=2, ensure_ascii=False, allow_nan=False
    ).encode()
    if take.midi:
        contents[folder / f"{stem}.mid"] = take.midi
    _write_all(contents)
    return TakeFiles(take_id, paths)


def _write_all(contents: Mapping[Path, bytes]) -> None:
    new = [path for path in contents if not path.exists()]
    try:
        for path, data in contents.items():
            write_whole(path, data)
    except OSError as error:
        for path in new:
            path.unlink(missing_ok=True)
        raise FolderError(
            f"The music could not be written to '{path.parent}' ({error.strerror}).",
            "Make room or choose another output folder in the add-on's preferences.",
        ) from error


def move_take(take_id: str, source: Path, target: Path) -> None:
    """Move every file of a take to another folder. Raises FolderError; the originals stay then."""
    require_writable(target)
    files = sorted(source.glob(f"*-{take_id}*"))
    try:
        for path in files:
            shutil.copy2(path, target / path.name)
    except OSError as error:
        raise FolderError(
            f"'{path.name}' could not be copied to '{target}' ({error.strerror}).", "Make room there."
        ) from error
    for path in files:
        path.unlink()
