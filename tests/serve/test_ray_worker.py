"""The actor's side of a worker on a cluster, without a cluster: its talk, and what it leaves behind."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinescore.engines.table import ENGINES
from kinescore.serve.events import Failed, Finished, WorkerReady
from kinescore.serve.pipe import FROM_WORKER, Compose, Part, Told, from_line, to_line
from kinescore.serve.ray_worker import RayWorker
from kinescore.wire.encoded_request import EncodedRequest
from tests.serve.running_server import asking_for


def told_of(talk: Iterator[bytes]) -> Told:
    """What ends a job, whatever is reported before."""
    return next(e for line in talk if isinstance(e := from_line(FROM_WORKER, line), Finished | Failed | WorkerReady))


def test_a_result_follows_in_pieces_and_nothing_stays_on_the_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    actor = RayWorker("w", (), ENGINES)
    talk = actor.talk()
    assert isinstance(told_of(talk), WorkerReady)
    for number, engine in enumerate(("groovebox", "nobody", "groovebox")):
        request = EncodedRequest.of(asking_for(engine)).to_bytes()
        actor.obey(to_line(Compose((Part(str(number), "on the server", "on the server"),))), [request])
        event = told_of(talk)
        assert isinstance(event, Finished if engine == "groovebox" else Failed)
        if isinstance(event, Finished):
            data = b""
            while len(data) < event.size:
                data += next(talk)
            assert hashlib.sha256(data).hexdigest() == event.sha256
    pair = [EncodedRequest.of(asking_for("groovebox", seed=seed)).to_bytes() for seed in (1, 2)]
    actor.obey(to_line(Compose((Part("one", "", ""), Part("two", "", "")))), pair)
    for name in ("one", "two"):
        event, data = told_of(talk), b""
        assert isinstance(event, Finished)
        assert event.job == name
        while len(data) < event.size:
            data += next(talk)
        assert hashlib.sha256(data).hexdigest() == event.sha256
    actor.obey(to_line(Compose((Part("last", "", ""),))), [EncodedRequest.of(asking_for("nobody")).to_bytes()])
    told_of(talk)
    next_left = [path.name for folder in tmp_path.iterdir() for path in folder.iterdir()]
    assert [name for name in next_left if not name.startswith("last")] == []
