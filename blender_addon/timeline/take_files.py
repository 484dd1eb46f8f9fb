# SPDX-License-Identifier: GPL-3.0-or-later
"""A take on disk: sound, MIDI and a sidecar that says where it came from."""

from __future__ import annotations

import itertools
import wave
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import KinescoreError
from kinescore.exchange.take_reading import take_of
from kinescore.files.atomic_file import Content, pieces_in, sha256_of, write_all
from kinescore.files.strict_json import FormatError, parse
from kinescore.sound.audio import Audio, audio_from_wav, encoded
from kinescore.sound.wav import wav_pieces
from kinescore.take import Take, stem_file

from .paths import FolderError, require_writable, safe_stem

MIX = "mix"
ID_CHARACTERS = 8


@dataclass(frozen=True)
class TakeFiles:
    """take_id: names the take in file names, strips and markers; it follows from the sound.
    sounds: part -> WAV file, the finished mix under "mix" and any stems under their names."""

    take_id: str
    sounds: Mapping[str, Path]


def write_take(take: Take, folder: Path, character: str, origin: Mapping[str, object]) -> TakeFiles:
    """Write a take into `folder`: NAME-ID.wav, NAME-ID-STEM.wav, NAME-ID.mid and NAME-ID.json (facts and `origin`).

    The id is made of the sound's own bytes: another take never overwrites this one. Where such files are there and were
    edited since, they stay, and the take gets another id. Raises FolderError; nothing is left behind then.
    """
    require_writable(folder)
    mix = _unedited(take, folder, safe_stem(character))
    digests = {mix.name: sha256_of(encoded(take.audio, mix))}
    try:
        write_all(_digested(_files(take, mix, {**origin, "sha256": digests}), digests))
    except OSError as error:
        raise FolderError(
            f"The music could not be written to '{folder}' ({error.strerror}).",
            "Make room or choose another output folder in the add-on's preferences.",
        ) from error
    return TakeFiles(mix.stem[-ID_CHARACTERS:], {MIX: mix, **{name: stem_file(mix, name) for name in take.stems}})


def is_as_written(path: Path, card: Mapping[str, object]) -> bool:
    """Whether `path` holds what was written for the take that `card` describes. True where neither tells, of takes of
    0.1.0. Raises OSError."""
    digests = card.get("sha256")
    written = digests.get(path.name) if isinstance(digests, dict) else None
    return written is None or sha256_of(pieces_in(path)) == written


def _unedited(take: Take, folder: Path, character: str) -> Path:
    """Where the mix of `take` goes: named after its sound, and where something else has that name, after a number
    too."""
    salts = (str(number).encode() if number else b"" for number in itertools.count())
    ids = (
        sha256_of(itertools.chain(wav_pieces(take.audio.stored, take.audio.rate), (salt,)))[:ID_CHARACTERS]
        for salt in salts
    )
    mixes = (folder / f"{character}-{take_id}.wav" for take_id in ids)
    return next(mix for mix in mixes if not any(folder.glob(f"{mix.stem}*")) or _holds(take, mix))


def _holds(take: Take, mix: Path) -> bool:
    """Whether no file of `take` would replace another one; its description may tell of other settings."""
    try:
        files = list(_files(take, mix, {}))
    except KinescoreError:  # what lies in the place of its description is none
        return False
    sounds = [(path, data) for path, data in files if path.suffix != ".json"]
    return all(not path.is_file() or sha256_of(pieces_in(path)) == sha256_of(data) for path, data in sounds)


def _files(take: Take, mix: Path, about: Mapping[str, object]) -> Iterator[tuple[Path, Content]]:
    stems, midi = mix.parent if take.stems else None, mix.with_suffix(".mid") if take.midi else None
    return take.files(mix, stems=stems, midi=midi, about=about)


def _digested(files: Iterable[tuple[Path, Content]], digests: dict[str, str]) -> Iterator[tuple[Path, Content]]:
    """Pass `files` on and note the SHA-256 of each by name. The description, which tells them, is made when stems and
    notes have passed."""
    for path, data in files:
        if path.suffix != ".json":
            digests[path.name] = sha256_of(data)
        yield path, data


def mix_file(sound: Path, part: str) -> Path:
    """The file of the mix of a take, beside the sound of one of its parts."""
    return sound if part == MIX else sound.with_name(f"{sound.stem.removesuffix(f'-{part}')}{sound.suffix}")


def read_take(mix: Path, stems: Sequence[str] = ()) -> tuple[Take, dict[str, object]]:
    """Read back what `write_take` wrote, with these stems, and all that its sidecar tells.

    Raises FolderError where a file is gone or another one.
    """
    card, midi = read_card(mix), mix.with_suffix(".mid")
    try:
        sounds = {name: _read_sound(stem_file(mix, name)) for name in stems}
        take = take_of(card, _read_sound(mix), sounds, midi.read_bytes() if midi.is_file() else b"")
    except (FormatError, OSError) as error:
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
