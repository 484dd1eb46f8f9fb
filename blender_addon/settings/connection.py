# SPDX-License-Identifier: GPL-3.0-or-later
"""The server: how to reach it, and Test Connection, which asks in the background who it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import KinescoreError
from kinescore.wire.client import Client
from kinescore.wire.keys import load_client_keys
from kinescore.wire.messages import Machine

from ..background import TICK_SECONDS, Tell, WorkFailed, WorkFinished, WorkThread, redraw

WAITING = "Waiting for the server..."
GB = 1e9


@dataclass(frozen=True)
class ServerAccess:
    """How to reach a server; plain values that a thread may use."""

    address: str
    key_file: str = ""

    def connect(self) -> Client:
        """Open a client; the caller closes it. Raises KinescoreError for an unfit address or key file."""
        keys = load_client_keys(Path(self.key_file)) if self.key_file else None
        return Client(self.address, keys)


@dataclass(frozen=True)
class Greeting:
    """What a server said: its version, its engines with their licences, its worker processes, and how long it took.
    machine: what it runs on, None where it is too old to say."""

    address: str
    version: str
    engines: tuple[tuple[str, str], ...]
    workers: int
    latency_ms: float
    machine: Machine | None = None

    def lines(self) -> list[str]:
        """What to show of it."""
        return [
            f"{self.address} answers in {self.latency_ms:.1f} ms",
            f"Kinescore {self.version}, jobs at once: {self.workers}",
            *_machine_lines(self.machine),
            *(f"{name}: {licence}" for name, licence in self.engines),
        ]


class ConnectionTest:
    """One test at a time; `outcome` is what the last one found, None before the first."""

    def __init__(self) -> None:
        self.outcome: Greeting | KinescoreError | None = None
        self._worker: WorkThread[Greeting] | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._worker is not None

    def start(self, connect: Callable[[], Client]) -> None:
        """Ask the server behind `connect`; call `tick` until it returns None. What the last test found stays until
        then."""
        self._worker = WorkThread(lambda tell, cancelled: _greet(connect, tell, cancelled))

    def forget(self) -> None:
        """Another server is meant now: what the last one said no longer counts."""
        self.outcome = None

    def tick(self) -> float | None:
        """Take in the answer if it has come; None once there is nothing more to wait for."""
        for event in self._worker.events() if self._worker else ():
            if isinstance(event, WorkFinished):
                self.outcome = event.result
            elif isinstance(event, WorkFailed):
                self.outcome = event.error
            self._worker = None
            redraw()
        return TICK_SECONDS if self._worker else None


test = ConnectionTest()


def _greet(connect: Callable[[], Client], tell: Tell, cancelled: threading.Event) -> Greeting:
    with connect() as client:
        client.hello()  # the first one also opens the connection
        begun = time.perf_counter()
        welcome = client.hello()
        latency_ms = 1000 * (time.perf_counter() - begun)
        machine = client.machine()
    engines = tuple((engine.name, engine.licence) for engine in welcome.engines)
    return Greeting(client.address, welcome.server_version, engines, welcome.workers, latency_ms, machine)


def summary() -> list[str]:
    """What the last test found, as lines to show."""
    if test.is_running:
        return [WAITING]
    if isinstance(test.outcome, KinescoreError):
        return [line for line in (test.outcome.sentence, test.outcome.remedy) if line]
    if isinstance(test.outcome, Greeting):
        return test.outcome.lines()
    return []


def _machine_lines(machine: Machine | None) -> list[str]:
    if machine is None:
        return []
    lines = [f"{gpu.name}: {gpu.free_bytes / GB:.0f} of {gpu.total_bytes / GB:.0f} GB free" for gpu in machine.gpus]
    if not lines and machine.free_memory_bytes is not None:
        lines = [f"No GPU, {machine.free_memory_bytes / GB:.0f} GB of memory free"]
    if machine.queued or machine.running:
        lines.append(f"Busy: {machine.running} running, {machine.queued} waiting")
    return lines
