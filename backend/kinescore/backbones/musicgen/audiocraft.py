"""AudioCraft's own MusicGen checkpoint -> transformers' decoder. Nothing in the file is executed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
import yaml
from torch import Tensor
from transformers import MusicgenConfig, MusicgenDecoderConfig, MusicgenForConditionalGeneration

from kinescore.backbones.musicgen.parts import MusicgenModel
from kinescore.errors import BackboneError

AUDIOCRAFT_FILE = "state_dict.bin"
HOW_TO_EXPORT = "Export it in AudioCraft with audiocraft.utils.export.export_lm."

REQUIRED: Mapping[str, object] = {
    **{"bias_ff": False, "bias_attn": False, "bias_proj": False, "norm_first": True, "layer_scale": None},
    **{"qk_layer_norm": False, "qk_layer_norm_cross": False, "kv_repeat": 1, "positional_embedding": "sin"},
    **{"activation": "gelu", "norm": "layer_norm", "past_context": None},
}
"""What transformers' MusicGen can be, among all that AudioCraft's `transformer_lm` can."""

DELAYS: Mapping[int, list[int]] = {1: [0, 1, 2, 3], 2: [0, 0, 1, 1, 2, 2, 3, 3]}
"""By channels."""

PLACES = (
    (r"emb\.(\d+)\.weight", r"decoder.model.decoder.embed_tokens.\1.weight"),
    (r"linears\.(\d+)\.weight", r"decoder.lm_heads.\1.weight"),
    (r"out_norm\.(.+)", r"decoder.model.decoder.layer_norm.\1"),
    (r"condition_provider\.conditioners\.description\.output_proj\.(.+)", r"enc_to_dec_proj.\1"),
    (r"transformer\.(layers\.\d+)\.self_attn\.(.+)", r"decoder.model.decoder.\1.self_attn.\2"),
    (r"transformer\.(layers\.\d+)\.cross_attention\.(.+)", r"decoder.model.decoder.\1.encoder_attn.\2"),
    (r"transformer\.(layers\.\d+)\.linear([12])\.(.+)", r"decoder.model.decoder.\1.fc\2.\3"),
    (r"transformer\.(layers\.\d+)\.norm1\.(.+)", r"decoder.model.decoder.\1.self_attn_layer_norm.\2"),
    (r"transformer\.(layers\.\d+)\.norm_cross\.(.+)", r"decoder.model.decoder.\1.encoder_attn_layer_norm.\2"),
    (r"transformer\.(layers\.\d+)\.norm2\.(.+)", r"decoder.model.decoder.\1.final_layer_norm.\2"),
)
"""Their names -> ours."""


def decoder_from_audiocraft(path: Path, donor: MusicgenModel) -> MusicgenForConditionalGeneration:
    """Return a float32 MusicGen with the decoder at `path`, and the text encoder and codec of `donor`.

    Raises BackboneError for files that hold more than tensors and text, for settings that transformers' MusicGen
    cannot take, for melody and style models, and for missing, unknown or misshapen tensors.
    """
    state, settings = _read(path)
    _refuse_foreign(settings, path.name)
    tensors = dict(_renamed(state, path.name))
    config = MusicgenConfig(
        text_encoder=donor.config.text_encoder,
        audio_encoder=donor.config.audio_encoder,
        decoder=_decoder_config(tensors, settings, path.name),
    )
    model = MusicgenForConditionalGeneration(config, donor.text_encoder, donor.audio_encoder)
    of_donor = ("text_encoder.", "audio_encoder.")
    wanted = {key: tensor for key, tensor in model.state_dict().items() if not key.startswith(of_donor)}
    for key in sorted(wanted.keys() | tensors.keys()):
        if key not in tensors or key not in wanted:
            raise BackboneError(f"{path.name} {'lacks' if key in wanted else 'has no use for'} tensor '{key}'.")
        if tensors[key].shape != wanted[key].shape:
            raise BackboneError(
                f"{path.name}: tensor '{key}' is {list(tensors[key].shape)}, expected {list(wanted[key].shape)}."
            )
    model.load_state_dict(tensors, strict=False)
    return model


def _read(path: Path) -> tuple[Mapping[str, Tensor], Mapping[str, object]]:
    """Return the tensors and the settings of an exported checkpoint."""
    try:
        package = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # a damaged or foreign pickle fails in a dozen ways, none of which tells the user more
        raise BackboneError(f"{path.name} is not an exported AudioCraft checkpoint.", HOW_TO_EXPORT) from error
    state = package.get("best_state") if isinstance(package, dict) else None
    written = package.get("xp.cfg") if isinstance(package, dict) else None
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise BackboneError(f"{path.name} has no flat 'best_state'; it was not exported.", HOW_TO_EXPORT)
    if not isinstance(written, str):
        raise BackboneError(f"{path.name} has no settings as text ('xp.cfg'); it was not exported.", HOW_TO_EXPORT)
    try:
        settings = yaml.safe_load(written)
    except yaml.YAMLError as error:
        raise BackboneError(f"The settings in {path.name} are not YAML.", HOW_TO_EXPORT) from error
    return state, settings if isinstance(settings, dict) else {}


def _section(settings: Mapping[str, object], *names: str) -> Mapping[str, object]:
    for name in names:
        inner = settings.get(name)
        settings = inner if isinstance(inner, dict) else {}
    return settings


def _refuse_foreign(settings: Mapping[str, object], name: str) -> None:
    decoder = _section(settings, "transformer_lm")
    for key, wanted in REQUIRED.items():
        if decoder.get(key, wanted) != wanted:
            raise BackboneError(f"{name} has {key} = {decoder[key]}; MusicGen in transformers has {wanted}.")
    delays = _section(settings, "codebooks_pattern", "delay").get("delays")
    if delays not in DELAYS.values():
        raise BackboneError(f"{name} delays its codebooks by {delays}; {' or '.join(map(str, DELAYS.values()))} fits.")


def _renamed(state: Mapping[str, Tensor], name: str) -> Iterator[tuple[str, Tensor]]:
    """Yield our names with float32 tensors; attention's joint input projection is split into three."""
    for key, tensor in state.items():
        key = key.replace(".mha.", ".")
        ours = next((re.sub(theirs, place, key) for theirs, place in PLACES if re.fullmatch(theirs, key)), None)
        if ours is None and key.startswith("condition_provider.conditioners.description."):
            continue
        if ours is None:
            raise BackboneError(f"{name} has a tensor '{key}' that a text-to-music MusicGen has no place for.")
        if not ours.endswith("in_proj_weight"):
            yield ours, tensor.float()
            continue
        for part, rows in zip("qkv", tensor.float().chunk(3), strict=True):
            yield ours.replace("in_proj_weight", f"{part}_proj.weight"), rows


