"""A ping-pong delay in tempo: echoes that bounce from side to side, darker each time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.voice import Samples
from kinescore.groovebox.mix.reverb import HALF_RATE

ECHOES = 5
FEEDBACK = 0.5
LONGEST_SECONDS = 0.75
SAME_TEMPO = 0.02
FADE_SAMPLES = round(0.02 * HALF_RATE)
"""Where the tempo changes, what is sent crosses over from one delay to the next."""
LONGEST_SAMPLES = round(LONGEST_SECONDS * HALF_RATE)
MEMORY_SAMPLES = ECHOES * LONGEST_SAMPLES + ECHOES + 1
"""How far back what was sent is still heard; each echo is spread by a sample to either side."""


def delay_seconds(tempo_bpm: float) -> float:
    """Three quarters of a beat (a dotted eighth), halved while it is too long to feel as an echo."""
    seconds = 0.75 * 60.0 / tempo_bpm
    while seconds > LONGEST_SECONDS:
        seconds /= 2.0
    return seconds


class Delay:
    """Echoes of a mono send at half rate that comes in blocks, each in the tempo of the beats at which it was sent."""

    def __init__(self, beats: NDArray[np.float64], tempo_bpm: float, count: int) -> None:
        """beats: [N] s. count: samples of the whole send."""
        starts = _stretches(beats, tempo_bpm)
        edges = [round(seconds * HALF_RATE) for seconds, _ in starts] + [count]
        self._stretches = [(edges[index], edges[index + 1], bpm) for index, (_, bpm) in enumerate(starts)]
        self._count = count
        self._before = np.zeros(MEMORY_SAMPLES, np.float32)
        self._first = 0

    def echoes(self, send: Samples) -> Samples | None:
        """Return the echoes [2, M] that are heard while the next block of the send [M] is; None for none."""
        sent = np.concatenate([self._before, send])
        begin, end = self._first - MEMORY_SAMPLES, min(self._first + len(send), self._count)
        self._before, self._first = sent[-MEMORY_SAMPLES:], self._first + len(send)
        if not sent.any():
            return None
        wet = np.zeros((2, len(sent)), np.float32)
        for index, stretch in enumerate(self._stretches):
            start, stop = max(stretch[0], begin), min(stretch[1] + ECHOES * LONGEST_SAMPLES + FADE_SAMPLES, end)
            if start < stop:
                part = self._part(sent[start - begin : stop - begin], start, index)
                wet[:, start - begin : stop - begin] += ping_pong_delay(part, stretch[2])
        return wet[:, MEMORY_SAMPLES:]

    def _part(self, sent: Samples, at: int, index: int) -> Samples:
        """What goes into a stretch's delay of `sent`, which begins at sample `at`: nothing after its end, and it
        crosses over from the stretch before and to the next."""
        start, end, _ = self._stretches[index]
        part = sent.copy()
        over = min(FADE_SAMPLES, self._count - end)
        part[max(0, end + over - at) :] = 0.0
        if index:
            _multiply(part, np.linspace(0.0, 1.0, FADE_SAMPLES, dtype=np.float32), start - at)
        if over:
            _multiply(part, np.linspace(1.0, 0.0, FADE_SAMPLES, dtype=np.float32)[:over], end - at)
        return part


def _multiply(samples: Samples, curve: Samples, start: int) -> None:
    """Multiply samples [M] by what of `curve` lies on them from `start` on, in place."""
    first, last = max(start, 0), min(start + len(curve), len(samples))
    if first < last:
        samples[first:last] *= curve[first - start : last - start]


def _stretches(beats: NDArray[np.float64], tempo_bpm: float) -> list[tuple[float, float]]:
    """Return from when, s, the delay is in which tempo: another one where beats differ from it by SAME_TEMPO.

    One odd beat, such as the last before a change, counts for nothing.
    """
    if len(beats) < 4:
        return [(0.0, tempo_bpm)]
    periods = np.diff(beats)
    three = np.lib.stride_tricks.sliding_window_view(np.pad(periods, 1, mode="reflect"), 3)
    stretches: list[tuple[float, float]] = []
    for beat, period in zip(beats, np.median(three, axis=1), strict=False):
        bpm = 60.0 / float(period)
        bpm = tempo_bpm if abs(bpm / tempo_bpm - 1.0) < SAME_TEMPO else bpm
        if not stretches or abs(bpm / stretches[-1][1] - 1.0) > SAME_TEMPO:
            stretches.append((float(beat) if stretches else 0.0, bpm))
    return stretches


def ping_pong_delay(send: Samples, tempo_bpm: float) -> Samples:
    """Echoes of a mono send [M] at half rate, as [2, M]."""
    step = round(delay_seconds(tempo_bpm) * HALF_RATE)
    wet = np.zeros((2, len(send)), np.float32)
    echo = send
    for bounce in range(1, ECHOES + 1):
        at = bounce * step
        if at >= len(send):
            break
        echo = FEEDBACK * echo
        echo[1:-1] = 0.5 * echo[1:-1] + 0.25 * (echo[:-2] + echo[2:])
        near = bounce % 2
        wet[near, at:] += echo[:-at]
        wet[1 - near, at:] += 0.35 * echo[:-at]
    return wet
