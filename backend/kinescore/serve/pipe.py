"""What server and worker say to each other through their pipe: lines of strict JSON, a name and a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kinescore.files.strict_json import FormatError, dump, from_plain, parse, to_plain
from kinescore.serve.events import Failed, Finished, Reported, Stopped, WorkerReady, WorkerUnfit


@dataclass(frozen=True)
class Part:
    """One job of an order: read the request there, write the Take archive here."""

    job: str
    request_path: str
    result_path: str


@dataclass(frozen=True)
class Compose:
    """Order to a worker: do these jobs, side by side where there are several; they are for one engine then."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class StopComposing:
    """Order to a worker: drop this job at the next step."""

    job: str


Order = Compose | StopComposing
Told = WorkerReady | WorkerUnfit | Reported | Finished | Failed | Stopped
"""What a worker tells; that it has died is seen, not told."""
Message = TypeVar("Message")

FROM_WORKER: Mapping[str, type[Told]] = {
    kind.__name__: kind for kind in (WorkerReady, WorkerUnfit, Reported, Finished, Failed, Stopped)
}
TO_WORKER: Mapping[str, type[Order]] = {kind.__name__: kind for kind in (Compose, StopComposing)}


def to_line(message: Told | Order) -> bytes:
    """Return the message for the pipe."""
    return dump([type(message).__name__, to_plain(message)])


def from_line(kinds: Mapping[str, type[Message]], line: bytes) -> Message:
    """Return the message of one of `kinds` in `line`. Raises FormatError."""
    name, body = from_plain(tuple[str, Any], parse(line, "pipe message"), "pipe message")
    if name not in kinds:
        raise FormatError(f"There is no pipe message '{name}'; known are {', '.join(kinds)}.")
    message: Message = from_plain(kinds[name], body, name)
    return message
