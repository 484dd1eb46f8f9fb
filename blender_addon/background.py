# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in a thread that never touches bpy; what it has to say waits in a queue for the main thread."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import bpy

from kinescore.errors import Cancelled, KinescoreError

from .compat import ADD_ON

Result = TypeVar("Result")
log = logging.getLogger(ADD_ON)
TICK_SECONDS = 0.1


@dataclass(frozen=True)
class WorkProgress:
    """Where the work is. phase: for people; fraction: 0..1; eta_seconds: until the end, None while unknown."""

    phase: str
    fraction: float = 0.0
    eta_seconds: float | None = None


@dataclass(frozen=True)
class WorkFinished(Generic[Result]):
    """The work's result."""

    result: Result


@dataclass(frozen=True)
class WorkFailed:
    """Why there is no result."""

    error: KinescoreError


@dataclass(frozen=True)
class WorkStopped:
    """The work has stopped because it was asked to."""


Event = WorkProgress | WorkFinished | WorkFailed | WorkStopped
Tell = Callable[[WorkProgress], None]
Work = Callable[[Tell, threading.Event], Result]
"""Called in the thread as work(tell, cancelled); looks at `cancelled` often and raises Cancelled once that is set."""


class WorkThread(Generic[Result]):
    """Runs one piece of work in a daemon thread; the last of its `events` is one WorkFinished, WorkFailed or
    WorkStopped."""

    def __init__(self, work: Work[Result]) -> None:
        self._work = work
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="kinescore worker", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it has when WorkStopped comes (or WorkFinished, when it was faster)."""
        self._cancelled.set()

    def join(self, seconds: float) -> None:
        """Wait for the thread, for `seconds` at most."""
        self._thread.join(seconds)

    def events(self) -> Iterator[Event]:
        """What has happened since the last call."""
        while True:
            try:
                yield self._events.get_nowait()
            except queue.Empty:
                return

    def _run(self) -> None:
        try:
            self._events.put(WorkFinished(self._work(self._events.put, self._cancelled)))
        except Cancelled:
            self._events.put(WorkStopped())
        except KinescoreError as error:
            self._events.put(WorkFailed(error))
        except Exception as error:  # the thread has no caller: whatever went wrong must reach the user as a sentence
            log.exception("The work failed")
            self._events.put(WorkFailed(unexpected(error)))


def follow(worker: WorkThread[Result], tell: Tell) -> Generator[float, None, Result]:
    """Return the result of `worker`; a pause in seconds at each yield, while `tell` hears its progress.

    Raises what it failed with, or Cancelled.
    """
    while True:
        for event in worker.events():
            if isinstance(event, WorkProgress):
                tell(event)
            elif isinstance(event, WorkFailed):
                raise event.error
            elif isinstance(event, WorkStopped):
                raise Cancelled
            elif isinstance(event, WorkFinished):
                return event.result
        yield TICK_SECONDS


def unexpected(error: Exception) -> KinescoreError:
    """A defect of ours as an error to show."""
    return KinescoreError(
        f"Something unexpected went wrong: {type(error).__name__}: {error}.",
        "Press Copy Diagnostics and report it.",
        code="internal",
    )


def run_ticks(tick: Callable[[], float | None]) -> None:
    """Call `tick` until it returns None: from a timer while Blender's interface runs, else here and now, because timers
    never fire in background mode."""
    if not bpy.app.background:
        bpy.app.timers.register(tick, first_interval=0.0, persistent=True)
        return
    while (pause := tick()) is not None:
        time.sleep(pause)


def redraw() -> None:
    """Redraw every sidebar that may show progress, but not the views beside them, which can be slow."""
    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            for region in area.regions:
                if region.type == "UI" or area.type == "PREFERENCES":
                    region.tag_redraw()
