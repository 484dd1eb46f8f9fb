"""Where clients knock: answers every message with exactly one reply, and carries out what the board decides."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import zmq

from kinescore import __version__
from kinescore.errors import KinescoreError
from kinescore.serve.board import Board
from kinescore.serve.config import ServeConfig
from kinescore.serve.errors import StoreError
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    AskToStop,
    CancelAsked,
    Event,
    Forgotten,
    Job,
    Kill,
    Record,
    Remove,
    Restored,
    ShuttingDown,
    Start,
    Submitted,
    Ticked,
    WorkerReady,
)
from kinescore.serve.pipe import Compose, StopComposing
from kinescore.serve.pool import Pool
from kinescore.serve.store import Store
from kinescore.wire.codec import UnreadableCall, decode_call, encode_reply
from kinescore.wire.errors import WireError
from kinescore.wire.messages import (
    AskStatus,
    Call,
    Cancel,
    Chunk,
    EngineInfo,
    Failure,
    Fetch,
    Hello,
    JobList,
    JobState,
    JobStatus,
    ListJobs,
    Reply,
    Submit,
    Welcome,
)

TICK_MILLISECONDS = 200
SWEEP_SECONDS = 60.0
MESSAGES_PER_TURN = 64
"""After so many messages the workers get their turn, so that no client can starve them."""

log = logging.getLogger(__name__)


class Door:
    """Joins socket, board, store and pool; runs in one thread.

    clients: a bound ROUTER. bell: a PULL that becomes readable when the pool has events.
    """

    def __init__(
        self,
        clients: zmq.Socket[bytes],
        bell: zmq.Socket[bytes],
        store: Store,
        pool: Pool,
        config: ServeConfig,
    ) -> None:
        self._clients = clients
        self._bell = bell
        self._store = store
        self._pool = pool
        self._config = config
        self._board = Board(config.limits, config.step_timeout_seconds, config.stop_grace_seconds)
        self._engines: tuple[EngineInfo, ...] = ()
        self._unrecorded: dict[str, Job] = {}
        self._next_sweep = 0.0

    def run(self, on_ready: Callable[[], None], is_stopping: Callable[[], bool]) -> None:
        """Serve until `is_stopping`; `on_ready` is called once, when the first worker is ready."""
        poller = zmq.Poller()
        poller.register(self._clients, zmq.POLLIN)
        poller.register(self._bell, zmq.POLLIN)
        self._happen(Restored(self._store.jobs()))
        while not is_stopping():
            self._pool.fill(time.monotonic())
            readable = dict(poller.poll(TICK_MILLISECONDS))
            if self._clients in readable:
                self._answer_waiting()
            if self._bell in readable and self._take_worker_events():
                on_ready()
            self._tick()
        self._happen(ShuttingDown())

    # Clients.

    def _answer_waiting(self) -> None:
        for _ in range(MESSAGES_PER_TURN):
            try:
                peer, *frames = self._clients.recv_multipart(zmq.NOBLOCK, copy=False)
            except zmq.Again:
                return
            reply, call_id = self._reply_to(frames)
            self._send([peer.bytes, *encode_reply(reply, call_id)])

    def _send(self, frames: list[bytes]) -> None:
        """Send, or drop what its client does not read or is not there to read: a client that lives asks again."""
        for _ in range(2):
            try:
                self._clients.send_multipart(frames, zmq.NOBLOCK)
                return
            except zmq.Again:
                # libzmq hears late what clients have read, so "full" may be a millisecond old; this makes it listen.
                self._clients.getsockopt(zmq.EVENTS)
            except zmq.ZMQError:
                break
        log.debug("a reply was dropped")

    def _reply_to(self, frames: list[zmq.Frame]) -> tuple[Reply, int | None]:
        call_id = None
        try:
            call, call_id = decode_call([frame.buffer for frame in frames])
            return self._obey(call, self._owner(frames)), call_id
        except UnreadableCall as unreadable:
            return Failure.of(unreadable.error), unreadable.call_id
        except KinescoreError as error:
            return Failure.of(error), call_id
        except Exception:
            log.exception("a call could not be answered")
            return Failure("server_fault", "The server failed at this call.", "Its messages tell why."), call_id

    def _owner(self, frames: list[zmq.Frame]) -> str:
        """Return the client's CURVE key, which the authenticator attached; not what an open peer says of itself."""
        return LOCAL_OWNER if self._config.key_folder is None else str(frames[0].get("User-Id"))

    def _obey(self, call: Call, owner: str) -> Reply:
        now = time.monotonic()
        match call:
            case Hello():
                return Welcome(__version__, self._config.limits, self._engines, self._config.workers)
            case Submit():
                return self._submit(call, owner)
            case AskStatus(job):
                return self._board.status(self._board.find(owner, job), now)
            case Fetch():
                return self._fetch(call, owner)
            case Cancel(job):
                self._happen(CancelAsked(self._board.find(owner, job).job))
                return self._board.status(self._board.find(owner, job), now)
            case ListJobs():
                return JobList(tuple(self._board.status(job, now) for job in self._board.jobs_of(owner)))

    def _submit(self, call: Submit, owner: str) -> JobStatus:
        """Take in a request as it came, the cheapest questions first; nothing is kept that no worker could read."""
        job, is_new = self._board.admit(owner, call.job, call.digest)
        if is_new:
            if call.request.digest != call.digest:
                raise WireError("The request is not what its digest says: it was damaged on the way.", "Send it again.")
            call.request.decode()  # for its refusals
            self._store.add(job, call.request.to_bytes())  # before anyone is told that the job is accepted
            self._happen(Submitted(job))
        return self._board.status(self._board.find(owner, call.job), time.monotonic())

    def _fetch(self, call: Fetch, owner: str) -> Chunk:
        job = self._board.find(owner, call.job)
        if job.state is not JobState.DONE:
            raise WireError(f"Job {job.job} is {job.state.value}; there is no result to fetch.", code="not_ready")
        if call.offset >= job.size:
            raise WireError(f"The result has {job.size} bytes; there is none at {call.offset}.")
        data = self._store.read_result(job.job, call.offset, call.length)
        return Chunk(job.job, call.offset, job.size, job.sha256, data)

    # Workers and time.

    def _take_worker_events(self) -> bool:
        """Return whether these events made the first worker ready."""
        while self._bell.poll(0):
            self._bell.recv()
        was_ready = bool(self._engines)
        for event in self._pool.take_events(time.monotonic()):
            if isinstance(event, WorkerReady):
                self._engines = event.engines
            self._happen(event)
        return bool(self._engines) and not was_ready

    def _tick(self) -> None:
        now = time.monotonic()
        self._happen(Ticked())
        for job in list(self._unrecorded.values()):
            self._record(job)
        if now >= self._next_sweep:
            self._next_sweep = now + SWEEP_SECONDS
            for over in self._store.overdue(time.time(), self._config.keep_seconds, self._config.quota_bytes):
                self._happen(Forgotten(over))

    # What the board decides.

    def _happen(self, event: Event) -> None:
        for action in self._board.handle(event, time.monotonic()):
            self._carry_out(action)

    def _carry_out(self, action: Action) -> None:
        match action:
            case Record(job):
                self._record(job)
            case Start(worker, job):
                request, result = self._store.request_path(job), self._store.result_path(job)
                self._pool.order(worker, Compose(job, str(request), str(result)))
            case AskToStop(worker, job):
                self._pool.order(worker, StopComposing(job))
            case Kill(worker):
                self._pool.kill(worker)
            case Remove(job):
                self._unrecorded.pop(job, None)
                self._store.remove(job)

    def _record(self, job: Job) -> None:
        """Journal the job; without room, go on and try later. A kill before that only means to do the job again."""
        try:
            self._store.record(job, time.time())
            self._unrecorded.pop(job.job, None)
        except StoreError as error:
            if job.job not in self._unrecorded:
                log.error("job %s is %s, which could not be journalled: %s", job.job, job.state.value, error)
            self._unrecorded[job.job] = job
