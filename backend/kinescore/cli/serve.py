"""kinescore serve: the server for animators' Blenders, and the keys that let them in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from kinescore import __version__
from kinescore.cli.model_options import add_runtime_options, require_encoders_for_clap, runtime_of, sampling_of
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, own_encoders, own_models
from kinescore.engines.table import model_engine
from kinescore.errors import KinescoreError, counted
from kinescore.serve.check import check
from kinescore.serve.config import ServeConfig
from kinescore.serve.logs import log_as_json
from kinescore.serve.server import Server
from kinescore.serve.settings_file import SettingsFile, read_settings
from kinescore.wire.address import DEFAULT_ADDRESS
from kinescore.wire.keys import fingerprint, load_client_keys, make_keys


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore serve`."""
    parser = commands.add_parser(
        "serve",
        help="make soundtracks for Blender and the command line",
        description="Make soundtracks for Blender and the command line until stopped (Ctrl+C). Jobs survive a restart.",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings in TOML; options here go before it")
    parser.add_argument("--check", action="store_true", help="try everything that a start needs, tell, and exit")
    parser.add_argument("--address", help=f"where to listen (default {DEFAULT_ADDRESS})")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="jobs done at once (default 1; with --ray one on each GPU)"
    )
    parser.add_argument(
        "--ray",
        metavar="ADDRESS",
        help="have the workers on a Ray cluster: auto for the one of this machine, or HOST:PORT",
    )
    parser.add_argument("--store", type=Path, metavar="DIR", help="folder of the job journal and results")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="server keys; needed to listen beyond this machine")
    parser.add_argument(
        "--status", metavar="HOST:PORT", help="page for people, /metrics and /healthz, such as 127.0.0.1:7718"
    )
    parser.add_argument("--audit", type=Path, metavar="FILE", help="write who asked for what there, as lines of JSON")
    parser.add_argument("--json-logs", action="store_true", help="write messages as lines of JSON with times")
    parser.add_argument("--make-keys", type=Path, metavar="DIR", help="make the keys for one more client, then exit")
    parser.add_argument("--client", default="animator", metavar="NAME", help="with --make-keys: the client's name")
    parser.add_argument("--admin", action="store_true", help="with --make-keys: this client may use kinescore admin")
    learned = parser.add_argument_group("learned engines (the built-in one is always there)")
    learned.add_argument(
        "--model",
        action="append",
        default=[],
        metavar="ENGINE=MODEL",
        help=f"such as musicgen=facebook/musicgen-small; engines are {', '.join(LEARNED_ENGINES)}",
    )
    learned.add_argument(
        "--encoders", action="append", default=[], metavar="ENGINE=FILE", help="encoders for that engine's model"
    )
    learned.add_argument("--clap", metavar="MODEL", help="the CLAP of encoders that listen, if it is not where it was")
    learned.add_argument(
        "--sampling",
        action="append",
        default=[],
        metavar="ENGINE=NAME=VALUE",
        help="how that engine's model draws music, such as musicgen=guidance=4",
    )
    learned.add_argument(
        "--batch", type=int, metavar="N", help="waiting jobs of one engine that a worker plays side by side (default 4)"
    )
    add_runtime_options(learned)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Serve until stopped, or make keys."""
    console = Console(highlight=False, soft_wrap=True)
    if options.make_keys:
        client_file = make_keys(options.make_keys, options.client, options.admin)
        print(f"Keys for '{options.client}': move {client_file} to that machine, for nobody else to read.")
        print(f"This server's fingerprint: {fingerprint(load_client_keys(client_file).server_public)}")
        return
    settings = read_settings(options.config) if options.config else SettingsFile()
    if options.json_logs or settings.json_logs:
        log_as_json()
    config = _config(options, settings)
    if config.ray is None:
        for choice in config.models:  # said once, here; each worker would only end
            model_engine(choice.engine, config.engines).require_packages()
    if options.check:
        for sentence in check(config):
            console.print(sentence)
        return

    def on_ready(address: str) -> None:
        workers = counted(config.workers, "worker") if config.workers else "workers on its cluster"
        console.print(f"kinescore {__version__} serves at {address} ({workers}); Ctrl+C stops it.")
        console.print(f"Jobs are kept in {config.store_folder}.")
        console.file.flush()

    Server(config).run(on_ready)
    console.print("Stopped; unfinished jobs go on at the next start.")


def _config(options: argparse.Namespace, settings: SettingsFile) -> ServeConfig:
    """The file's settings, and over them what the command line says."""
    said = {
        "address": options.address,
        "workers": 0 if options.ray and not (options.workers or settings.workers) else options.workers,
        "ray": options.ray,
        "batch": options.batch,
        "store_folder": options.store,
        "key_folder": options.keys,
        "status": options.status,
        "audit_file": options.audit,
        "models": _models(options) or None,
    }
    given = {name: value for name, value in said.items() if value is not None}
    folder = options.config.parent if options.config else Path()
    return replace(settings.over(ServeConfig(), folder), **given)


def _models(options: argparse.Namespace) -> tuple[ModelChoice, ...]:
    models, encoders, sampling = (
        _by_engine(f"--{name}", getattr(options, name)) for name in ("model", "encoders", "sampling")
    )
    own = own_models()
    models = {engine: [own[engine].model] for engine in own if engine in {*encoders, *sampling}} | models
    for option, values in (("--encoders", encoders), ("--sampling", sampling)):
        if lost := values.keys() - models.keys():
            raise KinescoreError(
                f"{option} is for {', '.join(sorted(lost))}, which has no model.", "Give it a --model."
            )
    require_encoders_for_clap(options)
    return tuple(
        ModelChoice(
            engine,
            model[-1],
            Path(encoders[engine][-1]) if engine in encoders else own_encoders(engine, model[-1]),
            **runtime_of(options),
            sampling=sampling_of(sampling.get(engine, ())),
            clap=options.clap,
        )
        for engine, model in models.items()
    )


def _by_engine(option: str, values: list[str]) -> dict[str, list[str]]:
    """What was given for each engine, in order."""
    found: dict[str, list[str]] = {}
    for engine, _, value in (value.partition("=") for value in values):
        if not value:
            raise KinescoreError(f"{option} {engine} names no engine.", f"Write it as {option} musicgen=...")
        found.setdefault(engine, []).append(value)
    return found
