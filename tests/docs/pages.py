"""What the project's pages say: their blocks of code, commands, links and headings, read as a renderer reads them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "docs"
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob(".github/**/*.md"), *SITE.rglob("*.md")))
PLACEHOLDER = re.compile(r"\.\.\.|…|\bCOMMAND\b")
COMMAND_LANGUAGES = ("", "bash", "console", "text")


@dataclass(frozen=True)
class Code:
    """A block of a page. line: in the page, from 1 on."""

    language: str
    text: str
    line: int


def name_of(page: Path) -> str:
    """Return the page's path below the repository, for the names of tests."""
    return page.relative_to(ROOT).as_posix()


def tokens_of(page: Path) -> list[Token]:
    """Return the page's tokens, those within paragraphs behind their paragraph's."""
    return [
        inner
        for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))
        for inner in (token, *(token.children or ()))
    ]


def blocks(page: Path) -> Iterator[Code]:
    """Yield the page's fenced blocks in order; language is the first word behind the fence."""
    for token in tokens_of(page):
        if token.type == "fence":
            language, *_ = [*token.info.split(), ""]
            yield Code(language, token.content, token.map[0] + 2)


def commands(code: Code, program: str) -> Iterator[list[str]]:
    """Yield the words of every line of `code` that calls `program`; a line that ends in a backslash goes on."""
    for line in code.text.replace("\\\n", " ").splitlines():
        if code.language in COMMAND_LANGUAGES and line.startswith(f"{program} ") and not PLACEHOLDER.search(line):
            yield shlex.split(line, comments=True)


def commands_in_blocks(page: Path, program: str) -> Iterator[list[str]]:
    """Yield the words of every call of `program` in the page's blocks."""
    for block in blocks(page):
        yield from commands(block, program)


def commands_in_sentences(page: Path, program: str) -> Iterator[list[str]]:
    """Yield the words of `program` with what follows it in code within sentences, which may lack arguments."""
    for token in tokens_of(page):
        if token.type == "code_inline":
            yield from commands(Code("", token.content, 0), program)


def targets(page: Path) -> list[str]:
    """Return where the page's links and images lead."""
    return [str(token.attrGet("href") or token.attrGet("src")) for token in tokens_of(page) if token.type in LINKS]


LINKS = ("link_open", "image")


def anchors(page: Path) -> set[str]:
    """Return the names of the page's headings, as GitHub and the site make them."""
    stream = MarkdownIt("commonmark").parse(page.read_text("utf-8"))
    headings = [after.content for token, after in pairwise(stream) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
