# SPDX-License-Identifier: GPL-3.0-or-later
"""A Blender window in the hands of a script: its areas, the add-on's panels, and pictures of both."""

from __future__ import annotations

import contextlib
import json
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from os import _exit
from pathlib import Path

import bpy

EXTENSION = "bl_ext.user_default.kinescore"
TAB = "Soundtrack"
DRAWN = 0.6
"""Seconds after which a change is on the screen; drawing itself is waited for in any case."""
PATIENCE_SECONDS = 400.0
LIST = "pictures.jsonl"
Steps = Iterator[float]
"""What is done in a window: a pause in seconds at each yield, in which Blender draws."""


def drive(steps: Steps) -> None:
    """Take one step after another while the window lives, then end Blender: exit code 1 where a step failed."""

    def tick() -> float:
        try:
            return next(steps)
        except StopIteration:
            code = 0
        except Exception:
            traceback.print_exc()
            code = 1
        sys.stdout.flush()
        sys.stderr.flush()
        _exit(code)

    bpy.app.timers.register(tick, first_interval=1.0, persistent=True)


def until(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> Steps:
    """Wait until `condition` holds. Raises TimeoutError."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if condition():
            return
        yield 0.1
    raise TimeoutError("What was waited for did not happen")


def area_of(kind: str) -> bpy.types.Area:
    """The largest area of this kind, such as VIEW_3D."""
    areas = [area for area in _window().screen.areas if area.ui_type == kind or area.type == kind]
    return max(areas, key=lambda area: area.width * area.height)


def region_of(area: bpy.types.Area, kind: str = "WINDOW") -> bpy.types.Region:
    """The region of this kind in `area`."""
    return next(region for region in area.regions if region.type == kind)


@contextlib.contextmanager
def within(area: bpy.types.Area, kind: str = "WINDOW") -> Iterator[None]:
    """Let operators run as over this region."""
    window = _window()
    with bpy.context.temp_override(window=window, screen=window.screen, area=area, region=region_of(area, kind)):
        yield


def show_panels(area: bpy.types.Area, opened: Iterable[str], closed: Iterable[str] | None = None) -> Steps:
    """Show the Soundtrack tab of `area` with the panels `opened` unfolded, of the rest only those `closed` (all where
    None). Names are the classes' ends, such as "takes"; the main panel is always there."""
    module = sys.modules[f"{EXTENSION}.ui.panels"]
    place = "view3d" if area.type == "VIEW_3D" else "sequencer"
    unfolded = {f"KINESCORE_PT_{place}_{name}" for name in opened}
    folded = None if closed is None else {f"KINESCORE_PT_{place}_{name}" for name in closed}
    for kind in reversed(module.PANELS):
        if kind.is_registered:
            bpy.utils.unregister_class(kind)
    for kind in module.PANELS:
        name = kind.__name__
        is_main = not hasattr(kind, "bl_parent_id")
        if is_main or name in unfolded or folded is None or name in folded:
            kind.bl_options = set() if is_main or name in unfolded else {"DEFAULT_CLOSED"}
            bpy.utils.register_class(kind)
    area.spaces.active.show_region_ui = True
    yield DRAWN
    region_of(area, "UI").active_panel_category = TAB
    yield from redrawn(area)


def redrawn(area: bpy.types.Area) -> Steps:
    """Wait until `area` is drawn anew."""
    area.tag_redraw()
    yield DRAWN
    yield 0.05


def invoke(area: bpy.types.Area, operator: str, kind: str = "UI", **values: object) -> Steps:
    """Press the button of an operator, such as "kinescore.generate", in a region of `area`, and see it drawn."""
    with within(area, kind):
        room, name = operator.split(".")
        getattr(getattr(bpy.ops, room), name)("INVOKE_DEFAULT", True, **values)  # with a step of undo, as a button
    yield from redrawn(area)


def editor_below(area: bpy.types.Area, kind: str, share: float) -> bpy.types.Area:
    """Split `area` and return its lower part, `share` of it, as an editor of this kind, such as DOPESHEET."""
    known = {other.as_pointer() for other in _window().screen.areas}
    with within(area):
        bpy.ops.screen.area_split(direction="HORIZONTAL", factor=share)
    (new,) = (other for other in _window().screen.areas if other.as_pointer() not in known)
    below = min(new, area, key=lambda part: part.y)
    below.ui_type = kind
    return below


def view_all(area: bpy.types.Area, operator: str) -> Steps:
    """Let `area` show everything, by its operator such as "action.view_all"."""
    yield from redrawn(area)
    yield from invoke(area, operator, kind="WINDOW")


def is_running() -> bool:
    """Whether music is being made for the scene."""
    return sys.modules[f"{EXTENSION}.run.runs"].current(bpy.context.scene) is not None


def generate(area: bpy.types.Area) -> Steps:
    """Press Generate Soundtrack and wait for the music."""
    yield from invoke(area, "kinescore.generate")
    yield from until(lambda: not is_running())
    yield from redrawn(area)


class Camera:
    """Asks `tools/pictures.py` for pictures of the screen: Blender's own screenshots are black where it draws without
    a graphics card. For each picture of the manual a line in its list says what to cut out: `box` (left, lower, right,
    upper) px from the lower left corner, which window and screen share; `without`, another picture of the screen, above
    whose first difference all is cut off; `trim`, whether what is empty below is cut off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def shoot(self) -> Generator[float, None, Path]:
        """Have the whole screen taken."""
        self._count += 1
        path = self._folder / f"screen-{self._count:03d}.png"
        path.with_suffix(".ask").touch()
        yield from until(path.exists)
        return path

    def picture(self, name: str, part: bpy.types.Area | bpy.types.Region, without: Path | None = None) -> Steps:
        """Take `part` of the window as docs/images/`name`.png."""
        box = (part.x, part.y, part.x + part.width, part.y + part.height)
        is_sidebar = isinstance(part, bpy.types.Region) and part.type in {"UI", "TOOL_PROPS"}
        yield from self.box(name, box, without, trim=is_sidebar)

    def box(self, name: str, box: tuple[int, int, int, int], without: Path | None = None, trim: bool = False) -> Steps:
        """Take what is within `box`."""
        screen = yield from self.shoot()
        line = {"name": name, "file": screen.name, "box": box, "trim": trim, "without": without.name if without else ""}
        with (self._folder / LIST).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(line) + "\n")

    def panel(self, name: str, area: bpy.types.Area, panel: str, base: Iterable[str] = ()) -> Steps:
        """Take one panel alone; `base` names those that it stands in."""
        yield from show_panels(area, base, ())
        before = yield from self.shoot()
        yield from show_panels(area, (*base, panel), ())
        yield from self.picture(name, region_of(area, "UI"), without=before)


def _window() -> bpy.types.Window:
    return bpy.context.window_manager.windows[0]
