"""SoundFonts for a command: files of this machine, or names of those that lie with a server."""

from __future__ import annotations

import argparse
from pathlib import Path

from kinescore.errors import RequestError
from kinescore.sound.soundfont_choice import SoundFontChoice, soundfont_option


def add_soundfont_options(parser: argparse._ActionsContainer) -> None:
    """Add --soundfont to `parser`."""
    parser.add_argument(
        "--soundfont",
        action="append",
        metavar="FILE[:PART,...]",
        help="let a .sf2 or .sf3 file play these stems or instruments, such as GM.sf2:drums,bass (default: all that it "
        "has); may be given several times; with --server, the name of a file in the server's folder of SoundFonts",
    )


def soundfonts_of(options: argparse.Namespace) -> tuple[SoundFontChoice, ...]:
    """Return the choices for a request. Raises RequestError."""
    named = (soundfont_option(text) for text in options.soundfont or ())
    return tuple(SoundFontChoice(Path(file).name, parts) for file, parts in named)


def soundfont_files(options: argparse.Namespace) -> dict[str, Path]:
    """Return the files that the options point at on this machine, by name; what is not there is left to the folder of
    SoundFonts. Raises RequestError for two of one name."""
    files: dict[str, Path] = {}
    for text in options.soundfont or ():
        path = Path(soundfont_option(text)[0])
        if not path.is_file():
            if path.parent != Path():
                raise RequestError(f"There is no SoundFont at {path}.", "Give the path of a .sf2 or .sf3 file.")
            continue
        if files.setdefault(path.name, path).resolve() != path.resolve():
            raise RequestError(f"Two SoundFonts are called '{path.name}'.", "Rename one of the files.")
    return files
