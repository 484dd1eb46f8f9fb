# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers that are remembered: which of them answer, asked in the background; kept in memory only."""

from __future__ import annotations

import time

import bpy

from kinescore.errors import KinescoreError

from ..background import redraw
from .connection import ConnectionTest, Greeting
from .preferences import access_to, preferences

ASK_AGAIN_SECONDS = 10.0
SEEN_SECONDS = 30.0
TICK_SECONDS = 0.25


class ServerWatch:
    """What each remembered server said last. Those that do not answer are asked again as long as the list is seen."""

    def __init__(self) -> None:
        self._tests: dict[str, ConnectionTest] = {}
        self._asked: dict[str, float] = {}
        self._seen = 0.0

    def outcome(self, address: str) -> Greeting | KinescoreError | None:
        """What the server at `address` said, why it said nothing, or None while it was not asked."""
        test = self._tests.get(address)
        return test.outcome if test else None

    def is_asking(self, address: str) -> bool:
        """Whether an answer is awaited."""
        test = self._tests.get(address)
        return test is not None and test.is_running

    def note_seen(self) -> None:
        """The list has just been drawn."""
        self._seen = time.monotonic()

    def ask_all(self, context: bpy.types.Context) -> None:
        """Ask every server of the list, each in a thread of its own; call `tick` until it returns None."""
        self.note_seen()
        for entry in preferences(context).servers:
            self._ask(entry.address, entry.key_file)

    def forget(self) -> None:
        """The add-on is being switched off."""
        self._tests.clear()
        self._asked.clear()

    def tick(self) -> float | None:
        """Take in what came; None once all have answered, or nobody looks any more."""
        for test in self._tests.values():
            test.tick()
        if any(test.is_running for test in self._tests.values()):
            return TICK_SECONDS
        lost = [address for address, test in self._tests.items() if isinstance(test.outcome, KinescoreError)]
        if bpy.app.background or not lost or time.monotonic() - self._seen > SEEN_SECONDS:
            return None
        for entry in preferences(bpy.context).servers:
            if entry.address in lost and time.monotonic() - self._asked[entry.address] > ASK_AGAIN_SECONDS:
                self._ask(entry.address, entry.key_file)
        return TICK_SECONDS

    def _ask(self, address: str, key_file: str) -> None:
        test = self._tests.setdefault(address, ConnectionTest())
        if test.is_running:
            return
        self._asked[address] = time.monotonic()
        try:
            access = access_to(address, key_file)
        except KinescoreError as error:
            test.outcome = error
            redraw()
        else:
            test.start(access.connect)


watch = ServerWatch()


def tick() -> float | None:
    """The watch's, for Blender's timers, which know a function again only by its being the same object."""
    return watch.tick()
