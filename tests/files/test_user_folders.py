"""Each platform's own places, as its makers name them; `tests/serve/test_store.py` has more of them for state."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinescore.files.user_folders import DATA, STATE, user_folder


@pytest.mark.parametrize(
    ("platform", "kind", "environment", "expected"),
    [
        ("linux", DATA, {}, Path.home() / ".local/share/kinescore/models"),
        ("linux", DATA, {"XDG_DATA_HOME": "/far/data"}, Path("/far/data/kinescore/models")),
        ("linux", STATE, {"XDG_DATA_HOME": "/far/data"}, Path.home() / ".local/state/kinescore/models"),
        ("darwin", DATA, {"XDG_DATA_HOME": "/far/data"}, Path.home() / "Library/Application Support/kinescore/models"),
        ("win32", DATA, {}, Path.home() / "AppData/Local/kinescore/models"),
    ],
)
def test_where_things_lie(platform: str, kind: tuple[str, str], environment: dict[str, str], expected: Path) -> None:
    assert user_folder("models", kind, environment, platform) == expected
