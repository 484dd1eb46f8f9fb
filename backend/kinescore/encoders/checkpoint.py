"""Encoders <-> one safetensors file.

The config travels as JSON in the file's header, under one key. One file is written at once or not at all, so weights
and config cannot come from different moments.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from kinescore.encoders.config import EncoderConfig
from kinescore.encoders.encoders import Encoders
from kinescore.errors import EncoderError
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.pseudo_words.text_space import TextSpace

HEADER_KEY = "kinescore_encoders"
FORMAT = 1


@dataclass(frozen=True)
class CheckpointHeader:
    """What the header's JSON holds. format: version of this layout. config: see `EncoderConfig`."""

    format: int
    config: EncoderConfig


def save_encoders(encoders: Encoders, path: Path) -> None:
    """Write `encoders` to `path`; an older file there is replaced only once the new one is complete.

    Same weights and config, same bytes. Raises OSError where the folder cannot be written.
    """
    header = strict_json.dump(strict_json.to_plain(CheckpointHeader(FORMAT, encoders.config))).decode()
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in encoders.state_dict().items()}
    write_atomically(path, save(tensors, {HEADER_KEY: header}))


def load_encoders(path: Path, space: TextSpace) -> Encoders:
    """Read encoders from `path`, in evaluation mode, for the backbone that offers `space`.

    Raises EncoderError where the file is missing, damaged or not one of ours, and where it belongs to another backbone.
    """
    config, tensors = _read(path, with_tensors=True)
    if not config.text_space.same_place(space):
        raise EncoderError(
            f"The encoders in {path.name} belong to {config.text_space}, not to {space}.",
            "Choose that backbone, or train encoders for this one.",
        )
    return encoders_from(config, tensors, path.name)


def read_config(path: Path) -> EncoderConfig:
    """Read only the config of the encoders at `path`. Raises EncoderError as `load_encoders` does."""
    return _read(path, with_tensors=False)[0]


def encoders_from(config: EncoderConfig, tensors: dict[str, Tensor], name: str) -> Encoders:
    """Return encoders of `config` holding `tensors`. Raises EncoderError naming the first that does not fit."""
    encoders = Encoders(config)
    wanted = {key: tuple(tensor.shape) for key, tensor in encoders.state_dict().items()}
    for key in sorted(wanted.keys() | tensors.keys()):
        if key not in tensors or key not in wanted:
            raise EncoderError(f"{name} {'lacks' if key in wanted else 'holds an unknown'} tensor '{key}'.")
        if tuple(tensors[key].shape) != wanted[key]:
            raise EncoderError(f"{name}: tensor '{key}' is {list(tensors[key].shape)}, expected {list(wanted[key])}.")
        if not bool(torch.isfinite(tensors[key]).all()):
            raise EncoderError(f"{name}: tensor '{key}' has values that are not finite; the training went wrong.")
    encoders.load_state_dict(tensors)
    return encoders.eval()


def _read(path: Path, *, with_tensors: bool) -> tuple[EncoderConfig, dict[str, Tensor]]:
    if not path.is_file():
        raise EncoderError(f"There is no encoder checkpoint at {path}.")
    try:
        with safe_open(path, framework="pt") as file:
            header = (file.metadata() or {}).get(HEADER_KEY)
            tensors = {key: file.get_tensor(key) for key in file.keys()} if with_tensors else {}  # noqa: SIM118
    except SafetensorError as error:
        raise EncoderError(
            f"{path.name} is not a complete safetensors file ({error}).",
            "If it is the authors' released file, bring it in with `kinescore models import`.",
        ) from error
    if header is None:
        raise EncoderError(f"{path.name} is a safetensors file, but not one of Kinescore's encoders.")
    plain = strict_json.parse(header, f"header of {path.name}")
    if isinstance(plain, dict) and plain.get("format") != FORMAT:
        raise EncoderError(
            f"{path.name} has layout {plain.get('format')}; this version reads {FORMAT}.", "Update Kinescore."
        )
    return strict_json.from_plain(CheckpointHeader, plain, f"header of {path.name}").config, tensors
