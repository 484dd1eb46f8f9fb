"""How a piece of any length is cut into windows: each begins with music already made, and adds a stretch of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinescore.backbones.base import require_length
from kinescore.backbones.musicgen.sampling import MusicgenSampling


@dataclass(frozen=True)
class FrameWindow:
    """In frames of the codec. start: in the piece. known: frames at the window's start that are already made.

    length: frames of the whole window, the known ones included.
    """

    start: int
    known: int
    length: int


def frame_windows(
    seconds: float, sampling: MusicgenSampling, frame_rate: float, lead: int = 0
) -> tuple[FrameWindow, ...]:
    """Return the windows of a piece of `seconds`; together they hold every frame that it touches. lead: frames that are
    made before it begins.

    All but the last have full length. Raises BackboneError for a length that is no length.
    """
    require_length(seconds)
    total = math.ceil(round(seconds * frame_rate, 6))
    longest = round(sampling.window_seconds * frame_rate)
    stride = max(1, round(sampling.stride_seconds * frame_rate))
    count = 1 + math.ceil(max(0, total - longest) / stride)
    return tuple(
        FrameWindow(
            start=index * stride,
            known=longest - stride if index else lead,
            length=min(longest, total - index * stride),
        )
        for index in range(count)
    )
