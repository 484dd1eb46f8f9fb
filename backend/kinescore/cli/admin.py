"""kinescore admin: keep a running server: everybody's jobs, backups, keys, and an end without losing a job."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from kinescore.wire.address import DEFAULT_ADDRESS
from kinescore.wire.admin_messages import (
    AddClient,
    AdminCall,
    AllJobs,
    AskAllJobs,
    Backup,
    CancelJob,
    Done,
    Drain,
    Revoke,
)
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError
from kinescore.wire.keys import ClientKeys, KeyPair, fingerprint, load_client_keys, write_client_keys

NAME_CHARACTERS = 36


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore admin`."""
    parser = commands.add_parser(
        "admin",
        help="keep a running server: jobs, cancel, drain, revoke, add-client, backup",
        description="Keep a running server. With keys, this client must be an admin: "
        "kinescore serve --make-keys DIR --client NAME --admin.",
    )
    parser.add_argument("--server", default=DEFAULT_ADDRESS, metavar="ADDRESS", help=f"default {DEFAULT_ADDRESS}")
    parser.add_argument("--key", type=Path, metavar="FILE", help="an admin's key, for a server that asks for one")
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    tasks.add_parser("jobs", help="list the newest jobs of all clients")
    cancel = tasks.add_parser("cancel", help="stop a job, whose ever it is")
    cancel.add_argument("name", help="as `kinescore admin jobs` lists it")
    tasks.add_parser("drain", help="start no more jobs; the server ends when those that run are done")
    tasks.add_parser("backup", help="copy journal, requests and results into the store's folder of backups")
    revoke = tasks.add_parser("revoke", help="shut a client out and cancel its jobs")
    revoke.add_argument("client", help="the name of its file in the server's `allowed` folder")
    add = tasks.add_parser(
        "add-client",
        help="let one more client in: its keys are made here, and the server gets the public one",
        description="Let one more client in. Its keys are made on this machine and written to a file that only you can "
        "read; the server is sent the public key alone.",
    )
    add.add_argument("client", help="its name: letters, digits, '-' and '_'")
    add.add_argument("-o", "--output", type=Path, metavar="FILE", help="the client's key file (default: NAME.key)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Say it to the server and print what it answers."""
    console = Console(highlight=False, soft_wrap=True)
    keys = load_client_keys(options.key) if options.key else None
    with Client(options.server, keys) as client:
        if options.task == "jobs":
            console.print(_table(client.ask(AskAllJobs(), AllJobs)))
        elif options.task == "add-client":
            for sentence in _add(client, keys, options):
                console.print(escape(sentence))
        else:
            console.print(escape(client.ask(_call(options), Done, patience_seconds=0.0).sentence))


def _call(options: argparse.Namespace) -> AdminCall:
    match options.task:
        case "cancel":
            return CancelJob(options.name)
        case "revoke":
            return Revoke(options.client)
        case "drain":
            return Drain()
        case _:
            return Backup()


def _add(client: Client, keys: ClientKeys | None, options: argparse.Namespace) -> Iterator[str]:
    """Write the new client's keys, have the server list them, and take them away again where it does not."""
    if keys is None:
        raise WireError("A client is added by an admin with a key.", "Name yours with --key FILE.")
    file = options.output or Path(f"{options.client}.key")
    added = ClientKeys(KeyPair.new(), keys.server_public)
    call = AddClient(options.client, added.own.public)
    write_client_keys(file, added)
    try:
        yield client.ask(call, Done, patience_seconds=0.0).sentence
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    yield f"Move {file} to that machine, for nobody else to read."
    yield f"The server's fingerprint: {fingerprint(keys.server_public)}"


def _table(listed: AllJobs) -> Table:
    name = Column("job", min_width=NAME_CHARACTERS)  # whole, however narrow the window: `cancel` wants it so
    table = Table(name, "client", "state", "phase", "done", box=None)
    for job in listed.jobs:
        table.add_row(job.name, escape(job.client), job.state.value, escape(job.phase), f"{job.fraction:.0%}")
    return table
