"""One job from request to Take: submit, follow, download; stop when told to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kinescore.errors import Cancelled
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from kinescore.wire.client import Client
from kinescore.wire.errors import Busy, JobCancelled, ServerLost, ServerUnreachable, WireError
from kinescore.wire.messages import JobState, JobStatus, Submit, new_job_id
from kinescore.wire.take_archive import take_from_bytes

POLL_SECONDS = 0.2
COMPOSING_SHARE = 0.95
"""Part of the progress bar for the server's work; the download gets the rest."""

OnStatus = Callable[[JobStatus], None]


def no_status(status: JobStatus) -> None:
    """A status that nobody reads."""


def run_job(
    client: Client,
    request: SoundtrackRequest,
    report: Report = silent,
    on_status: OnStatus = no_status,
    job: str | None = None,
) -> Take:
    """Have the server compose `request` and return the Take.

    report(phase, fraction) hears "sending", "queued (2 ahead)", the engine's phases and "downloading"; if it raises
    Cancelled, the job is cancelled on the server before Cancelled goes on. on_status gets every status, with job id and
    ETA: keep the id to `resume_job` after a crash. `job` may name the id to use (`new_job_id()`).

    Raises ServerUnreachable before anything is sent, ServerLost when the server goes away for long, and every failure
    of the job as the KinescoreError that it would have raised here. A full queue is waited for.
    """
    job = job or new_job_id()
    progress = _Progress(report, on_status)
    progress.say("connecting", 0.0)
    client.hello(pulse=progress.repeat)
    with _stopped_on_cancel(client, job), _lost_rather_than_unreachable(client, job):
        progress.say("sending", 0.0)
        on_status(_submit_when_there_is_room(client, Submit.of(request, job), progress))
        return _follow(client, job, progress)


def resume_job(client: Client, job: str, report: Report = silent, on_status: OnStatus = no_status) -> Take:
    """Follow a job that was submitted before, perhaps by a program that crashed, and return its Take.

    Raises as `run_job` does, and WireError with code "unknown_job" if the server no longer has it.
    """
    progress = _Progress(report, on_status)
    progress.say("connecting", 0.0)
    client.hello(pulse=progress.repeat)
    with _stopped_on_cancel(client, job), _lost_rather_than_unreachable(client, job):
        return _follow(client, job, progress)


class _Progress:
    """Remembers what was last reported, to repeat it while waiting: `report` is also how we are stopped."""

    def __init__(self, report: Report, on_status: OnStatus) -> None:
        self._report = report
        self._last = ("connecting", 0.0)
        self.on_status = on_status

    def say(self, phase: str, fraction: float) -> None:
        self._last = (phase, fraction)
        self._report(phase, fraction)

    def repeat(self) -> None:
        self._report(*self._last)

    def say_status(self, status: JobStatus) -> None:
        self.on_status(status)
        if status.state is JobState.QUEUED:
            self.say(f"queued ({status.queue_position} ahead)", 0.0)
        elif status.state is JobState.RUNNING:
            self.say(status.phase, COMPOSING_SHARE * status.fraction)

    def say_download(self, phase: str, fraction: float) -> None:
        self.say(phase, COMPOSING_SHARE + (1 - COMPOSING_SHARE) * fraction)


def _submit_when_there_is_room(client: Client, call: Submit, progress: _Progress) -> JobStatus:
    while True:
        try:
            return client.ask(call, JobStatus, pulse=progress.repeat)
        except Busy as busy:
            progress.say("waiting for room in the server's queue", 0.0)
            _sleep(busy.retry_after_seconds, progress)


def _follow(client: Client, job: str, progress: _Progress) -> Take:
    while not (status := client.status(job, pulse=progress.repeat)).state.is_final:
        progress.say_status(status)
        _sleep(POLL_SECONDS, progress)
    progress.on_status(status)
    if status.failure is not None:
        raise status.failure.error()
    if status.state is JobState.CANCELLED:
        raise JobCancelled
    return take_from_bytes(client.fetch(job, progress.say_download))


def _sleep(seconds: float, progress: _Progress) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, POLL_SECONDS))
        progress.repeat()


@contextmanager
def _stopped_on_cancel(client: Client, job: str) -> Iterator[None]:
    try:
        yield
    except Cancelled:
        try:
            client.cancel(job)
        except WireError as error:
            if error.code not in ("unknown_job", "server_unreachable"):
                raise
        raise


@contextmanager
def _lost_rather_than_unreachable(client: Client, job: str) -> Iterator[None]:
    try:
        yield
    except ServerUnreachable as error:
        raise ServerLost(client.address, job) from error
