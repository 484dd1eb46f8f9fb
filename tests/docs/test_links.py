"""Every link and image of every page leads somewhere, and every page is on the site's table of contents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, SITE, anchors, blocks, name_of, targets, tokens_of

ELSEWHERE = re.compile(r"https?://")
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{4,}(?![A-Za-z]|\.md)")
OWN_FOLDERS = ("backend/", "benchmarks/", "blender_addon/", "constraints/", "docs/", "examples/", "tests/", "tools/")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_and_images_exist(page: Path) -> None:
    for target in targets(page):
        if ELSEWHERE.match(target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{name_of(page)} leads to {target}"
        assert there.is_relative_to(ROOT), target
        if anchor:
            assert anchor in anchors(there), f"{name_of(page)} leads to {target}; there are {sorted(anchors(there))}"


def test_no_page_leads_to_an_address_that_nobody_knows() -> None:
    """The repository has no address yet; the only sites that are named are others'."""
    known = {"keepachangelog.com", "semver.org", "arxiv.org"}
    named = {target.split("/")[2] for page in PAGES for target in targets(page) if ELSEWHERE.match(target)}
    assert named <= known


def test_every_page_of_the_site_is_in_its_table_of_contents() -> None:
    listed = {
        line.strip()
        for block in blocks(SITE / "index.md")
        if block.language == "{toctree}"
        for line in block.text.splitlines()
        if line.strip() and not line.startswith(":")
    }
    pages = {path.relative_to(SITE).with_suffix("").as_posix() for path in SITE.rglob("*.md")}
    assert listed == pages - {"index"}


def test_every_picture_is_shown() -> None:
    shown = {(page.parent / target).resolve() for page in PAGES for target in targets(page) if "://" not in target}
    assert set((SITE / "images").iterdir()) <= shown


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_that_pages_name_are_there(page: Path) -> None:
    """Paths in code from the repository's own folders on; a part in capitals, such as NAME, stands for one's own."""
    for token in tokens_of(page):
        path = token.content.partition(" ")[0]
        if token.type == "code_inline" and path.startswith(OWN_FOLDERS) and not CAPITALS.search(path):
            assert (ROOT / path).exists(), f"{name_of(page)} names {path}"
