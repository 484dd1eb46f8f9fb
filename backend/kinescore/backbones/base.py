"""What every text-to-music model offers, whatever it is inside: to the composer, and to training.

    backbone = load_...(ModelSource(...), Runtime(...))
    windows = backbone.windows(seconds, sampling)
    tokens = [backbone.tokenizer.encode(text, rhythm_words, genre_words) for window in windows]
    prompts = backbone.embed(tokens, words)                                  # words [W, ...], one row per window
    [audio] = backbone.generate([Piece(prompts, seconds, seed)], sampling, report)

Training uses `embed`, `targets` (once, cached) and `loss`. Everything pretrained is frozen; gradients flow through it
into the pseudo-words.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn

from kinescore.backbones.guide import Guide
from kinescore.backbones.music_form import MusicForm
from kinescore.errors import BackboneError
from kinescore.pretrained.weights import DIGEST_CHARACTERS, weights_digest
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio


@dataclass(frozen=True)
class PromptEmbeddings:
    """What the generator reads of a prompt. embeddings: [B, L, D] text encoder output; mask: [B, L] bool, true where
    used. They always travel together."""

    embeddings: Tensor
    mask: Tensor


@dataclass(frozen=True)
class Window:
    """One stretch of a piece that the model hears at once, in seconds from the start of the piece."""

    start_seconds: float
    seconds: float


@dataclass(frozen=True)
class Piece:
    """One piece of music to make.

    prompts: [W, L, D], one row for each of `Backbone.windows(seconds + lead, sampling)`, in order, lead being
    `Backbone.lead_seconds` of the guide. seed: decides every random choice of this piece, whatever else is made beside
    it. guide: what the music keeps to.
    """

    prompts: PromptEmbeddings
    seconds: float
    seed: int
    guide: Guide | None = None


@dataclass(frozen=True)
class Sampling:
    """How a piece is drawn from the model. guidance: null + guidance * (prompt - null); 1 is without guidance."""

    guidance: float


S = TypeVar("S", bound=Sampling)


class Backbone(ABC, Generic[S]):
    """A frozen text-to-music model.

    text_space: where its pseudo-words belong. tokenizer: makes the `PromptTokens` that `embed` reads. model: all that
    is pretrained. rate, channels: of the audio it makes. target_hz: columns per second along the last axis of its
    training targets. target_maker: the part of `model` that makes them. default_sampling: as its authors recommend.
    """

    text_space: TextSpace
    tokenizer: SlotTokenizer
    model: nn.Module
    rate: int
    channels: int
    target_hz: float
    target_maker: nn.Module
    default_sampling: S

    @property
    def target_kind(self) -> str:
        """A file name for what `targets` makes: equal names, equal targets of the same music."""
        digest = weights_digest(self.target_maker)[:DIGEST_CHARACTERS]
        return f"{self.text_space.backbone}-{self.channels}ch-{self.target_hz:g}hz-{digest}"

    def tokenizer_for(self, form: MusicForm) -> SlotTokenizer:
        """Return the tokenizer with what is known of the music written into the form that the model was trained with;
        for models without such a form the same as ever."""
        return self.tokenizer

    @abstractmethod
    def word_row(self, word: str) -> Tensor:
        """Return [D] float32: the text encoder's own input embedding of `word`, the mean over its pieces."""

    @abstractmethod
    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """Read B prompts with the frozen text encoder; gradients reach `words`, whose rows [B, ...] fill the slots.

        Raises PromptError where prompts and words do not fit together.
        """

    @abstractmethod
    def targets(self, audio: Audio) -> Tensor:
        """Return what `loss` compares with, [..., T] on the CPU, T = round(seconds * target_hz) up to one.

        audio: any rate, length and number of channels. A cut of the last axis stands for that stretch of the music, so
        a whole song is encoded once and clips are cut from it. Small types (int16, fp16): made to be cached.
        Raises BackboneError for samples that are not finite.
        """

    @abstractmethod
    def loss(self, prompts: PromptEmbeddings, targets: Tensor, generator: torch.Generator) -> Tensor:
        """Return the model's own training loss, a float32 scalar, mean over B.

        targets: [B, ..., T], stacked cuts of `targets`, any device. generator: on the CPU, draws noise and time steps.
        """

    def lead_seconds(self, share: float, sampling: S) -> float:
        """Return how much of a guide, kept by `share`, is played before the piece, and cut away: none where it can be
        kept throughout."""
        return 0.0

    @abstractmethod
    def windows(self, seconds: float, sampling: S) -> tuple[Window, ...]:
        """Return the windows that a piece of `seconds` is made in; each wants a prompt of its own."""

    def alike(self, pieces: Sequence[Piece], sampling: S) -> list[list[int]]:
        """Return the places of pieces that `generate` makes in the same steps: here, each for itself."""
        return [[place] for place in range(len(pieces))]

    @abstractmethod
    def generate(self, pieces: Sequence[Piece], sampling: S, report: Report = silent) -> list[Audio]:
        """Make all `pieces` together; each result is exactly round(seconds * rate) samples long.

        report: called at every step; whatever it raises ends the work at once.
        Raises BackboneError for a piece whose prompts do not match its windows.
        """


def require_setting(what: str, value: float, low: float, high: float) -> None:
    """Raise BackboneError unless the setting `what` lies within `low` .. `high`, both included."""
    if not (math.isfinite(value) and low <= value <= high):
        raise BackboneError(f"The {what} is {value}; it must lie between {low:g} and {high:g}.")


def require_length(seconds: float) -> None:
    """Raise BackboneError unless a piece can be `seconds` long."""
    if not (math.isfinite(seconds) and seconds > 0.0):
        raise BackboneError(f"A piece cannot be {seconds} s long.")


def require_prompts(piece: Piece, windows: Sized) -> None:
    """Raise BackboneError unless `piece` has one prompt per window."""
    count = len(piece.prompts.embeddings)
    if count != len(windows):
        raise BackboneError(f"A piece of {piece.seconds:g} s takes {len(windows)} prompts, one a window; got {count}.")
