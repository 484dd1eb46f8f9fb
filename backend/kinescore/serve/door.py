"""Where clients knock: answers every message with exactly one reply, and carries out what the board decides."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import zmq

from kinescore.errors import KinescoreError
from kinescore.serve.admin_desk import AdminDesk
from kinescore.serve.auth import AllowList
from kinescore.serve.board import Board
from kinescore.serve.config import ServeConfig
from kinescore.serve.desk import Desk
from kinescore.serve.errors import StoreError
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    AskToStop,
    Event,
    Forgotten,
    Job,
    Kill,
    Record,
    Restored,
    ShuttingDown,
    Start,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
)
from kinescore.serve.intake import Arrival, Intake
from kinescore.serve.logs import audit
from kinescore.serve.pipe import Compose, Part, StopComposing
from kinescore.serve.pool import Pool
from kinescore.serve.snapshot import Snapshot, Tally
from kinescore.serve.store import Store
from kinescore.wire.admin_messages import AdminCall
from kinescore.wire.codec import AnyReply, UnreadableCall, decode_call, encode_reply
from kinescore.wire.errors import WireError
from kinescore.wire.messages import Failure, Submit

TICK_MILLISECONDS = 200
SWEEP_SECONDS, LOOK_SECONDS = 60.0, 0.5
MESSAGES_PER_TURN = 64
"""After so many messages the workers get their turn, so that no client can starve them."""

log = logging.getLogger(__name__)


class Door:
    """Joins socket, board, store and pool; runs in one thread.

    clients: a bound ROUTER. bell: a PULL that becomes readable when the pool or the intake has something.
    allowed: who is served; None on a server without keys. address: where clients find it. snapshot: how it was a
    moment ago, for other threads.
    """

    def __init__(
        self,
        clients: zmq.Socket[bytes],
        bell: zmq.Socket[bytes],
        store: Store,
        intake: Intake,
        pool: Pool,
        config: ServeConfig,
        allowed: AllowList | None,
        address: str,
    ) -> None:
        self._clients = clients
        self._bell = bell
        self._store = store
        self._intake = intake
        self._pool = pool
        self._config = config
        self._allowed = allowed
        self._board = Board(config.rules)
        self._desk = Desk(self._board, store, intake, config, allowed, self._happen)
        self._admin = AdminDesk(self._board, store, allowed, self._desk.client_of, self._happen)
        self._tally = Tally()
        self._address, self._started_at = address, time.time()
        self._unrecorded: dict[str, Job] = {}
        self._next_sweep = self._next_look = 0.0
        self.snapshot = self._look()

    def run(self, on_ready: Callable[[], None], is_stopping: Callable[[], bool]) -> None:
        """Serve until `is_stopping`, or until it is drained; `on_ready` is called once, with the first worker."""
        poller = zmq.Poller()
        poller.register(self._clients, zmq.POLLIN)
        poller.register(self._bell, zmq.POLLIN)
        self._happen(Restored(self._store.jobs()))
        while not (is_stopping() or self._board.is_drained):
            self._pool.fill(time.monotonic())
            readable = dict(poller.poll(TICK_MILLISECONDS))
            if self._clients in readable:
                self._answer_waiting()
            if self._bell in readable:
                while self._bell.poll(0):
                    self._bell.recv()
                self._take_in_checked()
                if self._take_worker_events():
                    on_ready()
            self._tick()
        self._happen(ShuttingDown())

    def _look(self) -> Snapshot:
        return self._desk.snapshot(self._address, self._started_at, self._pool.ready, self._tally)

    # Clients.

    def _answer_waiting(self) -> None:
        for _ in range(MESSAGES_PER_TURN):
            try:
                peer, *frames = self._clients.recv_multipart(zmq.NOBLOCK, copy=False)
            except zmq.Again:
                return
            self._reply(peer.bytes, *self._reply_to(peer.bytes, frames))

    def _reply(self, peer: bytes, reply: AnyReply | None, call_id: int | None) -> None:
        self._tally.refused_calls += isinstance(reply, Failure)
        if reply is not None:
            self._send([peer, *encode_reply(reply, call_id)])

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

    def _reply_to(self, peer: bytes, frames: list[zmq.Frame]) -> tuple[AnyReply | None, int | None]:
        """Return the reply and the call's id; no reply yet for a request that must be looked through first."""
        call_id = None
        try:
            call, call_id = decode_call([frame.buffer for frame in frames])
            owner = self._owner(frames)
            if isinstance(call, Submit):
                return self._desk.receive(Arrival(peer, call_id, owner, "", call)), call_id
            if isinstance(call, AdminCall):
                return self._admin.obey(call, owner), call_id
            return self._desk.obey(call, owner), call_id
        except UnreadableCall as unreadable:
            return Failure.of(unreadable.error), unreadable.call_id
        except KinescoreError as error:
            return Failure.of(error), call_id
        except Exception:
            log.exception("a call could not be answered")
            return Failure("server_fault", "The server failed at this call.", "Its messages tell why."), call_id

    def _owner(self, frames: list[zmq.Frame]) -> str:
        """Return the client's CURVE key, which the authenticator attached; not what an open peer says of itself.

        A key that has been taken from the list since its client came in is refused here.
        """
        if self._allowed is None:
            return LOCAL_OWNER
        owner = str(frames[0].get("User-Id"))
        if not self._allowed.allows(owner):
            raise WireError(
                "This client's key is no longer on the server's list.", "Ask the server's keeper.", code="not_allowed"
            )
        return owner

    def _take_in_checked(self) -> None:
        for checked in self._intake.take():
            arrival, outcome = checked.arrival, checked.outcome
            reply = self._desk.accept(arrival, outcome) if isinstance(outcome, Path) else Failure.of(outcome)
            self._reply(arrival.peer, reply, arrival.call_id)

    # Workers and time.

    def _take_worker_events(self) -> bool:
        """Return whether these events made the first worker ready."""
        was_ready = bool(self._desk.engines)
        for event in self._pool.take_events(time.monotonic()):
            if isinstance(event, WorkerReady):
                self._desk.engines = event.engines
            self._tally.lost_workers += isinstance(event, WorkerDied)
            self._happen(event)
        return bool(self._desk.engines) and not was_ready

    def _tick(self) -> None:
        now = time.monotonic()
        self._happen(Ticked())
        for job in list(self._unrecorded.values()):
            self._record(job)
        if now >= self._next_look:
            self._next_look = now + LOOK_SECONDS
            self.snapshot = self._look()
        if now >= self._next_sweep:
            self._next_sweep = now + SWEEP_SECONDS
            self._sweep()

    def _sweep(self) -> None:
        """Forget what is over; a disk that fails at it is asked again at the next sweep."""
        config = self._config
        over = self._store.overdue(time.time(), config.keep_seconds, config.quota_bytes, self._desk.room_of)
        if over:
            try:
                self._store.forget(over)
            except StoreError:
                log.exception("%d finished jobs could not be forgotten", len(over))
                return
            log.info("%d finished jobs were forgotten: older than the store keeps them, or beyond its quota", len(over))
            self._happen(Forgotten(tuple(over)))

    # What the board decides.

    def _happen(self, event: Event) -> None:
        self._tally.submitted += isinstance(event, Submitted)
        for action in self._board.handle(event, time.monotonic()):
            self._carry_out(action)

    def _carry_out(self, action: Action) -> None:
        match action:
            case Record(job):
                self._record(job)
                if job.state.is_final and not job.fetched:
                    self._tally.finished[job.state] += 1
                    audit(job.state.value, self._desk.client_of(job.owner), job=job.id)
            case Start(worker, jobs):
                self._pool.order(worker, Compose(tuple(map(self._part, jobs))))
            case AskToStop(worker, job):
                self._pool.order(worker, StopComposing(job))
            case Kill(worker):
                self._pool.kill(worker)

    def _part(self, job: str) -> Part:
        return Part(job, str(self._store.request_path(job)), str(self._store.result_path(job)))

    def _record(self, job: Job) -> None:
        """Journal the job; without room, go on and try later. A kill before that only means to do the job again."""
        try:
            self._store.record(job, time.time())
            self._unrecorded.pop(job.job, None)
        except StoreError as error:
            if job.job not in self._unrecorded:
                log.error("job %s is %s, which could not be journalled: %s", job.job, job.state.value, error)
            self._unrecorded[job.job] = job
