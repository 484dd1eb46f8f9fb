"""When beats fall, as numbers: smooth features of tempo and phase, from which a pseudo-word can be written.

Words for neighbouring tempi that are learnt one by one come out orthogonal: an encoder finds no slope from one to the
next. Here a tempo is a bump over log-spaced centres, times harmonics of the beat's phase: alike clocks, alike words.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kinescore.groovebox.codes.layout import FRAME_HZ

CLIP_FRAMES = 128
CLIP_SECONDS = CLIP_FRAMES / FRAME_HZ
"""What one word stands for, 5.12 s: the paper's clip."""
SLOWEST_BPM, FASTEST_BPM, TEMPI = 55.0, 205.0, 30
_HARMONICS = (1, 2)
CLOCK_WIDTH = TEMPI * (1 + 2 * len(_HARMONICS))

_SLOPE_SECONDS = 1.28


def tempo_centres() -> NDArray[np.float64]:
    """Return [TEMPI] BPM, the tempi that bumps lie around."""
    return np.geomspace(SLOWEST_BPM, FASTEST_BPM, TEMPI)


def clock_features(tempo_bpm: Tensor, phase: Tensor) -> Tensor:
    """Return [..., CLOCK_WIDTH] float32.

    tempo_bpm: [...]. phase: [...] in beats, at the middle of the stretch that the word stands for: 0 on a beat.
    """
    centres = torch.from_numpy(np.log(tempo_centres())).float().to(tempo_bpm.device)
    width = centres[1] - centres[0]
    bumps = torch.exp(-0.5 * ((tempo_bpm.float().log()[..., None] - centres) / width) ** 2)
    angles = [2.0 * math.pi * harmonic * phase.float() for harmonic in _HARMONICS]
    turns = torch.stack([torch.ones_like(angles[0]), *(f(a) for a in angles for f in (torch.cos, torch.sin))], dim=-1)
    return (bumps[..., :, None] * turns[..., None, :]).flatten(-2)


def phase_at(moments_s: Tensor, tempo_bpm: Tensor, beat_s: Tensor) -> Tensor:
    """Return the phase in beats, 0..1, at `moments_s`, where one beat of a steady tempo falls at `beat_s`."""
    return ((moments_s - beat_s) * tempo_bpm / 60.0) % 1.0


def clock_at(moment_s: float, beats: NDArray[np.float64]) -> tuple[float, float]:
    """Return tempo in BPM and phase in beats, 0..1, that `beats` [N] s, at least two, have around a moment."""
    before, at, after = (_place_at(moment_s + step, beats) for step in (-_SLOPE_SECONDS, 0.0, _SLOPE_SECONDS))
    return (after - before) / (2 * _SLOPE_SECONDS) * 60.0, at % 1.0


def _place_at(time: float, beats: NDArray[np.float64]) -> float:
    """The place in beats of a time; beyond the first and last beat at the tempo that is there."""
    if time < beats[0]:
        return float((time - beats[0]) / (beats[1] - beats[0]))
    if time > beats[-1]:
        return float(len(beats) - 1 + (time - beats[-1]) / (beats[-1] - beats[-2]))
    return float(np.interp(time, beats, np.arange(len(beats))))
