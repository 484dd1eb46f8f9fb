"""kinescore serve: the server for animators' Blenders, and the keys that let them in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from kinescore import __version__
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Serve until stopped, or make keys."""
    console = Console(highlight=False, soft_wrap=True)
    if options.make_keys:
        client_file = make_keys(options.make_keys, options.client)
        print(f"Keys for '{options.client}': move {client_file} to that machine, for nobody else to read.")
        print(f"This server's fingerprint: {fingerprint(load_client_keys(client_file).server_public)}")
        return
    config = ServeConfig(address=options.address, key_folder=options.keys, workers=options.workers)
    if options.store:
        config = replace(config, store_folder=options.store)

    def on_ready(address: str) -> None:
        console.print(f"kinescore {__version__} serves at {address} ({config.workers} worker(s)); Ctrl+C stops it.")
        console.print(f"Jobs are kept in {config.store_folder}.")
        console.file.flush()

    Server(config).run(on_ready)
    console.print("Stopped; unfinished jobs go on at the next start.")
