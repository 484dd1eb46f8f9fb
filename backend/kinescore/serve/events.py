"""What happens to the board, and what the board wants done.

Reports from workers and orders to workers also travel through a pipe, as lines of strict JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinescore.files.strict_json import dump, from_plain, parse, to_plain
from kinescore.serve.job import Job
from kinescore.wire.messages import EngineInfo, Failure


@dataclass(frozen=True)
class Restored:
    """The server starts; these jobs were in the journal, in order of arrival."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True)
class Submitted:
    """A new job was journalled."""

    job: Job


@dataclass(frozen=True)
class CancelAsked:
    """Its owner wants the job stopped."""

    job: str


@dataclass(frozen=True)
class Ticked:
    """Time has passed."""


@dataclass(frozen=True)
class Forgotten:
    """A finished job's time or room is over."""

    job: str


@dataclass(frozen=True)
class ShuttingDown:
    """The server ends in good order: what runs is to be queued again, and that is nobody's fault."""


@dataclass(frozen=True)
class WorkerReady:
    """A worker has started and can do a first job."""

    worker: str
    engines: tuple[EngineInfo, ...]


@dataclass(frozen=True)
class Reported:
    """A worker has taken a step; fraction 0..1."""

    worker: str
    job: str
    phase: str
    fraction: float


@dataclass(frozen=True)
class Finished:
    """A worker has written the result, `size` bytes with that SHA-256."""

    worker: str
    job: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Failed:
    """The job cannot be done; the worker is fine."""

    worker: str
    job: str
    failure: Failure


@dataclass(frozen=True)
class Stopped:
    """The worker dropped the job because it was told to."""

    worker: str
    job: str


@dataclass(frozen=True)
class WorkerDied:
    """The worker's process has ended; `reason` continues the sentence "the worker ..."."""

    worker: str
    reason: str


WorkerEvent = WorkerReady | Reported | Finished | Failed | Stopped | WorkerDied
Event = Restored | Submitted | CancelAsked | Ticked | Forgotten | ShuttingDown | WorkerEvent


@dataclass(frozen=True)
class Start:
    """Let the worker do the job."""

    worker: str
    job: str


@dataclass(frozen=True)
class AskToStop:
    """Raise the flag that the worker looks at in every step."""

    worker: str
    job: str


@dataclass(frozen=True)
class Kill:
    """End the worker's process."""

    worker: str


@dataclass(frozen=True)
class Record:
    """Journal the job as it is now."""

    job: Job


@dataclass(frozen=True)
class Remove:
    """Delete the job and its files."""

    job: str


Action = Start | AskToStop | Kill | Record | Remove


@dataclass(frozen=True)
class Compose:
    """Order to a worker: read the request there, write the Take archive here."""

    job: str
    request_path: str
    result_path: str


@dataclass(frozen=True)
class StopComposing:
    """Order to a worker: drop this job at the next step."""

    job: str


FROM_WORKER = {kind.__name__: kind for kind in (WorkerReady, Reported, Finished, Failed, Stopped)}
TO_WORKER = {kind.__name__: kind for kind in (Compose, StopComposing)}


def to_line(message: WorkerEvent | Compose | StopComposing) -> bytes:
    """Return the message for the pipe."""
    return dump([type(message).__name__, to_plain(message)])


def from_line(kinds: Mapping[str, type], line: bytes) -> WorkerEvent | Compose | StopComposing:
    """Return the message of one of `kinds` in `line`. Raises FormatError."""
    name, body = from_plain(tuple[str, Any], parse(line, "pipe message"), "pipe message")
    return from_plain(kinds[name], body, name)
