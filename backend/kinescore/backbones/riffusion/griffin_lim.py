"""Magnitudes -> sound: the fast Griffin-Lim algorithm (Perraudin, Balazs and Sondergaard 2013).

A picture holds nothing above 10 kHz, so phases are sought at 21 kHz: the same bins every 10 Hz, the same columns every
10 ms, half the samples. Only the last step goes to 44.1 kHz, with nothing in the bins above.

Long sound is made section by section, so that the search's memory does not grow with it: each section begins with
columns that are already found and stay as they are, and the end of each, which knows nothing of what follows, is sought
again by the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from kinescore.backbones.riffusion.spectrogram import HOP, WINDOW
from kinescore.progress import Report, silent

CORE_HOP, CORE_WINDOW = 210, 2_100
MOMENTUM = 0.99
ITERATIONS = 64
SECTION, LEAD = 1_024, 16
"""In columns. A column's window reaches five columns to each side."""


def sound_of(
    magnitudes: Tensor, length: int, seed: int, iterations: int = ITERATIONS, report: Report = silent
) -> Tensor:
    """Return samples [length] float32 at 44.1 kHz whose short-time spectrum has these magnitudes, as nearly as found.

    magnitudes: [1001, T], T at least 8; columns are centred at multiples of HOP, and `length` is at most T * HOP.
    seed: of the phases that the search starts from, drawn on the CPU. `report` is called at every iteration.
    """
    generator = torch.Generator().manual_seed(seed)
    spectrum = torch.empty_like(magnitudes, dtype=torch.complex64)
    starts = range(0, max(1, magnitudes.shape[1] - 2 * LEAD), SECTION - 2 * LEAD)
    for number, start in enumerate(starts):

        def step(iteration: int, number: int = number) -> None:
            report("finding phases", (number + iteration / iterations) / len(starts))

        wanted = magnitudes[:, start : start + SECTION]
        phases = 2.0 * torch.pi * torch.rand(wanted.shape[::-1], generator=generator).T.to(wanted.device)
        known = spectrum[:, start : start + (LEAD if start else 0)].clone()
        spectrum[:, start : start + SECTION] = _sought(torch.polar(wanted, phases), known, iterations, step)
    return inverse_transform(spectrum, length)


def inverse_transform(spectrum: Tensor, length: int) -> Tensor:
    """Return samples [length] at 44.1 kHz of `spectrum` [1001, T] complex, section by section; as if all at once."""
    window = torch.hann_window(WINDOW, device=spectrum.device)
    made = []
    for start in range(0, math.ceil(length / HOP), SECTION):
        first, end = max(0, start - LEAD), min(length, (start + SECTION) * HOP)
        part = functional.pad(spectrum[:, first : start + SECTION + LEAD], (0, 0, 0, WINDOW // 2 + 1 - len(spectrum)))
        samples = torch.istft(part, WINDOW, HOP, window=window, length=end - first * HOP)
        made.append(samples[(start - first) * HOP :])
    return torch.cat(made)


def _sought(spectrum: Tensor, known: Tensor, iterations: int, step: Callable[[int], None]) -> Tensor:
    """Return `spectrum` [1001, T] with its magnitudes and better phases; its first columns become `known` [1001, K]."""
    bins, held = len(spectrum), known.shape[1]
    missing = (0, 0, 0, CORE_WINDOW // 2 + 1 - bins)
    spectrum, known = functional.pad(spectrum, missing), functional.pad(known, missing)
    wanted = spectrum.abs()
    window = torch.hann_window(CORE_WINDOW, device=spectrum.device)
    before = torch.zeros_like(spectrum)
    for iteration in range(iterations):
        step(iteration)
        spectrum[:, :held] = known
        samples = torch.istft(spectrum, CORE_WINDOW, CORE_HOP, window=window)
        consistent = torch.stft(samples, CORE_WINDOW, CORE_HOP, window=window, return_complex=True)
        ahead = consistent - before * (MOMENTUM / (1.0 + MOMENTUM))
        spectrum = ahead.div_(ahead.abs().add_(1e-16)).mul_(wanted)
        before = consistent
    spectrum[:, :held] = known
    return spectrum[:bins]
