"""Start, kill and restart a real server process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.messages import JobState, JobStatus
from tests.wire.motions import wandering

PRACTICE_SERVER = Path(__file__).with_name("practice_server.py")
PATIENCE_SECONDS = 30.0


class RunningServer:
    """A server process on a free port of this machine; `settings` are ServeConfig's, `environment` adds
    variables, `script` is what runs. Use it in a `with`."""

    def __init__(
        self,
        store: Path,
        environment: dict[str, str] | None = None,
        script: Path = PRACTICE_SERVER,
        **settings: object,
    ) -> None:
        self.store = store
        self._environment = {**os.environ, **(environment or {})}
        self._script = script
        self._settings = {"address": "tcp://127.0.0.1:*", "store_folder": str(store), **settings}
        self._log = store.with_name(f"{store.name}.log")
        self.start()

    def start(self) -> None:
        """Start the process and wait until it is ready; after the first time, at the same address."""
        command = [sys.executable, str(self._script), json.dumps(self._settings)]
        with open(self._log, "a") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, env=self._environment
            )
        self.address = self.process.stdout.readline().strip()
        assert self.address, f"the server did not start:\n{self.messages}"
        self._settings["address"] = self.address

    @property
    def messages(self) -> str:
        """What the server and its workers wrote to their standard error."""
        return self._log.read_text()

    def kill(self) -> None:
        """End the server without a chance to tidy up."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """End the server in good order and return its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE_SECONDS)

    def client(self, **settings: object) -> Client:
        """Return a client of this server."""
        return Client(self.address, **settings)

    def __enter__(self) -> RunningServer:
        return self

    def __exit__(self, *error: object) -> None:
        self.kill()  # tests of an orderly end call `stop`; here nobody waits for one
        self.process.stdout.close()


def asking_for(engine: str, prompt: str = "", seed: int = 0) -> SoundtrackRequest:
    """A short request for one of the practice server's engines."""
    return SoundtrackRequest(wandering(frames=30), prompt, engine=engine, seed=seed)


def wait_until(client: Client, job: str, reached: Callable[[JobStatus], bool]) -> JobStatus:
    """Poll the job until `reached`, and return its status then."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not reached(status := client.status(job)):
        assert time.monotonic() < deadline, f"still {status}"
        time.sleep(0.02)
    return status


def wait_until_final(client: Client, job: str) -> JobStatus:
    """Poll the job until it is done, failed or cancelled."""
    return wait_until(client, job, lambda status: status.state.is_final)


def has_ended(process: int) -> bool:
    """Whether the process runs no more, also where nobody has asked for its exit code yet (Linux)."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_for_worker(client: Client, job: str) -> int:
    """Wait until the job runs and return its worker's process id, which "sleepy" and "deaf" tell as their phase."""
    status = wait_until(client, job, lambda status: status.phase.startswith("pid ") or status.state.is_final)
    assert status.state is JobState.RUNNING
    return int(status.phase.removeprefix("pid "))
