"""The zip that users install: what is in it, and that a clean Blender makes music with nothing but it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import bpy
import numpy as np
import pytest

import kinescore
from tools import stage_extension

ROOT = Path(__file__).resolve().parents[2]
BLENDER_NEEDS = ("bpy", "numpy", "numpy.libs", "requests", "urllib3", "idna", "certifi", "charset_normalizer",
                 "zstandard", "cattrs", "cattr", "attrs", "attr", "typing_extensions.py")  # fmt: skip


OURS, OTHER = ("cp311", "abi3") if sys.version_info[:2] == (3, 11) else ("abi3", "cp311")


@pytest.fixture(scope="module")
def extension(tmp_path_factory) -> Path:
    """The zip for the Blender and the machine that run this test."""
    return staged(OURS, tmp_path_factory)


@pytest.fixture(scope="module")
def other_extension(tmp_path_factory) -> Path:
    """The zip for Blenders with another Python."""
    return staged(OTHER, tmp_path_factory)


def staged(abi: str, tmp_path_factory) -> Path:
    target = next(target for target in stage_extension.TARGETS if target.abi == abi)
    here = stage_extension.current_platform()
    try:
        stage_extension.pyzmq_wheel(target.wheels[here])
    except SystemExit as reason:
        pytest.skip(f"the pyzmq wheel cannot be downloaded: {reason}")
    folder = tmp_path_factory.mktemp("dist")
    (path,) = stage_extension.build_zips(target, [here], stage_extension.kinescore_wheel(), folder)
    return path


def test_the_zip_holds_the_add_on_its_wheels_and_a_licence(extension) -> None:
    with zipfile.ZipFile(extension) as archive:
        names = set(archive.namelist())
        manifest = tomllib.loads(archive.read("blender_manifest.toml").decode())
        (own,) = (name for name in names if Path(name).name.startswith("kinescore-"))
        with zipfile.ZipFile(archive.open(own)) as wheel:
            packaged = wheel.namelist()
    add_on = ROOT / "blender_addon"
    files = (path for path in add_on.rglob("*") if path.suffix in {".py", ".json"})
    sources = {path.relative_to(add_on).as_posix() for path in files}
    wheels = {f"wheels/{Path(name).name}" for name in manifest["wheels"]}
    assert names == sources | wheels | {"blender_manifest.toml", "LICENSE"}
    assert {Path(name).name.split("-")[0] for name in wheels} == {"kinescore", "pyzmq"}
    assert manifest["version"] == kinescore.__version__
    assert manifest["build"]["generated"]["platforms"] == [stage_extension.current_platform()]
    assert "kinescore/groovebox/__init__.py" in packaged
    assert not [name for name in packaged if "/models/" in name]  # Blender has no torch to play them
    assert extension.stat().st_size <= 5e6


def test_one_zip_for_each_platform_by_blenders_names(tmp_path, monkeypatch) -> None:
    """All of them in one run, around wheels that hold nothing: pyzmq's own are a download for each platform."""
    target = stage_extension.TARGETS[0]
    empty = tmp_path / "kinescore-0.1.0-py3-none-any.whl"
    for path in [empty, *(tmp_path / wheel.file_name for wheel in target.wheels.values())]:
        zipfile.ZipFile(path, "w").close()
    monkeypatch.setattr(stage_extension, "pyzmq_wheel", lambda wheel: tmp_path / wheel.file_name)
    monkeypatch.setattr(stage_extension, "BUILD", tmp_path / "build")
    zips = stage_extension.build_zips(target, list(target.wheels), empty, tmp_path / "dist")
    assert sorted((tmp_path / "dist").iterdir()) == sorted(zips)
    for path, (platform, wheel) in zip(zips, target.wheels.items(), strict=True):
        assert path.name == f"kinescore-{kinescore.__version__}-cp311-{platform.replace('-', '_')}.zip"
        with zipfile.ZipFile(path) as archive:
            held = {Path(name).name for name in archive.namelist() if name.startswith("wheels/")}
        assert held == {empty.name, wheel.staged_name}


def test_the_manifest_in_the_tree_names_the_version_of_the_package() -> None:
    """Blender reads it where the add-on runs from its sources; the zips get the package's version in any case."""
    assert tomllib.loads((ROOT / "blender_manifest.toml").read_text("utf-8"))["version"] == kinescore.__version__


