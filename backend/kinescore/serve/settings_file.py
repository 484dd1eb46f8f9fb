"""A server's settings as a TOML file, for machines that are set up once and run for years.

address = "tcp://0.0.0.0:7717"
keys = "keys"                      # paths start at the file's folder
store = "/var/lib/kinescore"
workers = 2
status = "127.0.0.1:7718"

[[models]]
engine = "musicgen"
model = "/models/musicgen-small"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import require_within
from kinescore.files.strict_json import from_plain
from kinescore.serve.config import ServeConfig
from kinescore.serve.errors import ServeError
from kinescore.serve.quotas import Quota
from kinescore.wire.messages import Limits, Priority

MAX_FILE_BYTES = 1024 * 1024


@dataclass(frozen=True)
class FileModel:
    """[[models]]: as `ModelChoice`."""

    engine: str
    model: str
    encoders: str | None = None
    device: str = "auto"
    precision: str = "auto"
    compiled: bool = False
    clap: str | None = None


@dataclass(frozen=True)
class FileLimits:
    """[limits]: jobs that may wait or run, of all clients and of one; room for the results of one."""

    jobs: int = Limits().jobs
    jobs_per_client: int = Limits().jobs_per_client
    results_gib_per_client: float | None = None

    def __post_init__(self) -> None:
        for name in ("jobs", "jobs_per_client"):
            require_within(f"limit '{name}'", getattr(self, name), 1, 100_000, "jobs")
        require_within("limit 'results_gib_per_client'", self.results_gib_per_client, 0.001, 1e6, "GiB")


@dataclass(frozen=True)
class FileQuota:
    """[clients.NAME]: what this client may have in place of what all may."""

    jobs: int | None = None
    highest_priority: Priority = Priority.HIGH
    results_gib: float | None = None

    def __post_init__(self) -> None:
        require_within("limit 'results_gib'", self.results_gib, 0.001, 1e6, "GiB")
        require_within("limit 'jobs'", self.jobs, 1, 100_000, "jobs")


@dataclass(frozen=True)
class SettingsFile:
    """What the file may say; what it leaves out is as without a file."""

    address: str | None = None
    workers: int | None = None
    ray: str | None = None
    store: str | None = None
    keys: str | None = None
    status: str | None = None
    audit: str | None = None
    json_logs: bool = False
    keep_hours: float | None = None
    quota_gib: float | None = None
    batch: int | None = None
    attempts: int | None = None
    step_timeout_seconds: float | None = None
    stop_grace_seconds: float | None = None
    limits: FileLimits = FileLimits()
    clients: Mapping[str, FileQuota] = field(default_factory=dict)
    models: tuple[FileModel, ...] = ()

    def __post_init__(self) -> None:
        require_within("time that takes are kept", self.keep_hours, 0.01, 24 * 366, "hours")
        require_within("room for takes", self.quota_gib, 0.001, 1e6, "GiB")
        require_within("number of attempts", self.attempts, 1, 100, "workers")
        require_within("time for a step", self.step_timeout_seconds, 1, 86_400, "s")
        require_within("time to stop", self.stop_grace_seconds, 0.1, 3600, "s")

    def over(self, config: ServeConfig, folder: Path) -> ServeConfig:
        """Return `config` with what the file says in its place; relative paths start at `folder`."""
        said: dict[str, Any] = {
            "address": self.address,
            "workers": 0 if self.workers is None and self.ray is not None else self.workers,
            "ray": self.ray,
            "store_folder": _path(folder, self.store),
            "key_folder": _path(folder, self.keys),
            "status": self.status,
            "audit_file": _path(folder, self.audit),
            "keep_seconds": None if self.keep_hours is None else self.keep_hours * 3600,
            "quota_bytes": _in_bytes(self.quota_gib),
            "client_quota_bytes": _in_bytes(self.limits.results_gib_per_client),
            "batch": self.batch,
            "attempts": self.attempts,
            "step_timeout_seconds": self.step_timeout_seconds,
            "stop_grace_seconds": self.stop_grace_seconds,
        }
        given = {name: value for name, value in said.items() if value is not None}
        models = tuple(_choice(model, folder) for model in self.models)
        limits = replace(config.limits, jobs=self.limits.jobs, jobs_per_client=self.limits.jobs_per_client)
        quotas = {
            name: Quota(quota.jobs or limits.jobs_per_client, quota.highest_priority, _in_bytes(quota.results_gib))
            for name, quota in self.clients.items()
        }
        return replace(config, **given, models=models, limits=limits, quotas=quotas)


def read_settings(path: Path) -> SettingsFile:
    """Read the file. Raises ServeError, FormatError or RequestError, naming what is wrong in it."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ServeError(f"{path.name} is larger than a settings file can be.")
        plain = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ServeError(f"The settings file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ServeError(f"{path.name} is not valid TOML: {error}.") from error
    settings: SettingsFile = from_plain(SettingsFile, plain, path.name)
    return settings


def _choice(model: FileModel, folder: Path) -> ModelChoice:
    """A model or CLAP that lies beside the file is that; anything else is a hub id."""
    return ModelChoice(
        engine=model.engine,
        model=_beside(folder, model.model),
        encoders=_path(folder, model.encoders),
        device=model.device,
        precision=model.precision,
        compiled=model.compiled,
        clap=None if model.clap is None else _beside(folder, model.clap),
    )


def _beside(folder: Path, model: str) -> str:
    return str(folder / model) if (folder / model).exists() else model


def _in_bytes(gib: float | None) -> int | None:
    return None if gib is None else round(gib * 1024**3)


def _path(folder: Path, said: str | None) -> Path | None:
    return None if said is None else (folder / said).resolve()
