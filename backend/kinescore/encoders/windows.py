"""A rhythm of any length -> the pieces that the projectors read.

A fixed-width projector reads `frames` entries and stands for WINDOW_SECONDS of music. A longer rhythm gets several
windows, evenly spread from its start to its end and overlapping where they must, so that each is full of movement as in
training; each becomes one word. A shorter rhythm is one window, filled up with zeros: no peaks. Of 5.12 s at 60 fps,
307 entries, the paper's projectors read the first 303; the few between neighbouring windows stay unread here too.
The temporal projector reads consecutive spans from the start; the last is filled up with zeros.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.config import SPAN_SECONDS, WINDOW_SECONDS
from kinescore.errors import EncoderError

SLACK = 0.02
"""A remainder below this share of a window or span gets no word of its own: 5.2 s of movement is one window."""


def stretch_of(rhythm: Rhythm, start_seconds: float, seconds: float) -> Tensor:
    """Return the peaks from `start_seconds` on, [1, round(seconds * fps)] float32; zeros where the rhythm has ended.

    Equal lengths in seconds give equal numbers of entries wherever they start. Raises EncoderError for a stretch that
    starts before 0 or holds no entry, and for peaks that are not finite.
    """
    start, count = round(start_seconds * rhythm.fps), round(seconds * rhythm.fps)
    if start < 0 or count < 1:
        raise EncoderError(f"A rhythm word cannot stand for {seconds:g} s from {start_seconds:g} s on.")
    peaks = torch.as_tensor(rhythm.peaks[start : start + count], dtype=torch.float32)
    if not bool(torch.isfinite(peaks).all()):
        raise EncoderError("The rhythm has values that are not finite numbers.")
    return functional.pad(peaks, (0, count - len(peaks)))[None]


def word_count(entries: int, fps: float, seconds_per_word: float) -> int:
    """Return how many words `entries` entries of rhythm at `fps` Hz become, at least 1."""
    return max(1, math.ceil(entries / (fps * seconds_per_word) - SLACK))


def spread_windows(peaks: Tensor, fps: float, frames: int) -> Tensor:
    """Cut `peaks` [B, T] at `fps` Hz into windows [B, W, frames], W = `word_count` of WINDOW_SECONDS."""
    count = word_count(peaks.shape[1], fps, WINDOW_SECONDS)
    peaks = functional.pad(peaks, (0, max(0, frames - peaks.shape[1])))
    last = peaks.shape[1] - frames
    starts = [round(last * index / max(1, count - 1)) for index in range(count)]
    return torch.stack([peaks[:, start : start + frames] for start in starts], dim=1)


def consecutive_spans(peaks: Tensor, fps: float) -> Tensor:
    """Cut `peaks` [B, T] at `fps` Hz into spans [B, S, `span_frames`], S = `word_count` of SPAN_SECONDS.

    SPAN_SECONDS need not be whole frames: neighbours share at most one entry and none is lost between them.
    """
    count, frames = word_count(peaks.shape[1], fps, SPAN_SECONDS), span_frames(fps)
    starts = [math.floor(index * SPAN_SECONDS * fps) for index in range(count)]
    peaks = functional.pad(peaks, (0, max(0, starts[-1] + frames - peaks.shape[1])))
    return torch.stack([peaks[:, start : start + frames] for start in starts], dim=1)


def span_frames(fps: float) -> int:
    """Return the number of entries in one span of SPAN_SECONDS at `fps` Hz."""
    return math.ceil(SPAN_SECONDS * fps)