def test_both_targets_cover_every_platform_and_blender_once() -> None:
    cp311, abi3 = stage_extension.TARGETS
    assert set(cp311.wheels) == set(abi3.wheels)
    assert 'max = "5.1.0"' in cp311.versions  # exclusive
    assert abi3.versions == 'blender_version_min = "4.2.0"'  # distributions build 4.2 to 5.0 with later Pythons
    staged = [wheel.staged_name for target in stage_extension.TARGETS for wheel in target.wheels.values()]
    assert len(staged) == len(set(staged)) == 12
    assert not any("universal2" in name for name in staged)


def test_blender_knows_by_the_wheels_which_python_each_zip_is_for() -> None:
    """By Blender's own function; what it finds is also what a repository's index says."""
    spec = importlib.util.spec_from_file_location("blender_ext", stage_extension.extension_builder())
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    cp311, abi3 = (
        builder.python_versions_from_wheels([wheel.staged_name for wheel in target.wheels.values()])
        for target in stage_extension.TARGETS
    )
    assert cp311 == {(3, 11)}
    assert {(3, 12), (3, 13), (3, 14)} <= abi3
    assert not cp311 & abi3


IN_A_CLEAN_BLENDER = """
import logging, os, sys, traceback
import bpy
try:
    extension, root = sys.argv[1:]
    bpy.ops.extensions.package_install_files(filepath=extension, repo="user_default", enable_on_install=True)
    import kinescore, zmq
    for module in (kinescore, zmq):
        assert os.environ["BLENDER_USER_RESOURCES"] in module.__file__, module.__file__
    assert hasattr(bpy.context.scene, "kinescore")
    print("ENABLED", flush=True)
    sys.path.append(root)
    from tests.blender_addon import rigs
    name = "bl_ext.user_default.kinescore"
    assert bpy.context.preferences.addons[name].preferences.folder == "//kinescore/"
    assert logging.getLogger(name).handlers
    waiting = sys.modules[name + ".timeline.paths"].waiting_folder()
    assert str(waiting).startswith(os.environ["BLENDER_USER_RESOURCES"]), waiting
    assert waiting.parts[-3:] == ("user_default", "kinescore", "unsaved"), waiting
    bpy.ops.wm.save_as_mainfile(filepath=os.path.join(os.environ["BLENDER_USER_RESOURCES"], "dance.blend"))
    scene = bpy.context.scene
    scene.frame_end = 72
    rigs.add_dancer(scene, rigs.RIGIFY)
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    editor = scene.sequence_editor
    (strip,) = editor.strips if hasattr(editor, "strips") else editor.sequences
    print("STRIP", strip.frame_final_start, strip.frame_final_end, strip.sound.filepath, len(scene.timeline_markers))
    bpy.ops.preferences.addon_disable(module="bl_ext.user_default.kinescore")
    assert not hasattr(scene, "kinescore")
    status = 0
except BaseException:
    traceback.print_exc()
    status = 1
sys.stdout.flush()
os._exit(status)
"""


def in_a_clean_blender(extension: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    libraries, user = tmp_path / "libraries", tmp_path / "user"
    libraries.mkdir()
    user.mkdir()
    installed = Path(np.__file__).parents[1]  # Blender's own needs, without kinescore and pyzmq
    for name in BLENDER_NEEDS:
        if (installed / name).exists():
            (libraries / name).symlink_to(installed / name)
    environment = {**os.environ, "PYTHONPATH": str(libraries), "BLENDER_USER_RESOURCES": str(user)}
    command = [sys.executable, "-S", "-c", IN_A_CLEAN_BLENDER, str(extension), str(ROOT)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def test_the_other_zip_is_refused_in_words(other_extension, tmp_path) -> None:
    done = in_a_clean_blender(other_extension, tmp_path)
    assert "ENABLED" not in done.stdout
    assert (
        "isn't compatible with" in done.stderr + done.stdout or "must be less than the maximum version" in done.stdout
    )


def test_a_clean_blender_makes_music_with_the_zip_alone(extension, tmp_path) -> None:
    done = in_a_clean_blender(extension, tmp_path)
    assert "ENABLED" in done.stdout, done.stdout + done.stderr
    if not bpy.app.build_options.audaspace:
        pytest.skip("installed and enabled; this bpy was built without Audaspace, so no strip can be made")
    assert done.returncode == 0, done.stdout + done.stderr
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("STRIP"))
    _, start, end, path, count = line.split()
    assert (start, end) == ("1", "73")
    assert path.startswith("//kinescore")
    assert int(count) >= 2
