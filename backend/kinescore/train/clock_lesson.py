"""The lesson before the paper's, for Pocket: encoders learn to write the model's own words for clock and genre.

Cross-entropy says little about when beats fall: what has been heard tells it as well, and the way there leads through
the whole decoder. The model's clock word is known for each clip, so the encoders' words are simply moved towards it,
thousands of clips a second. Ours, not the paper's.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from kinescore.backbones.base import Backbone
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.backbones.pocket.clock import phase_at
from kinescore.dance.beat_grid import even_beats
from kinescore.dance.found_rhythm import pulses
from kinescore.encoders.config import WINDOW_SECONDS, EncoderConfig
from kinescore.encoders.encoders import Encoders
from kinescore.errors import TrainingError
from kinescore.genres import find_genre
from kinescore.train.clips import Clips

SLOWEST_BPM, FASTEST_BPM = 60.0, 190.0
_UNSTEADY_SECONDS = 0.008
_CUT_SHORT = 0.15
"""Share of made clips that end early, as the last window of a piece does."""
_SHORTEST_SECONDS = 1.28


def word_loss(backbone: Backbone, encoders: nn.Module, clips: Clips, generator: torch.Generator) -> Tensor:
    """Return how far the words are from the model's own: squared distances over squared lengths, a scalar, the rhythm's
    and the genre's added. `generator` is not used.

    clips: with clocks [N, 2] as targets, see `SongBeats.cut`; all rhythm words of a clip are to be its clock's word.
    Raises TrainingError for a model without words for clocks.
    """
    pocket = require_pocket(backbone)
    device = next(encoders.parameters()).device
    words = encoders(clips.peaks.to(device), clips.genres.to(device))
    rhythm = pocket.clock_words(clips.targets.to(device))[:, None]
    genre = (clips.genres.to(device) @ style_rows(pocket, _bare(encoders).config).to(device))[:, None]
    return _distance(words.rhythm, rhythm) + _distance(words.genre, genre)


def require_pocket(backbone: Backbone) -> Pocket:
    """Return `backbone`. Raises TrainingError unless it is a Pocket."""
    if not isinstance(backbone, Pocket):
        raise TrainingError(
            f"Only Pocket has words of its own for clocks, not {backbone.text_space}.", "Leave lesson=clock out."
        )
    return backbone


def style_rows(pocket: Pocket, config: EncoderConfig) -> Tensor:
    """Return [G, D], the model's own words for the styles of the encoders' genres.

    Raises TrainingError for encoders that hear genre in examples, RequestError for a genre that is no style.
    """
    if config.clap is not None:
        raise TrainingError("The lesson on the clock knows genres by name, and genre_source is example.")
    return torch.stack([pocket.word_row(find_genre(label).name) for label in config.genres])


def _bare(encoders: nn.Module) -> Encoders:
    """The encoders without what lets several processes share them."""
    found = encoders.module if isinstance(encoders, nn.parallel.DistributedDataParallel) else encoders
    assert isinstance(found, Encoders)
    return found


def made_clips(count: int, config: EncoderConfig, seed: int) -> Clips:
    """Return `count` clips of pulses at made beats, of any tempo and phase, a little unsteady: what encoders of found
    beats read, without a movement in which they would have to be found."""
    rng = np.random.default_rng(seed)
    tempi = np.exp(rng.uniform(np.log(SLOWEST_BPM), np.log(FASTEST_BPM), count))
    firsts = rng.uniform(0.0, 60.0 / tempi)
    seconds = (config.frames + 2) / config.fps
    peaks = np.zeros((count, config.frames), np.float32)
    for row, tempo, first in zip(peaks, tempi, firsts, strict=True):
        beats = even_beats(float(first), float(tempo), seconds)
        unsteady = np.sort(beats + rng.normal(0.0, _UNSTEADY_SECONDS, len(beats)))
        row[:] = pulses(unsteady, config.frames, config.fps).peaks
        if rng.random() < _CUT_SHORT:
            row[round(rng.uniform(_SHORTEST_SECONDS, seconds) * config.fps) :] = 0.0
    bpm, beat = torch.from_numpy(tempi).float(), torch.from_numpy(firsts).float()
    clocks = torch.stack([bpm, phase_at(torch.full_like(bpm, WINDOW_SECONDS / 2), bpm, beat)], dim=1)
    genres = torch.eye(config.genre_width)[torch.from_numpy(rng.integers(config.genre_width, size=count))]
    return Clips(torch.from_numpy(peaks), genres, clocks)


def _distance(words: Tensor, wanted: Tensor) -> Tensor:
    return (words - wanted).square().mean() / wanted.square().mean()
