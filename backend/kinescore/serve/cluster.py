"""Workers on the machines of a Ray cluster, behind the same pool: one actor for each worker, on a GPU of its own.

Order, attempts, cancellation and results stay with the board and the store: Ray restarts and retries nothing. Whoever
is let into a cluster can run programs on its nodes, so it belongs into a network of its own.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable
from kinescore.errors import require_packages
from kinescore.files.atomic_file import atomic_file
from kinescore.serve.errors import ServeError, disk_error
from kinescore.serve.events import Failed, Finished, Reported, Stopped, WorkerDied
from kinescore.serve.pipe import FROM_WORKER, Compose, Order, Part, from_line, to_line
from kinescore.serve.pool import Tell
from kinescore.serve.ray_worker import RayWorker
from kinescore.wire.messages import Failure

MOST_UNREAD = 32
"""Messages, or pieces of a result, that wait in the cluster for this machine to take them."""
CONNECT_SECONDS = 5.0
CALLS_AT_ONCE = 4
"""The actor's talk, and orders beside it."""

log = logging.getLogger(__name__)


class Cluster:
    """A Ray cluster that this process has joined. `close()` leaves it, and what was started there ends.

    address: as Ray's own ("auto" for the cluster of this machine, or HOST:PORT). Raises ServeError where there is none.
    """

    def __init__(self, address: str, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
        require_packages(("ray",), "A cluster", "cluster")
        self._models, self._table = models, table
        self._ray = _join(address)
        self.gpus = int(self._ray.cluster_resources().get("GPU", 0))
        on_gpu = ("cuda", "auto") if self.gpus else ("cuda",)
        self._takes_gpus = any(choice.device in on_gpu for choice in models)

    @property
    def workers(self) -> int:
        """How many workers are of use: one for each GPU, or each node where models play on none."""
        return max(self.gpus if self._takes_gpus else len([n for n in self._ray.nodes() if n["Alive"]]), 1)

    def start(self, name: str, slot: int, tell: Tell) -> ActorWorker:
        """Ask for an actor; it begins once a node has room for it."""
        kind = self._ray.remote(RayWorker).options(
            num_cpus=1,
            num_gpus=1 if self._takes_gpus else 0,
            max_concurrency=CALLS_AT_ONCE,
            max_restarts=0,
            max_task_retries=0,
        )
        return ActorWorker(name, self._ray, kind.remote(name, self._models, self._table), tell)

    def close(self) -> None:
        """Leave the cluster."""
        self._ray.shutdown()


class ActorWorker:
    """The server's end of one actor: a thread takes what it tells, and its results to the store."""

    def __init__(self, name: str, ray: Any, actor: Any, tell: Tell) -> None:  # noqa: ANN401  Ray has no types for both
        self.name = name
        self._ray, self._actor, self._tell = ray, actor, tell
        self._places: dict[str, Path] = {}
        self._watcher = threading.Thread(target=self._watch, name=f"watch {name}", daemon=True)
        self._watcher.start()

    def order(self, order: Order) -> None:
        """Send an order, and the requests with it."""
        requests: dict[Part, bytes] = {}
        if isinstance(order, Compose):
            for part in order.parts:
                try:
                    requests[part] = Path(part.request_path).read_bytes()
                    self._places[part.job] = Path(part.result_path)
                except OSError as error:
                    self._tell(Failed(self.name, part.job, Failure.of(disk_error(error))))
            if not requests:
                return
            order = Compose(tuple(requests))
        self._actor.obey.remote(to_line(order), list(requests.values()))

    def kill(self) -> None:
        """End the actor's process at once, or withdraw what waits for room."""
        self._ray.kill(self._actor, no_restart=True)

    def join(self) -> None:
        """Wait until the actor has ended and its death is told."""
        self._watcher.join()

    def _watch(self) -> None:
        reason = "ended"
        try:
            said = self._said()
            for line in said:
                event = from_line(FROM_WORKER, line)
                if isinstance(event, Finished | Failed | Stopped):
                    place = self._places.pop(event.job)
                    event = self._take_over(event, said, place) if isinstance(event, Finished) else event
                self._tell(event)
        except self._ray.exceptions.RayError as error:
            reason = f"was lost by the cluster: {_last_words(error)}"
        except Exception:
            log.exception("%s could not be followed", self.name)
            reason = "could not be followed"
            self.kill()
        self._tell(WorkerDied(self.name, reason))

    def _said(self) -> Iterator[bytes]:
        talk = self._actor.talk.options(num_returns="streaming", _generator_backpressure_num_objects=MOST_UNREAD)
        for reference in talk.remote():
            yield self._ray.get(reference)

    def _take_over(self, event: Finished, said: Iterator[bytes], place: Path) -> Finished | Failed:
        """Bring a result to the store. Whatever the disk here does, all its pieces are taken from the stream."""
        pieces = self._pieces(event, said)
        try:
            with atomic_file(place) as out:
                for piece in pieces:
                    out.write(piece)
        except OSError as error:
            for _ in pieces:
                pass
            return Failed(self.name, event.job, Failure.of(disk_error(error)))
        return event

    def _pieces(self, event: Finished, said: Iterator[bytes]) -> Iterator[bytes]:
        left = event.size
        while left > 0:
            piece = next(said)
            left -= len(piece)
            self._tell(Reported(self.name, event.job, "fetching", 1.0))
            yield piece


def _join(address: str) -> Any:  # noqa: ANN401  Ray's module, which has no types
    import ray

    try:
        if ":" in address:  # Ray itself would try for minutes
            host, _, port = address.removeprefix("ray://").rpartition(":")
            socket.create_connection((host, int(port)), CONNECT_SECONDS).close()
        ray.init(address=address, log_to_driver=False, configure_logging=False, namespace="kinescore")
    except (OSError, RuntimeError, ValueError) as error:
        raise ServeError(
            f"There is no Ray cluster at '{address}': {str(error).splitlines()[0][:200]}",
            "Start one with `ray start --head`, or name its address as HOST:PORT.",
        ) from error
    return ray


def _last_words(error: Exception) -> str:
    """What went wrong; Ray puts where before it, over many lines."""
    return str(error).strip().splitlines()[-1][:200]
