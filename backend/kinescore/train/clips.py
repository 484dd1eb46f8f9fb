"""A prepared dataset -> clips in memory: rhythm, genre, and what the backbone is to say. All of AIST++ fits easily."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from kinescore.data.examples import Examples
from kinescore.data.pairs import Split
from kinescore.data.segmentation import cut, more_starts
from kinescore.data.sequences import PreparedSequence, read_sequences
from kinescore.encoders.config import WINDOW_SECONDS, EncoderConfig
from kinescore.encoders.encoders import genre_one_hot, rhythm_for
from kinescore.errors import TrainingError


class Music(Protocol):
    """What is to be learnt of the songs of a dataset: `Targets`, or `SongBeats` for the lesson on the clock."""

    def cut(self, song: str, start_seconds: float, seconds: float) -> Tensor:
        """Return what there is of a stretch of `song`; equal shapes for equal `seconds`. Raises DataError."""


@dataclass(frozen=True)
class Clips:
    """peaks: [N, T] float32. genres: [N, G] float32. targets: [N, ...], see `Backbone.targets`; for the lesson on the
    clock [N, 2], see `SongBeats.cut`."""

    peaks: Tensor
    genres: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.peaks)

    def __getitem__(self, indices: Sequence[int]) -> Clips:
        return Clips(self.peaks[indices], self.genres[indices], self.targets[indices])

    def with_more(self, more: Clips) -> Clips:
        """Return these clips and then those."""
        return Clips(
            torch.cat([self.peaks, more.peaks]),
            torch.cat([self.genres, more.genres]),
            torch.cat([self.targets, more.targets]),
        )


def load_clips(
    dataset: Path, split: Split, encoders: EncoderConfig, music: Music, starts_per_clip: int = 1, seed: int = 0
) -> Clips:
    """Read the clips of `split` in order of their sequences' names.

    music: for the backbone that `encoders` belong to. starts_per_clip: above 1, as many clips more as `more_starts`
    finds with `seed`.
    Raises TrainingError where there are none, DataError where targets or examples are missing, EncoderError for an
    unknown genre.
    """
    genre_of = _genre_reader(dataset, encoders)
    generator = np.random.default_rng(seed)
    peaks, genres, targets = [], [], []
    for sequence, keypoints in read_sequences(dataset, split):
        own = [clip.start_seconds for clip in sequence.clips]
        for start in (*own, *more_starts(own, (starts_per_clip - 1) * len(own), generator)):
            peaks.append(torch.from_numpy(rhythm_for(cut(keypoints, start), encoders).peaks))
            genres.append(genre_of(sequence, start))
            targets.append(music.cut(sequence.song, start, WINDOW_SECONDS))
    if not peaks:
        raise TrainingError(
            f"{dataset} has no clips for '{split.value}'; training needs some to learn and to validate."
        )
    return Clips(torch.stack(peaks), torch.stack(genres), torch.stack(targets))


def _genre_reader(dataset: Path, encoders: EncoderConfig) -> Callable[[PreparedSequence, float], Tensor]:
    """What the genre encoder reads for the clip of a sequence from a moment on: its label, or music like it."""
    if encoders.clap is None:
        return lambda sequence, start: genre_one_hot(encoders, sequence.genre)[0]
    examples = Examples(dataset, encoders.clap)
    return lambda sequence, start: examples.beside(sequence.song, start)
