"""A real Blender (as a Python module) with the add-on switched on, and rigs built from code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

bpy = pytest.importorskip("bpy")

import addon_utils  # noqa: E402  comes with bpy

from tests.blender_addon import rigs  # noqa: E402


@pytest.fixture(scope="session")
def add_on() -> Iterator[None]:
    """The add-on, enabled from its source folder."""
    addon_utils.enable("blender_addon", default_set=True)
    yield
    addon_utils.disable("blender_addon", default_set=True)


@pytest.fixture
def scene(add_on: None) -> bpy.types.Scene:
    """An empty scene, 48 frames at 24 fps, in a file that was never saved."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    addon_utils.enable("blender_addon", default_set=True)  # factory settings switch add-ons off
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, 48
    return scene


@pytest.fixture
def saved_scene(scene: bpy.types.Scene, tmp_path: Path) -> bpy.types.Scene:
    """The same in a saved file; its folder has a name that is not ASCII."""
    folder = tmp_path / "Zoë tanzt 踊る"
    folder.mkdir()
    bpy.ops.wm.save_as_mainfile(filepath=str(folder / "dance.blend"))
    return bpy.context.scene


@pytest.fixture
def dancer(scene: bpy.types.Scene) -> bpy.types.Object:
    """A Mixamo-like character that bounces and steps at 120 BPM."""
    return rigs.add_dancer(scene, rigs.MIXAMO)
