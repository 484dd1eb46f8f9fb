"""The walls of the house: who may import whom, and what nobody may import."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "backend" / "kinescore"
ADD_ON = ROOT / "blender_addon"

HEAVY = {"torch", "transformers", "diffusers", "scipy", "librosa", "matplotlib", "soundfile", "ray"}
ORDER = (
    *(
        "errors",
        "progress",
        "files",
        "sound",
        "motion",
        "dance",
        "form",
        "request",
        "take",
        "mastering",
        "genres",
        "word_bank",
    ),
    *(
        "fit",
        "beat_lock",
        "exchange",
        "groovebox",
        "foley",
        "editing",
        "wire",
        "pretrained",
        "pseudo_words",
        "encoders",
        "backbones",
        "engines",
    ),
    *("serve", "data", "plot", "train", "evaluation", "grid", "report", "cli", "__main__"),
)
"""Rooms and modules of the package: each imports only from those before it."""
ADD_ON_ORDER = ("compat", "translations", "background", "scene", "timeline", "settings", "run", "operators", "ui")
"""The same for the add-on. The last two do not know each other: panels name operators by their ids."""
STRANGERS = (
    ("encoders", "backbones"),  # engines join them
    ("serve", "encoders"),
    ("serve", "backbones"),
    ("serve", "groovebox"),  # the worker asks the composer
    ("train", "engines"),
    ("wire", "groovebox"),
)
"""Pairs of which neither imports the other."""
FOR_THE_ADD_ON = {
    *("errors", "progress", "files", "sound", "motion", "dance", "form", "request", "take", "mastering", "groovebox"),
    *("wire", "genres", "word_bank", "fit", "foley", "exchange", "editing", "engines"),
}
BEYOND_THE_STANDARD_LIBRARY = {
    "dance": {"numpy"},
    "form": {"numpy"},
    "mastering": {"numpy"},
    "fit": {"numpy"},
    "editing": {"numpy"},
    "groovebox": {"numpy", "tinysoundfont"},  # SoundFonts, where it is installed
    "foley": {"numpy"},
    "exchange": {"numpy"},
    "wire": {"numpy", "zmq"},
}
RUN_BY_BLENDER = ROOT / "backend" / "kinescore_blender"
PICKLE_READER = PACKAGE / "motion" / "readers" / "safe_pickle.py"


def sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path: Path) -> set[str]:
    """Every dotted name that the file imports, at any depth of nesting, with relative ones resolved."""
    top = PACKAGE.parent if path.is_relative_to(PACKAGE) else ROOT
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(path.relative_to(top).parts[: -node.level]) if node.level else ""
            found.update(".".join(filter(None, (base, node.module, alias.name))) for alias in node.names)
    return found


def room_of(name: str, package: Path = PACKAGE) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == package.name and len(parts) > 1 else None


def modules(package: Path = PACKAGE) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    found = {}
    for path in sources(package):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def test_every_room_stands_in_the_order() -> None:
    rooms = {room_of(name) for name in modules()} - {None}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    before = set(ORDER[: ORDER.index(room)]) | {None, room, "__version__"}
    for path in sources(PACKAGE / room) or [PACKAGE / f"{room}.py"]:
        above = {room_of(name) for name in imports(path)} - before
        assert not above, f"{path.relative_to(ROOT)} imports {above}"


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_strangers_do_not_import_each_other(one: str, other: str) -> None:
    for room, stranger in ((one, other), (other, one)):
        for path in sources(PACKAGE / room):
            assert stranger not in {room_of(name) for name in imports(path)}, path


@pytest.mark.parametrize("room", ADD_ON_ORDER)
def test_a_room_of_the_add_on_imports_only_from_rooms_before_it(room: str) -> None:
    assert {room_of(name, ADD_ON) for name in modules(ADD_ON)} - {None} == set(ADD_ON_ORDER)
    before = set(ADD_ON_ORDER[: ADD_ON_ORDER.index(room)]) - {"operators"} | {None, room}
    for path in sources(ADD_ON / room) or [ADD_ON / f"{room}.py"]:
        above = {room_of(name, ADD_ON) for name in imports(path)} - before
        assert not above, f"{path.relative_to(ROOT)} imports {above}"


@pytest.mark.parametrize("package", [PACKAGE, ADD_ON], ids=lambda package: package.name)
def test_imports_inside_every_room_go_one_way(package: Path) -> None:
    """Among the modules and rooms of any room there is no circle."""
    known = modules(package)
    edges = {
        (name, imported if imported in known else imported.rpartition(".")[0])
        for name, path in known.items()
        for imported in imports(path)
    }
    for parent in {name.rpartition(".")[0] for name in known} - {""}:
        graph: dict[str, set[str]] = {}
        for importer, imported in edges:
            one, other = (_child_of(parent, name) for name in (importer, imported))
            if one and other and one != other:
                graph.setdefault(one, set()).add(other)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            pytest.fail(f"{parent}: {' <- '.join(error.args[1])}")


def _child_of(parent: str, name: str) -> str | None:
    return name.removeprefix(f"{parent}.").partition(".")[0] if name.startswith(f"{parent}.") else None


@pytest.mark.parametrize("room", BEYOND_THE_STANDARD_LIBRARY)
def test_rooms_inside_blender_stay_light(room: str) -> None:
    for path in sources(PACKAGE / room):
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"kinescore"}
        assert outside <= BEYOND_THE_STANDARD_LIBRARY[room], f"{path.relative_to(ROOT)} imports {outside}"


def test_only_the_worker_plays() -> None:
    playing = {"kinescore.engines.composer", "kinescore.engines.side_by_side", "kinescore.engines.learned", "torch"}
    for path in sources(PACKAGE / "serve"):
        modules_known = {name.rpartition(".")[0] for name in imports(path)} | imports(path)
        assert path.name == "worker.py" or not modules_known & playing, path


def test_bpy_lives_in_the_add_on_and_in_a_process_of_its_own() -> None:
    """What Blender runs to read FBX and USD is a package apart, under Blender's licence: nothing imports it."""
    for path in sources(PACKAGE):
        tops = {name.split(".")[0] for name in imports(path)}
        assert not tops & {"bpy", "kinescore_blender"}, path
    assert {path.name for path in sources(RUN_BY_BLENDER)} == {"__init__.py", "export_motion.py"}
    for path in sources(RUN_BY_BLENDER):
        assert path.read_text("utf-8").startswith("# SPDX-License-Identifier: GPL-3.0-or-later\n"), path
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)
        assert outside <= {"bpy", "numpy", "pxr"}, path


