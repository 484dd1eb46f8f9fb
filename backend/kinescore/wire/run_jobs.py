"""Several jobs of one run: they wait at the server together, so it may play them side by side or on several workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError
from kinescore.wire.messages import JobStatus, Priority, new_job_id
from kinescore.wire.run_job import OnStatus, no_status, run_job


class JobsTogether:
    """Jobs for `requests`, followed one after another. `ids`: theirs, in the same order."""

    def __init__(self, requests: Sequence[SoundtrackRequest], priority: Priority = Priority.NORMAL) -> None:
        self._requests, self._priority = requests, priority
        self.ids = [new_job_id() for _ in requests]
        self._sent = 0

    def run(self, client: Client, place: int, report: Report = silent, on_status: OnStatus = no_status) -> Take:
        """Return the Take of the job at `place`, as `run_job` does; those after it are sent before it is waited for, as
        many as the server has room for. Where it fails or is cancelled, they are cancelled too."""
        is_first = True

        def follow(status: JobStatus) -> None:
            nonlocal is_first
            if is_first:
                is_first = False
                self._send_ahead(client, place, report)
            on_status(status)

        with self._others_cancelled_on_failure(client, place):
            job, request = self.ids[place], self._requests[place]
            return run_job(client, request, report, follow, job, self._priority)  # to send it again is harmless

    def _send_ahead(self, client: Client, place: int, report: Report) -> None:
        self._sent = max(self._sent, place + 1)
        with suppress(WireError):  # no room, or a server that knows no priorities: `run_job` sees to it in its turn
            for number in range(self._sent, len(self.ids)):
                client.submit(self._requests[number], self.ids[number], lambda: report("sending", 0.0), self._priority)
                self._sent = number + 1

    @contextmanager
    def _others_cancelled_on_failure(self, client: Client, place: int) -> Iterator[None]:
        try:
            yield
        except BaseException:
            with suppress(WireError):
                for job in self.ids[place + 1 : self._sent]:
                    client.cancel(job)
            raise
