"""A server that means harm: what it sends is refused with a sentence before anything is placed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import zmq

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.errors import KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import MoverHits, Section, Take
from kinescore.wire.client import Client
from kinescore.wire.codec import decode_call, encode_reply
from kinescore.wire.errors import ArchiveError, WireError
from kinescore.wire.messages import Chunk, Fetch, Hello, JobState, JobStatus, Limits, Reply, Submit, Welcome
from kinescore.wire.run_job import resume_job, run_job
from kinescore.wire.take_archive import take_to_bytes
from tests.wire.motions import wandering

REQUEST = SoundtrackRequest(wandering(frames=60), "joyful")
SECONDS = REQUEST.music_seconds


def honest(seconds: float = SECONDS, rate: int = 44100) -> Take:
    return Take(
        audio=Audio(np.zeros((2, round(seconds * rate)), np.float32), rate),
        beats=np.arange(0.0, min(seconds, SECONDS), 0.5),
        downbeats=np.array([0]),
        tempo_bpm=120.0,
        sections=(Section("verse", 0.0, min(seconds, SECONDS)),),
        provenance={"seed": 1},
    )


class HostileServer(threading.Thread):
    """Answers every job with `archive`; `claim` changes the pieces that it sends."""

    def __init__(self, archive: bytes, **claim: Any) -> None:
        super().__init__(daemon=True)
        self._archive, self._claim = archive, claim
        self._context = zmq.Context()
        self._socket = self._context.socket(zmq.ROUTER)
        self._socket.linger = 0
        self.address = f"tcp://127.0.0.1:{self._socket.bind_to_random_port('tcp://127.0.0.1')}"
        self.fetches = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            if self._socket.poll(50):
                peer, *frames = self._socket.recv_multipart()
                call, call_id = decode_call(frames)
                self._socket.send_multipart([peer, *encode_reply(self._reply(call), call_id)])
        self._context.destroy(linger=0)

    def stop(self) -> None:
        self._over.set()
        self.join()

    def _reply(self, call: object) -> Reply:
        match call:
            case Hello():
                return Welcome("9", Limits(), (), 1)
            case Submit(job=job):
                return JobStatus(job, JobState.QUEUED, "queued", 0.0, 0)
            case Fetch(job=job, offset=offset, length=length):
                self.fetches += 1
                data = self._archive[offset : offset + length]
                digest = hashlib.sha256(self._archive).hexdigest()
                return replace(Chunk(job, offset, len(self._archive), digest, data), **self._claim)
            case _:
                return JobStatus(call.job, JobState.DONE, "done", 1.0)


@contextmanager
def served(take: Take | bytes, **claim: Any) -> Iterator[tuple[HostileServer, Client]]:
    server = HostileServer(take if isinstance(take, bytes) else take_to_bytes(take), **claim)
    server.start()
    try:
        with Client(server.address, reply_seconds=5.0, patience_seconds=0.0) as client:
            yield server, client
    finally:
        server.stop()


def test_an_honest_take_passes() -> None:
    with served(honest()) as (_, client):
        assert run_job(client, REQUEST).notes == ()
        assert resume_job(client, Submit.of(REQUEST, "6f1b0c52-6f0f-4f39-9f44-5b1a3d8a7f10").job).notes == ()


def test_a_shorter_one_passes_with_a_note() -> None:
    with served(honest(SECONDS / 2)) as (_, client):
        assert run_job(client, REQUEST).notes == (
            f"The music is {SECONDS / 2:.1f} s long; {SECONDS:.1f} s were asked for.",
        )


BAD_TAKES = {
    "much longer than asked": (honest(SECONDS + 60), "s of music for"),
    "100,000 beats": (replace(honest(), beats=np.linspace(0, SECONDS, 100_000)), "100000 beats in"),
    "a beat at 1e18": (replace(honest(), beats=np.array([0.0, 1e18])), "beats that are not within its music"),
    "a section at 1e18": (replace(honest(), sections=(Section("verse", 0.0, 1e18),)), "sections that are not within"),
    "10,000 sections": (replace(honest(), sections=(Section("a", 0.0, 1.0),) * 10_000), "20000 sections in"),
    "hits before time": (replace(honest(), hits=(HitPoint(-1e9, 1.0, HitKind.PEAK),)), "hit points that are not"),
    "a mover's hits": (replace(honest(), movers=(MoverHits("ball", 1.0, (1e300,)),)), "hit points that are not"),
    "a rate of 1 Hz": (honest(rate=1), "a sample rate of 1 Hz"),
    "a tempo of 1e30 BPM": (replace(honest(), tempo_bpm=1e30), "a tempo of 1e\\+30 BPM"),
    "a note of a megabyte": (replace(honest(), notes=("x" * 2**20,)), "texts without end"),
    "a section's name of a megabyte": (replace(honest(), sections=(Section("x" * 2**20, 0.0, 1.0),)), "texts without"),
    "10,000 notes": (replace(honest(), notes=("x",) * 10_000), "10000 notes"),
}


@pytest.mark.parametrize(("take", "sentence"), BAD_TAKES.values(), ids=BAD_TAKES)
def test_a_take_that_is_none_is_refused(take: Take, sentence: str) -> None:
    with served(take) as (_, client), pytest.raises(ArchiveError, match=f"The server sent .*{sentence}"):
        run_job(client, REQUEST)


def resumed(client: Client) -> Take:
    return resume_job(client, "6f1b0c52-6f0f-4f39-9f44-5b1a3d8a7f10")


def begun(client: Client) -> Take:
    return run_job(client, REQUEST)


@pytest.mark.parametrize(("follow", "total"), [(begun, 2**31), (resumed, 2**50)])
def test_a_download_without_end_is_refused_after_its_first_piece(follow: Callable[[Client], Take], total: int) -> None:
    with served(honest(), total=total) as (server, client):
        with pytest.raises(WireError, match=f"The result has {total} bytes; at most"):
            follow(client)
        assert server.fetches == 1


@pytest.mark.parametrize("claim", [{"data": b""}, {"offset": 7}, {"data": bytes(2**21)}, {"sha256": "0" * 64}])
def test_pieces_that_do_not_fit_are_refused(claim: dict[str, Any]) -> None:
    with served(honest(), **claim) as (_, client), pytest.raises(KinescoreError):
        run_job(client, REQUEST)
