"""The client: asks one Kinescore server, and keeps asking through lost messages, lost connections and restarts."""

from __future__ import annotations

import hashlib
import io
import math
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import IO, TypeVar

import zmq

from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.wire.address import Address
from kinescore.wire.codec import AnyCall, AnyReply, decode_reply, encode_call
from kinescore.wire.errors import ServerUnreachable, WireError
from kinescore.wire.keys import ClientKeys
from kinescore.wire.messages import (
    AskMachine,
    AskStatus,
    Cancel,
    Chunk,
    Failure,
    Fetch,
    Hello,
    JobList,
    JobStatus,
    ListJobs,
    Machine,
    Priority,
    Submit,
    Welcome,
    new_job_id,
)

REPLY_SECONDS = 5.0
"""Without a reply for this long, the message is taken for lost and sent again over a new connection."""
SLOW_LINK_BYTES_PER_SECOND = 256 * 1024
"""Large messages get that much longer: a new connection before the upload is through would never end."""
PATIENCE_SECONDS = 30.0
PULSE_SECONDS = 0.1
BACK_OFF_SECONDS = (0.1, 2.0)
FETCH_BYTES = 256 * 1024
MAX_REPLY_BYTES = 2 * 1024 * 1024
MAX_ARCHIVE_BYTES = 64 * 1024**3

Answer = TypeVar("Answer", bound=AnyReply)
Pulse = Callable[[], None]
"""Called about ten times a second while waiting; what it raises ends the wait."""


def no_pulse() -> None:
    """A pulse that does nothing."""


