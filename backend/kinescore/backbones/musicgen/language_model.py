"""A language model over the codes of music, whatever the codes stand for: MusicGen's text side, decoder and loop.

Codes are written frame by frame, one of each codebook, in the delay pattern; prompts are read by a frozen T5.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from transformers import PreTrainedTokenizerBase

from kinescore.backbones.base import Backbone, Piece, PromptEmbeddings, Window
from kinescore.backbones.musicgen.cached_decoder import CachedDecoder
from kinescore.backbones.musicgen.composing import Composing, PlannedPiece
from kinescore.backbones.musicgen.decoding import DecodingLoop
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.parts import LanguageParts
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import frame_windows
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace


class CodeLanguageModel(Backbone[MusicgenSampling]):
    """What writes codes [K, T] to a prompt. The classes below say what music they stand for."""

    def __init__(
        self, parts: LanguageParts, tokenizer: PreTrainedTokenizerBase, place: tuple[str, str, str], compiled: bool
    ) -> None:
        """parts: frozen, on their device. place: backbone, variant and source, see `TextSpace`."""
        self.tokenizer = SlotTokenizer(tokenizer)
        config = parts.decoder.config
        self._pattern = DelayPattern(config.num_codebooks, config.audio_channels, parts.filler)
        self._prompts = PromptReader(parts)
        self._loop = DecodingLoop(CachedDecoder(parts.decoder), self._pattern, compiled)
        self._lm: Callable[..., Any] = torch.compile(parts.decoder) if compiled else parts.decoder
        backbone, variant, source = place
        self.text_space = TextSpace(backbone, variant, self._prompts.width, source)

    def word_row(self, word: str) -> Tensor:
        """See `Backbone`."""
        return self._prompts.mean_row(self.tokenizer.encode(word, 0, 0))

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """See `Backbone`."""
        return self._prompts.embed(prompts, words)

    def loss(self, prompts: PromptEmbeddings, targets: Tensor, generator: torch.Generator) -> Tensor:
        """Return the mean cross-entropy over codebooks and frames, equation 3 of the paper. `generator` is not used.

        targets: [B, K, T]. Melody models want prompts of one length.
        """
        prompt = self._prompts.for_decoder(prompts, with_null=False)
        codes = targets.to(prompt.prefix.device, torch.int64)
        sequence = self._pattern.spread(codes, codes.shape[2])
        is_melody = prompt.prefix.shape[1] > 0
        logits = self._lm(
            sequence[:, :, :-1].flatten(0, 1),
            encoder_hidden_states=prompt.prefix if is_melody else prompt.states,
            encoder_attention_mask=None if is_melody else prompt.mask,
            use_cache=False,
        ).logits
        labels = sequence[:, :, 1:].flatten(0, 1)
        logits = logits[:, -labels.shape[1] :].float().transpose(1, 2)
        return functional.cross_entropy(logits, labels, ignore_index=self._pattern.filler)

    def windows(self, seconds: float, sampling: MusicgenSampling) -> tuple[Window, ...]:
        """One window up to `sampling.window_seconds`, then one more for each stride."""
        rate = self.target_hz
        return tuple(
            Window(window.start / rate, window.length / rate) for window in frame_windows(seconds, sampling, rate)
        )

    @torch.no_grad()
    def codes(self, pieces: Sequence[Piece], sampling: MusicgenSampling, report: Report = silent) -> list[Tensor]:
        """Return the codes [K, T] int64 of each piece, T = ceil((lead + seconds) * target_hz)."""
        composing, planned = self._composing(pieces, sampling)
        return composing.codes(planned, report)

    def alike(self, pieces: Sequence[Piece], sampling: MusicgenSampling) -> list[list[int]]:
        """See `Backbone`: those of as many windows, whose prompts have one shape, as far as memory goes."""
        composing, planned = self._composing(pieces, sampling)
        return composing.batches(planned)

    def _composing(self, pieces: Sequence[Piece], sampling: MusicgenSampling) -> tuple[Composing, list[PlannedPiece]]:
        planned = [self._planned(piece, sampling) for piece in pieces]
        # A compiled step has the room of a whole window, whatever the piece: one shape, compiled once.
        shortest = round(sampling.window_seconds * self.target_hz) if self._loop.is_compiled else 0
        longest = max(shortest, *(window.length for plan in planned for window in plan.windows))
        return Composing(self._loop, self._prompts, sampling, longest), planned

    @abstractmethod
    def _planned(self, piece: Piece, sampling: MusicgenSampling) -> PlannedPiece:
        """Return the piece's windows, and what it goes on from."""
