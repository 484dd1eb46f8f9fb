"""A prepared dataset -> clips in memory: rhythm, genre, and what the backbone is to say. All of AIST++ fits easily."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from kinescore.data.pairs import Split
from kinescore.data.segmentation import cut
from kinescore.data.sequences import read_sequences
from kinescore.data.targets import Targets
from kinescore.encoders.config import WINDOW_SECONDS, EncoderConfig
from kinescore.encoders.encoders import genre_one_hot
from kinescore.encoders.rhythm_source import rhythm_for
from kinescore.train.errors import TrainingError


@dataclass(frozen=True)
class Clips:
    """peaks: [N, T] float32. genres: [N, G] float32. targets: [N, ...], see `Backbone.targets`."""

    peaks: Tensor
    genres: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.peaks)

    def __getitem__(self, indices: Sequence[int]) -> Clips:
        return Clips(self.peaks[indices], self.genres[indices], self.targets[indices])


def load_clips(dataset: Path, split: Split, encoders: EncoderConfig, music: Targets) -> Clips:
    """Read the clips of `split` in order of their sequences' names. music: for the backbone that `encoders` belong to.

    Raises TrainingError where there are none, DataError where targets are missing, EncoderError for an unknown genre.
    """
    peaks, genres, targets = [], [], []
    for sequence, keypoints in read_sequences(dataset, split):
        genre = genre_one_hot(encoders, sequence.genre)
        for clip in sequence.clips:
            peaks.append(torch.from_numpy(rhythm_for(cut(keypoints, clip.start_seconds), encoders).peaks))
            genres.append(genre[0])
            targets.append(music.cut(sequence.song, clip.start_seconds, WINDOW_SECONDS))
    if not peaks:
        raise TrainingError(
            f"{dataset} has no clips for '{split.value}'; training needs some to learn and to validate."
        )
    return Clips(torch.stack(peaks), torch.stack(genres), torch.stack(targets))