def _decoder_config(tensors: Mapping[str, Tensor], settings: Mapping[str, object], name: str) -> MusicgenDecoderConfig:
    """Return the sizes, read off the tensors; only the number of heads stands in the settings alone."""
    heads = _section(settings, "transformer_lm").get("num_heads")
    first, inner = "decoder.model.decoder.embed_tokens.0.weight", "decoder.model.decoder.layers.0.fc1.weight"
    if not isinstance(heads, int) or first not in tensors or inner not in tensors:
        raise BackboneError(f"{name} lacks its size: num_heads, '{first}' or '{inner}'.", HOW_TO_EXPORT)
    layers = {key.split(".")[4] for key in tensors if key.startswith("decoder.model.decoder.layers.")}
    codebooks = sum(key.startswith("decoder.lm_heads.") for key in tensors)
    codes, width = tensors[first].shape
    return MusicgenDecoderConfig(
        vocab_size=codes - 1,
        hidden_size=width,
        ffn_dim=tensors[inner].shape[0],
        num_hidden_layers=len(layers),
        num_attention_heads=heads,
        num_codebooks=codebooks,
        audio_channels=next(channels for channels, delays in DELAYS.items() if len(delays) == codebooks),
        pad_token_id=codes - 1,
        bos_token_id=codes - 1,
    )
