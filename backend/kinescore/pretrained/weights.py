"""Weights of networks: frozen, told apart by a digest, and read from one published file of tensors."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from kinescore.errors import EvaluationError
from kinescore.pretrained.model_library import fetched

HUB_FILE = re.compile(r"([A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)/([\w./-]+)")
PARALLEL_PREFIX = "module."

Network = TypeVar("Network", bound=nn.Module)

DIGEST_CHARACTERS = 16
"""Of a digest, where it stands in names and provenance: enough that no two weights share them."""


def freeze(network: Network) -> Network:
    """Return `network` in evaluation mode (no dropout), no weight trainable. Gradients still flow through it."""
    return network.requires_grad_(False).eval()


def weights_digest(network: nn.Module) -> str:
    """Return the SHA-256 of every parameter and buffer, name, shape and bits: equal digests, identical weights."""
    digest = hashlib.sha256()
    for name, tensor in sorted(network.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)} ".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()


def load_weights(network: nn.Module, kind: str, name: str) -> None:
    """Fill `network`, called `kind` on screen, with the weights named `name`.

    name: a local file, or a file of a hub repository, as owner/repository/file, that was fetched. It is safetensors, or
    torch-saved: a dict of tensors, or a training checkpoint that holds one as "state_dict". Nothing in it is executed.
    Raises EvaluationError for files that are missing or damaged, and for missing, unknown or misshapen tensors.
    """
    path = _local_file(name)
    tensors = {key.removeprefix(PARALLEL_PREFIX): tensor for key, tensor in _read(path).items()}
    wanted = network.state_dict()
    for key in [*wanted, *tensors]:
        if key not in tensors or key not in wanted:
            verb = "lacks" if key in wanted else "has no use for"
            raise EvaluationError(f"{path.name} is no {kind}: it {verb} tensor '{key}'.")
        if tensors[key].shape != wanted[key].shape:
            shapes = f"{list(tensors[key].shape)}, expected {list(wanted[key].shape)}"
            raise EvaluationError(f"{path.name} is no {kind}: tensor '{key}' is {shapes}.")
    network.load_state_dict(tensors)


def _local_file(name: str) -> Path:
    path = Path(name).expanduser()
    if name and path.is_file():
        return path
    if (held := fetched(name)) is not None and held.is_file():
        return held
    place = HUB_FILE.fullmatch(name)
    if place is None:
        raise EvaluationError(
            f"There are no weights at '{name}'.", "Give a file, or a file on the hub as owner/repository/file."
        )
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return Path(hf_hub_download(*place.groups(), local_files_only=True))
    except LocalEntryNotFoundError as error:
        raise EvaluationError(
            f"The weights '{name}' are not on this machine.",
            f"Fetch them once with `kinescore models get {name}`, or name a local file.",
        ) from error


def _read(path: Path) -> Mapping[str, Tensor]:
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        held = torch.load(path, map_location="cpu", weights_only=True)
    except SafetensorError as error:
        raise EvaluationError(f"{path.name} is damaged, or no safetensors file.") from error
    except Exception as error:  # a damaged or foreign pickle fails in a dozen ways, none of which tells the user more
        raise EvaluationError(f"{path.name} is not plain tensors, and nothing else is read.") from error
    tensors = held.get("state_dict", held) if isinstance(held, dict) else held
    if not isinstance(tensors, dict) or not all(isinstance(tensor, Tensor) for tensor in tensors.values()):
        raise EvaluationError(f"{path.name} holds no state dict.", "Save it with torch.save(model.state_dict(), FILE).")
    return tensors
