"""What a backbone learns from, computed once per song: EnCodec codes, VAE latents.

Whole songs are encoded, not clips: dances share songs, so AIST++'s 2816 clips are 60 songs.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from kinescore.atomic_file import write_atomically
from kinescore.data.errors import DataError
from kinescore.data.shard import Shard
from kinescore.data.sound_files import read_audio
from kinescore.progress import Report, silent

if TYPE_CHECKING:
    from torch import Tensor

    from kinescore.backbones.base import Backbone
    from kinescore.prompt.text_space import TextSpace

HZ_KEY = "columns_per_second"


def cache_targets(
    dataset: Path, songs: Mapping[str, Path], backbone: Backbone, shard: Shard, report: Report = silent
) -> int:
    """Encode this shard's share of `songs` (name -> sound file) where not done yet; return how many were.

    A file is there whole or not at all, so the same command again goes on where it was stopped.
    Raises DataError for music that cannot be read.
    """
    share = shard.of(sorted(songs))
    missing = [name for name in share if not _path(dataset, backbone.text_space, name).is_file()]
    for number, name in enumerate(missing):
        report(f"encoding {name}", number / len(missing))
        path = _path(dataset, backbone.text_space, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        targets = backbone.targets(read_audio(songs[name])).contiguous()
        write_atomically(path, save({"targets": targets}, {HZ_KEY: repr(backbone.target_hz)}))
    return len(missing)


class TargetCache:
    """Cached targets of one backbone, cut into clips. Songs stay in memory: all of AIST++ are a few megabytes."""

    def __init__(self, dataset: Path, space: TextSpace, hz: float) -> None:
        """space, hz: `text_space` and `target_hz` of the backbone."""
        self._dataset, self._space, self._hz = dataset, space, hz
        self._songs: dict[str, Tensor] = {}

    def cut(self, song: str, start_seconds: float, seconds: float) -> Tensor:
        """Return the columns [..., round(seconds * hz)] of `song` from `start_seconds` on. Raises DataError."""
        if song not in self._songs:
            self._songs[song] = self._load(song)
        whole, columns = self._songs[song], round(seconds * self._hz)
        # A song's length may round to one column less than its last clip asks for.
        first = min(round(start_seconds * self._hz), whole.shape[-1] - columns)
        if first < 0:
            raise DataError(f"The targets of '{song}' end before {start_seconds + seconds:g} s.", "Prepare them again.")
        return whole[..., first : first + columns]

    def _load(self, song: str) -> Tensor:
        path = _path(self._dataset, self._space, song)
        if not path.is_file():
            raise DataError(
                f"The music '{song}' is not encoded for {self._space}.",
                "Run `kinescore prepare` with the model that is to be trained with.",
            )
        try:
            with safe_open(path, framework="pt") as file:
                hz = float((file.metadata() or {}).get(HZ_KEY, "nan"))
                targets = file.get_tensor("targets")
        except (SafetensorError, ValueError) as error:
            raise DataError(f"{path} is damaged ({error}).", "Delete it and prepare again.") from error
        if hz != self._hz:
            raise DataError(f"{path} has {hz:g} columns per second, not {self._hz:g}.", "Delete it and prepare again.")
        return targets


def _path(dataset: Path, space: TextSpace, song: str) -> Path:
    kind = f"{space.backbone}-{space.variant}".replace(" ", "-")
    return dataset / "targets" / kind / f"{song}.safetensors"
