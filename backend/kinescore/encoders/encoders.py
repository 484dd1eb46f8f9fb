"""The pair of encoders: rhythm and genre in, pseudo-words out. Paper, section "encoder-based textual inversion"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn

from kinescore.dance.found_rhythm import found_rhythm
from kinescore.dance.rhythm import Rhythm, paper_rhythm, released_rhythm
from kinescore.encoders.config import EncoderConfig, RhythmMode
from kinescore.encoders.projectors import PROJECTORS, last_linear
from kinescore.encoders.windows import stretch_of
from kinescore.errors import EncoderError
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.resampling import resample
from kinescore.pseudo_words.splice import PseudoWords

RHYTHMS: Mapping[RhythmMode, Callable[[Keypoints], Rhythm]] = {
    RhythmMode.PAPER: paper_rhythm,
    RhythmMode.RELEASED: released_rhythm,
    RhythmMode.FOUND: found_rhythm,
}


class GenreEncoder(nn.Module):
    """One-hot label [B, 10] or CLAP embedding [B, 512] -> the word "@" [B, 1, D]; 599,060 parameters at 10, 768."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        given, width = config.genre_width, config.text_space.width
        self.projector = nn.Sequential(nn.LayerNorm(given), nn.Linear(given, width), nn.SiLU(), nn.Linear(width, width))

    @property
    def last_layer(self) -> nn.Linear:
        """The layer that writes the word."""
        return last_linear(self.projector)

    def forward(self, genre: Tensor) -> Tensor:
        """genre [B, G] -> [B, 1, D]."""
        return self.projector(genre)[:, None]


class Encoders(nn.Module):
    """What is trained: everything else in the pipeline is frozen."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.config = config
        self.rhythm = PROJECTORS[config.projector](config)
        self.genre = GenreEncoder(config)

    def forward(self, peaks: Tensor, genre: Tensor | None = None) -> PseudoWords:
        """Return the pseudo-words of a batch of movements.

        peaks: [B, T] float, entries of `Rhythm.peaks` at the configured rate, any T. genre: [B, G], rows of
        `genre_one_hot` or CLAP embeddings; None leaves the genre word out.
        """
        rhythm = self.rhythm(peaks)
        absent = rhythm.new_zeros(len(rhythm), 0, rhythm.shape[2])
        return PseudoWords(rhythm, absent if genre is None else self.genre(genre))

    @torch.no_grad()
    def words_for(
        self, rhythm: Rhythm, genre: Tensor | None, start_seconds: float = 0.0, seconds: float | None = None
    ) -> PseudoWords:
        """Return the words [1, R, D] and [1, 0 or 1, D] for one stretch of one movement; meant for evaluation mode.

        rhythm: from `rhythm_for`. genre: [1, G] from `genre_one_hot` or an `ExampleListener`, or None.
        seconds: None goes to the rhythm's end.
        Raises EncoderError for a rhythm of another frame rate, a genre of another width, or an impossible stretch.
        """
        if abs(rhythm.fps - self.config.fps) > 1e-3 * self.config.fps:
            raise EncoderError(
                f"These encoders were trained on rhythm at {self.config.fps:g} Hz; this one has {rhythm.fps:g} Hz.",
                "Let `rhythm_for` read the rhythm from the movement.",
            )
        if genre is not None and genre.shape != (1, self.config.genre_width):
            raise EncoderError(
                f"The genre has shape {tuple(genre.shape)}; these encoders read [1, {self.config.genre_width}]."
            )
        device = self.genre.last_layer.weight.device
        length = len(rhythm.peaks) / rhythm.fps - start_seconds if seconds is None else seconds
        peaks = stretch_of(rhythm, start_seconds, length).to(device)
        return self(peaks, None if genre is None else genre.to(device))


def rhythm_for(keypoints: Keypoints, config: EncoderConfig) -> Rhythm:
    """Return the rhythm of `keypoints` in the mode and at the rate of `config`. Raises MotionError."""
    return RHYTHMS[config.rhythm_mode](resample(keypoints, config.fps))


def genre_one_hot(config: EncoderConfig, label: str) -> Tensor:
    """Return [1, G] float32 with a one at `label`, a name in `config.genres`. Raises EncoderError."""
    if config.clap is not None:
        raise EncoderError("These encoders learn genre from example music, not from a label.", "Give an example.")
    if label not in config.genres:
        raise EncoderError(f"These encoders have no genre '{label}'; they know {', '.join(config.genres)}.")
    one_hot = torch.zeros(1, len(config.genres))
    one_hot[0, config.genres.index(label)] = 1.0
    return one_hot


def new_encoders(config: EncoderConfig, seed: int) -> Encoders:
    """Return untrained encoders in evaluation mode; same config and seed, same weights."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Encoders(config).eval()
