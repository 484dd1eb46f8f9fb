"""How the piece begins, ends and is divided, and what of the movement is heard beside it, for a command."""

from __future__ import annotations

import argparse
from typing import Any

from kinescore.dance.foley_events import FoleyKind
from kinescore.errors import RequestError
from kinescore.form.form import Ending, SectionStart, Start


def add_form_options(parser: argparse._ActionsContainer) -> None:
    """Add --start, --ending, --section and --foley to `parser`."""
    parser.add_argument(
        "--start", choices=[start.value for start in Start], help="how the music begins (default: prompt, then engine)"
    )
    parser.add_argument(
        "--ending",
        choices=[ending.value for ending in Ending],
        help="how it ends (default: prompt, then engine); loop: without a seam, in a tempo that fits",
    )
    parser.add_argument(
        "--section",
        action="append",
        metavar="SECONDS[:NAME]",
        help="a section begins there, such as 12.5:chorus or 30:calm; may be given several times",
    )
    parser.add_argument(
        "--foley",
        metavar="KINDS",
        help="sounds of the movement beside the music, each kind on its own stem: whooshes,steps,impacts (default: as "
        "the prompt says)",
    )


def form_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the options decide of form and foley, by the names of a request. Raises RequestError."""
    chosen: dict[str, Any] = {}
    if options.start:
        chosen["start"] = Start(options.start)
    if options.ending:
        chosen["ending"] = Ending(options.ending)
    if options.section:
        sections = (section_of(text) for text in options.section)
        chosen["sections"] = tuple(sorted(sections, key=lambda section: section.start_seconds))
    if options.foley is not None:
        chosen["foley"] = foley_kinds(options.foley)
    return chosen


def foley_kinds(text: str) -> tuple[FoleyKind, ...]:
    """Return the kinds of foley in `text`, names with commas between them. Raises RequestError."""
    known = {kind.value: kind for kind in FoleyKind}
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise RequestError(
            f"'{(unknown or [text])[0][:60]}' is no kind of foley; there are {', '.join(known)}.",
            "Write those you want with commas between them: whooshes,impacts.",
        )
    return tuple(known[name] for name in dict.fromkeys(names))


def section_of(text: str) -> SectionStart:
    """Return the section that `text`, SECONDS or SECONDS:NAME, stands for. Raises RequestError."""
    seconds, _, name = text.partition(":")
    try:
        return SectionStart(float(seconds), name.strip())
    except ValueError:
        raise RequestError(
            f"'{text[:60]}' is no start of a section.", "Write seconds, and a name if it has one: 12.5:chorus."
        ) from None
