"""How the server is at one moment: what the status page, the metrics and the health check tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kinescore.wire.messages import EngineInfo, Gpu, JobState, Priority

LATEST_JOBS = 20


@dataclass(frozen=True)
class JobLine:
    """One of the latest jobs. id: its first eight digits. client: its name on the list of keys, or "this machine"."""

    id: str
    client: str
    state: JobState
    phase: str
    fraction: float
    priority: Priority


@dataclass(frozen=True)
class Snapshot:
    """started_at, at: s since 1970. workers: how many there are to be; ready: that could play. finished: jobs by the
    state they ended in, since the start. free_memory_bytes: None where unknown. jobs: the latest, newest first."""

    version: str
    address: str
    started_at: float
    at: float
    workers: int
    ready: int
    engines: tuple[EngineInfo, ...]
    queued: int
    running: int
    finished: Mapping[JobState, int]
    submitted: int
    lost_workers: int
    refused_calls: int
    unfetched_bytes: int
    quota_bytes: int
    gpus: tuple[Gpu, ...]
    free_memory_bytes: int | None
    jobs: tuple[JobLine, ...]

    @property
    def is_healthy(self) -> bool:
        """Whether a job that is sent now would be played."""
        return self.ready > 0


@dataclass
class Tally:
    """What has happened since the start."""

    finished: Counter[JobState] = field(default_factory=Counter)
    submitted: int = 0
    lost_workers: int = 0
    refused_calls: int = 0
