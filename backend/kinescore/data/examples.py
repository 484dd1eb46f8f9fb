"""What a CLAP hears in each song of a dataset, cached for encoders that take genre from example music.

In the paper's ablation, the genre word of a clip comes from the CLAP embedding of another segment of the same song, so
that it can tell the kind of music but not the clip's own notes. Here each song is heard once in segments of the clips'
length, and a clip is paired with one about half the song away.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from kinescore.data.song_cache import SUFFIX, SongCache, read_song_file
from kinescore.encoders.config import WINDOW_SECONDS, ClapIdentity
from kinescore.encoders.example import ExampleListener
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.progress import Report, silent
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import read_audio

FOLDER = "examples"
NAME_KEY = "clap"
HOW_TO_LISTEN = "Run `kinescore prepare` again with --clap MODEL, such as --clap laion/clap-htsat-unfused."


class Examples:
    """What one CLAP hears in the songs of a dataset."""

    def __init__(self, dataset: Path, clap: ClapIdentity) -> None:
        self._cache = SongCache(dataset / FOLDER / clap.digest, f"was not listened to by {clap.name}", HOW_TO_LISTEN)

    def listen(
        self, songs: Mapping[str, Path], listener: ExampleListener, shard: Shard, report: Report = silent
    ) -> int:
        """Hear this shard's share of `songs` (name -> sound file) where not done yet; return how many were.

        Raises DataError for music that cannot be read; see `SongCache.fill`.
        """
        header = {NAME_KEY: listener.clap.name}
        return self._cache.fill(songs, lambda path: heard(read_audio(path), listener), shard, header, report)

    def beside(self, song: str, start_seconds: float) -> Tensor:
        """Return [width]: the embedding of another segment of `song` than the clip from `start_seconds` on.

        A song of a single segment has no other; then it is that one. Raises DataError.
        """
        segments = self._cache[song]
        return segments[another_segment(start_seconds, len(segments))]


def heard(song: Audio, listener: ExampleListener) -> Tensor:
    """Return [S, width]: the embeddings of all whole segments of WINDOW_SECONDS; of a shorter song, the whole of it."""
    length = round(WINDOW_SECONDS * song.rate)
    starts = range(0, segment_count(song.seconds) * length, length)
    pieces = [Audio(song.samples[:, start : start + length], song.rate) for start in starts]
    return torch.cat([listener.hear(piece) for piece in pieces])


def segment_count(seconds: float) -> int:
    """Return how many segments a song of `seconds` is heard in."""
    return max(1, math.floor(seconds / WINDOW_SECONDS + 1e-6))


def another_segment(start_seconds: float, segments: int) -> int:
    """Return the segment about half a song away from a clip, which lies in the one it starts in and the next."""
    return (int(start_seconds / WINDOW_SECONDS + 1e-6) + 1 + (segments - 1) // 2) % segments


def clap_of(dataset: Path) -> ClapIdentity:
    """Return the CLAP that has listened to `dataset`. Raises DataError where none has, or several have."""
    folders = sorted(path for path in (dataset / FOLDER).glob("*") if path.is_dir())
    if not folders:
        raise DataError(f"No CLAP has listened to the music of {dataset} yet.", HOW_TO_LISTEN)
    if len(folders) > 1:
        raise DataError(
            f"Several CLAPs have listened to the music of {dataset}: {', '.join(path.name for path in folders)}.",
            f"Delete all folders but one in {dataset / FOLDER}.",
        )
    files = sorted(folders[0].rglob(f"*{SUFFIX}"))
    if not files:
        raise DataError(f"{folders[0]} is empty.", HOW_TO_LISTEN)
    segments, header = read_song_file(files[0])
    return ClapIdentity(header.get(NAME_KEY, ""), folders[0].name, segments.shape[1])
