"""A tune as MusicGen's melody models hear it: which of twelve pitch classes is strongest, every 0.128 s."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional
from transformers.audio_utils import chroma_filter_bank

WINDOW, HOP = 16_384, 4_096


def chroma_of(samples: Tensor, rate: int, pitches: int) -> Tensor:
    """Return [T, pitches] float32, one 1 in each row, T = 1 + N // HOP, of samples [N] float32 at `rate` Hz.

    As the feature extractor of transformers computes it, which wants torchaudio. Short sounds are silent around.
    """
    missing = max(0, WINDOW - len(samples))
    padded = functional.pad(samples, (missing // 2, missing - missing // 2))
    taper = torch.hann_window(WINDOW, device=samples.device)
    power = torch.stft(padded, WINDOW, HOP, window=taper, return_complex=True).abs().square()
    filters = chroma_filter_bank(sampling_rate=rate, num_frequency_bins=WINDOW, tuning=0, num_chroma=pitches)
    heard = torch.from_numpy(filters).to(power) @ power
    return functional.one_hot(heard.argmax(dim=0), pitches).float()


def stretch_of(chroma: Tensor, start_seconds: float, rate: int, length: int) -> Tensor:
    """Return `length` rows of chroma [T, pitches] from `start_seconds` on, from their first again where they end."""
    first = min(round(start_seconds * rate / HOP), len(chroma) - 1)
    rows = torch.arange(length, device=chroma.device) % (len(chroma) - first)
    return chroma[first + rows]


def silence(length: int, pitches: int, device: torch.device) -> Tensor:
    """Return [length, pitches]: what melody models read where there is no tune."""
    return functional.one_hot(torch.zeros(length, dtype=torch.int64, device=device), pitches).float()
