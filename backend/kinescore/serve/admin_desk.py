"""What a keeper is answered, over the same wire as everybody else."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from kinescore.errors import counted
from kinescore.serve.auth import AllowList
from kinescore.serve.board import Board
from kinescore.serve.events import CancelAsked, DrainAsked, Event
from kinescore.serve.logs import audit
from kinescore.serve.store import Store
from kinescore.wire.admin_messages import (
    AddClient,
    AdminCall,
    AdminJob,
    AdminReply,
    AllJobs,
    AskAllJobs,
    Backup,
    CancelJob,
    Done,
    Drain,
    Revoke,
)
from kinescore.wire.errors import WireError

LISTED_JOBS = 200


class AdminDesk:
    """allowed: who is served and who may keep; None on a server without keys, which only this machine reaches."""

    def __init__(
        self,
        board: Board,
        store: Store,
        allowed: AllowList | None,
        client_of: Callable[[str], str],
        happen: Callable[[Event], None],
    ) -> None:
        self._board, self._store, self._allowed = board, store, allowed
        self._client_of, self._happen = client_of, happen

    def obey(self, call: AdminCall, owner: str) -> AdminReply:
        """Do it and say so. Raises WireError, code "not_allowed", for a client that is no admin."""
        if self._allowed is not None and not self._allowed.is_admin(owner):
            raise WireError(
                "This client is no admin of the server.",
                "The keeper makes one with `kinescore serve --make-keys DIR --client NAME --admin`.",
                code="not_allowed",
            )
        audit(f"admin: {type(call).__name__}", self._client_of(owner))
        match call:
            case AskAllJobs():
                return AllJobs(tuple(self._jobs()))
            case CancelJob(name):
                self._happen(CancelAsked(self._board.jobs.named(name).job))
                return Done(f"Job {name} is {self._board.jobs.named(name).state.value}, and stops if it runs.")
            case Drain():
                self._happen(DrainAsked())
                queued, running = self._board.load()
                return Done(f"The server ends after {counted(running, 'job')}; {queued} wait for its next start.")
            case Backup():
                folder = self._store.back_up(datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S"))
                return Done(f"The jobs are saved in {folder}.")
            case Revoke(client):
                return self._revoke(client)
            case AddClient(client, public):
                return self._add(client, public)

    def _jobs(self) -> list[AdminJob]:
        now = time.monotonic()
        lines = []
        for job in reversed(self._board.jobs.latest(LISTED_JOBS)):
            status = self._board.status(job, now)
            client = self._client_of(job.owner)
            lines.append(AdminJob(job.job, job.id, client, status.state, status.phase, status.fraction))
        return lines

    def _add(self, client: str, public: str) -> Done:
        self._listed().add(client, public)
        return Done(f"'{client}' may come in.")

    def _listed(self) -> AllowList:
        if self._allowed is None:
            raise WireError(
                "This server has no keys: everybody on its machine may come in, and nobody else.",
                "Make keys with `kinescore serve --make-keys DIR` and start it with `--keys DIR`.",
            )
        return self._allowed

    def _revoke(self, client: str) -> Done:
        owner = self._listed().revoke(client)
        unfinished = [job for job in self._board.jobs.of(owner) if not job.state.is_final]
        for job in unfinished:
            self._happen(CancelAsked(job.job))
        return Done(f"'{client}' is shut out, and {counted(len(unfinished), 'job')} of it cancelled.")
