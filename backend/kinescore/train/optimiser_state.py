"""Encoders and AdamW's memory of them <-> named tensors."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor
from torch.optim import AdamW

from kinescore.encoders.encoders import Encoders

ENCODERS = "encoders."
ADAMW_MEMORY = ("step", "exp_avg", "exp_avg_sq")


def tensors_of(encoders: Encoders, optimiser: AdamW) -> dict[str, Tensor]:
    """Return the weights as `encoders.<name>`, and AdamW's step count and moments as `<which>.<name>`."""
    tensors = {f"{ENCODERS}{name}": weight for name, weight in encoders.state_dict().items()}
    for name, parameter in encoders.named_parameters():
        tensors |= {f"{which}.{name}": optimiser.state[parameter][which] for which in ADAMW_MEMORY}
    return tensors


def restore(encoders: Encoders, optimiser: AdamW, tensors: Mapping[str, Tensor]) -> None:
    """Put `tensors_of` back, on the encoders' device."""
    encoders.load_state_dict({name: tensors[f"{ENCODERS}{name}"] for name in encoders.state_dict()})
    memory = {
        index: {which: tensors[f"{which}.{name}"] for which in ADAMW_MEMORY}
        for index, (name, _) in enumerate(encoders.named_parameters())
    }
    optimiser.load_state_dict({"state": memory, "param_groups": optimiser.state_dict()["param_groups"]})
