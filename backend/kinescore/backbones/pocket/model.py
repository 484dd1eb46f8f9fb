"""Pocket's networks: a small T5 encoder, the clock's word, and MusicGen's decoder over the codes of scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import nn
from transformers import (
    MusicgenDecoderConfig,
    MusicgenForCausalLM,
    PreTrainedConfig,
    PreTrainedModel,
    T5Config,
    T5EncoderModel,
)

from kinescore.backbones.musicgen.parts import LanguageParts
from kinescore.backbones.pocket.clock import CLOCK_WIDTH
from kinescore.backbones.pocket.positions import BeatPositions
from kinescore.backbones.pocket.vocabulary import END, PADDING, words
from kinescore.groovebox.codes.encode import STYLE_NAMES
from kinescore.groovebox.codes.layout import LAYOUT, SIZE, Codebook

KIND = "kinescore_pocket"
FILLER = SIZE
"""The code that is nothing, not even a rest."""


class PocketConfig(PreTrainedConfig):
    """text, decoder: fields of T5Config and MusicgenDecoderConfig that say how large they are. styles: in the order of
    the codes of the scores that it was trained on; layout: of these codes."""

    model_type = KIND

    def __init__(
        self,
        text: dict[str, Any] | None = None,
        decoder: dict[str, Any] | None = None,
        styles: Sequence[str] = (),
        layout: int = 1,
        **rest: Any,  # noqa: ANN401
    ) -> None:
        self.text, self.decoder, self.styles, self.layout = text or {}, decoder or {}, list(styles), layout
        super().__init__(**rest)


def pocket_config(width: int, layers: int, heads: int, text_width: int) -> PocketConfig:
    """Return the sizes of a model. width, layers, heads: of the decoder; text_width: of pseudo-words."""
    tokens = words()
    text = {
        **{"d_model": text_width, "d_kv": text_width // 4, "d_ff": 3 * text_width, "num_layers": 2, "num_heads": 4},
        **{"vocab_size": len(tokens), "pad_token_id": tokens.index(PADDING), "eos_token_id": tokens.index(END)},
    }
    decoder = {"hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads, "ffn_dim": 4 * width}
    return PocketConfig(text, decoder, STYLE_NAMES, LAYOUT)


class PocketModel(PreTrainedModel):
    """text_encoder, projection, decoder: as in a MusicGen. clock: features of tempo and phase -> a pseudo-word."""

    config_class = PocketConfig
    base_model_prefix = "pocket"

    def __init__(self, config: PocketConfig) -> None:
        super().__init__(config)
        self.text_encoder = T5EncoderModel(T5Config(dropout_rate=0.0, feed_forward_proj="gated-gelu", **config.text))
        self.decoder = MusicgenForCausalLM(
            MusicgenDecoderConfig(
                vocab_size=SIZE,
                num_codebooks=len(Codebook),
                pad_token_id=FILLER,
                bos_token_id=FILLER,
                dropout=0.0,
                audio_channels=1,
                tie_word_embeddings=False,
                **config.decoder,
            )
        )
        decoder = self.decoder.model.decoder
        decoder.embed_positions = BeatPositions(decoder.max_target_positions, decoder.d_model)
        text_width, width = self.text_encoder.config.d_model, self.decoder.config.hidden_size
        self.projection = nn.Linear(text_width, width)
        self.clock = nn.Linear(CLOCK_WIDTH, text_width)
        self.post_init()

    def parts(self) -> LanguageParts:
        """Return the parts as MusicGen's loop and prompt reader want them."""
        pad = self.config.text["pad_token_id"]
        return LanguageParts(self.text_encoder, pad, self.decoder, FILLER, self.projection, None)

    def _init_weights(self, module: nn.Module) -> None:
        """The parts have set their own; the two projections keep torch's."""
