# SPDX-License-Identifier: GPL-3.0-or-later
"""A take on disk: sound, MIDI and a sidecar that says where it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.files.atomic_file import write_all
from kinescore.sound.audio import wav_bytes
from kinescore.take import Take, stem_file

from .paths import FolderError, require_writable, safe_stem

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
    take_id = hashlib.sha256(wav_bytes(take.audio)).hexdigest()[:8]
    mix = folder / f"{safe_stem(character)}-{take_id}.wav"
    stems, midi = folder if take.stems else None, mix.with_suffix(".mid") if take.midi else None
    try:
        write_all(take.files(mix, stems=stems, midi=midi, about=origin))
    except OSError as error:
        raise FolderError(
            f"The music could not be written to '{folder}' ({error.strerror}).",
            "Make room or choose another output folder in the add-on's preferences.",
        ) from error
    return TakeFiles(take_id, {MIX: mix, **{name: stem_file(mix, name) for name in take.stems}})
