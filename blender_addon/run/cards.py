# SPDX-License-Identifier: GPL-3.0-or-later
"""Two seconds of a preset to listen to, made by the built-in engine and kept in the add-on's user folder."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

import kinescore
from kinescore.engines.composer import compose
from kinescore.errors import Cancelled, KinescoreError
from kinescore.files.atomic_file import write_atomically
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio, wav_bytes
from kinescore.sound.resampling import resampled
from kinescore.take import Take

from ..background import Tell, Work
from ..settings.presets import Preset
from ..settings.style_menu import AUTO
from ..timeline.paths import safe_stem, user_folder

CARD_SECONDS = 2.0
DANCE_SECONDS, FPS = 16.0, 30.0
RATE = 22_050
FADE_SECONDS = 0.06
MAX_CARDS = 40
SIZE = (640, 640)
_STANDING = np.array(
    [(0, -80), (-3, -83), (3, -83), (-7, -81), (7, -81), (-18, -60), (18, -60), (-28, -35), (28, -35), (-30, -12),
     (30, -12), (-11, -5), (11, -5), (-12, 40), (12, 40), (-12, 85), (12, 85)], float,
)  # fmt: skip
"""A figure in the order of COCO-17; x right, y down."""


def card_file(preset: Preset) -> Path:
    """Where the sound of `preset` is kept; another prompt, style or version has another file."""
    told = f"{preset.prompt}\n{preset.style}\n{kinescore.__version__}"
    digest = hashlib.sha256(told.encode()).hexdigest()[:8]
    return user_folder() / "listen" / f"{safe_stem(preset.name)}-{digest}.wav"


def making(preset: Preset) -> Work[Path]:
    """Make the sound of `preset`; the work returns its file. It raises KinescoreError where it cannot be kept."""

    def work(tell: Tell, cancelled: threading.Event) -> Path:
        genre = "" if preset.style == AUTO else preset.style
        low, high = STYLES[genre].tempo if genre else (110.0, 110.0)
        request = SoundtrackRequest(_dance((low + high) / 2), prompt=preset.prompt, genre=genre)
        path = card_file(preset)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, wav_bytes(_highlight(compose(request, _stopped_by(cancelled)))))
            _forget_oldest(path.parent)
        except OSError as error:
            raise KinescoreError(f"The sound cannot be kept in '{path.parent}' ({error.strerror}).") from error
        return path

    return work


def _stopped_by(cancelled: threading.Event) -> Callable[[str, float], None]:
    def report(phase: str, fraction: float) -> None:
        if cancelled.is_set():
            raise Cancelled

    return report


def _dance(tempo_bpm: float) -> Keypoints:
    """A figure that sinks on every beat, ever more, and throws a hand on every fourth."""
    time = np.arange(round(DANCE_SECONDS * FPS)) / FPS
    beat = time * tempo_bpm / 60
    effort = np.clip(time / DANCE_SECONDS * 1.5, 0.4, 1.0)
    sink = 20 * effort * np.cos(2 * np.pi * beat)
    throw = 90 * effort * np.exp(-(((beat + 2) % 4 - 2) ** 2) / 0.02)
    positions = np.array(SIZE) / 2 + 2.5 * np.tile(_STANDING, (len(time), 1, 1))
    positions[:, :13, 1] += sink[:, None]
    positions[:, 13:15, 1] += sink[:, None] / 2
    positions[:, 10, 0] += throw
    return Keypoints(positions.astype(np.float32), np.ones(positions.shape[:2], np.float32), FPS, SIZE)


def _highlight(take: Take) -> Audio:
    """The loudest CARD_SECONDS of `take` that begin on a downbeat, mono."""
    mono = resampled(take.audio.samples.mean(axis=0), take.audio.rate, RATE)
    count = round(CARD_SECONDS * RATE)
    starts = [round(seconds * RATE) for seconds in take.beats[take.downbeats].tolist()]
    fitting = [start for start in starts if start + count <= len(mono)] or [0]
    best = max(fitting, key=lambda start: float(np.sum(mono[start : start + count] ** 2)))
    piece = mono[best : best + count].copy()
    fade = round(FADE_SECONDS * RATE)
    piece[len(piece) - fade :] *= np.linspace(1.0, 0.0, fade)
    return Audio(piece.astype(np.float32)[None], RATE)


def _forget_oldest(folder: Path) -> None:
    """Keep MAX_CARDS sounds; they are made again when wanted."""
    for path in sorted(folder.glob("*-????????.wav"), key=lambda path: path.stat().st_mtime, reverse=True)[MAX_CARDS:]:
        path.unlink(missing_ok=True)
