"""The list of published models: what each is, whether it is here, and whether this machine can hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from kinescore.engines.table import ENGINES
from kinescore.pretrained.model_library import PUBLISHED, PublishedModel
from kinescore.pretrained.models_here import models_here
from kinescore.serve.machine import free_memory, nvidia_gpus

if TYPE_CHECKING:
    from kinescore.pretrained.hub import Offer

GIGABYTE = 1e9


def print_models() -> None:
    """Print a row for each model of PUBLISHED."""
    whole = {model.repository for model in models_here() if model.kind and not model.problem}
    cards, memory = [card.total_bytes for card in nvidia_gpus()], free_memory()
    table = Table("name", "engine", "to fetch", "plays on", "here", box=None)
    for name, model in PUBLISHED.items():
        here = "yes" if model.repository in whole else "no"
        table.add_row(name, model.engine, f"{model.gigabytes:g} GB", room_for(model, cards, memory), here)
    console = Console(highlight=False)
    console.print(table)
    for engine in dict.fromkeys(model.engine for model in PUBLISHED.values()):
        console.print(f"{ENGINES[engine].licence}.", soft_wrap=True)
    console.print("Sizes are about; `kinescore models get NAME` says the exact one before it fetches.", soft_wrap=True)


def room_for(model: PublishedModel, cards: list[int], memory: int | None) -> str:
    """Return where `model` can play. cards: memory of each graphics card, memory: free main memory, in bytes."""
    wanted = model.memory_gigabytes * GIGABYTE
    if any(total >= wanted for total in cards):
        return "this GPU"
    if any(total >= wanted / 2.0 for total in cards):
        return "this GPU, --precision bf16"
    if memory is None or memory >= wanted:
        return "this CPU, slowly"
    return f"needs {model.memory_gigabytes:.0f} GB of memory"


def licence_words(offer: Offer) -> str:
    """Return what is known of an offer's licence: what the hub says, and what that means for engines of ours."""
    said = f"licence {offer.licence}" if offer.licence else "the hub names no licence"
    meanings = [ENGINES[model.engine].licence for model in PUBLISHED.values() if model.repository == offer.repository]
    return f"{said} ({meanings[0]})" if meanings else said
