"""Music of others in a corpus, from MIDI files: one file of pieces a song, called after what the MIDI file holds."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kinescore.data.known_beats import SUFFIX
from kinescore.data.midi_songs import read_song
from kinescore.data.score_corpus import is_written, write_pieces
from kinescore.data.score_pieces import PieceFacts
from kinescore.data.song_pieces import song_pieces
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.layout import Codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.progress import Report, silent

_SUFFIXES = (".mid", ".midi")


@dataclass(frozen=True)
class Added:
    """pieces, songs: written now. skipped: songs that were there already. notes: a line for each file left out, why."""

    pieces: int
    songs: int
    skipped: int
    notes: tuple[str, ...]


def add_songs(corpus: Path, midi: Path, style: str, seed: int, shard: Shard, report: Report = silent) -> Added:
    """Write the pieces of this shard's share of the MIDI files in `midi`, and in folders therein, that are not there.

    style: in STYLES, of all of them; "" reads it from each file's name, or else from the names of its folders, the
    nearest first. Raises DataError where there is no MIDI file, or a song is there of another seed; OSError where
    `corpus` cannot be written.
    """
    paths = sorted(path for path in midi.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    if not paths:
        raise DataError(f"There is no MIDI file in {midi}.", "Name a folder with files .mid.")
    corpus.mkdir(parents=True, exist_ok=True)
    pieces, songs, skipped, notes = 0, 0, 0, []
    mine = shard.of(paths)
    for place, path in enumerate(mine):
        report(f"reading {path.name}", place / len(mine))
        try:
            named = style or style_in(path.relative_to(midi))
            held = _digest(path, named)
            target = corpus / f"song-{held}.safetensors"
            made = [] if target.is_file() else _pieces(path, named, np.random.default_rng([seed, int(held, 16)]))
        except DataError as error:
            notes.append(str(error))
            continue
        if is_written(target, seed):
            skipped += 1
            continue
        write_pieces(target, made, seed)
        pieces, songs = pieces + len(made), songs + 1
    return Added(pieces, songs, skipped, tuple(notes))


def _pieces(path: Path, style: str, rng: np.random.Generator) -> list[tuple[Codes, PieceFacts]]:
    if made := list(song_pieces(read_song(path), style, rng)):
        return made
    raise DataError(f"{path.name} has too few notes.")


def _digest(path: Path, style: str) -> str:
    """Of the music, of its beats where a file tells them, and of the style."""
    digest = hashlib.sha256(style.encode())
    for told in (path, path.with_suffix(SUFFIX)):
        if told.is_file():
            with told.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def style_in(path: Path) -> str:
    """Return the style that a file's name, or else the nearest folder's, says, as the built-in engine reads a prompt.
    Raises DataError where none does."""
    for part in (path.stem, *reversed(path.parts[:-1])):
        if style := parse_prompt(re.sub(r"[\W\d_]+", " ", part)).style:
            return style
    raise DataError(f"Neither the name of {path} nor its folders' say a style.", "Name it by --genre.")
