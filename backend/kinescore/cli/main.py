"""The kinescore command: parse, run, user errors in one sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kinescore import __version__
from kinescore.cli import (
    admin,
    analyse,
    convert,
    doctor,
    evaluate,
    export,
    generate,
    models,
    prepare,
    pretrain,
    report,
    serve,
    train,
)
from kinescore.errors import Cancelled, KinescoreError

USER_ERROR = 2
INTERRUPTED = 130


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; each command's `run` does the work."""
    parser = argparse.ArgumentParser(
        prog="kinescore", description="Watches a character move and writes music that lands on the movement."
    )
    parser.add_argument("--version", action="version", version=f"kinescore {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    of_music = (analyse, generate, export, convert, serve, admin)
    of_learning = (prepare, pretrain, train, evaluate, report, models, doctor)
    for command in (*of_music, *of_learning):
        command.add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0, 2 for what the user can mend, 130 when interrupted."""
    options = build_parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except KinescoreError as error:
        print(f"kinescore: {error}", file=sys.stderr)
        return USER_ERROR
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"kinescore: {_sentence_of(error)}{where}.", file=sys.stderr)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        print("kinescore: stopped.", file=sys.stderr)
        return INTERRUPTED


def _sentence_of(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "A file is where a folder is wanted"
    return str(error.strerror or error)
