"""When beats fall, as numbers: smooth features of tempo and phase, from which a pseudo-word can be written.

Words for neighbouring tempi that are learnt one by one come out orthogonal: an encoder finds no slope from one to the
next. Here a tempo is a bump over log-spaced centres, times harmonics of the beat's phase: alike clocks, alike words.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from kinescore.encoders.config import SPAN_SECONDS, WINDOW_SECONDS

SLOWEST_BPM, FASTEST_BPM, TEMPI = 55.0, 205.0, 30
_HARMONICS = (1, 2)
CLOCK_WIDTH = TEMPI * (1 + 2 * len(_HARMONICS))


def clock_features(tempo_bpm: Tensor, phase: Tensor) -> Tensor:
    """Return [..., CLOCK_WIDTH] float32.

    tempo_bpm: [...]. phase: [...] in beats, at the middle of the stretch that the word stands for: 0 on a beat.
    """
    low, high = math.log(SLOWEST_BPM), math.log(FASTEST_BPM)
    centres = torch.linspace(low, high, TEMPI, device=tempo_bpm.device)
    width = (high - low) / (TEMPI - 1)
    bumps = torch.exp(-0.5 * ((tempo_bpm.float().log()[..., None] - centres) / width) ** 2)
    angles = [2.0 * math.pi * harmonic * phase.float() for harmonic in _HARMONICS]
    turns = torch.stack([torch.ones_like(angles[0]), *(f(a) for a in angles for f in (torch.cos, torch.sin))], dim=-1)
    return (bumps[..., :, None] * turns[..., None, :]).flatten(-2)


def word_middles(seconds: float) -> Tensor:
    """Return [W] s, the middles of the stretches that the words of a window of `seconds` stand for, one for each
    WINDOW_SECONDS (see `encoders.windows.spread_windows`)."""
    count = max(1, math.ceil(seconds / WINDOW_SECONDS - 0.02))
    last = max(0.0, seconds - WINDOW_SECONDS)
    return torch.linspace(0.0, last, count) + WINDOW_SECONDS / 2


def span_middles(seconds: float) -> Tensor:
    """Return [S] s, the middles of consecutive spans of SPAN_SECONDS, as the temporal projector's words stand for."""
    count = max(1, math.ceil(seconds / SPAN_SECONDS - 0.02))
    return (torch.arange(count) + 0.5) * SPAN_SECONDS


def phase_at(moments_s: Tensor, tempo_bpm: Tensor, beat_s: Tensor) -> Tensor:
    """Return the phase in beats, 0..1, at `moments_s`, where one beat of a steady tempo falls at `beat_s`."""
    return ((moments_s - beat_s) * tempo_bpm / 60.0) % 1.0
