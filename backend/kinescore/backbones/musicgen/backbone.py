"""MusicGen behind the interface of all backbones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from transformers import PreTrainedTokenizerBase

from kinescore.backbones.audio_format import matched
from kinescore.backbones.base import Backbone, Piece, PromptEmbeddings, Window
from kinescore.backbones.guide import LONGEST_LEAD_SECONDS, SHORTEST_LEAD_SECONDS
from kinescore.backbones.musicgen.cached_decoder import CachedDecoder
from kinescore.backbones.musicgen.chroma import chroma_of, silence, stretch_of
from kinescore.backbones.musicgen.codec import Codec
from kinescore.backbones.musicgen.composing import Composing, PlannedPiece
from kinescore.backbones.musicgen.decoding import DecodingLoop
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.parts import MusicgenModel, MusicgenParts, parts_of
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import FrameWindow, frame_windows
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio


class Musicgen(Backbone[MusicgenSampling]):
    """A MusicGen of any size; `load_musicgen` makes one.

    Melody models hear the tune of a guide where there is one; else words and movement alone decide the music.
    """

    default_sampling = MusicgenSampling()

    def __init__(
        self, model: MusicgenModel, tokenizer: PreTrainedTokenizerBase, source: str = "", compiled: bool = False
    ) -> None:
        """model: on its device, decoder in its number format, text encoder and codec in float32.

        Raises BackboneError where one of them is of another kind than Meta's models have.
        """
        parts = parts_of(model)
        self.model = freeze(model)
        self.tokenizer = SlotTokenizer(tokenizer)
        config = parts.decoder.config
        self._pattern = DelayPattern(config.num_codebooks, config.audio_channels, parts.filler)
        self._prompts, self._melody = PromptReader(parts), parts.melody
        self._codec = Codec(parts.codec, config.audio_channels)
        self._loop = DecodingLoop(CachedDecoder(parts.decoder), self._pattern, compiled)
        self._lm: Callable[..., Any] = torch.compile(parts.decoder) if compiled else parts.decoder
        self.text_space = TextSpace("musicgen", _variant(parts), self._prompts.width, source)
        self.rate, self.channels = self._codec.rate, config.audio_channels
        self.target_hz, self.target_maker = self._codec.frame_rate, parts.codec

    def word_row(self, word: str) -> Tensor:
        """See `Backbone`."""
        return self._prompts.mean_row(self.tokenizer.encode(word, 0, 0))

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """See `Backbone`."""
        return self._prompts.embed(prompts, words)

    def targets(self, audio: Audio) -> Tensor:
        """Return EnCodec's codes [K, T] int16, T = ceil(seconds * 50)."""
        samples = matched(audio, self.rate, self.channels)
        return self._codec.encode(torch.from_numpy(samples)).to("cpu", torch.int16)

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

    def lead_seconds(self, share: float, sampling: MusicgenSampling) -> float:
        """See `Backbone`: MusicGen goes on from music that it hears. Half of its window is left for its own."""
        return max(SHORTEST_LEAD_SECONDS, round(min(share * LONGEST_LEAD_SECONDS, sampling.window_seconds / 2), 1))

    def windows(self, seconds: float, sampling: MusicgenSampling) -> tuple[Window, ...]:
        """One window up to `sampling.window_seconds`, then one more for each stride."""
        rate = self._codec.frame_rate
        return tuple(
            Window(window.start / rate, window.length / rate) for window in frame_windows(seconds, sampling, rate)
        )

    def generate(self, pieces: Sequence[Piece], sampling: MusicgenSampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`. A piece ends exactly where asked, in the middle of a frame if need be.

        Louder than full scale is turned down as a whole, never clipped.
        """
        codes = self.codes(pieces, sampling, report)
        return [self._audio(made, piece, sampling, report) for made, piece in zip(codes, pieces, strict=True)]

    @torch.no_grad()
    def codes(self, pieces: Sequence[Piece], sampling: MusicgenSampling, report: Report = silent) -> list[Tensor]:
        """Return the codes [K, T] int64 that `generate` makes sound of, T = ceil((lead + seconds) * 50)."""
        composing, planned = self._composing(pieces, sampling)
        return composing.codes(planned, report)

    def alike(self, pieces: Sequence[Piece], sampling: MusicgenSampling) -> list[list[int]]:
        """See `Backbone`: those of as many windows, whose prompts have one shape, as far as memory goes."""
        composing, planned = self._composing(pieces, sampling)
        return composing.batches(planned)

    def _composing(self, pieces: Sequence[Piece], sampling: MusicgenSampling) -> tuple[Composing, list[PlannedPiece]]:
        rate = self._codec.frame_rate
        planned = [self._planned(piece, sampling) for piece in pieces]
        # A compiled step has the room of a whole window, whatever the piece: one shape, compiled once.
        shortest = round(sampling.window_seconds * rate) if self._loop.is_compiled else 0
        longest = max(shortest, *(window.length for plan in planned for window in plan.windows))
        return Composing(self._loop, self._prompts, sampling, longest), planned

    def _planned(self, piece: Piece, sampling: MusicgenSampling) -> PlannedPiece:
        lead, rate = self._loop.no_codes(), self._codec.frame_rate
        before = self._lead(piece, sampling)
        if before is not None:
            lead = self.targets(before).to(lead)
        frames = lead.shape[1]
        windows = frame_windows(piece.seconds + frames / rate, sampling, rate, frames)
        return PlannedPiece(piece, windows, lead, self._tunes(piece, before, windows))

    def _lead(self, piece: Piece, sampling: MusicgenSampling) -> Audio | None:
        return None if piece.guide is None else piece.guide.lead(self.lead_seconds(piece.guide.share, sampling))

    def _tunes(self, piece: Piece, lead: Audio | None, windows: Sequence[FrameWindow]) -> tuple[Tensor, ...]:
        """What each window hears of the guide, its lead before it; silence without a guide, none for other models."""
        melody = self._melody
        if melody is None:
            return ()
        if piece.guide is None or lead is None:
            return (silence(melody.length, melody.pitches, self._loop.decoder.device),) * len(windows)
        heard = np.concatenate([matched(lead, self.rate, 1)[0], matched(piece.guide.audio, self.rate, 1)[0]])
        chroma = chroma_of(torch.from_numpy(heard), self.rate, melody.pitches)
        starts = (window.start / self._codec.frame_rate for window in windows)
        return tuple(stretch_of(chroma, start, self.rate, melody.length) for start in starts)

    def _audio(self, codes: Tensor, piece: Piece, sampling: MusicgenSampling, report: Report) -> Audio:
        lead = 0.0 if piece.guide is None else self.lead_seconds(piece.guide.share, sampling)
        first = round(lead * self.rate)
        samples = self._codec.decode(codes, report).numpy()[:, first : first + round(piece.seconds * self.rate)]
        return Audio(samples / max(1.0, float(np.abs(samples).max())), self.rate)


def _variant(parts: MusicgenParts) -> str:
    """Size and kind: "1024x24", "1536x48 melody stereo"."""
    config = parts.decoder.config
    kinds = (("melody", parts.melody is not None), ("stereo", config.audio_channels == 2))
    return " ".join([f"{config.hidden_size}x{config.num_hidden_layers}", *(kind for kind, is_so in kinds if is_so)])
