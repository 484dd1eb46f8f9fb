"""A Take as one file: a plain zip that any tool opens.

    take.json          everything but sound: tempo, beats, sections, scores, provenance, notes
    picture.json       the hit points that it was made to, the frame rate of the movement and its foley, as far as known
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
import struct
import wave
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import IO

import numpy as np

from kinescore.dance.foley_events import FoleyEvents
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.metre import Metre
from kinescore.files.atomic_file import PIECE_BYTES
from kinescore.files.strict_json import dump, field_hints, from_plain, parse, to_plain
from kinescore.progress import Report, silent
from kinescore.sound.audio import Audio
from kinescore.sound.long_audio import Watched, audio_of
from kinescore.sound.wav import MAX_FILE_BYTES, WavSamples, require_wav_length, wav_pieces, wav_size
from kinescore.take import FORMAT, MoverHits, Section, Take
from kinescore.wire.errors import ArchiveError

MAX_SOUND_BYTES = MAX_FILE_BYTES
MAX_CARD_BYTES = 64 * 1024**2
HEADER_BYTES, NAME_LENGTH_AT = 30, 26
"""Of a member's local header: its length before name and extra field, and where those two lengths stand in it."""
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
    metres: tuple[Metre, ...] = (Metre.FOUR_FOUR,)
    movers: tuple[MoverHits, ...] = ()

    def __post_init__(self) -> None:
        if self.format != FORMAT:
            raise ArchiveError(
                f"The take is of format {self.format}; this version reads format {FORMAT}.", "Update Kinescore."
            )
        if len(self.stems) > MAX_STEMS or not all(STEM_NAME.fullmatch(name) for name in self.stems):
            raise ArchiveError("The take has stems whose names are unfit for files.")
        if not all(0 <= index < len(self.beats) for index in self.downbeats):
            raise ArchiveError("The take has downbeats that are not among its beats.")
        if len(self.metres) not in {1, len(self.downbeats)}:
            raise ArchiveError(f"The take has {len(self.metres)} metres for {len(self.downbeats)} bars.")


@dataclass(frozen=True)
class _Picture:
    """picture.json. A file of its own, which 0.1.0 passes over; a take.json with more members it would refuse."""

    hits: HitPoints = ()
    fps: float = 0.0
    foley: FoleyEvents = ()


OF_THE_PICTURE = frozenset({*field_hints(_Picture), "tempo_map"})
"""Members of `Take.facts` that are not in take.json; a tempo map follows from beats."""


def write_take(take: Take, file: IO[bytes], report: Report = silent) -> None:
    """Write `take` as an archive into an empty file, in blocks: same Take, same bytes. report hears "packing"."""
    sounds = {"mix.wav": take.audio, **{f"stems/{name}.wav": stem for name, stem in take.stems.items()}}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        facts = take.facts()
        _add_bytes(
            archive, "take.json", dump({name: fact for name, fact in facts.items() if name not in OF_THE_PICTURE})
        )
        if take.hits or take.fps or take.foley:
            foley = {"foley": facts["foley"]} if take.foley else {}
            picture = {"hits": to_plain(take.hits), "fps": float(take.fps), **foley}
            _add_bytes(archive, "picture.json", dump(picture))
        for name, sound in sounds.items():
            require_wav_length(sound.stored)
            watched = Watched(sound.stored, partial(report, "packing", 1.0))
            _add(archive, name, wav_pieces(watched, sound.rate), wav_size(watched))
        if take.midi:
            _add_bytes(archive, "music.mid", take.midi)


def _add(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes], size: int) -> None:
    """Add a member of `size` bytes."""
    member = zipfile.ZipInfo(name, TIMELESS)
    member.file_size = size
    with archive.open(member, "w") as out:
        for piece in pieces:
            out.write(piece)


def _add_bytes(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    _add(archive, name, (data,), len(data))


def take_to_bytes(take: Take) -> bytes:
    """Return `take` as an archive: same Take, same bytes."""
    buffer = io.BytesIO()
    write_take(take, buffer)
    return buffer.getvalue()


def take_from_bytes(data: bytes) -> Take:
    """Return the Take in an archive; see `read_take`."""
    return read_take(io.BytesIO(data))


def read_take(file: IO[bytes], heartbeat: Callable[[], None] = lambda: None) -> Take:
    """Return the Take in an archive, whose long sounds are read from `file` when they are asked for: it stays open and
    unchanged for as long. Members are read by known names only, nothing is unpacked. heartbeat: called now and then.

    Raises ArchiveError for anything that `write_take` did not make.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            card = from_plain(_Card, parse(_member(archive, "take.json", MAX_CARD_BYTES), "take"), "take")
            picture = _picture(archive)
            return Take(
                audio=_sound(archive, file, "mix.wav", heartbeat),
                beats=np.array(card.beats, np.float64),
                downbeats=np.array(card.downbeats, np.int64),
                tempo_bpm=card.tempo_bpm,
                sections=card.sections,
                stems={name: _sound(archive, file, f"stems/{name}.wav", heartbeat) for name in card.stems},
                midi=_member(archive, "music.mid") if card.has_midi else b"",
                scores=card.scores,
                provenance=card.provenance,
                notes=card.notes,
                metres=card.metres,
                movers=card.movers,
                hits=picture.hits,
                fps=picture.fps,
                foley=picture.foley,
            )
    except (zipfile.BadZipFile, wave.Error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError(f"This is not a Kinescore take, or it is damaged: {error}") from error


def _picture(archive: zipfile.ZipFile) -> _Picture:
    if "picture.json" not in archive.namelist():
        return _Picture()
    text = _member(archive, "picture.json", MAX_CARD_BYTES)
    return from_plain(_Picture, parse(text, "picture of the take"), "picture of the take")


def _sound(archive: zipfile.ZipFile, file: IO[bytes], name: str, heartbeat: Callable[[], None]) -> Audio:
    """A member's sound, after all of it was read once to check it."""
    info = _info(archive, name, MAX_SOUND_BYTES)
    with archive.open(info) as member:
        while member.read(PIECE_BYTES):
            heartbeat()
    file.seek(info.header_offset + NAME_LENGTH_AT)
    name_bytes, extra_bytes = struct.unpack("<HH", file.read(4))
    samples = WavSamples(file, info.header_offset + HEADER_BYTES + name_bytes + extra_bytes, info.file_size)
    return audio_of(samples, samples.rate)


def _info(archive: zipfile.ZipFile, name: str, max_bytes: int) -> zipfile.ZipInfo:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise ArchiveError(f"The take lacks its part '{name}'.") from error
    if info.compress_type != zipfile.ZIP_STORED or info.file_size > max_bytes:
        raise ArchiveError(f"The take's part '{name}' is compressed or larger than {max_bytes} bytes.")
    return info


def _member(archive: zipfile.ZipFile, name: str, max_bytes: int = MAX_CARD_BYTES) -> bytes:
    return archive.read(_info(archive, name, max_bytes))
