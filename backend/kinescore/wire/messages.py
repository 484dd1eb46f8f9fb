"""The messages: calls from client to server, and the one reply that each gets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import Enum

from kinescore.errors import KinescoreError, RequestError
from kinescore.request import SoundtrackRequest
from kinescore.wire.encoded_request import MAX_ARRAY_BYTES, MAX_HEADER_BYTES, EncodedRequest
from kinescore.wire.errors import Busy, WireError, error_for

PROTOCOL = 1
MAX_CHUNK_BYTES = 1024 * 1024


class JobState(Enum):
    """Where a job is; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether the job will never change again."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class Priority(Enum):
    """How soon a job starts, beside others that wait."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for the lowest."""
        return list(Priority).index(self)


@dataclass(frozen=True)
class Failure:
    """Why something was refused or failed. retry_after_seconds is given with code "busy" only."""

    code: str
    sentence: str
    remedy: str = ""
    retry_after_seconds: float | None = None

    @classmethod
    def of(cls, error: KinescoreError) -> Failure:
        """Describe `error`."""
        return cls(error.code, error.sentence, error.remedy, getattr(error, "retry_after_seconds", None))

    def error(self) -> KinescoreError:
        """Return the error to raise."""
        if self.retry_after_seconds is not None:
            return Busy(self.sentence, self.retry_after_seconds)
        return error_for(self.code, self.sentence, self.remedy)


@dataclass(frozen=True)
class Hello:
    """Who are you?"""


@dataclass(frozen=True)
class Submit:
    """Do this job. `job` is a uuid4 made by the client; `digest` says what the request's digest was there. Sending the
    same job again is harmless; the same id with another digest is a conflict. priority: older servers know none, so
    it is sent only where it is not NORMAL."""

    job: str
    digest: str
    request: EncodedRequest
    priority: Priority = Priority.NORMAL

    def __post_init__(self) -> None:
        require_job_id(self.job)

    @classmethod
    def of(cls, request: SoundtrackRequest, job: str, priority: Priority = Priority.NORMAL) -> Submit:
        """Encode `request`. Raises MotionError for motion longer than a message may be."""
        encoded = EncodedRequest.of(request)
        return cls(job, encoded.digest, encoded, priority)


@dataclass(frozen=True)
class AskStatus:
    """How is this job?"""

    job: str

    def __post_init__(self) -> None:
        require_job_id(self.job)


@dataclass(frozen=True)
class Fetch:
    """Give me `length` bytes of the finished Take archive from `offset`; the last piece is shorter."""

    job: str
    offset: int
    length: int

    def __post_init__(self) -> None:
        require_job_id(self.job)
        if not 0 <= self.offset < 2**53:
            raise WireError(f"The fetch starts at byte {self.offset}; 0 or more is accepted.")
        if not 1 <= self.length <= MAX_CHUNK_BYTES:
            raise WireError(f"The fetch asks for {self.length} bytes; 1 to {MAX_CHUNK_BYTES} are accepted.")


@dataclass(frozen=True)
class Cancel:
    """Stop this job. The reply says how it stands now; it has stopped when its state is final."""

    job: str

    def __post_init__(self) -> None:
        require_job_id(self.job)


@dataclass(frozen=True)
class ListJobs:
    """Which jobs of mine do you have?"""


@dataclass(frozen=True)
class AskMachine:
    """What do you run on, and how busy are you? Servers of version 0.1 do not know this call."""


@dataclass(frozen=True)
class EngineInfo:
    """An engine that the server can run, and the licence of what it makes."""

    name: str
    licence: str


@dataclass(frozen=True)
class Limits:
    """The most that the server accepts: bytes per part of a message, and unfinished jobs."""

    header_bytes: int = MAX_HEADER_BYTES
    array_bytes: int = MAX_ARRAY_BYTES
    chunk_bytes: int = MAX_CHUNK_BYTES
    jobs: int = 64
    jobs_per_client: int = 8


@dataclass(frozen=True)
class Welcome:
    """Reply to Hello. engines is empty until the first worker has started."""

    server_version: str
    limits: Limits
    engines: tuple[EngineInfo, ...]
    workers: int


@dataclass(frozen=True)
class Gpu:
    """A graphics card of the server, with its memory in bytes as it was a few seconds ago."""

    name: str
    free_bytes: int
    total_bytes: int


@dataclass(frozen=True)
class Machine:
    """Reply to AskMachine. gpus: NVIDIA's. free_memory_bytes: of main memory, None where unknown. queued, running: jobs
    of all clients."""

    gpus: tuple[Gpu, ...]
    free_memory_bytes: int | None
    queued: int
    running: int


@dataclass(frozen=True)
class JobStatus:
    """Reply to Submit, AskStatus and Cancel.

    phase and fraction 0..1 are the engine's. queue_position: jobs ahead of a queued one. eta_seconds: until it is done,
    None while unknown. failure: why a failed job failed.
    """

    job: str
    state: JobState
    phase: str = ""
    fraction: float = 0.0
    queue_position: int | None = None
    eta_seconds: float | None = None
    failure: Failure | None = None


@dataclass(frozen=True)
class JobList:
    """Reply to ListJobs, oldest first."""

    jobs: tuple[JobStatus, ...]


@dataclass(frozen=True)
class Chunk:
    """Reply to Fetch; the bytes themselves are the message's second frame. total and sha256 are the whole archive's."""

    job: str
    offset: int
    total: int
    sha256: str
    data: bytes


Call = Hello | Submit | AskStatus | Fetch | Cancel | ListJobs | AskMachine
Reply = Welcome | JobStatus | JobList | Chunk | Machine | Failure


def new_job_id() -> str:
    """Return an id that no other job has."""
    return str(uuid.uuid4())


def require_job_name(name: str) -> None:
    """Raise RequestError unless `name` is a uuid, as servers name jobs."""
    try:
        accepted = str(uuid.UUID(name)) == name
    except ValueError:
        accepted = False
    if not accepted:
        raise RequestError(f"The job's name is '{name[:40]}'; it must be a uuid, as `kinescore admin jobs` lists them.")


def require_job_id(job: str) -> None:
    """Raise RequestError unless `job` is a uuid4 in its usual form (it also names files, so nothing else passes)."""
    try:
        accepted = str(uuid.UUID(job)) == job and uuid.UUID(job).version == 4
    except ValueError:
        accepted = False
    if not accepted:
        raise RequestError(
            f"The job id is '{job[:40]}'; it must be a uuid4 such as '{uuid.UUID(int=4 << 76 | 2 << 62)}'."
        )
