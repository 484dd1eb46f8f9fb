"""The walls of the house: who may import whom, and what nobody may import."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "backend" / "kinescore"

HEAVY = {"torch", "transformers", "diffusers", "scipy", "librosa", "matplotlib", "soundfile", "ray"}
SHARED_VALUES = {
    "atomic_file",
    "strict_json",
    "packages",
    "errors",
    "audio",
    "request",
    "take",
    "progress",
    "model_choice",
}
ALLOWED_ROOMS = {
    "dance": SHARED_VALUES,
    "fit": SHARED_VALUES,
    "pose": SHARED_VALUES | {"dance"},
    "groovebox": SHARED_VALUES | {"dance", "fit"},
    "wire": SHARED_VALUES | {"dance", "take_archive"},
    "serve": SHARED_VALUES | {"dance", "wire", "take_archive", "composer"},
    "prompt": SHARED_VALUES,
    "encoders": SHARED_VALUES | {"dance", "prompt", "frozen"},
    "backbones": SHARED_VALUES | {"dance", "prompt", "frozen"},
    "data": SHARED_VALUES | {"dance", "prompt", "encoders", "backbones", "frozen", "motion_source"},
    "train": SHARED_VALUES | {"dance", "prompt", "encoders", "backbones", "data", "plot"},
    "evaluate": SHARED_VALUES | {"dance", "prompt", "encoders", "backbones", "data", "frozen", "motion_source"},
    "report": SHARED_VALUES | {"dance", "fit", "data", "evaluate", "motion_source"},
    "grid": SHARED_VALUES | {"dance", "data", "encoders", "evaluate", "composer", "take_archive"},
}
BEYOND_THE_STANDARD_LIBRARY = {"dance": {"numpy"}, "fit": {"numpy"}, "groovebox": {"numpy"}, "wire": {"numpy", "zmq"}}
PICKLE_READER = PACKAGE / "dance" / "readers" / "safe_pickle.py"


def sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path: Path) -> set[str]:
    """Every dotted name that the file imports, at any depth of nesting."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def room_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "kinescore" and len(parts) > 1 else None


@pytest.mark.parametrize("room", ALLOWED_ROOMS)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    for path in sources(PACKAGE / room):
        others = {room_of(name) for name in imports(path)} - {None, room, "__version__"}
        assert others <= ALLOWED_ROOMS[room], f"{path.relative_to(ROOT)} imports {others - ALLOWED_ROOMS[room]}"


@pytest.mark.parametrize("room", BEYOND_THE_STANDARD_LIBRARY)
def test_rooms_inside_blender_stay_light(room: str) -> None:
    for path in sources(PACKAGE / room):
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"kinescore"}
        assert outside <= BEYOND_THE_STANDARD_LIBRARY[room], f"{path.relative_to(ROOT)} imports {outside}"


def test_only_the_worker_knows_the_composer() -> None:
    knowing = {p.name for p in sources(PACKAGE / "serve") if "composer" in {room_of(name) for name in imports(p)}}
    assert knowing <= {"worker.py"}


def test_bpy_lives_in_the_add_on_only() -> None:
    for path in sources(PACKAGE):
        assert "bpy" not in {name.split(".")[0] for name in imports(path)}, path


def test_the_add_on_uses_only_what_its_wheel_carries() -> None:
    allowed = {"bpy", "bpy_extras", "mathutils", "numpy", "kinescore", "addon_utils", "aud", "blf", "gpu"}
    for path in sources(ROOT / "blender_addon"):
        outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)
        assert outside <= allowed, f"{path.relative_to(ROOT)} imports {outside - allowed}"
        rooms = {room_of(name) for name in imports(path)} - {None}
        assert rooms <= SHARED_VALUES | {"dance", "groovebox", "wire", "take_archive", "composer", "__version__"}, path


@pytest.mark.parametrize("module", ["kinescore.composer", "kinescore.wire.client", "kinescore.serve.door"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_nothing_received_is_unpickled_or_run() -> None:
    """The AIST++ reader alone touches pickle, through an unpickler that accepts arrays and plain containers."""
    forbidden_modules = {"pickle", "dill", "cloudpickle", "marshal", "shelve"}
    for path in [*sources(PACKAGE), *sources(ROOT / "blender_addon"), *sources(ROOT / "tools")]:
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