def test_the_add_on_uses_only_what_its_wheel_carries() -> None:
    blender = {"bpy", "bpy_extras", "mathutils", "addon_utils", "aud", "blf", "gpu", "gpu_extras"}
    allowed = {*blender, "numpy", "kinescore", ADD_ON.name}
    for path in sources(ADD_ON):
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)
        assert outside <= allowed, f"{path.relative_to(ROOT)} imports {outside - allowed}"
        rooms = {room_of(name) for name in imports(path)} - {None}
        assert rooms <= FOR_THE_ADD_ON | {"__version__"}, f"{path.relative_to(ROOT)} imports {rooms - FOR_THE_ADD_ON}"


@pytest.mark.parametrize("module", ["kinescore.engines.composer", "kinescore.wire.client", "kinescore.serve.door"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_nothing_received_is_unpickled_or_run() -> None:
    """The AIST++ reader alone touches pickle, through an unpickler that accepts arrays and plain containers."""
    forbidden_modules = {"pickle", "dill", "cloudpickle", "marshal", "shelve"}
    for path in [*sources(ROOT / "backend"), *sources(ADD_ON), *sources(ROOT / "tools")]:
        tree = ast.parse(path.read_text("utf-8"))
        tops = {name.split(".")[0] for name in imports(path)}
        if path != PICKLE_READER:
            assert not tops & forbidden_modules, f"{path.relative_to(ROOT)} imports {tops & forbidden_modules}"
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            called = ast.unparse(call.func)
            assert called not in {"eval", "exec", "pickle.load", "pickle.loads"}, f"{path}:{call.lineno} calls {called}"
            words = {word.arg: ast.unparse(word.value) for word in call.keywords}
            assert words.get("allow_pickle", "False") == "False", f"{path}:{call.lineno}"
            if called == "torch.load":
                assert words.get("weights_only") == "True", f"{path}:{call.lineno}"
