"""How a server is set up."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES, EngineTable, model_engine
from kinescore.files.user_folders import STATE, user_folder
from kinescore.serve.board import Rules
from kinescore.serve.devices import require_one_device, require_work_for_all
from kinescore.serve.errors import ServeError
from kinescore.serve.quotas import Quota
from kinescore.wire.address import DEFAULT_ADDRESS, Address
from kinescore.wire.messages import Limits

MOST_TOGETHER = 64


def default_store_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where this platform keeps a program's own state for one user."""
    return user_folder("server", STATE, environment, platform)


@dataclass(frozen=True)
class ServeConfig:
    """address: tcp://host:port, port "*" takes any free one. store_folder: journal, requests and results.

    key_folder: made by `kinescore.wire.keys.make_keys`; without it the address must be a loopback one.
    workers: jobs done at once; 0 in a cluster: one on each GPU. ray: the address of the Ray cluster on whose machines
    the workers are, as Ray has it; None for processes of this machine. engines: the table of what can be offered; it
    goes to other processes, so no lambdas in it. models: what those of them play with that need a model; one each. A
    device of theirs may be several, as "cuda:0,cuda:1": then the workers take them in turn.
    quotas: of single clients by their names, where they are not the `limits` of all.
    batch: how many waiting jobs of an engine that can a worker plays side by side.
    attempts: a job that has lost so many workers fails; twice as many where they were killed from outside.
    step_timeout_seconds: a worker that reports nothing for so long is killed.
    stop_grace_seconds: how long a worker that was told to stop may take before it is killed.
    client_quota_bytes: the same as `quota_bytes` for the results of one client, where its quota says nothing.
    keep_seconds, quota_bytes: finished jobs are forgotten when older, or oldest first when results take more room; but
    a result that nobody fetched has its hour, and while such results fill the quota new jobs are refused as busy.

    status: host:port of the page for people, /metrics and /healthz, on loopback; None for none of them.
    audit_file: where to write who asked for what; None for nowhere.

    Raises ServeError for values that cannot work, WireError for a malformed address, EngineError for a model whose
    engine plays with none.
    """

    address: str = DEFAULT_ADDRESS
    store_folder: Path = field(default_factory=default_store_folder)
    key_folder: Path | None = None
    workers: int = 1
    ray: str | None = None
    engines: EngineTable = field(default_factory=lambda: ENGINES)
    models: tuple[ModelChoice, ...] = ()
    limits: Limits = field(default_factory=Limits)
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    batch: int = 4
    attempts: int = 3
    step_timeout_seconds: float = 60.0
    stop_grace_seconds: float = 5.0
    keep_seconds: float = 24 * 3600.0
    quota_bytes: int = 4 * 1024**3
    client_quota_bytes: int | None = None
    status: str | None = None
    audit_file: Path | None = None

    def __post_init__(self) -> None:
        address = Address.parse(self.address)
        if self.key_folder is None and not address.is_loopback:
            raise ServeError(
                f"Without keys, everyone in the network could use a server at {address}; only this machine's own "
                "addresses (127.0.0.1, ::1, localhost) are open without keys.",
                "Make keys with `kinescore serve --make-keys DIR` and start with `--keys DIR`.",
            )
        for choice in self.models:
            model_engine(choice.engine, self.engines)
        if self.status is not None and not Address.parse(self.status).is_loopback:
            raise ServeError(
                f"The status page knows no keys, so it cannot be at {self.status}.",
                "Choose an address of this machine's own, such as 127.0.0.1:7718.",
            )
        if self.quotas and self.key_folder is None:
            raise ServeError(
                f"There is a quota for '{next(iter(self.quotas))}', but without keys clients have no names.",
                "Set `keys`, or take the [clients] away.",
            )
        if not 1 <= self.batch <= MOST_TOGETHER:
            raise ServeError(f"A worker cannot play {self.batch} jobs side by side; from 1 to {MOST_TOGETHER} can be.")
        if self.workers < (1 if self.ray is None else 0):
            raise ServeError(f"The server is to have {self.workers} workers; it needs at least one.")
        if self.ray is None:
            require_work_for_all(self.models, self.workers)
        else:
            require_one_device(self.models)

    def result_bytes_of(self, client: str) -> int:
        """Return how much room the results of one client may take."""
        own = self.quotas[client].result_bytes if client in self.quotas else None
        return min(own or self.client_quota_bytes or self.quota_bytes, self.quota_bytes)

    @property
    def rules(self) -> Rules:
        """What the board goes by."""
        together = {name: self.batch for name, entry in self.engines.items() if entry.plays_side_by_side}
        return Rules(self.limits, self.attempts, self.step_timeout_seconds, self.stop_grace_seconds, together)
