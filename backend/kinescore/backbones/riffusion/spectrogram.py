"""Sound <-> Riffusion's picture of it, and the way back as far as magnitudes.

44.1 kHz; a column every 10 ms; Hann window of 100 ms, zero-padded to 400 ms; 512 HTK mel bands up to 10 kHz, magnitude,
not normalised; a picture is 1 - (mel / loudest)^(1/4), low bands at the bottom.
"""

from __future__ import annotations

import math
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional

RATE = 44_100
HOP = 441
WINDOW = 4_410
FFT = 17_640
BANDS = 512
TOP_HZ = 10_000
POWER = 0.25
FINE_BINS = TOP_HZ * FFT // RATE + 1
FINE_PER_BIN = FFT // WINDOW
"""17,640 only interpolates between the bins of the window of 4,410: every fourth is enough to make sound again."""
FRAMES_AT_ONCE = 512


@lru_cache(maxsize=1)
def mel_filters() -> Tensor:
    """Return the filter bank [BANDS, FINE_BINS] float64: triangles between points spread evenly over the HTK scale."""
    top = 2595.0 * math.log10(1.0 + TOP_HZ / 700.0)
    points = 700.0 * (10.0 ** (torch.linspace(0.0, top, BANDS + 2, dtype=torch.float64) / 2595.0) - 1.0)
    hertz = torch.arange(FINE_BINS, dtype=torch.float64) * (RATE / FFT)
    steps = points.diff()[:, None]
    rising = (hertz - points[:-2, None]) / steps[:-1]
    falling = (points[2:, None] - hertz) / steps[1:]
    return torch.minimum(rising, falling).clamp_min(0.0)


@lru_cache(maxsize=1)
def mel_inverse() -> Tensor:
    """Return the filter bank's pseudo-inverse [1001, BANDS] float32 at the bins of the window, 10 Hz apart.

    The filters are independent, so it is F'(FF')^-1: a tenth of a second instead of the SVD's many.
    """
    filters = mel_filters()
    inverse = torch.linalg.solve(filters @ filters.T, filters).T
    return inverse[::FINE_PER_BIN].float().contiguous()


def mel_spectrogram(samples: Tensor) -> Tensor:
    """Return magnitudes [BANDS, N // HOP + 1] float32 of samples [N] at RATE; columns are centred at multiples of HOP.

    N must exceed half a window, since both ends are mirrored.
    """
    mirrored = functional.pad(samples[None], (WINDOW // 2, WINDOW // 2), mode="reflect")[0]
    frames = mirrored.unfold(0, WINDOW, HOP)
    taper = torch.hann_window(WINDOW, device=samples.device)
    filters = mel_filters().float().T.to(samples.device)
    heard = [torch.fft.rfft(some * taper, FFT)[:, :FINE_BINS].abs() @ filters for some in frames.split(FRAMES_AT_ONCE)]
    return torch.cat(heard).T


def linear_magnitudes(mel: Tensor) -> Tensor:
    """Return magnitudes [1001, T] at 0, 10 .. 10,000 Hz from mel [BANDS, T]: least squares, negative ones set to 0."""
    return (mel_inverse().to(mel) @ mel).clamp_min(0.0)


def picture_of(mel: Tensor) -> Tensor:
    """Return the picture [BANDS, T] in 0 (loudest) .. 1 (silent) of mel [BANDS, T]; silence is all 1."""
    loudest = mel.max().clamp_min(torch.finfo(mel.dtype).tiny)
    return 1.0 - (mel / loudest).pow(POWER).flip(0)


def mel_of(picture: Tensor) -> Tensor:
    """Return mel [BANDS, T], the loudest possible being 1, of a picture [BANDS, T]; values beyond 0 .. 1 are cut."""
    return (1.0 - picture.flip(0)).clamp(0.0, 1.0).pow(1.0 / POWER)
