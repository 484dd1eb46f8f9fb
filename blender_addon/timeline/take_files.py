# SPDX-License-Identifier: GPL-3.0-or-later
"""A take on disk: sound, MIDI and a sidecar that says where it came from."""

from __future__ import annotations

import hashlib
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kinescore.files.atomic_file import write_all
from kinescore.files.strict_json import FormatError, from_plain, parse
from kinescore.sound.audio import Audio, audio_from_wav, wav_bytes
from kinescore.take import Section, Take, stem_file

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


def mix_file(sound: Path, part: str) -> Path:
    """The file of the mix of a take, beside the sound of one of its parts."""
    return sound if part == MIX else sound.with_name(f"{sound.stem.removesuffix(f'-{part}')}{sound.suffix}")


def read_take(mix: Path, stems: Sequence[str] = ()) -> tuple[Take, dict[str, object]]:
    """Read back what `write_take` wrote, with these stems and without MIDI, and all that its sidecar tells.

    Raises FolderError where a file is gone or another one.
    """
    card = read_card(mix)
    try:
        take = Take(
            audio=_read_sound(mix),
            beats=np.array(from_plain(tuple[float, ...], card["beats"], "beats"), np.float64),
            downbeats=np.array(from_plain(tuple[int, ...], card["downbeats"], "downbeats"), np.int64),
            tempo_bpm=from_plain(float, card["tempo_bpm"], "tempo"),
            sections=from_plain(tuple[Section, ...], card["sections"], "sections"),
            stems={name: _read_sound(stem_file(mix, name)) for name in stems},
            scores=from_plain(Mapping[str, float], card["scores"], "scores"),
            provenance=from_plain(Mapping[str, str | int | float], card["provenance"], "provenance"),
        )
    except (FormatError, KeyError) as error:
        raise FolderError(f"'{mix.with_suffix('.json')}' does not describe a take: {error}") from error
    return take, card


def read_card(mix: Path) -> dict[str, object]:
    """What the sidecar of a take tells. Raises FolderError where it is gone or something else."""
    path = mix.with_suffix(".json")
    try:
        card = parse(path.read_bytes(), "description of the take")
    except (OSError, FormatError) as error:
        raise FolderError(f"'{path}', which describes the take, cannot be read: {error}") from error
    if not isinstance(card, dict):
        raise FolderError(f"'{path}' does not describe a take.")
    return card


def _read_sound(path: Path) -> Audio:
    try:
        return audio_from_wav(path.read_bytes())
    except (OSError, EOFError, wave.Error) as error:
        raise FolderError(f"The sound '{path}' cannot be read: {error}") from error
