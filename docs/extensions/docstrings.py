"""Docstrings as they stand in the code, for Sphinx.

The code writes them for its readers: `name` in single backticks, and "name: what it is" in running text, several in a
line. Here the backticks become literals, and every field or parameter of that name begins an item of a list.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, is_dataclass
from typing import Any

from sphinx.application import Sphinx

SINGLE_BACKTICKS = re.compile(r"(?<![`:])`([^`]+)`(?!`)")
SENTENCE_END = r"(?:^|(?<=[.;)\"] ))"


def names_in(thing: object) -> list[str]:
    """Return the fields of a dataclass or the parameters of a function."""
    if is_dataclass(thing):
        return [field.name for field in fields(thing)]
    try:
        return list(inspect.signature(thing).parameters) if callable(thing) else []
    except (TypeError, ValueError):
        return []


def as_items(paragraph: str, names: list[str]) -> str:
    """Return a paragraph of "name: text name, name: text" as a list; any other paragraph as it is."""
    if not names:
        return paragraph
    name = f"(?:{'|'.join(map(re.escape, names))})"
    starts = list(re.finditer(rf"{SENTENCE_END}({name}(?:, {name})*): ", paragraph))
    if not starts:
        return paragraph
    ends = [start.start() for start in starts[1:]] + [len(paragraph)]
    items = [
        f"* **{start[1]}** – {paragraph[start.end() : end].strip()}" for start, end in zip(starts, ends, strict=True)
    ]
    before = paragraph[: starts[0].start()].strip()
    return "\n".join([before, "", *items] if before else items)


def rewrite(_app: Sphinx, _what: str, _name: str, thing: object, _options: object, lines: list[str]) -> None:
    """Change a docstring's lines in place."""
    paragraphs = "\n".join(lines).strip().split("\n\n")
    names = names_in(thing)
    plain = [SINGLE_BACKTICKS.sub(r"``\1``", " ".join(paragraph.split("\n"))) for paragraph in paragraphs]
    lines[:] = "\n\n".join(as_items(paragraph, names) for paragraph in plain).split("\n")


def setup(app: Sphinx) -> dict[str, Any]:
    """Listen to autodoc."""
    app.connect("autodoc-process-docstring", rewrite)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
