"""MusicGen behind the interface of all backbones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from transformers import PreTrainedTokenizerBase

from kinescore.backbones.audio_format import matched
from kinescore.backbones.base import Piece
from kinescore.backbones.guide import LONGEST_LEAD_SECONDS, SHORTEST_LEAD_SECONDS
from kinescore.backbones.musicgen.chroma import chroma_of, silence, stretch_of
from kinescore.backbones.musicgen.codec import Codec
from kinescore.backbones.musicgen.composing import PlannedPiece
from kinescore.backbones.musicgen.language_model import CodeLanguageModel
from kinescore.backbones.musicgen.parts import LanguageParts, MusicgenModel, codec_of, parts_of
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import FrameWindow, frame_windows
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.sound.audio import Audio


class Musicgen(CodeLanguageModel):
    """A MusicGen of any size; `load_musicgen` makes one. Its codes are EnCodec's, at 50 frames a second.

    Melody models hear the tune of a guide where there is one; else words and movement alone decide the music.
    """

    default_sampling = MusicgenSampling()

    def __init__(
        self, model: MusicgenModel, tokenizer: PreTrainedTokenizerBase, source: str = "", compiled: bool = False
    ) -> None:
        """model: on its device, decoder in its number format, text encoder and codec in float32.

        Raises BackboneError where one of them is of another kind than Meta's models have.
        """
        parts, codec = parts_of(model), codec_of(model)
        self.model = freeze(model)
        super().__init__(parts, tokenizer, ("musicgen", _variant(parts), source), compiled)
        self._melody, self.channels = parts.melody, parts.decoder.config.audio_channels
        self._codec = Codec(codec, self.channels)
        self.rate = self._codec.rate
        self.target_hz, self.target_maker = self._codec.frame_rate, codec

    def targets(self, audio: Audio) -> Tensor:
        """Return EnCodec's codes [K, T] int16, T = ceil(seconds * 50)."""
        samples = matched(audio, self.rate, self.channels)
        return self._codec.encode(torch.from_numpy(samples)).to("cpu", torch.int16)

    def lead_seconds(self, share: float, sampling: MusicgenSampling) -> float:
        """See `Backbone`: MusicGen goes on from music that it hears. Half of its window is left for its own."""
        return max(SHORTEST_LEAD_SECONDS, round(min(share * LONGEST_LEAD_SECONDS, sampling.window_seconds / 2), 1))

    def generate(self, pieces: Sequence[Piece], sampling: MusicgenSampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`. A piece ends exactly where asked, in the middle of a frame if need be.

        Louder than full scale is turned down as a whole, never clipped.
        """
        codes = self.codes(pieces, sampling, report)
        return [self._audio(made, piece, sampling, report) for made, piece in zip(codes, pieces, strict=True)]

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


def _variant(parts: LanguageParts) -> str:
    """Size and kind: "1024x24", "1536x48 melody stereo"."""
    config = parts.decoder.config
    kinds = (("melody", parts.melody is not None), ("stereo", config.audio_channels == 2))
    return " ".join([f"{config.hidden_size}x{config.num_hidden_layers}", *(kind for kind, is_so in kinds if is_so)])
