"""Encoders, AdamW's memory of them and the scale of the loss <-> named tensors."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.amp import GradScaler
from torch.optim import AdamW

from kinescore.encoders.encoders import Encoders

ENCODERS = "encoders."
ADAMW_MEMORY = ("step", "exp_avg", "exp_avg_sq")
SCALE, GROWTH = "loss_scale", "updates_without_overflow"


def tensors_of(encoders: Encoders, optimiser: AdamW, scaler: GradScaler) -> dict[str, Tensor]:
    """Return the weights as `encoders.<name>`, AdamW's step count and moments as `<which>.<name>` where an update was
    made, and the scale of the loss where there is one."""
    tensors = {f"{ENCODERS}{name}": weight for name, weight in encoders.state_dict().items()}
    for name, parameter in encoders.named_parameters():
        tensors |= {f"{which}.{name}": tensor for which, tensor in optimiser.state.get(parameter, {}).items()}
    if scaler.is_enabled():
        state = scaler.state_dict()
        tensors |= {SCALE: torch.tensor(state["scale"]), GROWTH: torch.tensor(state["_growth_tracker"])}
    return tensors


def restore(encoders: Encoders, optimiser: AdamW, scaler: GradScaler, tensors: Mapping[str, Tensor]) -> None:
    """Put `tensors_of` back, on the encoders' device."""
    encoders.load_state_dict({name: tensors[f"{ENCODERS}{name}"] for name in encoders.state_dict()})
    memory = {
        index: {which: tensors[f"{which}.{name}"] for which in ADAMW_MEMORY}
        for index, (name, _) in enumerate(encoders.named_parameters())
        if f"{ADAMW_MEMORY[0]}.{name}" in tensors
    }
    optimiser.load_state_dict({"state": memory, "param_groups": optimiser.state_dict()["param_groups"]})
    if scaler.is_enabled():
        told = {"scale": float(tensors[SCALE]), "_growth_tracker": int(tensors[GROWTH])}
        scaler.load_state_dict({**scaler.state_dict(), **told})