class Client:
    """A connection to one server. Any thread may use it, one at a time; `close` it or use it in a `with`.

    Every method raises ServerUnreachable when nothing answers for `patience_seconds`, ProtocolMismatch for a server of
    another version, and the server's own refusals as KinescoreError (WireError for those of the wire).
    """

    def __init__(
        self,
        address: str,
        keys: ClientKeys | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
        reply_seconds: float = REPLY_SECONDS,
    ) -> None:
        self.address = str(Address.parse(address))
        self.patience_seconds = patience_seconds
        self.reply_seconds = reply_seconds
        self._keys = keys
        self._context = zmq.Context()
        self._socket = self._connect()
        self._last_id = 0
        self._answer_due: float | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drop the connection; unsent messages are lost. The server keeps the jobs."""
        with self._turn:
            self._context.destroy(linger=0)

    @property
    def silent_seconds(self) -> float:
        """How long the answer to the call under way has been due; 0 while none is. Any thread may look."""
        due = self._answer_due
        return 0.0 if due is None else max(0.0, time.monotonic() - due)

    def hello(self, pulse: Pulse = no_pulse) -> Welcome:
        """Ask the server who it is; gives up after one unanswered try, since this is how one finds out."""
        return self.ask(Hello(), Welcome, patience_seconds=0.0, pulse=pulse)

    def submit(
        self,
        request: SoundtrackRequest,
        job: str | None = None,
        pulse: Pulse = no_pulse,
        priority: Priority = Priority.NORMAL,
    ) -> JobStatus:
        """Send a request and return the new job's status, with its id. Submitting an id again is harmless.

        Raises Busy when the queue is full, MotionError for motion that is too long to send.
        """
        return self.ask(Submit.of(request, job or new_job_id(), priority), JobStatus, pulse=pulse)

    def status(self, job: str, pulse: Pulse = no_pulse) -> JobStatus:
        """Return how the job is. Raises WireError, code "unknown_job"."""
        return self.ask(AskStatus(job), JobStatus, pulse=pulse)

    def cancel(self, job: str) -> JobStatus:
        """Ask the server to stop the job; a job that is done stays done. It has stopped when its state is final.

        Gives up after one unanswered try, since someone waits to be rid of it.
        """
        return self.ask(Cancel(job), JobStatus, patience_seconds=0.0)

    def jobs(self) -> tuple[JobStatus, ...]:
        """Return this client's newest jobs, oldest first."""
        return self.ask(ListJobs(), JobList).jobs

    def machine(self) -> Machine | None:
        """Return what the server runs on and how busy it is; None from a server too old to say."""
        try:
            return self.ask(AskMachine(), Machine, patience_seconds=0.0)
        except WireError as error:
            if error.code != WireError.code:
                raise
            return None

    def fetch(self, job: str, report: Report = silent) -> bytes:
        """Download the finished job's Take archive as `fetch_into` does, and return it."""
        archive = io.BytesIO()
        self.fetch_into(archive, job, report)
        return archive.getvalue()

    def fetch_into(
        self, file: IO[bytes], job: str, report: Report = silent, most_bytes: int = MAX_ARCHIVE_BYTES
    ) -> None:
        """Download the finished job's Take archive into an empty file, piece by piece, and check its SHA-256.

        Raises WireError: code "not_ready" before the job is done, "damaged" if the bytes are not what the server made,
        and for an archive of more than `most_bytes`, before it is downloaded; OSError where the file's disk is full.
        """
        report("downloading", 0.0)
        first = chunk = self._fetch_piece(job, 0, partial(report, "downloading", 0.0))
        if first.total > most_bytes:
            raise WireError(f"The result has {first.total} bytes; at most {most_bytes} are accepted.")
        digest, done = hashlib.sha256(), 0
        while True:
            file.write(chunk.data)
            digest.update(chunk.data)
            done += len(chunk.data)
            fraction = done / first.total
            report("downloading", fraction)
            if done >= first.total:
                break
            chunk = self._fetch_piece(job, done, partial(report, "downloading", fraction))
        if digest.hexdigest() != first.sha256:
            raise WireError("The result was damaged on the way.", "Fetch the job again.", code="damaged")

    def ask(
        self,
        call: AnyCall,
        expected: type[Answer],
        patience_seconds: float | None = None,
        pulse: Pulse = no_pulse,
    ) -> Answer:
        """Send `call` until it is answered, and return the answer; a refusal is raised."""
        patience = self.patience_seconds if patience_seconds is None else patience_seconds
        with self._turn:
            self._last_id += 1
            frames = encode_call(call, self._last_id)
            self._answer_due = time.monotonic() + _upload_seconds(frames)
            try:
                reply = self._ask_until_answered(frames, patience, pulse)
            finally:
                self._answer_due = None
        if isinstance(reply, Failure):
            raise reply.error()
        if not isinstance(reply, expected):
            raise WireError(f"The server answered a {type(call).__name__} with a {type(reply).__name__}.")
        return reply

    def _ask_until_answered(
        self, frames: Sequence[bytes | memoryview], patience_seconds: float, pulse: Pulse
    ) -> AnyReply:
        give_up = time.monotonic() + patience_seconds
        pause = BACK_OFF_SECONDS[0]
        while True:
            reply = self._ask_once(frames, pulse)
            if reply is not None:
                return reply
            self._socket.close(linger=0)
            self._socket = self._connect()
            if time.monotonic() >= give_up:
                raise ServerUnreachable(self.address)
            _wait(pause, pulse)
            pause = min(2 * pause, BACK_OFF_SECONDS[1])

    def _ask_once(self, frames: Sequence[bytes | memoryview], pulse: Pulse) -> AnyReply | None:
        """Send `frames` and return the reply with the last id; None if there is none in time."""
        deadline = time.monotonic() + self.reply_seconds + _upload_seconds(frames)
        self._socket.send_multipart(frames, copy=False)
        while (left := deadline - time.monotonic()) > 0:
            if self._socket.poll(math.ceil(1000 * min(left, PULSE_SECONDS))):
                reply, answered = decode_reply(self._socket.recv_multipart())
                if answered in (self._last_id, None):
                    return reply  # any other is the late answer to a call that was sent twice
            else:
                pulse()
        return None

    def _connect(self) -> zmq.Socket[bytes]:
        socket = self._context.socket(zmq.DEALER)
        socket.linger = 0
        socket.maxmsgsize = MAX_REPLY_BYTES
        socket.heartbeat_ivl, socket.heartbeat_timeout = 2000, 6000
        socket.reconnect_ivl, socket.reconnect_ivl_max = 100, 2000
        socket.ipv6 = Address.parse(self.address).is_ipv6
        if self._keys is not None:
            socket.curve_publickey = self._keys.own.public.encode()
            socket.curve_secretkey = self._keys.own.secret.encode()
            socket.curve_serverkey = self._keys.server_public.encode()
        socket.connect(self.address)
        return socket

    def _fetch_piece(self, job: str, offset: int, pulse: Pulse) -> Chunk:
        chunk = self.ask(Fetch(job, offset, FETCH_BYTES), Chunk, pulse=pulse)
        if chunk.offset != offset or not 0 < len(chunk.data) <= FETCH_BYTES:
            raise WireError(f"The server sent byte {chunk.offset} of the result when asked for byte {offset}.")
        return chunk


def _upload_seconds(frames: Sequence[bytes | memoryview]) -> float:
    return sum(map(len, frames)) / SLOW_LINK_BYTES_PER_SECOND


def _wait(seconds: float, pulse: Pulse) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, PULSE_SECONDS))
        pulse()
