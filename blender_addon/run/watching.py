# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices by itself when the animation is no longer the one that the music on the timeline was made for.

Blender tells of every edit. Once the hands are off for a while, the movement is read again, a slice at a time, and
compared with the hash that the take remembers, and the frame rate with that at which it was read. Kept in memory only.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import bpy

from kinescore.errors import KinescoreError

from .. import compat
from ..background import log, redraw
from ..scene.sampling import find_scene
from ..timeline.strips import holds_take
from ..timeline.take_list import find_take
from . import runs
from .rereading import SLICE_SECONDS, has_changed

IDLE_SECONDS = 2.0
WAIT_SECONDS = 0.5
SLOW_SECONDS = 0.5
"""A rig for which one slice takes longer is left to the button: work must not stutter. A machine that is busy with
something else makes no rig slow: both clock and processor count."""
WATCHED = (bpy.types.Object, bpy.types.Action, bpy.types.Armature, bpy.types.Key)


class Watcher:
    """Which scenes were edited, and which takes no longer fit."""

    def __init__(self) -> None:
        self._edited: dict[int, float] = {}  # by the scene's session_uid: when
        self._rates: dict[int, float] = {}  # by the same: frames per second
        self._changed: dict[tuple[int, str], bool] = {}
        self._unread: dict[int, str] = {}  # by the scene's session_uid: why
        self._steps: Iterator[None] = iter(())
        self._checking: int | None = None
        self._is_reading = False

    def is_changed(self, scene: bpy.types.Scene) -> bool:
        """Whether the animation is known to have changed since a take on the timeline was made."""
        takes = (entry.take_id for entry in scene.kinescore_takes)
        return any(self._changed.get((scene.session_uid, take)) and holds_take(scene, take) for take in takes)

    def why_unread(self, scene: bpy.types.Scene) -> str:
        """Why nobody knows whether the animation has changed, in a sentence; "" where it is known."""
        is_there = any(holds_take(scene, entry.take_id) for entry in scene.kinescore_takes)
        return self._unread.get(scene.session_uid, "") if is_there else ""

    def note_rate(self, scene: bpy.types.Scene) -> None:
        """The frame rate of `scene` may have changed just now, and with it the speed of its animation."""
        fps = scene.render.fps / scene.render.fps_base
        if self._rates.setdefault(scene.session_uid, fps) != fps:
            self._rates[scene.session_uid] = fps
            self.note_edit(scene)

    def note_edit(self, scene: bpy.types.Scene) -> None:
        """The animation of `scene` may have changed just now."""
        if not self._is_reading and any(holds_take(scene, entry.take_id) for entry in scene.kinescore_takes):
            self._edited[scene.session_uid] = time.monotonic()
            if self._checking == scene.session_uid:
                self._checking = None  # begin again
            if not (bpy.app.background or bpy.app.timers.is_registered(_tick)):
                bpy.app.timers.register(_tick, first_interval=IDLE_SECONDS, persistent=True)

    def forget(self) -> None:
        """Another file is open."""
        self._edited.clear()
        self._rates.clear()
        self._changed.clear()
        self._unread.clear()
        self._checking = None

    def tick(self) -> float | None:
        """Go on a little; seconds until the next call, None once there is nothing to check."""
        if not self._edited:
            return None
        if _hands_are_on() or time.monotonic() - max(self._edited.values()) < IDLE_SECONDS:
            return WAIT_SECONDS
        uid = next(iter(self._edited))
        scene = find_scene(uid)
        if scene is None:
            self._edited.pop(uid)
            return WAIT_SECONDS
        if runs.current(scene) is not None:
            return WAIT_SECONDS
        if self._checking != uid:
            self._checking, self._steps = uid, self._check(scene)
        self._is_reading = True
        begun, worked = time.perf_counter(), time.process_time()
        try:
            next(self._steps)
            _settle()
            if min(time.perf_counter() - begun, time.process_time() - worked) > SLOW_SECONDS:
                self._finish(uid, "Reading the movement takes too long for it to be watched all the time.")
        except StopIteration:
            _settle()
            self._finish(uid)
        except KinescoreError as error:
            _settle()
            self._finish(uid, str(error))
        except ReferenceError as error:  # something was removed since; its edit has been noted
            _settle()
            log.info("The animation was not checked: %s", error)
            self._finish(uid)
        finally:
            self._is_reading = False
        return SLICE_SECONDS

    def _finish(self, uid: int, why_unread: str = "") -> None:
        self._edited.pop(uid, None)
        self._unread[uid] = why_unread
        self._checking = None
        redraw()

    def _check(self, edited: bpy.types.Scene) -> Iterator[None]:
        """Compare every take on the timeline, a slice between two yields."""
        uid = edited.session_uid
        for take_id in [entry.take_id for entry in edited.kinescore_takes if holds_take(edited, entry.take_id)]:
            scene = find_scene(uid)
            entry = find_take(scene, take_id) if scene else None
            if scene is None or entry is None:  # undone since
                return
            origin = entry.origin()
            self._changed[uid, take_id] = yield from has_changed(scene, origin)


watcher = Watcher()


def _tick() -> float | None:
    """The watcher's, for Blender's timers, which know a function again only by its being the same object."""
    return watcher.tick()


def _hands_are_on() -> bool:
    """Whether the artist is dragging something, playing, or rendering."""
    windows = bpy.context.window_manager.windows
    busy = any(window.screen.is_animation_playing or compat.is_dragging(window) for window in windows)
    return busy or bpy.app.is_job_running("RENDER")


def _settle() -> None:
    """Let Blender take in what reading has put back, so that it does not count as an edit."""
    for window in bpy.context.window_manager.windows:
        window.view_layer.update()


@bpy.app.handlers.persistent
def _on_edit(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
    """Blender tells of the scene that is shown; others may have the same character."""
    shown = scene.original if scene.is_evaluated else scene
    edited = [update.id for update in depsgraph.updates if isinstance(update.id, WATCHED)]
    objects = {block.name for block in edited if isinstance(block, bpy.types.Object)}
    for other in bpy.data.scenes:
        if len(other.kinescore_takes):
            watcher.note_rate(other)
            if edited if other == shown else not objects.isdisjoint(other.objects.keys()):
                watcher.note_edit(other)


@bpy.app.handlers.persistent
def _on_undo(*_: object) -> None:
    for scene in bpy.data.scenes:
        watcher.note_rate(scene)
        watcher.note_edit(scene)


@bpy.app.handlers.persistent
def _on_load(*_: object) -> None:
    watcher.forget()
    _on_undo()


HANDLERS = (
    ("depsgraph_update_post", _on_edit),
    ("undo_post", _on_undo),
    ("redo_post", _on_undo),
    ("load_post", _on_load),
)


def register() -> None:
    """Start watching."""
    for name, handler in HANDLERS:
        getattr(bpy.app.handlers, name).append(handler)


def unregister() -> None:
    """Stop."""
    if bpy.app.timers.is_registered(_tick):
        bpy.app.timers.unregister(_tick)
    for name, handler in HANDLERS:
        getattr(bpy.app.handlers, name).remove(handler)
    watcher.forget()
