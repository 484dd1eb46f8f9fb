"""The parts of a MusicGen: text encoder, codec and decoder, each as what it is."""

from __future__ import annotations

from dataclasses import dataclass

from torch import nn
from transformers import (
    EncodecModel,
    MusicgenForCausalLM,
    MusicgenForConditionalGeneration,
    MusicgenMelodyForCausalLM,
    MusicgenMelodyForConditionalGeneration,
    PreTrainedConfig,
    T5EncoderModel,
)

from kinescore.errors import BackboneError

MusicgenModel = MusicgenForConditionalGeneration | MusicgenMelodyForConditionalGeneration
DecoderModel = MusicgenForCausalLM | MusicgenMelodyForCausalLM


@dataclass(frozen=True)
class MelodyInput:
    """How melody models take a melody in. length: columns of chroma that stand before the music. pitches: rows of
    chroma. projection: chroma [..., pitches] -> [..., D]."""

    length: int
    pitches: int
    projection: nn.Module


@dataclass(frozen=True)
class LanguageParts:
    """What reads a prompt and writes codes. text_pad: the text encoder's padding token. filler: the code that is no
    sound. projection: from the text encoder's width to the decoder's; does nothing where they are equal. melody: None
    for models that read their prompt by cross-attention."""

    text_encoder: T5EncoderModel
    text_pad: int
    decoder: DecoderModel
    filler: int
    projection: nn.Module
    melody: MelodyInput | None


def codec_of(model: MusicgenModel) -> EncodecModel:
    """Return what turns codes into sound. Raises BackboneError where it is not EnCodec, as in Meta's models."""
    codec = model.audio_encoder
    if not isinstance(codec, EncodecModel):
        raise BackboneError(f"This MusicGen makes sound with {type(codec).__name__}, not with EnCodec.")
    return codec


def parts_of(model: MusicgenModel) -> LanguageParts:
    """Return the other parts of `model`. Raises BackboneError where one is of another kind than Meta's models have."""
    text_encoder, decoder = model.text_encoder, model.decoder
    if not isinstance(text_encoder, T5EncoderModel):
        raise BackboneError(f"This MusicGen reads prompts with {type(text_encoder).__name__}, not with T5.")
    if not isinstance(decoder, DecoderModel):
        raise BackboneError(f"This MusicGen composes with {type(decoder).__name__}, not with a decoder of its own.")
    return LanguageParts(
        text_encoder=text_encoder,
        text_pad=_padding(text_encoder.config),
        decoder=decoder,
        filler=_padding(decoder.config),
        projection=_projection(model, "enc_to_dec_proj"),
        melody=_melody_input(model),
    )


def _padding(config: PreTrainedConfig) -> int:
    if config.pad_token_id is None:
        raise BackboneError(f"The {type(config).__name__} of this MusicGen names no padding token (pad_token_id).")
    return config.pad_token_id


def _melody_input(model: MusicgenModel) -> MelodyInput | None:
    if not isinstance(model, MusicgenMelodyForConditionalGeneration):
        return None
    config = model.config
    return MelodyInput(config.chroma_length, config.num_chroma, _projection(model, "audio_enc_to_dec_proj"))


def _projection(model: nn.Module, name: str) -> nn.Module:
    return dict(model.named_children()).get(name, nn.Identity())
