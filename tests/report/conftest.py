"""One browser and one results folder for all pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.browsing import CHROMIUM, DRIVER, start
from tests.report.made_results import write_results


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_results(tmp_path_factory.mktemp("evaluated"))


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[object]:
    if not (CHROMIUM.exists() and DRIVER.exists()):
        pytest.skip(f"needs a browser: {CHROMIUM} and {DRIVER}")
    started = start(tmp_path_factory.mktemp("profile"), downloads)
    yield started
    started.quit()
