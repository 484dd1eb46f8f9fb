"""Which pretrained models this installation plays with: said by whoever runs it, never by a request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import EngineError

LEARNED_ENGINES: tuple[str, ...] = ("musicgen", "riffusion", "ace_step")


@dataclass(frozen=True)
class ModelChoice:
    """One learned engine and what it plays with.

    engine: one of LEARNED_ENGINES. model: a local folder or file, or a hub id. encoders: a checkpoint of
    `kinescore train` or `kinescore models import`; None lets words alone carry tempo and genre. device: "auto", "cpu",
    "cuda", "cuda:1", "mps". precision: "fp32", "bf16", "fp16". offline: hub models only from the local cache.
    compiled: let torch compile the inner step (CUDA). sampling: (name, value) pairs that change the model's own way of
    drawing music, such as ("guidance", "4"). clap: folder or hub id of the CLAP that hears examples for the encoders;
    None takes the one they name.

    Raises EngineError for an engine that is none of them.
    """

    engine: str
    model: str
    encoders: Path | None = None
    device: str = "auto"
    precision: str = "fp32"
    offline: bool = False
    compiled: bool = False
    sampling: tuple[tuple[str, str], ...] = ()
    clap: str | None = None

    def __post_init__(self) -> None:
        if self.engine not in LEARNED_ENGINES:
            raise EngineError(
                f"'{self.engine}' is no engine that plays with a model; those are {', '.join(LEARNED_ENGINES)}."
            )
