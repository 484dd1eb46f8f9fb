"""Pocket behind the interface of all backbones: its codes are scores, which the built-in engine's band plays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import PreTrainedTokenizerBase, PreTrainedTokenizerFast

from kinescore.backbones.base import Piece, Window, require_setting
from kinescore.backbones.musicgen.composing import PlannedPiece
from kinescore.backbones.musicgen.language_model import CodeLanguageModel
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import frame_windows
from kinescore.backbones.pocket.clock import CLIP_SECONDS, clock_at, clock_features
from kinescore.backbones.pocket.model import KIND, PocketConfig, PocketModel
from kinescore.backbones.pocket.score_kind import SCORES_KIND
from kinescore.errors import BackboneError
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import STYLE_NAMES
from kinescore.groovebox.codes.layout import FRAME_HZ, LAYOUT
from kinescore.groovebox.render import render
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime, placed
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.sound.audio import SAMPLE_RATE, Audio

STRIDE_SECONDS = CLIP_SECONDS / 2
_UNTOLD_BPM = 120.0
_LOUDNESS_LUFS = -14.0


class Pocket(CodeLanguageModel):
    """A Pocket of any size; `load_pocket` makes one. Its codes are eight codebooks at 25 frames a second."""

    default_sampling = MusicgenSampling(
        guidance=1.5, top_k=64, temperature=0.9, window_seconds=CLIP_SECONDS, stride_seconds=STRIDE_SECONDS
    )
    """At MusicGen's guidance of 3 it plays 1.2 to 2.0 times as many notes as it was taught (`pocket_notes`)."""
    rate, channels, target_hz = SAMPLE_RATE, 2, float(FRAME_HZ)
    model: PocketModel

    def __init__(self, model: PocketModel, tokenizer: PreTrainedTokenizerBase, source: str, compiled: bool) -> None:
        """model: on its device, text encoder in float32."""
        self.model = self.target_maker = freeze(model)
        config = model.decoder.config
        variant = f"{config.hidden_size}x{config.num_hidden_layers}"
        super().__init__(model.parts(), tokenizer, ("pocket", variant, source), compiled)
        self._clock = model.clock

    @torch.no_grad()
    def clock_word(self, window: Window, beats: NDArray[np.float64]) -> Tensor:
        """Return [1, 1, D], the word that says when beats fall in a window: tempo and phase that `beats` [N] s, at
        least two, have in the middle of the 5.12 s from its start on."""
        tempo, phase = clock_at(window.start_seconds + CLIP_SECONDS / 2, beats)
        return self.clock_words(torch.tensor([[tempo, phase]]))[None]

    @torch.no_grad()
    def clock_words(self, clocks: Tensor) -> Tensor:
        """Return [B, D], the words for `clocks` [B, 2]: tempo in BPM, and phase in beats in the middle of 5.12 s."""
        return self._clock(clock_features(clocks[:, 0], clocks[:, 1]).to(self._clock.weight))

    @property
    def target_kind(self) -> str:
        """See `Backbone`: scores are the same for Pockets of any weights."""
        return SCORES_KIND

    def windows(self, seconds: float, sampling: MusicgenSampling) -> tuple[Window, ...]:
        """See `CodeLanguageModel`. Raises BackboneError for windows longer than the model was trained on."""
        require_setting("window", sampling.window_seconds, 1.0, CLIP_SECONDS)
        return super().windows(seconds, sampling)

    def targets(self, audio: Audio) -> Tensor:
        """Raises BackboneError: there are no notes in sound."""
        raise BackboneError(
            "Pocket learns from scores, not from sound.", "Let the built-in engine write them: see `kinescore prepare`."
        )

    def generate(self, pieces: Sequence[Piece], sampling: MusicgenSampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`: each score as the built-in engine's band plays it. Echoes are at 120 BPM, since nobody says
        here what the tempo is; `codes` and `score_of` do better."""
        played = []
        for piece, codes in zip(pieces, self.codes(pieces, sampling, report), strict=True):
            beats = np.arange(0.0, piece.seconds, 60.0 / _UNTOLD_BPM)
            score = score_of(codes.cpu().numpy().astype(np.int16), piece.seconds, beats, _UNTOLD_BPM, piece.seed)
            played.append(render(score, _LOUDNESS_LUFS, piece.seed, report, with_stems=False)[0])
        return played

    def _planned(self, piece: Piece, sampling: MusicgenSampling) -> PlannedPiece:
        return PlannedPiece(piece, frame_windows(piece.seconds, sampling, self.target_hz), self._loop.no_codes())


def load_pocket(source: ModelSource, runtime: Runtime) -> Pocket:
    """Return the Pocket at `source`, frozen, ready to compose and to train with.

    Raises BackboneError where files are missing, damaged or of another model, where it knows other styles or codes
    than this version, or where the device is not there.
    """
    device = runtime.torch_device()
    kind = source.kind()
    if kind != KIND:
        raise BackboneError(f"'{source.name}' is a model of kind '{kind}', not a Pocket.")
    config = source.load(PocketConfig.from_pretrained)
    if (config.layout, tuple(config.styles)) != (LAYOUT, STYLE_NAMES):
        raise BackboneError(
            f"The model '{source.name}' was trained on other styles or codes than this version of Kinescore plays.",
            "Take the one that ships with this version, or pretrain it again with `kinescore pretrain`.",
        )
    model = source.load_weights(PocketModel.from_pretrained, dtype=torch.float32)
    tokenizer = source.load(PreTrainedTokenizerFast.from_pretrained)
    placed(model.decoder, runtime.precision.dtype)
    return Pocket(placed(model, device), tokenizer, source.name, runtime.compiled)
