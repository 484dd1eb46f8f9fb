# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets presets be heard, one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kinescore.errors import KinescoreError

from ..background import TICK_SECONDS, WorkFailed, WorkFinished, WorkThread, redraw
from ..compat import sound_library
from ..settings.presets import Preset
from .cards import making


class Player:
    """Plays one preset at a time. error: why the last one was not heard."""

    def __init__(self) -> None:
        self.error: KinescoreError | None = None
        self.making = ""
        self._worker: WorkThread[Path] | None = None
        self._device: Any = None
        self._handle: Any = None

    def play(self, path: Path) -> None:
        """Let `path` be heard, and what was heard before be silent."""
        self.error = None
        library = sound_library()
        if library is None:
            return
        try:
            self._device = self._device or library.Device()
            self.stop()
            self._handle = self._device.play(library.Sound(str(path)))
        except library.error as error:
            self.error = KinescoreError(f"Blender cannot play sound here: {error}", "Choose an audio device.")

    def stop(self) -> None:
        """Be silent."""
        if self._handle is not None:
            self._handle.stop()
            self._handle = None

    def make(self, preset: Preset) -> None:
        """Make the sound of `preset` in the background, then play it; call `tick` until it returns None."""
        self.error = None
        if self._worker is None:
            self.making = preset.name
            self._worker = WorkThread(making(preset))

    def tick(self) -> float | None:
        """Take in the sound if it is there; None once there is nothing to wait for."""
        for event in self._worker.events() if self._worker else ():
            if isinstance(event, WorkFinished):
                self.play(event.result)
            elif isinstance(event, WorkFailed):
                self.error = event.error
            self._worker, self.making = None, ""
            redraw()
        return TICK_SECONDS if self._worker else None

    def close(self) -> None:
        """The add-on is being switched off."""
        self.stop()
        if self._worker:
            self._worker.cancel()
        self._worker, self._device, self.making = None, None, ""


player = Player()
"""The one of this Blender."""
