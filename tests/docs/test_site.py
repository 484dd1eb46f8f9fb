"""The site builds without a warning, and shows itself without asking anybody for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import SITE

for package in ("sphinx", "myst_parser", "furo"):
    pytest.importorskip(package)

FETCHED = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=["'](https?:)?//""")
IN_STYLES = re.compile(r"@import|url\(\s*[\"']?https?:")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    strictly = ["-W", "--keep-going", "--quiet", "-b", "html", "-d", folder / "doctrees"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *strictly, SITE, folder / "html"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def test_every_page_is_there(site: Path) -> None:
    for page in SITE.rglob("*.md"):
        assert (site / page.relative_to(SITE).with_suffix(".html")).is_file(), page


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not FETCHED.search(page.read_text("utf-8")), page
    for style in site.rglob("*.css"):
        assert not IN_STYLES.search(style.read_text("utf-8")), style


def test_docstrings_become_lists_and_literals(site: Path) -> None:
    page = (site / "reference" / "python.html").read_text("utf-8")
    assert "<strong>confidence</strong> – [T, 17] float32 in 0..1" in page
    assert "`" not in re.sub(r"<[^>]+>", "", page.split("<article")[1].split("</article")[0])


def test_equations_and_the_picture_of_rooms_are_drawn(site: Path) -> None:
    assert (site / "explanation" / "method.html").read_text("utf-8").count("<math") > 5
    page = (site / "explanation" / "architecture.html").read_text("utf-8")
    picture = re.search(r'<svg class="rooms".*?</svg>', page, re.DOTALL)[0]
    assert "<title>engines imports backbones</title>" in picture
    for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="5">', picture):
        assert float(x) < float(y), "an import goes against the order"
