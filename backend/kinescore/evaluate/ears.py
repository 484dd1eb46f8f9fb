"""Which ears there are, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kinescore.evaluate.ear import Ear
from kinescore.evaluate.errors import EvaluationError


@dataclass(frozen=True)
class EarChoice:
    """kind: one of EARS. model: its weights, a file, a folder or a hub id; None for ears that need none. device:
    "auto", "cpu", "cuda", "cuda:1", "mps"."""

    kind: str
    model: str | None = None
    device: str = "auto"


BEATS = EarChoice("beats")


@lru_cache(maxsize=1)
def load_ear(choice: EarChoice) -> Ear:
    """Return the ear of `choice`; the last one is kept, so a process that asks again does not load it again.

    Raises EvaluationError for an unknown kind and for weights that do not fit.
    """
    if choice.kind not in EARS:
        raise EvaluationError(f"There is no ear '{choice.kind}'.", f"Those are {', '.join(EARS)}.")
    return EARS[choice.kind](choice)


def _beats(choice: EarChoice) -> Ear:
    from kinescore.evaluate.hearing import BeatEar

    return BeatEar()


EARS: Mapping[str, Callable[[EarChoice], Ear]] = {"beats": _beats}
