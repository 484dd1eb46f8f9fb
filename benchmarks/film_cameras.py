"""Tempo of a dancer in film, danced at 112 BPM, under cameras that move: as the camera saw it, and with its movement
taken out.

    python -m benchmarks.film_cameras [NAME ...]

The tests' rendered dancer (12 s at 426 x 240) is filmed again by cameras that shake, pan, zoom and cut; everything is
read as a user's film is. Printed are tempo and confidence without and with the estimated camera, and the cuts found.
Names choose cameras whose name holds one of them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import cv2
import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import analyse
from kinescore.motion.video import video_motion
from kinescore.motion.video.camera_motion import STILL, View
from tests.motion.test_camera_motion import filmed_again

Warp = Callable[[int, int, int], NDArray[np.float64]]


def shake(share: float, every: int) -> Warp:
    """Aim anew every `every` frames, by a standard deviation of `share` of the picture's width."""

    def view(frame: int, width: int, height: int) -> NDArray[np.float64]:
        aim = np.random.default_rng(frame // every).normal(0, share * width, 2)
        return np.array([[1.0, 0.0, aim[0]], [0.0, 1.0, aim[1]]])

    return view


def sway(hertz: float) -> Warp:
    """Left and right by a twentieth of the width."""
    return lambda frame, width, height: np.array(
        [[1.0, 0.0, width / 20 * np.sin(2 * np.pi * hertz * frame / 30)], [0.0, 1.0, 0.0]]
    )


def zoom(hertz: float) -> Warp:
    """In and out by a seventh."""
    return lambda frame, width, height: cv2.getRotationMatrix2D(
        (width / 2, height / 2), 0.0, 1 + 0.15 * np.sin(2 * np.pi * hertz * frame / 30)
    )


def cuts(every: int) -> Warp:
    """Another framing every `every` frames: nearer or farther, to one side, mirrored every other time."""

    def view(frame: int, width: int, height: int) -> NDArray[np.float64]:
        shot = frame // every
        generator = np.random.default_rng(shot)
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), 0.0, generator.uniform(0.75, 1.05))
        turn[:, 2] += generator.uniform(-0.12, 0.12) * width, 0.0
        if shot % 2:
            turn[0] = -turn[0]
            turn[0, 2] += width
        return turn

    return view


CAMERAS: dict[str, Warp] = {
    "stands": lambda frame, width, height: np.eye(2, 3),
    "shakes every frame": shake(0.01, 1),
    "aims anew every 8 frames": shake(0.03, 8),
    "aims anew every 20 frames": shake(0.03, 20),
    "aims anew every 25 frames": shake(0.03, 25),
    "sways at 0.6 Hz": sway(0.6),
    "sways at 1.2 Hz": sway(1.2),
    "zooms at 1.2 Hz": zoom(1.2),
    "cuts every 20 frames": cuts(20),
    "cuts every 25 frames": cuts(25),
    "cuts every 30 frames": cuts(30),
    "cuts every 37 frames": cuts(37),
}


class _NoCamera:
    def __call__(self, picture: NDArray[np.uint8], poses: NDArray[np.float32]) -> View:
        return STILL


def main(wanted: list[str]) -> None:
    """Print a row for each camera."""
    print("| camera | as it saw | its movement taken out | notes of a change |\n|---|---|---|---|")
    for name, view in CAMERAS.items():
        if wanted and not any(word in name for word in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            film = filmed_again(Path(folder) / "film.mp4", view)
            with mock.patch.object(video_motion, "CameraMotion", _NoCamera):
                before, _ = _tempo(film)
            after, notes = _tempo(film)
        print(f"| {name} | {before} | {after} | {notes} |", flush=True)


def _tempo(film: Path) -> tuple[str, int]:
    notes: list[str] = []
    grid = analyse(video_motion.read_video(film, warn=notes.append)[0].keypoints).grid
    return f"{grid.tempo_bpm:.2f} ({grid.tempo_confidence:.2f})", len(notes)


if __name__ == "__main__":
    main(sys.argv[1:])
