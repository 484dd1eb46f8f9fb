"""What a start needs, tried without serving: `kinescore serve --check`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing

from kinescore.errors import counted
from kinescore.serve.cluster import Cluster
from kinescore.serve.config import ServeConfig
from kinescore.serve.devices import devices_of, models_in
from kinescore.serve.errors import ServeError
from kinescore.serve.gate import Gate
from kinescore.serve.logs import audit_to, stop_audit
from kinescore.serve.server import open_status_page
from kinescore.serve.snapshot import Snapshot
from kinescore.serve.store import Store
from kinescore.serve.worker import loaded_engines
from kinescore.wire.address import Address
from kinescore.wire.keys import load_server_keys

NOWHERE = ("127.0.0.1", 0)


def check(config: ServeConfig) -> Iterator[str]:
    """Yield a sentence for each thing that is well. Raises what a start would raise at the first that is not."""
    if config.key_folder is not None:
        clients = load_server_keys(config.key_folder).allowed()
        yield f"Keys: {counted(len(clients), 'client')} may connect."
    with ExitStack() as opened:
        store = opened.enter_context(closing(Store(config.store_folder)))
        yield f"Store: {config.store_folder} with {counted(len(store.jobs()), 'job')}."
        gate = Gate(Address.parse(config.address), NOWHERE)
        address = gate.open()
        opened.callback(gate.close)
        yield f"Address: {address} is free."
        if config.status is not None:
            page = open_status_page(config.status, _no_snapshot)
            opened.callback(page.close)
            yield f"Status page: {page.address} is free."
        if config.audit_file is not None:
            opened.callback(stop_audit, audit_to(config.audit_file))
            yield f"Audit log: {config.audit_file} can be written."
    yield from _workers(config)
    yield "A server with these settings can start."


def _workers(config: ServeConfig) -> Iterator[str]:
    if config.ray is not None:
        with closing(Cluster(config.ray, config.models, config.engines)) as cluster:
            yield f"Cluster: {config.ray} has room for {counted(config.workers or cluster.workers, 'worker')}."
            yield "Models: they are loaded on the cluster's machines, at the start."
        return
    most = max([len(devices_of(choice)) for choice in config.models], default=1)
    for slot in range(most):
        models = models_in(slot, config.models)
        loaded_engines(models, config.engines)
        for choice in models:
            yield f"Model: {choice.engine} plays with {choice.model} on {choice.device}."


def _no_snapshot() -> Snapshot:
    raise ServeError("This server is only being checked.")
