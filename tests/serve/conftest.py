"""A server that the gentler tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kinescore.wire.client import Client
from tests.serve.running_server import RunningServer


@pytest.fixture(autouse=True)
def hasty_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients here ask more often, and come back sooner after a lost connection."""
    monkeypatch.setattr("kinescore.wire.run_job.POLL_SECONDS", 0.05)
    monkeypatch.setattr("kinescore.wire.client.BACK_OFF_SECONDS", (0.02, 0.5))


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server with two workers, for tests that leave it as they found it."""
    limits = {"jobs": 64, "jobs_per_client": 64}
    with RunningServer(tmp_path_factory.mktemp("shared") / "store", workers=2, limits=limits) as server:
        yield server


@pytest.fixture
def client(shared_server: RunningServer) -> Iterator[Client]:
    """A client of the shared server."""
    with shared_server.client() as client:
        yield client
