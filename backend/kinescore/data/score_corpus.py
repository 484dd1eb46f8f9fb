"""A corpus of pieces as codes: files made by any number of processes, each whole or not there.

CORPUS/pieces-00000.safetensors   a few hundred pieces by the built-in engine: codes [N, 8, T] uint8; the pieces' facts
                                  as JSON in the header
CORPUS/song-<hash>.safetensors    in the same form, one song's: see `song_corpus`
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from kinescore.data.score_pieces import PieceFacts, made_piece
from kinescore.errors import DataError
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.layout import LAYOUT, Codes
from kinescore.progress import Report, silent

PIECES_A_FILE = 250
FORMAT = LAYOUT
HEADER_KEY, CODES = "kinescore_scores", "codes"


@dataclass(frozen=True)
class CorpusHeader:
    """What a file's header holds."""

    format: int
    seed: int
    facts: tuple[PieceFacts, ...]


@dataclass(frozen=True)
class ScoreCorpus:
    """codes: [N, 8, T] uint8. facts: of each piece."""

    codes: NDArray[np.uint8]
    facts: tuple[PieceFacts, ...]

    def __len__(self) -> int:
        return len(self.facts)


def make_corpus(folder: Path, pieces: int, seed: int, shard: Shard, report: Report = silent) -> int:
    """Make this shard's share of the files that are not there; return how many pieces that were.

    pieces: in all; the last file may hold fewer. Raises DataError for files that are there of another seed or number,
    OSError where `folder` cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing, done = [], 0
    for start in shard.of(range(0, pieces, PIECES_A_FILE)):
        numbers = range(start, min(start + PIECES_A_FILE, pieces))
        if not is_written(_file(folder, start), seed, len(numbers)):
            missing.append(numbers)
    for place, numbers in enumerate(missing):
        report("writing pieces", place / len(missing))
        made = [made_piece(seed, number) for number in numbers]
        write_pieces(_file(folder, numbers.start), made, seed)
        done += len(made)
    return done


def is_written(path: Path, seed: int, pieces: int | None = None) -> bool:
    """Return whether a file of pieces is there. pieces: how many it should hold; None is any number.

    Raises DataError for one that is damaged, or was written with another seed or for another number of pieces.
    """
    if not path.is_file():
        return False
    header = _read(path)[1]
    for what, was, is_now in (("seed", header.seed, seed), ("number of pieces", len(header.facts), pieces)):
        if is_now is not None and was != is_now:
            raise DataError(
                f"{path} was written with another {what}: {was}, and now it is {is_now}.",
                "Give what it was written with, or another folder.",
            )
    return True


def write_pieces(path: Path, made: Sequence[tuple[Codes, PieceFacts]], seed: int) -> None:
    """Write pieces, codes [8, T] each, at least one, and the seed of their choices. Raises OSError."""
    header = strict_json.dump(strict_json.to_plain(CorpusHeader(FORMAT, seed, tuple(facts for _, facts in made))))
    codes = np.stack([codes for codes, _ in made]).astype(np.uint8)
    write_atomically(path, save({CODES: codes}, {HEADER_KEY: header.decode()}))


def read_corpus(folder: Path) -> ScoreCorpus:
    """Read all pieces of a corpus, the built-in engine's first: 5 kB a piece.

    Raises DataError where there are none, or a file is damaged or of another layout.
    """
    paths = [path for kind in ("pieces", "song") for path in sorted(folder.glob(f"{kind}-*.safetensors"))]
    if not paths:
        raise DataError(f"There are no pieces in {folder}.", "Make them with `kinescore prepare --engine pocket`.")
    codes: list[NDArray[np.uint8]] = []
    facts: list[PieceFacts] = []
    for path in paths:
        held, header = _read(path)
        codes.append(held)
        facts += header.facts
    return ScoreCorpus(np.concatenate(codes), tuple(facts))


def _read(path: Path) -> tuple[NDArray[np.uint8], CorpusHeader]:
    try:
        with safe_open(path, framework="np") as file:
            plain, codes = (file.metadata() or {}).get(HEADER_KEY, "{}"), file.get_tensor(CODES)
    except SafetensorError as error:
        raise DataError(f"{path} is damaged ({error}).", "Delete it and prepare again.") from error
    header = strict_json.from_plain(CorpusHeader, strict_json.parse(plain, f"header of {path.name}"), path.name)
    if header.format != FORMAT:
        raise DataError(
            f"{path.name} has layout {header.format}; this version reads {FORMAT}.", "Prepare in another folder."
        )
    return codes, header


def _file(folder: Path, start: int) -> Path:
    return folder / f"pieces-{start // PIECES_A_FILE:05d}.safetensors"
