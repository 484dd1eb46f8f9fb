"""Everything that decides the shape and meaning of a pair of encoders; stored in their checkpoint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kinescore.errors import EncoderError
from kinescore.genres import AIST_CODES
from kinescore.pseudo_words.text_space import TextSpace

WINDOW_SECONDS = 5.12
SPAN_SECONDS = 0.64


class Projector(Enum):
    """How rhythm becomes vectors."""

    MLP = "mlp"
    ATTENTION = "attention"
    TEMPORAL = "temporal"


class RhythmMode(Enum):
    """How rhythm is found in movement: as the paper prints it, as the authors' released code computes it, or (ours, not
    the paper's) as soft pulses at the beats that were found."""

    PAPER = "paper"
    RELEASED = "released"
    FOUND = "found"


class GenreSource(Enum):
    """What the genre word is made of: a label of the fixed table, or the CLAP embedding of example music."""

    LABEL = "label"
    EXAMPLE = "example"


@dataclass(frozen=True)
class ClapIdentity:
    """Which CLAP heard the examples. name: its hub id or folder. digest: of its weights. width: of its embeddings."""

    name: str
    digest: str
    width: int

    def __str__(self) -> str:
        return f"{self.name} ({self.digest})"


@dataclass(frozen=True)
class EncoderConfig:
    """One pair of encoders.

    text_space: where their words go; width D is its width. projector: see `Projector`.
    frames: entries of rhythm that MLP and ATTENTION read per window (303 for 305 frames of pose; the released InDV
    model has 306); TEMPORAL reads any number. fps: rate of the rhythm in Hz. rhythm_mode: see `RhythmMode`.
    genres: labels in the order of the one-hot vector. clap: where genre is heard in example music instead.

    Raises EncoderError naming the field.
    """

    text_space: TextSpace
    projector: Projector = Projector.ATTENTION
    frames: int = 303
    fps: float = 60.0
    rhythm_mode: RhythmMode = RhythmMode.PAPER
    genres: tuple[str, ...] = AIST_CODES
    clap: ClapIdentity | None = None

    def __post_init__(self) -> None:
        if not 0 < len(self.genres) == len(set(self.genres)):
            raise EncoderError(f"The encoders' genres are {self.genres}; they must be different and at least one.")
        sizes = {"text width": self.text_space.width, "frames": self.frames, "genre width": self.genre_width}
        for what, size in sizes.items():
            if not 1 <= size <= 2**16:
                raise EncoderError(f"The encoders' {what} is {size}; it must lie between 1 and {2**16}.")
        if not 1.0 <= self.fps <= 1000.0:
            raise EncoderError(f"The encoders' frame rate is {self.fps} Hz; it must lie between 1 and 1000.")

    @property
    def genre_width(self) -> int:
        """Width of what the genre encoder reads."""
        return len(self.genres) if self.clap is None else self.clap.width
