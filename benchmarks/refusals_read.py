"""How many refusals hold, however they are said, and how many negations are taken for refusals that are none.

    python -m benchmarks.refusals_read [FILE...] [--all]

FILE has a prompt a line, a tab, and what it refuses, with commas between, or nothing, as in refusals.tsv and
refusals_counted_last.tsv of tests/groovebox, which are read where none is given. --all prints what is read otherwise.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kinescore.groovebox.prompt.parse import parse_prompt

FOLDER = Path(__file__).parents[1] / "tests" / "groovebox"
FILES = (FOLDER / "refusals.tsv", FOLDER / "refusals_counted_last.tsv")
KEYS = {"guitar": "clean_guitar", "strings": "string_section", "brass": "brass_section"}


class Refusal(NamedTuple):
    """A prompt, and the instruments that it refuses."""

    prompt: str
    things: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether all of them, and nothing where it refuses none, are left out; strings with the violins among them."""
        intent = parse_prompt(self.prompt)
        out = {*intent.unwanted} | ({"violin"} if "string_section" in intent.unwanted else set())
        keys = {KEYS.get(thing, thing) for thing in self.things}
        plays_alone = intent.solo and not keys & {*intent.wanted}
        return (keys <= out or plays_alone) if keys else not intent.unwanted


def read_refusals(path: Path) -> list[Refusal]:
    """Return the lines of a file."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip())
    return [
        Refusal(prompt, tuple(thing.strip() for thing in things.split(",") if thing.strip()))
        for prompt, things in lines
    ]


def main() -> None:
    """Print how many hold, file by file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*", default=list(FILES))
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        counted, held = Counter[str](), Counter[str]()
        for case in read_refusals(path):
            kind = "refusals" if case.things else "negations that refuse nothing"
            counted[kind] += 1
            held[kind] += case.holds
            if options.all and not case.holds:
                print(f"    {case.prompt}: {', '.join(case.things) or 'nothing'}")
        print(f"{path.name}: " + ", ".join(f"{held[kind]} of {counted[kind]} {kind}" for kind in counted))


if __name__ == "__main__":
    main()
