"""MusicGen of the real architecture, small enough to run in a blink, made without a download."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import (
    EncodecConfig,
    GenerationConfig,
    MusicgenConfig,
    MusicgenDecoderConfig,
    MusicgenForConditionalGeneration,
    MusicgenMelodyConfig,
    MusicgenMelodyDecoderConfig,
    MusicgenMelodyForConditionalGeneration,
    T5Config,
)

from kinescore.backbones.musicgen.backbone import Musicgen
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

FILLER = 2048
TEXT = T5Config(vocab_size=256, d_model=32, d_kv=8, d_ff=64, num_layers=2, num_heads=4)
SOUND = EncodecConfig(
    sampling_rate=32000,
    upsampling_ratios=[8, 5, 4, 4],
    codebook_size=2048,
    codebook_dim=16,
    hidden_size=16,
    num_filters=4,
    num_lstm_layers=1,
    target_bandwidths=[2.2],
    use_causal_conv=False,
    use_conv_shortcut=False,
    chunk_length_s=None,
)
DECODER = {
    **{"vocab_size": 2048, "hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "ffn_dim": 128},
    **{"dropout": 0.0},
}
KINDS = ("mono", "stereo", "melody")


def tiny_musicgen(
    kind: str = "mono", **decoder: int
) -> MusicgenForConditionalGeneration | MusicgenMelodyForConditionalGeneration:
    """Return a model of `kind`; same kind, same weights. decoder: other sizes than DECODER's.

    As initialised, EnCodec's codebooks are zero (all sound is code 0) and the decoder hardly listens to its prompt:
    both are made as lively as trained ones.
    """
    channels = 2 if kind == "stereo" else 1
    sizes = {**DECODER, **decoder, "num_codebooks": 4 * channels, "audio_channels": channels}
    torch.manual_seed(3)
    if kind == "melody":
        config = MusicgenMelodyConfig(
            text_encoder=TEXT, audio_encoder=SOUND, decoder=MusicgenMelodyDecoderConfig(**sizes), chroma_length=5
        )
        model = MusicgenMelodyForConditionalGeneration(config)
    else:
        config = MusicgenConfig(text_encoder=TEXT, audio_encoder=SOUND, decoder=MusicgenDecoderConfig(**sizes))
        model = MusicgenForConditionalGeneration(config)
    enliven(model)
    model.generation_config = GenerationConfig(
        **{"bos_token_id": FILLER, "pad_token_id": FILLER, "decoder_start_token_id": FILLER},
        **{"do_sample": False, "guidance_scale": 1.0, "max_length": 1500},
    )
    return model.eval()


@torch.no_grad()
def enliven(model: MusicgenForConditionalGeneration | MusicgenMelodyForConditionalGeneration) -> None:
    """Give matrices a gain near one and the codec's codebooks sounds."""
    for layer in model.audio_encoder.quantizer.layers:
        layer.codebook.embed.normal_()
    for name, weight in model.named_parameters():
        if weight.ndim == 2 and any(part in name for part in ("_proj", ".fc", "lm_heads")):
            weight.normal_(0.0, weight.shape[1] ** -0.5)
        if name.startswith("decoder.model.decoder.embed_tokens"):
            weight.normal_()


def tiny_backbone(kind: str = "mono", compiled: bool = False, dtype: torch.dtype = torch.float32) -> Musicgen:
    """Return the tiny model as a backbone, its decoder in `dtype`."""
    model = tiny_musicgen(kind)
    model.decoder.to(dtype)
    return Musicgen(model, tiny_t5_tokenizer(), "tiny", compiled)


def save_tiny_musicgen(folder: Path, kind: str = "mono", **decoder: int) -> Path:
    """Write the tiny model and its tokenizer to `folder` in the layout of the hub, and return it."""
    tiny_musicgen(kind, **decoder).save_pretrained(folder)
    tiny_t5_tokenizer().save_pretrained(folder)
    return folder
