"""A danced sequence -> clips of 5.12 s of music and 305 frames of pose at 60 fps.

There are round(seconds / 5.12) clips; on the official cross-modal split of AIST++ that gives the paper's 2744 training,
36 validation and 36 test clips. Clips follow one another; the last often lacks material (8.0 s make 2 clips) and then
starts earlier, movement and music together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.errors import DataError
from kinescore.motion.keypoints import Keypoints

CLIP_FPS = 60.0
CLIP_FRAMES = 305
GRID_SECONDS = 0.08
"""Clips start on multiples of this: one column of Riffusion's latents, four frames of EnCodec, 1/64 of a clip. So
targets of a whole song are cut exactly, and pose to the nearest frame, at most 8 ms off."""

CELLS = round(WINDOW_SECONDS / GRID_SECONDS)


def clip_count(seconds: float) -> int:
    """Return how many clips a sequence of `seconds` becomes."""
    return round(seconds / WINDOW_SECONDS)


def clip_starts(seconds: float, frames: int, music_seconds: float) -> tuple[float, ...]:
    """Return where clips start, in seconds from the start of movement and music, increasing.

    seconds: of the choreography, for the count. frames: of pose that there really are, at CLIP_FPS. music_seconds: of
    music that there really are. Raises DataError where they are too short for one clip.
    """
    latest = min((frames - CLIP_FRAMES) / CLIP_FPS, music_seconds - WINDOW_SECONDS)
    if latest < -1e-6:
        raise DataError(
            f"Of {frames / CLIP_FPS:.2f} s of movement and {music_seconds:.2f} s of music no clip of "
            f"{WINDOW_SECONDS} s can be cut."
        )
    latest_cell = math.floor(latest / GRID_SECONDS + 1e-6)
    cells = {min(number * CELLS, latest_cell) for number in range(max(1, clip_count(seconds)))}
    return tuple(round(cell * GRID_SECONDS, 2) for cell in sorted(cells))


def more_starts(starts: Sequence[float], count: int, generator: np.random.Generator) -> list[float]:
    """Return up to `count` other starts between the first and the last of `starts`, in seconds, increasing.

    Between two clips there is music and movement for another everywhere; fewer are returned where the grid has fewer.
    """
    taken = [round(start / GRID_SECONDS) for start in starts]
    free = np.setdiff1d(np.arange(taken[0], taken[-1]), taken)
    chosen = generator.choice(free, min(count, len(free)), replace=False)
    return [round(float(cell) * GRID_SECONDS, 2) for cell in np.sort(chosen)]


def cut(keypoints: Keypoints, start_seconds: float) -> Keypoints:
    """Return the CLIP_FRAMES frames of `keypoints` (at CLIP_FPS) from `start_seconds` on."""
    first = min(round(start_seconds * CLIP_FPS), len(keypoints) - CLIP_FRAMES)
    return keypoints.between(first / CLIP_FPS, (first + CLIP_FRAMES) / CLIP_FPS)
