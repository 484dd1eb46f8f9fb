"""A job, what happens to jobs and workers, and what the board then wants done."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.wire.messages import EngineInfo, Failure, JobState, Priority

LOCAL_OWNER = "local"
"""Owner of every job on a server without keys, which only this machine can reach."""


@dataclass(frozen=True)
class Job:
    """job: the server's own name for it, and that of its files. id: what its owner calls it; two owners may both use
    one. owner: the client's CURVE public key, or LOCAL_OWNER. sequence: place in the order of arrival. losses: workers
    that were lost while doing it. size, sha256: of the result's archive, once done. cancel_asked: its owner was told
    that it ends, though its worker has not stopped yet. fetched: its owner has the whole result. priority: what its
    owner's quota grants."""

    job: str
    id: str
    owner: str
    digest: str
    sequence: int
    state: JobState = JobState.QUEUED
    losses: int = 0
    failure: Failure | None = None
    size: int = 0
    sha256: str = ""
    cancel_asked: bool = False
    fetched: bool = False
    priority: Priority = Priority.NORMAL
    engine: str = ""


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
class DrainAsked:
    """No more jobs are to be started; the server ends with the last that runs."""


@dataclass(frozen=True)
class Fetched:
    """Its owner has read the result to its end."""

    job: str


@dataclass(frozen=True)
class Ticked:
    """Time has passed."""


@dataclass(frozen=True)
class Forgotten:
    """The time or room of these finished jobs is over, and the store holds them no more."""

    jobs: tuple[str, ...]


@dataclass(frozen=True)
class ShuttingDown:
    """The server ends in good order: what runs is to be queued again, and that is nobody's fault."""


@dataclass(frozen=True)
class WorkerReady:
    """A worker has started and can do a first job."""

    worker: str
    engines: tuple[EngineInfo, ...]


@dataclass(frozen=True)
class WorkerUnfit:
    """A worker could not load a model that it is to play with; it ends."""

    worker: str
    failure: Failure


@dataclass(frozen=True)
class Reported:
    """A worker has taken a step with a job of its own; fraction 0..1."""

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
    """The worker's process has ended; `reason` continues the sentence "the worker ...". from_outside: by a signal that
    the server has not sent: somebody's, or the kernel's when memory is short."""

    worker: str
    reason: str
    from_outside: bool = False


WorkerEvent = WorkerReady | WorkerUnfit | Reported | Finished | Failed | Stopped | WorkerDied
Event = Restored | Submitted | CancelAsked | DrainAsked | Fetched | Ticked | Forgotten | ShuttingDown | WorkerEvent


@dataclass(frozen=True)
class Start:
    """Let the worker do these jobs, side by side where there are several."""

    worker: str
    jobs: tuple[str, ...]


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


Action = Start | AskToStop | Kill | Record
