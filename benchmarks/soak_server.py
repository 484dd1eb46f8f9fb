"""The server of a soak: a real `kinescore serve` with keys, killed and started again on its store, and looked at.

Linux only: processes, memory and descriptors are read from /proc.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kinescore.wire.client import Client
from kinescore.wire.keys import load_client_keys, make_keys

SETTINGS = """
address = "tcp://127.0.0.1:{port}"
status = "127.0.0.1:{status}"
keys = "keys"
store = "store"
audit = "audit.jsonl"
workers = {workers}
quota_gib = 16
"""
START_SECONDS = 120.0
PATIENCE_SECONDS = 3600.0
"""Also a machine that sleeps for a while is no fault of the server's."""


@dataclass(frozen=True)
class Sample:
    """life: how often the server has been started. age, at: s since that start, and since the first. rss_bytes,
    descriptors, threads: of the server's own process, without its workers."""

    life: int
    age: float
    at: float
    rss_bytes: int
    descriptors: int
    threads: int


class SoakServer:
    """`start`, then `kill` and `start` again as often as one likes; the store and the address stay."""

    def __init__(self, folder: Path, workers: int, clients: list[str]) -> None:
        self.folder, self.store = folder, folder / "store"
        self._keys = {name: load_client_keys(make_keys(folder / "keys", name)) for name in clients}
        port, status = free_ports(2)
        self.address, self._page = f"tcp://127.0.0.1:{port}", f"http://127.0.0.1:{status}"
        (folder / "serve.toml").write_text(SETTINGS.format(port=port, status=status, workers=workers))
        self.life, self.started = 0, time.monotonic()
        self._first = self.started
        self.workers_seen: set[int] = set()

    def start(self) -> float:
        """Start it and return after how many seconds it said that it serves."""
        self.started = time.monotonic()
        self.life += 1
        command = [sys.executable, "-m", "kinescore", "serve", "--config", str(self.folder / "serve.toml")]
        with open(self.folder / "messages.log", "a") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        if "serves at" not in said:
            raise AssertionError(f"the server did not start: {(self.folder / 'messages.log').read_text()[-2000:]}")
        return time.monotonic() - self.started

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        self.workers_seen.update(self.worker_processes())
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def stop(self) -> int:
        """End it in good order and return its exit code."""
        self.workers_seen.update(self.worker_processes())
        self.process.terminate()
        return self.process.wait(timeout=START_SECONDS)

    def kill_a_worker(self, rng: random.Random) -> bool:
        """End one of the workers like that; whether there was one."""
        workers = self.worker_processes()
        self.workers_seen.update(workers)
        if not workers:
            return False
        with suppress(ProcessLookupError):
            os.kill(rng.choice(workers), signal.SIGKILL)
        return True

    def worker_processes(self) -> list[int]:
        """The process ids of the workers that live."""
        return [child for child in children(self.process.pid) if b"spawn_main" in _read(child, "cmdline")]

    def orphans(self) -> list[int]:
        """The workers of any life that still run though this is nobody's server any more."""
        return [pid for pid in self.workers_seen if b"spawn_main" in _read(pid, "cmdline")]

    def client(self, name: str) -> Client:
        """Return a patient client."""
        return Client(self.address, self._keys[name], patience_seconds=PATIENCE_SECONDS)

    def sample(self) -> Sample | None:
        """Look at the server, and have it scraped once; None while it is down."""
        pid, now = self.process.pid, time.monotonic()
        try:
            with urllib.request.urlopen(f"{self._page}/metrics", timeout=10) as page:
                page.read()
            pages = int(_read(pid, "statm").split()[1])
            descriptors = len(os.listdir(f"/proc/{pid}/fd"))
            threads = len(os.listdir(f"/proc/{pid}/task"))
        except (OSError, IndexError):
            return None
        size = pages * os.sysconf("SC_PAGE_SIZE")
        return Sample(self.life, now - self.started, now - self._first, size, descriptors, threads)


def free_ports(number: int) -> list[int]:
    """Ports that nobody has now, outside the range that systems give to those who take any."""
    found: list[int] = []
    for port in random.sample(range(15_000, 30_000), 200):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            found.append(port)
        if len(found) == number:
            return found
    raise AssertionError("no ports are free")


def children(pid: int) -> list[int]:
    """The process ids of a process's own children."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(word) for word in text.split()]


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
