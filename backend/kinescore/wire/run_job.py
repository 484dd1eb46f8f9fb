"""One job from request to Take: submit, follow, download; stop when told to."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from kinescore.errors import Cancelled, KinescoreError
from kinescore.files.strict_json import FormatError
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.stored import MORE_ROOM
from kinescore.take import Take
from kinescore.wire.client import MAX_ARCHIVE_BYTES, Client
from kinescore.wire.errors import Busy, JobCancelled, ServerLost, ServerUnreachable, WireError
from kinescore.wire.messages import JobState, JobStatus, Priority, Submit, new_job_id
from kinescore.wire.take_archive import read_take
from kinescore.wire.take_bounds import fitting, most_bytes

POLL_SECONDS = 0.2
SILENCE_SECONDS = 1.5
"""From then on the user is told that the server does not answer; it is asked again all the same. A window that needs a
second for every redraw shows it two redraws later."""
COMPOSING_SHARE = 0.95
"""Part of the progress bar for the server's work; the download gets the rest."""
MOST_IN_MEMORY_BYTES = 2**26
"""Larger results are downloaded into a temporary file."""

NO_PRIORITIES = "The server is of an older version and knows no priorities: the job waited among all others."

OnStatus = Callable[[JobStatus], None]


def no_status(status: JobStatus) -> None:
    """A status that nobody reads."""


def run_job(
    client: Client,
    request: SoundtrackRequest,
    report: Report = silent,
    on_status: OnStatus = no_status,
    job: str | None = None,
    priority: Priority = Priority.NORMAL,
) -> Take:
    """Have the server compose `request` and return the Take.

    report(phase, fraction) hears "sending", "queued (2 ahead)", the engine's phases and "downloading", and while the
    server owes an answer for SILENCE_SECONDS or more "no answer from ADDRESS for 2 s"; if it raises
    Cancelled, the job is cancelled on the server before Cancelled goes on. on_status gets every status, with job id and
    ETA: keep the id to `resume_job` after a crash. `job` may name the id to use (`new_job_id()`). A server that is too
    old for a `priority` is sent the job without one, and the Take's notes say so.

    Raises ServerUnreachable before anything is sent, ServerLost when the server goes away for long, and every failure
    of the job as the KinescoreError that it would have raised here; ArchiveError for an answer that is no take of this
    length. A full queue is waited for.
    """
    job = job or new_job_id()
    progress = _Progress(client, report, on_status)
    progress.say("connecting", 0.0)
    client.hello(pulse=progress.repeat)
    with _stopped_on_cancel(client, job), _lost_rather_than_unreachable(client, job):
        progress.say("sending", 0.0)
        status, notes = _submit_when_there_is_room(client, Submit.of(request, job, priority), progress)
        on_status(status)
        take = fitting(_follow(client, job, progress, most_bytes(request)), request.music_seconds)
        return replace(take, notes=(*notes, *take.notes)) if notes else take


def resume_job(client: Client, job: str, report: Report = silent, on_status: OnStatus = no_status) -> Take:
    """Follow a job that was submitted before, perhaps by a program that crashed, and return its Take.

    What was asked for is not known here, so the take is held to the length of its own sound. Raises as `run_job` does,
    and WireError with code "unknown_job" if the server no longer has it.
    """
    progress = _Progress(client, report, on_status)
    progress.say("connecting", 0.0)
    client.hello(pulse=progress.repeat)
    with _stopped_on_cancel(client, job), _lost_rather_than_unreachable(client, job):
        take = _follow(client, job, progress, MAX_ARCHIVE_BYTES)
        return fitting(take, take.audio.seconds)


class _Progress:
    """Remembers what was last reported, to repeat it while waiting: `report` is also how we are stopped."""

    def __init__(self, client: Client, report: Report, on_status: OnStatus) -> None:
        self._client = client
        self._report = report
        self._last = ("connecting", 0.0)
        self.on_status = on_status

    def say(self, phase: str, fraction: float) -> None:
        self._last = (phase, fraction)
        self._report(phase, fraction)

    def repeat(self) -> None:
        phase, fraction = self._last
        if (silence := self._client.silent_seconds) >= SILENCE_SECONDS:
            phase = f"no answer from {self._client.address} for {silence:.0f} s"
        self._report(phase, fraction)

    def say_status(self, status: JobStatus) -> None:
        self.on_status(status)
        if status.state is JobState.QUEUED:
            self.say(f"queued ({status.queue_position} ahead)", 0.0)
        elif status.state is JobState.RUNNING:
            self.say(status.phase, COMPOSING_SHARE * status.fraction)

    def say_download(self, phase: str, fraction: float) -> None:
        self.say(phase, COMPOSING_SHARE + (1 - COMPOSING_SHARE) * fraction)


def _submit_when_there_is_room(client: Client, call: Submit, progress: _Progress) -> tuple[JobStatus, tuple[str, ...]]:
    notes: tuple[str, ...] = ()
    while True:
        try:
            return client.ask(call, JobStatus, pulse=progress.repeat), notes
        except Busy as busy:
            progress.say("waiting for room in the server's queue", 0.0)
            _sleep(busy.retry_after_seconds, progress)
        except WireError as error:
            is_refused = error.code == FormatError.code and "'priority'" in error.sentence
            if call.priority is Priority.NORMAL or not is_refused:
                raise
            call, notes = replace(call, priority=Priority.NORMAL), (NO_PRIORITIES,)


def _follow(client: Client, job: str, progress: _Progress, most_bytes: int) -> Take:
    while not (status := client.status(job, pulse=progress.repeat)).state.is_final:
        progress.say_status(status)
        _sleep(POLL_SECONDS, progress)
    progress.on_status(status)
    if status.failure is not None:
        raise status.failure.error()
    if status.state is JobState.CANCELLED:
        raise JobCancelled
    archive = tempfile.SpooledTemporaryFile(MOST_IN_MEMORY_BYTES)  # noqa: SIM115  the take reads its sound from it
    try:
        client.fetch_into(archive, job, progress.say_download, most_bytes)
    except OSError as error:
        raise KinescoreError(f"The music cannot be kept while it comes: {error.strerror}.", MORE_ROOM) from error
    return read_take(archive, progress.repeat)


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
