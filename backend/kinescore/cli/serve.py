"""kinescore serve: the server for animators' Blenders, and the keys that let them in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from kinescore import __version__
from kinescore.cli.model_options import add_runtime_options, require_encoders_for_clap, runtime_of, sampling_of
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice
from kinescore.errors import KinescoreError
from kinescore.serve.config import ServeConfig
from kinescore.serve.server import Server
from kinescore.wire.address import DEFAULT_ADDRESS
from kinescore.wire.keys import fingerprint, load_client_keys, make_keys


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore serve`."""
    parser = commands.add_parser(
        "serve",
        help="make soundtracks for Blender and the command line",
        description="Make soundtracks for Blender and the command line until stopped (Ctrl+C). Jobs survive a restart.",
    )
    parser.add_argument("--address", default=DEFAULT_ADDRESS, help=f"where to listen (default {DEFAULT_ADDRESS})")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="jobs done at once (default 1)")
    parser.add_argument("--store", type=Path, metavar="DIR", help="folder of the job journal and results")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="server keys; needed to listen beyond this machine")
    parser.add_argument("--make-keys", type=Path, metavar="DIR", help="make the keys for one more client, then exit")
    parser.add_argument("--client", default="animator", metavar="NAME", help="with --make-keys: the client's name")
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
    add_runtime_options(learned)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Serve until stopped, or make keys."""
    console = Console(highlight=False, soft_wrap=True)
    if options.make_keys:
        client_file = make_keys(options.make_keys, options.client)
        print(f"Keys for '{options.client}': move {client_file} to that machine, for nobody else to read.")
        print(f"This server's fingerprint: {fingerprint(load_client_keys(client_file).server_public)}")
        return
    config = ServeConfig(
        address=options.address, key_folder=options.keys, workers=options.workers, models=_models(options)
    )
    if options.store:
        config = replace(config, store_folder=options.store)

    def on_ready(address: str) -> None:
        console.print(f"kinescore {__version__} serves at {address} ({config.workers} worker(s)); Ctrl+C stops it.")
        console.print(f"Jobs are kept in {config.store_folder}.")
        console.file.flush()

    Server(config).run(on_ready)
    console.print("Stopped; unfinished jobs go on at the next start.")


def _models(options: argparse.Namespace) -> tuple[ModelChoice, ...]:
    models, encoders, sampling = (
        _by_engine(f"--{name}", getattr(options, name)) for name in ("model", "encoders", "sampling")
    )
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
            Path(encoders[engine][-1]) if engine in encoders else None,
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
