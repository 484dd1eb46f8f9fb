"""One tensor per song, computed once: each file is there whole or not at all, so work stops and goes on anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from kinescore.errors import DataError
from kinescore.files.atomic_file import write_atomically
from kinescore.files.shard import Shard
from kinescore.progress import Report, silent

if TYPE_CHECKING:
    from torch import Tensor

Source = TypeVar("Source")

TENSOR = "of_song"
SUFFIX = ".safetensors"


class SongCache:
    """The tensors of one kind in one folder. They stay in memory once read: of all AIST++, a few megabytes."""

    def __init__(self, folder: Path, missing: str, remedy: str) -> None:
        """missing: what a song lacks that is not there, as in "is not encoded for ...". remedy: how to get it."""
        self._folder, self._missing, self._remedy = folder, missing, remedy
        self._read: dict[str, Tensor] = {}

    def fill(
        self,
        songs: Mapping[str, Source],
        make: Callable[[Source], Tensor],
        shard: Shard,
        header: Mapping[str, str],
        report: Report = silent,
    ) -> int:
        """Make the tensors of this shard's share of `songs` (name -> source) that are not there; return how many.

        Raises whatever `make` raises, OSError where the folder cannot be written.
        """
        missing = [name for name in shard.of(sorted(songs)) if not self._path(name).is_file()]
        for number, name in enumerate(missing):
            report(f"listening to {name}", number / len(missing))
            self._path(name).parent.mkdir(parents=True, exist_ok=True)
            tensor = make(songs[name]).cpu().contiguous()
            write_atomically(self._path(name), save({TENSOR: tensor}, dict(header)))
        return len(missing)

    def __getitem__(self, song: str) -> Tensor:
        """Return the tensor of `song`. Raises DataError where it is missing or damaged."""
        if song not in self._read:
            path = self._path(song)
            if not path.is_file():
                raise DataError(f"The music '{song}' {self._missing}.", self._remedy)
            self._read[song] = read_song_file(path)[0]
        return self._read[song]

    def _path(self, song: str) -> Path:
        return self._folder / f"{song}{SUFFIX}"


def read_song_file(path: Path) -> tuple[Tensor, Mapping[str, str]]:
    """Return tensor and header of one file of a cache. Raises DataError where it is damaged."""
    try:
        with safe_open(path, framework="pt") as file:
            return file.get_tensor(TENSOR), file.metadata() or {}
    except SafetensorError as error:
        raise DataError(f"{path} is damaged ({error}).", "Delete it and prepare again.") from error
