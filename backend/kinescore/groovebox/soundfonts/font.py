"""One loaded SoundFont, played note by note with TinySoundFont (MIT)."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from kinescore.errors import RequestError
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.groovebox.soundfonts.font_check import require_font
from kinescore.sound.audio import SAMPLE_RATE

DRUM_BANK = 128
BLOCK = 4096
LONGEST_RING_SECONDS = 4.0
"""How long a note may go on after its release, and a drum altogether."""
SILENT = 1e-4
FADE = np.linspace(1.0, 0.0, 1024, dtype=np.float32)


class Font:
    """Presets of a font, each played alone on one channel."""

    def __init__(self, path: Path) -> None:
        import tinysoundfont

        require_font(path)
        self._synth = tinysoundfont.Synth(samplerate=SAMPLE_RATE)
        try:
            self._id = self._synth.sfload(str(path))
        except Exception as error:  # Its own exceptions are plain ones.
            raise RequestError(f"The SoundFont '{path.name}' cannot be played: {error}.") from None

    def preset_name(self, bank: int, program: int) -> str | None:
        """What the font calls a preset; None where it has none there."""
        name = self._synth.sfpreset_name(self._id, bank, program)
        return None if name is None else str(name).strip() or f"{bank}:{program}"

    def play(self, bank: int, program: int, voice: Voice) -> Samples:
        """A note of a preset [2, N], from its onset until it has died away. Same note, same samples."""
        drums = bank == DRUM_BANK
        self._synth.program_select(0, self._id, bank, program, drums)
        self._synth.noteon(0, voice.pitch, max(1, round(127 * voice.velocity)))
        pieces = [self._next(max(BLOCK, round(voice.seconds * SAMPLE_RATE)))]
        if not drums:
            self._synth.noteoff(0, voice.pitch)
        for _ in range(round(LONGEST_RING_SECONDS * SAMPLE_RATE / BLOCK)):
            pieces.append(self._next(BLOCK))
            if np.abs(pieces[-1]).max() < SILENT:
                break
        self._synth.sounds_off(0)
        while np.abs(self._next(BLOCK)).max() > 0.0:
            pass
        sound = np.concatenate(pieces, axis=1) / np.float32(max(voice.velocity, 1 / 127))
        sound[:, -len(FADE) :] *= FADE
        return sound

    def _next(self, count: int) -> Samples:
        return np.frombuffer(self._synth.generate(count), np.float32).reshape(-1, 2).T.copy()


def can_play() -> bool:
    """Whether the player is installed here."""
    return find_spec("tinysoundfont") is not None


def loaded(path: Path) -> Font:
    """Return the font in `path`, kept in memory for the next take. Raises RequestError for a broken one."""
    state = path.stat()
    return _loaded(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _loaded(path: Path, size: int, changed_ns: int) -> Font:
    return Font(path)
