"""What a backbone learns from, computed once per song: EnCodec codes, VAE latents.

Whole songs are encoded, not clips: dances share songs, so AIST++'s 2816 clips are 60 songs. Sizes of a model that share
their codec share targets; weights that differ never do.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kinescore.data.song_cache import SongCache
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.progress import Report, silent
from kinescore.sound.sound_files import read_audio

if TYPE_CHECKING:
    from torch import Tensor

    from kinescore.backbones.base import Backbone


class Targets:
    """The targets of one backbone in a dataset."""

    def __init__(self, dataset: Path, backbone: Backbone) -> None:
        self._backbone = backbone
        folder, kind = dataset / "targets", backbone.target_kind
        here = ", ".join(sorted(path.name for path in folder.glob("*"))) or "none"
        self._cache = SongCache(
            folder / kind,
            f"is not encoded by the weights of {backbone.text_space}: that is {kind}, and the dataset has {here}",
            "Run `kinescore prepare` with the model that is to be trained with.",
        )

    def encode(self, songs: Mapping[str, Path], shard: Shard, report: Report = silent) -> int:
        """Encode this shard's share of `songs` (name -> sound file) where not done yet; return how many were.

        Raises DataError for music that cannot be read; see `SongCache.fill`.
        """
        return self._cache.fill(songs, lambda path: self._backbone.targets(read_audio(path)), shard, {}, report)

    def cut(self, song: str, start_seconds: float, seconds: float) -> Tensor:
        """Return the columns [..., round(seconds * target_hz)] of `song` from `start_seconds` on. Raises DataError."""
        hz = self._backbone.target_hz
        whole, columns = self._cache[song], round(seconds * hz)
        # A song's length may round to one column less than its last clip asks for.
        first = min(round(start_seconds * hz), whole.shape[-1] - columns)
        if first < 0:
            raise DataError(f"The targets of '{song}' end before {start_seconds + seconds:g} s.", "Prepare them again.")
        return whole[..., first : first + columns]
