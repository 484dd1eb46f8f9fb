"""Where a model runs, and in which number format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import torch
from torch import nn

from kinescore.errors import BackboneError, RequestError

Model = TypeVar("Model", bound=nn.Module)


class Precision(Enum):
    """Number format of the frozen weights. Pseudo-words and losses are always float32."""

    FP32 = "fp32"
    BF16 = "bf16"
    FP16 = "fp16"

    @classmethod
    def named(cls, name: str) -> Precision:
        """Return the format called `name`. Raises RequestError for none of them."""
        try:
            return cls(name)
        except ValueError:
            choices = ", ".join(choice.value for choice in cls)
            raise RequestError(f"'{name}' is no precision; there are {choices}.") from None

    @classmethod
    def best_on(cls, device: torch.device) -> Precision:
        """Return the format that a model plays best in: bf16 on CUDA cards that compute in it, which halves what
        every step reads and keeps float32's range; elsewhere fp32, since processors gain nothing by less."""
        fast = device.type == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False)
        return cls.BF16 if fast else cls.FP32

    @property
    def dtype(self) -> torch.dtype:
        """The same, in torch's terms."""
        return {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}[self.value]


@dataclass(frozen=True)
class Runtime:
    """device: "cpu", "cuda", "cuda:1", "mps", or "auto" for the best that is here. compiled: let torch.compile turn
    the inner step into one piece of machine code; worth its minute of preparation on CUDA only."""

    device: str = "auto"
    precision: Precision = Precision.FP32
    compiled: bool = False

    def torch_device(self) -> torch.device:
        """Return the device. Raises BackboneError where this machine has none of that kind."""
        if self.device == "auto":
            return torch.device("cuda" if _has("cuda") else "mps" if _has("mps") else "cpu")
        try:
            device = torch.device(self.device)
        except RuntimeError as error:
            raise BackboneError(f"There is no device '{self.device}'.", "Use cpu, cuda, mps or auto.") from error
        if not _has(device.type) or (device.index or 0) >= max(1, torch.cuda.device_count()):
            raise BackboneError(f"This machine has no device '{self.device}' that torch can use.", "Use auto or cpu.")
        return device


def allow_tf32(device: torch.device) -> None:
    """Let float32 products on a CUDA card run as TF32: 10 bits of mantissa, several times the speed."""
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")


def placed(model: Model, place: torch.device | torch.dtype) -> Model:
    """Return `model`, moved to a device or turned into a number format. transformers wraps `to` out of type checkers'
    sight."""
    module: nn.Module = model
    module.to(place)
    return model


def _has(kind: str) -> bool:
    return {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}.get(kind, False)
