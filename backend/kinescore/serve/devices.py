"""Several GPUs in one machine: "cuda:0,cuda:1" gives the workers one each, in turn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kinescore.engines.model_choice import ModelChoice
from kinescore.serve.errors import ServeError


def devices_of(choice: ModelChoice) -> tuple[str, ...]:
    """Return the devices that a choice names. Raises ServeError where one of several has no name."""
    devices = tuple(device.strip() for device in choice.device.split(","))
    if not all(devices):
        raise ServeError(f"'{choice.device}' does not name devices.", "Write them as cuda:0,cuda:1.")
    return devices


def require_work_for_all(models: Collection[ModelChoice], workers: int) -> None:
    """Raise ServeError where a device would never be used."""
    for choice in models:
        if len(devices_of(choice)) > workers:
            raise ServeError(
                f"{choice.engine} has the devices {choice.device}, and {workers} of them would be used.",
                f"Give each a worker: `--workers {len(devices_of(choice))}`.",
            )


def require_one_device(models: Collection[ModelChoice]) -> None:
    """Raise ServeError where a model is given a GPU by number: in a cluster Ray gives each worker one."""
    for choice in models:
        if len(devices_of(choice)) > 1 or ":" in choice.device:
            raise ServeError(
                f"{choice.engine} has the device {choice.device}, and in a cluster Ray gives each worker its GPU.",
                "Say `--device cuda`, and `--workers N` for N of them.",
            )


def models_in(slot: int, models: Collection[ModelChoice]) -> tuple[ModelChoice, ...]:
    """Return the models as the worker in that place, counted from 0, loads them. A worker that takes a dead one's place
    has its devices."""
    devices = [(choice, devices_of(choice)) for choice in models]
    return tuple(replace(choice, device=names[slot % len(names)]) for choice, names in devices)
