"""Is a file a whole SoundFont? Asked before it is given to a player in C, which trusts what it reads.

After the SoundFont Technical Specification 2.04, sections 4 to 7: a RIFF file of three lists, whose tables refer to
each other by index. Every index is held against the table it points into.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import RequestError

MAX_BYTES = 512 * 1024**2
"""Twice as much is held in memory while it plays."""
MAX_TABLE_BYTES = 64 * 1024**2
RECORD_BYTES = {"phdr": 38, "pbag": 4, "pmod": 10, "pgen": 4, "inst": 22, "ibag": 4, "imod": 10, "igen": 4, "shdr": 46}
INSTRUMENT, SAMPLE = 41, 53
"""Generators whose amount is an index: of an instrument, of a sample."""


class _Broken(Exception):
    """What is wrong, for the end of a sentence."""


def require_font(path: Path) -> None:
    """Raise RequestError, in one sentence, for a file that is no whole SoundFont or too large to play."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            if size > MAX_BYTES:
                raise _Broken(f"has {size / 1024**2:.0f} MB; at most {MAX_BYTES // 1024**2} MB are played")
            _check(file, size)
    except OSError as error:
        raise RequestError(f"The SoundFont '{path.name}' cannot be read: {error.strerror or error}.") from None
    except (_Broken, struct.error) as error:
        what = str(error) if isinstance(error, _Broken) else "is cut off"
        raise RequestError(f"The SoundFont '{path.name}' {what}.", "Give another file, or download it again.") from None


def _check(file: BinaryIO, size: int) -> None:
    if size < 12 or (head := file.read(12))[:4] != b"RIFF" or head[8:] != b"sfbk":
        raise _Broken("is no SoundFont 2 file")
    tables: dict[str, bytes] = {}
    sample_bytes = 0
    for kind, start, count in _chunks(file, 12, size):
        if kind != "LIST":
            continue
        file.seek(start)
        name = file.read(4)
        for inner, at, length in _chunks(file, start + 4, start + count):
            if name == b"sdta" and inner == "smpl":
                sample_bytes = length
            elif name == b"pdta" and inner in RECORD_BYTES:
                if length % RECORD_BYTES[inner] or length > MAX_TABLE_BYTES:
                    raise _Broken(f"has a damaged table ({inner})")
                file.seek(at)
                tables[inner] = file.read(length)
    if missing := [name for name in RECORD_BYTES if not tables.get(name)] or ([] if sample_bytes else ["smpl"]):
        raise _Broken(f"lacks its {missing[0]} table")
    _check_indices(tables, sample_bytes)


def _chunks(file: BinaryIO, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Kind, first byte and length of each chunk between two places. Raises _Broken for one that reaches beyond.

    RIFF pads a chunk of odd length with a zero; writers of compressed fonts (MuseScore's) do not, and both are read: no
    kind begins with a zero.
    """
    while start + 8 <= end:
        file.seek(start)
        kind, length = struct.unpack("<4sI", file.read(8))
        if start + 8 + length > end:
            raise _Broken("is cut off")
        yield kind.decode("latin-1"), start + 8, length
        start += 8 + length
        file.seek(start)
        start += length % 2 and file.read(1) == b"\0"


def _check_indices(tables: dict[str, bytes], sample_bytes: int) -> None:
    count = {name: len(table) // RECORD_BYTES[name] for name, table in tables.items()}
    _rising(_column(tables["phdr"], 38, 24), count["pbag"])
    _rising(_column(tables["inst"], 22, 20), count["ibag"])
    for bag, generators in (("pbag", "pgen"), ("ibag", "igen")):
        _rising(_column(tables[bag], 4, 0), count[generators])
    for generators, operator, into in (("pgen", INSTRUMENT, "inst"), ("igen", SAMPLE, "shdr")):
        amounts = _column(tables[generators], 4, 2)[_column(tables[generators], 4, 0) == operator]
        if amounts.size and amounts.max() >= count[into] - 1:
            raise _Broken("refers to what it does not hold")
    places = np.frombuffer(tables["shdr"], np.dtype([("name", "S20"), ("at", "<u4", 4), ("rest", "V10")]))[:-1]["at"]
    compressed = np.frombuffer(tables["shdr"], np.dtype([("head", "V44"), ("kind", "<u2")]))[:-1]["kind"] & 0x10
    last = np.where(compressed, places[:, 1], 2 * places[:, 1].astype(np.int64))
    if (places[:, 0] > places[:, 1]).any() or last.max(initial=0) > sample_bytes:
        raise _Broken("refers to sound that it does not hold")


def _column(table: bytes, record: int, offset: int) -> NDArray[np.int64]:
    """16-bit numbers at `offset` of every record."""
    kind = np.dtype({"names": ["value"], "formats": ["<u2"], "offsets": [offset], "itemsize": record})
    return np.frombuffer(table, kind)["value"].astype(np.int64)


def _rising(indices: NDArray[np.int64], count: int) -> None:
    if (np.diff(indices) < 0).any() or indices.max() >= count:
        raise _Broken("refers to what it does not hold")
