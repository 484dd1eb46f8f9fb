"""A job as board and store know it."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.wire.messages import Failure, JobState

LOCAL_OWNER = "local"
"""Owner of every job on a server without keys, which only this machine can reach."""


@dataclass(frozen=True)
class Job:
    """owner: the client's CURVE public key, or LOCAL_OWNER. sequence: place in the order of arrival. losses: workers
    that were lost while doing it. size, sha256: of the result's archive, once done."""

    job: str
    owner: str
    digest: str
    sequence: int
    state: JobState = JobState.QUEUED
    losses: int = 0
    failure: Failure | None = None
    size: int = 0
    sha256: str = ""
