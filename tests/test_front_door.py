"""What `import kinescore` offers, and what it costs."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import kinescore

PACKAGE = Path(kinescore.__file__).parent


def test_there_are_few_names_and_dir_shows_them() -> None:
    assert len(kinescore.__all__) <= 22
    assert set(dir(kinescore)) == {*kinescore.__all__, "__version__"}


@pytest.mark.parametrize("name", kinescore.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(kinescore, name)
    assert value.__name__ == name
    assert len(inspect.getdoc(value) or "") > 30


def test_other_names_are_refused_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Backbone'"):
        kinescore.Backbone  # noqa: B018


def test_importing_loads_no_room_and_no_library() -> None:
    code = "import sys; before = set(sys.modules); import kinescore; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name.partition(".")[0] for name in loaded} - set(sys.stdlib_module_names) == {"kinescore"}
    assert [name for name in loaded if name.startswith("kinescore.")] == []


def test_composing_loads_no_torch() -> None:
    code = (
        "import sys, kinescore; kinescore.compose, kinescore.analyse, kinescore.Client; print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_checkers_see_the_types() -> None:
    assert (PACKAGE / "py.typed").is_file()
