"""Every job that the server knows, by its own name for it and by its owner's."""

from __future__ import annotations

import uuid
from itertools import islice

from kinescore.serve.events import LOCAL_OWNER, Job
from kinescore.wire.errors import WireError

LISTED_JOBS = 100


class Jobs:
    """A pure data structure, in order of arrival."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._names: dict[tuple[str, str], str] = {}  # (owner, id): the job's name here

    def __getitem__(self, name: str) -> Job:
        return self._jobs[name]

    def put(self, job: Job) -> None:
        """Know the job as it is now."""
        self._jobs[job.job] = job
        self._names[job.owner, job.id] = job.job

    def forget(self, name: str) -> None:
        """Know it no more."""
        over = self._jobs.pop(name)
        del self._names[over.owner, over.id]

    def sent_as(self, owner: str, job_id: str) -> Job | None:
        """Return what its owner calls by this id; None where there is no such job."""
        name = self._names.get((owner, job_id))
        return None if name is None else self._jobs[name]

    def find(self, owner: str, job_id: str) -> Job:
        """Return the owner's job. Raises WireError, code "unknown_job", also for jobs of others."""
        job = self.sent_as(owner, job_id)
        if job is None:
            raise WireError(
                f"The server does not know job {job_id}: it was never sent, or its result has expired.",
                "Generate again.",
                code="unknown_job",
            )
        return job

    def named(self, name: str) -> Job:
        """Return the job by the server's own name for it, whose ever it is. Raises WireError, code "unknown_job"."""
        if name not in self._jobs:
            raise WireError(f"There is no job {name}.", "`kinescore admin jobs` lists them.", code="unknown_job")
        return self._jobs[name]

    def of(self, owner: str) -> tuple[Job, ...]:
        """Return the owner's newest jobs, oldest first."""
        return tuple([job for job in self._jobs.values() if job.owner == owner][-LISTED_JOBS:])

    def latest(self, number: int) -> tuple[Job, ...]:
        """Return the newest jobs of all owners, newest first."""
        return tuple(islice(reversed(self._jobs.values()), number))


def name_of(owner: str, job_id: str) -> str:
    """Return the server's name for a new job. Owners' ids are apart from each other, so that nobody learns by a
    conflict which ids others use."""
    return job_id if owner == LOCAL_OWNER else str(uuid.uuid5(uuid.NAMESPACE_OID, f"{owner} {job_id}"))
