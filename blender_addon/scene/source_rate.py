# SPDX-License-Identifier: GPL-3.0-or-later
"""At which frame rate an imported animation was recorded, which Blender's BVH importer does not keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import bpy

IMPORTER = "import_anim.bvh"
HEADER_BYTES = 1024 * 1024
"""As far as a file is read for its frame time; a hundred joints take 20 kB."""
RATES = (1.0, 1000.0)
SAME_RATE = 0.01
_FRAME_TIME = re.compile(rb"^\s*Frame\s+Time\s*:\s*([0-9.eE+-]+)", re.MULTILINE)


def source_fps(thing: bpy.types.Object) -> float | None:
    """The frames per second of the BVH file that the action of `thing` was imported from in this session.

    None where it came from elsewhere or the file is gone, and where the importer scaled it to the scene's rate. Other
    importers place keys by their time and need no such care.
    """
    action = thing.animation_data.action if thing.animation_data else None
    if action is None:
        return None
    stem = re.sub(r"\.\d{3}$", "", action.name)
    for imported, is_scaled in _imported():
        path = imported.with_stem(stem)
        if path == imported and is_scaled:
            return None
        try:
            status = path.stat()
        except OSError:
            continue
        return _rate_of(path, status.st_mtime_ns, status.st_size)
    return None


def differs(source: float, scene: bpy.types.Scene) -> bool:
    """Whether `scene` plays what was recorded at `source` fps noticeably slower or faster."""
    return abs(source * scene.render.fps_base / scene.render.fps - 1) > SAME_RATE


def use_rate(scene: bpy.types.Scene, fps: float) -> None:
    """Let `scene` play at `fps`, as 30 / 1.001 where that is nearer than a whole number."""
    whole = round(fps)
    drop = round(fps * 1.001)
    is_drop = abs(drop / 1.001 - fps) < abs(whole - fps)
    scene.render.fps, scene.render.fps_base = (drop, 1.001) if is_drop else (max(1, whole), 1.0)


def _imported() -> Iterator[tuple[Path, bool]]:
    """The files that the importer was given, latest first, and whether it scaled their times to the scene's rate."""
    manager = bpy.context.window_manager
    latest = manager.operator_properties_last(IMPORTER)
    done = [operator.properties for operator in manager.operators if operator.bl_idname == "IMPORT_ANIM_OT_bvh"]
    for properties in [*([latest] if latest else []), *reversed(done)]:
        if properties.filepath:
            yield Path(bpy.path.abspath(properties.filepath)), properties.use_fps_scale


@lru_cache(maxsize=64)
def _rate_of(path: Path, changed: int, size: int) -> float | None:
    """The rate in the header of a file; `changed` and `size` tell it from another of its name."""
    try:
        with path.open("rb") as file:
            found = _FRAME_TIME.search(file.read(HEADER_BYTES))
        rate = 1.0 / float(found[1]) if found else 0.0
    except (OSError, ValueError, ZeroDivisionError):
        return None
    return rate if RATES[0] <= rate <= RATES[1] else None
