"""How a learned engine runs: options that several commands share."""

from __future__ import annotations

import argparse
from typing import Any


def add_runtime_options(group: argparse._ArgumentGroup) -> None:
    """Add device, precision, offline and compiled; `runtime_of` reads them."""
    group.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")
    group.add_argument("--precision", default="fp32", choices=("fp32", "bf16", "fp16"), help="of the frozen weights")
    group.add_argument("--offline", action="store_true", help="take hub models only from the local cache")
    group.add_argument("--compiled", action="store_true", help="let torch compile the model: faster on CUDA")


def runtime_of(options: argparse.Namespace) -> dict[str, Any]:
    """The fields of ModelChoice that say how a model runs."""
    return {name: getattr(options, name) for name in ("device", "precision", "offline", "compiled")}
