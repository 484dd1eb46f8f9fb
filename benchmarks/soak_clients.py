"""The clients of a soak: each sends short pieces for the built-in engine, follows them, and checks what comes back."""

from __future__ import annotations

import hashlib
import io
import random
import threading
import time
from dataclasses import dataclass, field

from kinescore.engines.composer import compose
from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.errors import Busy
from kinescore.wire.messages import Cancel, Chunk, Fetch, JobState, JobStatus, new_job_id
from kinescore.wire.take_archive import write_take
from tests.wire.motions import wandering

PROMPTS = ("joyful house with piano", "slow sad waltz", "chiptune chase", "")
AT_ONCE = 3
CANCEL_EVERY = 12
POLL_SECONDS = 0.25


@dataclass(frozen=True)
class Piece:
    """sha256: of the archive that this very request is composed to in the soak's own process."""

    request: SoundtrackRequest
    sha256: str


@dataclass
class Ledger:
    """What all clients together have seen. sent: the piece of each job. owners: the name of the client that sent it.
    ends: its final state as first told. cancelled: whose end was asked for. given_up: failed because too many
    of their workers were killed, as they were told."""

    sent: dict[str, Piece] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    ends: dict[str, JobState] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    given_up: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    longest_wait: float = 0.0
    turn: threading.Lock = field(default_factory=threading.Lock)


def short_pieces(number: int) -> list[Piece]:
    """Two or three seconds of movement each; composed here first, so that it is known what must come back."""
    pieces = []
    for seed in range(number):
        motion = wandering(frames=60 + 10 * (seed % 4), seed=seed)
        request = SoundtrackRequest(motion, PROMPTS[seed % len(PROMPTS)], seed=seed)
        archive = io.BytesIO()
        write_take(compose(request), archive)
        pieces.append(Piece(request, hashlib.sha256(archive.getvalue()).hexdigest()))
    return pieces


def run_client(client: Client, name: str, pieces: list[Piece], ledger: Ledger, is_over: threading.Event) -> None:
    """Send a few, follow them to their ends, and again, until it is over; whatever goes wrong is a fault."""
    rng = random.Random(name)
    try:
        with client:
            while not is_over.is_set():
                jobs = [_send(client, name, rng.choice(pieces), ledger) for _ in range(AT_ONCE)]
                if rng.randrange(CANCEL_EVERY) < AT_ONCE:
                    ledger.cancelled.add(jobs[-1])
                    _timed(ledger, lambda job=jobs[-1]: _cancel(client, job))
                for job in jobs:
                    _follow(client, job, ledger)
    except Exception as error:
        with ledger.turn:
            ledger.faults.append(f"{name}: {type(error).__name__}: {error}")


def check_ends(client: Client, name: str, ledger: Ledger) -> None:
    """Ask for every job of a client once more, after all is over: its end is what it was, and its bytes are."""
    for job in (job for job, owner in ledger.owners.items() if owner == name):
        state = client.status(job).state
        if state is not ledger.ends.get(job):
            ledger.faults.append(f"job {job} had ended {ledger.ends.get(job)} and is {state} now")
        elif state is JobState.DONE:
            sha256 = client.ask(Fetch(job, 0, 1), Chunk).sha256
            if sha256 != ledger.sent[job].sha256:
                ledger.faults.append(f"job {job} has other bytes at the end")


def _send(client: Client, name: str, piece: Piece, ledger: Ledger) -> str:
    job = new_job_id()
    with ledger.turn:
        ledger.sent[job], ledger.owners[job] = piece, name
    while True:
        try:
            _timed(ledger, lambda: client.submit(piece.request, job))
            return job
        except Busy as busy:
            time.sleep(busy.retry_after_seconds)


def _cancel(client: Client, job: str) -> None:
    """As a patient artist: `Client.cancel` gives up after one try, and a killed server is back after some seconds."""
    client.ask(Cancel(job), JobStatus)


def _follow(client: Client, job: str, ledger: Ledger) -> None:
    while not (status := _timed(ledger, lambda: client.status(job))).state.is_final:
        time.sleep(POLL_SECONDS)
    with ledger.turn:
        ledger.ends[job] = status.state
    if status.state is JobState.DONE:
        if hashlib.sha256(_timed(ledger, lambda: client.fetch(job))).hexdigest() != ledger.sent[job].sha256:
            ledger.faults.append(f"job {job} came with other bytes")
    elif status.failure is not None and status.failure.code == "worker_lost":
        ledger.given_up.add(job)
    elif status.state is JobState.FAILED or job not in ledger.cancelled:
        told = "" if status.failure is None else status.failure.sentence
        ledger.faults.append(f"job {job} is {status.state.value}: {told}")


def _timed(ledger: Ledger, work):  # noqa: ANN001, ANN202  any question, its answer
    start = time.monotonic()
    try:
        return work()
    finally:
        with ledger.turn:
            ledger.longest_wait = max(ledger.longest_wait, time.monotonic() - start)
