"""Which of a take's sections is meant."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.errors import RequestError
from kinescore.take import Section


def find_section(sections: Sequence[Section], wanted: str) -> int:
    """Return the index of the section that `wanted` means: its name, in any case, or its number from 1.

    Raises RequestError, naming those there are, where there is none or where several have that name.
    """
    if wanted.strip().isdigit() and 1 <= int(wanted) <= len(sections):
        return int(wanted) - 1
    found = [index for index, one in enumerate(sections) if one.name.casefold() == wanted.strip().casefold()]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{index + 1} {one.name} ({one.start_seconds:.2f} s)" for index, one in enumerate(sections))
    trouble = f"{len(found)} sections are called '{wanted[:60]}'" if found else f"There is no section '{wanted[:60]}'"
    raise RequestError(f"{trouble}; the take has {there}.", "Give the number of one of them.")
