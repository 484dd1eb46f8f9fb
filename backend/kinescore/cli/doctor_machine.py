"""What `kinescore doctor` says of the machine: its memory, its graphics cards and what they compute in, its models."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from kinescore.engines.table import EngineEntry, EngineTable, ModelEngine, model_engines
from kinescore.pretrained.model_library import PUBLISHED
from kinescore.pretrained.models_here import HeldModel
from kinescore.serve.machine import free_memory, nvidia_gpus

Row = tuple[str, str, str]
"""Part, state, remedy."""


def machine_rows() -> Iterator[Row]:
    """Yield a row for memory, one for each graphics card, and one for what torch computes on."""
    free = free_memory()
    yield "memory", "unknown" if free is None else f"{gigabytes(free)} free", ""
    cards = nvidia_gpus()
    for card in cards:
        yield "graphics card", f"{card.name}, {gigabytes(card.free_bytes)} of {gigabytes(card.total_bytes)} free", ""
    if find_spec("torch") is not None:
        yield _torch_row(bool(cards))


def model_rows(models: Sequence[HeldModel], table: EngineTable) -> Iterator[Row]:
    """Yield a row for each model that is here: whose it is, or what is wrong with it."""
    for model in models:
        players = [name for name, entry in model_engines(table).items() if model.kind in entry.kinds]
        use = (
            f"for {', '.join(players)}" if players else f"of the kind '{model.kind}'" if model.kind else "for no engine"
        )
        remedy = f"kinescore models get {model.repository}" if model.problem and model.kind else ""
        yield f"model {model.repository}", model.problem or f"{gigabytes(model.size)}, {use}", remedy


def model_need(name: str, entry: EngineEntry, models: Sequence[HeldModel]) -> tuple[str, str]:
    """Return the state and remedy of an engine whose packages are there: what it plays with, or what it still needs."""
    if not isinstance(entry, ModelEngine):
        return "ready", ""
    if entry.own_model and entry.own_model.is_dir():
        return "ready with the model that comes with Kinescore", ""
    held = [model.repository for model in models if model.kind in entry.kinds and not model.problem]
    if held:
        return f"ready with {', '.join(held)}", ""
    published = next((short for short, model in PUBLISHED.items() if model.engine == name), "")
    return "ready for a model", f"kinescore models get {published}" if published else ""


def gigabytes(count: int) -> str:
    """Return bytes as people read them: "0.6 GB"."""
    return f"{count / 1e9:.1f} GB"


def _torch_row(has_cards: bool) -> Row:
    import torch

    if torch.cuda.is_available():
        precisions = "bf16, fp16 and fp32" if torch.cuda.is_bf16_supported() else "fp16 and fp32, not bf16"
        return "torch computes on", f"CUDA {torch.version.cuda}, in {precisions}", ""
    if torch.backends.mps.is_available():
        return "torch computes on", "Apple's GPU (mps), in fp16 and fp32", ""
    remedy = "install a torch built for this card's driver (pytorch.org)" if has_cards else ""
    return "torch computes on", f"the CPU, {os.cpu_count()} cores, in fp32", remedy
