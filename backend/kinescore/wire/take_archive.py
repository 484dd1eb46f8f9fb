"""A Take as one file: a plain zip that any tool opens.

    take.json          everything but sound: tempo, beats, sections, scores, provenance, notes
    mix.wav            24-bit PCM
    stems/NAME.wav     24-bit PCM, if there are stems
    music.mid          Standard MIDI File, if the engine plays notes

24 bits round each sample by up to 6e-8 of full scale; the mix is rounded by itself, so the stems sum to it within that
error times their number. Members are stored uncompressed (PCM hardly shrinks), so a small archive cannot unfold into a
large one. Same Take, same bytes.
"""

from __future__ import annotations

import io
import re
import wave
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kinescore.files.strict_json import dump, from_plain, parse
from kinescore.sound.audio import Audio, audio_from_wav, wav_bytes
from kinescore.take import FORMAT, Section, Take
from kinescore.wire.errors import ArchiveError

MAX_BYTES = 4 * 1024**3
MAX_CARD_BYTES = 64 * 1024**2
MAX_STEMS = 64
STEM_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
TIMELESS = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class _Card:
    """take.json."""

    format: int
    tempo_bpm: float
    beats: tuple[float, ...]
    downbeats: tuple[int, ...]
    sections: tuple[Section, ...]
    stems: tuple[str, ...]
    has_midi: bool
    scores: Mapping[str, float]
    provenance: Mapping[str, str | int | float]
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.format != FORMAT:
            raise ArchiveError(
                f"The take is of format {self.format}; this version reads format {FORMAT}.", "Update Kinescore."
            )
        if len(self.stems) > MAX_STEMS or not all(STEM_NAME.fullmatch(name) for name in self.stems):
            raise ArchiveError("The take has stems whose names are unfit for files.")
        if not all(0 <= index < len(self.beats) for index in self.downbeats):
            raise ArchiveError("The take has downbeats that are not among its beats.")


def take_to_bytes(take: Take) -> bytes:
    """Return `take` as an archive: same Take, same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:

        def add(name: str, data: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, TIMELESS), data)

        add("take.json", dump(take.facts()))
        add("mix.wav", wav_bytes(take.audio))
        for name, stem in take.stems.items():
            add(f"stems/{name}.wav", wav_bytes(stem))
        if take.midi:
            add("music.mid", take.midi)
    return buffer.getvalue()


def take_from_bytes(data: bytes) -> Take:
    """Return the Take in an archive. Members are read by known names only, nothing is unpacked.

    Raises ArchiveError for anything that `take_to_bytes` did not make.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            card = from_plain(_Card, parse(_member(archive, "take.json", MAX_CARD_BYTES), "take"), "take")
            return Take(
                audio=audio_from_wav(_member(archive, "mix.wav")),
                beats=np.array(card.beats, np.float64),
                downbeats=np.array(card.downbeats, np.int64),
                tempo_bpm=card.tempo_bpm,
                sections=card.sections,
                stems={name: _stem(archive, name) for name in card.stems},
                midi=_member(archive, "music.mid") if card.has_midi else b"",
                scores=card.scores,
                provenance=card.provenance,
                notes=card.notes,
            )
    except (zipfile.BadZipFile, wave.Error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError(f"This is not a Kinescore take, or it is damaged: {error}") from error


def _stem(archive: zipfile.ZipFile, name: str) -> Audio:
    return audio_from_wav(_member(archive, f"stems/{name}.wav"))


def _member(archive: zipfile.ZipFile, name: str, max_bytes: int = MAX_BYTES) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise ArchiveError(f"The take lacks its part '{name}'.") from error
    if info.compress_type != zipfile.ZIP_STORED or info.file_size > max_bytes:
        raise ArchiveError(f"The take's part '{name}' is compressed or larger than {max_bytes} bytes.")
    return archive.read(info)
