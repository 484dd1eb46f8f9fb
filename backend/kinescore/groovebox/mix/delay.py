"""A ping-pong delay in tempo: echoes that bounce from side to side, darker each time."""

from __future__ import annotations

import numpy as np

from kinescore.groovebox.instruments.voice import Samples
from kinescore.groovebox.mix.reverb import HALF_RATE

ECHOES = 5
FEEDBACK = 0.5
LONGEST_SECONDS = 0.75


def delay_seconds(tempo_bpm: float) -> float:
    """Three quarters of a beat (a dotted eighth), halved while it is too long to feel as an echo."""
    seconds = 0.75 * 60.0 / tempo_bpm
    while seconds > LONGEST_SECONDS:
        seconds /= 2.0
    return seconds


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
