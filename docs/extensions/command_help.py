"""The directive `command-help`: what `kinescore COMMAND --help` prints, taken from the parser itself."""

from __future__ import annotations

import argparse
from unittest.mock import patch

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from kinescore.cli.main import build_parser

COLUMNS = "88"


class CommandHelp(SphinxDirective):
    """Its argument is a command, such as "report page"; without one, the help of kinescore itself."""

    optional_arguments = 2

    def run(self) -> list[nodes.Node]:
        """Return the help as a literal block."""
        with patch.dict("os.environ", COLUMNS=COLUMNS):
            text = parser_of(self.arguments).format_help()
        return [nodes.literal_block(text, text, language="text")]


def parser_of(words: list[str]) -> argparse.ArgumentParser:
    """Return the parser of the command that `words` name. Raises KeyError for another word."""
    parser = build_parser()
    for word in words:
        parser = commands_of(parser)[word]
    return parser


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the commands below `parser`, by name."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: command for action in below for name, command in action.choices.items()}


def setup(app: Sphinx) -> dict[str, bool]:
    """Offer the directive."""
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
