"""What Pocket learns from: for each song of a dataset its beats, and the built-in engine's piece on them as codes.

DATASET/targets/<SCORES_KIND>/<song>.safetensors   codes [8, T] uint8
DATASET/beats/<song>.safetensors                   beats [N] float64 s
DATASET/music/<song>.wav                           only where no music was given: the piece as the band plays it
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kinescore.backbones.pocket.clock import clock_at
from kinescore.backbones.pocket.score_kind import SCORES_KIND
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.metre import Metre
from kinescore.data.known_beats import SUFFIX, beats_of, told_beats
from kinescore.data.pairs import Pair
from kinescore.data.song_cache import SongCache
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.genres import find_genre
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.codes.encode import arrangement_codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.styles import STYLES
from kinescore.progress import Report, silent
from kinescore.sound.sound_files import sound_seconds

MUSIC = "music"
_REMEDY = "Run `kinescore prepare --engine pocket` on its movement."
_FPS, _ENERGY, _LOUDNESS_LUFS = 30.0, 0.6, -14.0


class SongBeats:
    """The beats of a dataset's songs; `cut` stands where `Targets.cut` does, for a lesson on the clock alone."""

    def __init__(self, dataset: Path) -> None:
        self.cache = SongCache(dataset / "beats", "has no known beats here", _REMEDY)

    def cut(self, song: str, start_seconds: float, seconds: float) -> Tensor:
        """Return [2] float32: tempo in BPM, phase in beats in the middle of a stretch of `song`. Raises DataError."""
        tempo, phase = clock_at(start_seconds + seconds / 2, self.cache[song].numpy())
        return torch.tensor([tempo, phase])


def write_music(pairs: Sequence[Pair], shard: Shard, report: Report = silent) -> int:
    """Let the built-in engine play the music that is not there of this shard's share of the songs; return how many.

    Raises DataError for a movement whose beats nothing tells, RequestError for a genre that is no style.
    """
    songs = {pair.song: pair for pair in pairs if not pair.music.is_file()}
    share = shard.of(sorted(songs))
    for number, name in enumerate(share):
        report(f"playing {name}", number / len(share))
        pair = songs[name]
        beats = told_beats(pair.motion)
        if beats is None:
            raise DataError(
                f"Nothing tells when beats fall in {pair.name}.",
                f"Write {pair.motion.stem}{SUFFIX} beside it, one time in seconds a line; or name a folder of music.",
            )
        score = arranged(pair, beats, float(2 * beats[-1] - beats[-2])).score
        pair.music.parent.mkdir(parents=True, exist_ok=True)
        render(score, _LOUDNESS_LUFS, _seed(pair), silent, with_stems=False)[0].save(pair.music)
    return len(share)


def write_scores(pairs: Sequence[Pair], dataset: Path, shard: Shard, report: Report = silent) -> int:
    """Write beats and codes of this shard's share of the songs where not done yet; return how many were.

    Raises as `beats_of`; RequestError for a genre that is no style, OSError where `dataset` cannot be written.
    """
    songs = {pair.song: pair for pair in pairs}
    beats = SongBeats(dataset).cache
    codes = SongCache(dataset / "targets" / SCORES_KIND, "has no score", _REMEDY)
    beats.fill(songs, lambda pair: torch.from_numpy(beats_of(pair.motion, pair.music)), shard, {}, report)

    def score(pair: Pair) -> Tensor:
        arrangement = arranged(pair, beats[pair.song].numpy(), sound_seconds(pair.music))
        return torch.from_numpy(arrangement_codes(arrangement).astype(np.uint8))

    return codes.fill(songs, score, shard, {}, report)


def arranged(pair: Pair, beats: NDArray[np.float64], seconds: float) -> Arrangement:
    """Return the built-in engine's piece for a song in the style of its genre; the song's name decides the draws."""
    style = STYLES[find_genre(pair.genre).name]
    inside = beats[beats < seconds]
    metre = style.usual_metre or Metre.FOUR_FOUR
    downbeats = np.arange(0, len(inside), metre.beats, dtype=np.int64)
    tempo = 60.0 / float(np.median(np.diff(beats)))
    grid = BeatGrid(inside, downbeats, tempo, (), 1.0, 1.0, (metre,))
    energy = np.full(round(seconds * _FPS), _ENERGY, np.float32)
    dance = DanceAnalysis(seconds, _FPS, energy, grid, ())
    return arrange(dance, seconds, style, parse_prompt(""), _seed(pair))


def _seed(pair: Pair) -> int:
    return zlib.crc32(pair.song.encode())
