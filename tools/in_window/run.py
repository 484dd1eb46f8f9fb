# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by Blender's own Python, with a window: install the extension, build the dance, and take the pictures of scenes.

Arguments after "--": a folder for all that is made, the address of a server, and the names of scenes.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import bpy

TOOLS = Path(__file__).resolve().parents[1]
sys.path.append(str(TOOLS))

from demo_dance import build_dance  # noqa: E402

from in_window.stage import Stage  # noqa: E402
from in_window.window import EXTENSION, Camera, Steps, drive  # noqa: E402


def take(folder: Path, address: str, scenes: list[str]) -> Steps:
    """All scenes, one after another, each in a file that is opened anew."""
    bpy.context.preferences.view.show_splash = False
    bpy.context.preferences.view.show_tooltips = False
    bpy.context.preferences.system.use_region_overlap = False
    yield 0.5
    install(folder / "extension")
    stage = Stage(folder, address)
    stage.build(build_dance)
    camera = Camera(folder)
    for name in scenes:
        print(f"scene {name}", flush=True)
        yield from importlib.import_module(f"in_window.{name}").take(stage, camera)


def install(zips: Path) -> None:
    """As Preferences > Get Extensions > Install from Disk does."""
    abi = "cp311" if sys.version_info[:2] == (3, 11) else "abi3"
    (package,) = zips.glob(f"*{abi}*.zip")
    window = bpy.context.window_manager.windows[0]
    with bpy.context.temp_override(window=window):
        bpy.ops.extensions.package_install_files(filepath=str(package), repo="user_default", enable_on_install=True)
    assert EXTENSION in bpy.context.preferences.addons, "the extension was not installed"


if __name__ == "__main__":
    folder, address, *scenes = sys.argv[sys.argv.index("--") + 1 :]
    drive(take(Path(folder), address, scenes))
