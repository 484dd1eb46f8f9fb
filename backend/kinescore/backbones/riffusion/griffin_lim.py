"""Magnitudes -> sound: the fast Griffin-Lim algorithm (Perraudin, Balazs and Sondergaard 2013).

A picture holds nothing above 10 kHz, so phases are sought at 21 kHz: the same bins every 10 Hz, the same columns every
10 ms, half the samples. Only the last step goes to 44.1 kHz, with nothing in the bins above.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from kinescore.backbones.riffusion.spectrogram import HOP, WINDOW
from kinescore.progress import Report, silent

CORE_HOP, CORE_WINDOW = 210, 2_100
MOMENTUM = 0.99
ITERATIONS = 64


def sound_of(
    magnitudes: Tensor, length: int, seed: int, iterations: int = ITERATIONS, report: Report = silent
) -> Tensor:
    """Return samples [length] float32 at 44.1 kHz whose short-time spectrum has these magnitudes, as nearly as found.

    magnitudes: [1001, T], T at least 8; columns are centred at multiples of HOP, and `length` is at most T * HOP.
    seed: of the phases that the search starts from, drawn on the CPU. `report` is called at every iteration.
    """
    device = magnitudes.device
    wanted = functional.pad(magnitudes, (0, 0, 0, CORE_WINDOW // 2 + 1 - len(magnitudes)))
    phases = torch.rand(wanted.shape, generator=torch.Generator().manual_seed(seed)).to(device)
    spectrum = torch.polar(wanted, 2.0 * torch.pi * phases)
    core = {"n_fft": CORE_WINDOW, "hop_length": CORE_HOP, "window": torch.hann_window(CORE_WINDOW, device=device)}
    before = torch.zeros_like(spectrum)
    for iteration in range(iterations):
        report("finding phases", iteration / iterations)
        consistent = torch.stft(torch.istft(spectrum, **core), **core, return_complex=True)
        ahead = consistent - before * (MOMENTUM / (1.0 + MOMENTUM))
        spectrum = ahead.div_(ahead.abs().add_(1e-16)).mul_(wanted)
        before = consistent
    full = functional.pad(spectrum, (0, 0, 0, WINDOW // 2 + 1 - len(spectrum)))
    return torch.istft(full, WINDOW, HOP, window=torch.hann_window(WINDOW, device=device), length=length)
