"""A server that goes away is named within five seconds, however it goes; the job is asked for all the same."""

from __future__ import annotations

import signal
import sys
import time

import pytest

from kinescore.errors import Cancelled
from kinescore.wire.client import Client
from kinescore.wire.run_job import run_job
from tests.serve.bad_network import Wire
from tests.serve.running_server import RunningServer, asking_for

NOTICED_SECONDS = 5.0


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal that Windows lacks")
@pytest.mark.parametrize("end", ["killed", "stopped", "cut off"])
def test_a_lost_server_is_named_within_five_seconds(tmp_path, end: str) -> None:
    gone: list[float] = []
    told: list[tuple[float, str]] = []
    with RunningServer(tmp_path / "store") as server, Wire(server.address) as wire, Client(wire.address) as client:

        def report(phase: str, fraction: float) -> None:
            if phase.startswith("pid ") and not gone:
                {"killed": server.kill, "cut off": wire.cut, "stopped": lambda: _stop(server)}[end]()
                gone.append(time.monotonic())
            if phase.startswith("no answer"):
                told.append((time.monotonic() - gone[0], phase))
                raise Cancelled

        try:
            with pytest.raises(Cancelled):
                run_job(client, asking_for("sleepy", "60"), report)
        finally:
            if end == "stopped":
                server.process.send_signal(signal.SIGCONT)
        seconds, phase = told[0]
        assert seconds < NOTICED_SECONDS
        assert phase.startswith(f"no answer from {wire.address} for ")


def test_a_server_that_answers_is_never_called_silent(tmp_path) -> None:
    phases: list[str] = []
    with RunningServer(tmp_path / "store") as server, server.client() as client:
        run_job(client, asking_for("sleepy", "4"), lambda phase, fraction: phases.append(phase))
        assert client.silent_seconds == 0.0
    assert not [phase for phase in phases if "no answer" in phase]


def _stop(server: RunningServer) -> None:
    server.process.send_signal(signal.SIGSTOP)
