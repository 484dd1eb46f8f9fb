"""How fast a Riffusion picture becomes sound, and, where a GPU is at hand, how fast it is drawn.

    OMP_NUM_THREADS=1 python -m benchmarks.riffusion_speed            # sound only
    python -m benchmarks.riffusion_speed --unet cuda                  # also the U-Net, random weights of SD 1.5's size

The straightforward way is Riffusion's own: least squares over all 8,821 bins, then 32 iterations of Griffin-Lim with
frames of 17,640. Both ways start from the same picture, with everything that is computed once already computed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from kinescore.backbones.riffusion.griffin_lim import MOMENTUM, sound_of
from kinescore.backbones.riffusion.spectrogram import (
    FFT,
    HOP,
    RATE,
    WINDOW,
    linear_magnitudes,
    mel_filters,
    mel_inverse,
    mel_of,
    mel_spectrogram,
    picture_of,
)

COLUMNS = 512
TRAINED_COLUMNS = 64


def main() -> None:
    """Print times, their ratio and how well both ways keep the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unet", metavar="DEVICE", help="also time the U-Net on this device")
    device = parser.parse_args().unet
    compare_ways_to_sound()
    if device:
        time_unet(torch.device(device))


def compare_ways_to_sound() -> None:
    """Time both ways on the same 5.12 s."""
    picture = (picture_of(mel_spectrogram(_strokes()))[:, :COLUMNS] * 255).round() / 255
    mel_inverse()
    slow_seconds, slow = _timed(lambda: _straightforward(picture), runs=1)
    print(f"{COLUMNS} columns, {COLUMNS * HOP / RATE:.2f} s of music, {torch.get_num_threads()} thread(s)")
    print(f"straightforward, 32 iterations {slow_seconds:8.2f} s, error {_error(slow, picture):.4f}")
    for iterations in (16, 32, 64):
        seconds, made = _timed(lambda iterations=iterations: _fast(picture, iterations), runs=3)
        print(
            f"fast, {iterations} iterations            {seconds:8.2f} s, error {_error(made, picture):.4f}, "
            f"{slow_seconds / seconds:.1f} times as fast"
        )


def _fast(picture: Tensor, iterations: int) -> Tensor:
    return sound_of(linear_magnitudes(mel_of(picture)), COLUMNS * HOP, seed=0, iterations=iterations)


def _straightforward(picture: Tensor) -> Tensor:
    filters = torch.zeros(mel_filters().shape[0], FFT // 2 + 1)
    filters[:, : mel_filters().shape[1]] = mel_filters().float()
    magnitudes = torch.linalg.lstsq(filters, mel_of(picture), driver="gels").solution.clamp_min(0.0)
    options = {"n_fft": FFT, "hop_length": HOP, "win_length": WINDOW, "window": torch.hann_window(WINDOW)}
    phases = torch.rand(magnitudes.shape, generator=torch.Generator().manual_seed(0)) * 2.0 * torch.pi
    spectrum, before = torch.polar(magnitudes, phases), torch.zeros(())
    for _ in range(32):
        consistent = torch.stft(torch.istft(spectrum, **options), **options, return_complex=True)
        ahead = consistent - before * (MOMENTUM / (1.0 + MOMENTUM))
        spectrum = magnitudes * ahead / ahead.abs().add(1e-16)
        before = consistent
    return torch.istft(spectrum, **options, length=COLUMNS * HOP)


@torch.no_grad()
def time_unet(device: torch.device) -> None:
    """Time one step with guidance for eight windows, and the autoencoder, in the formats that `device` is good at."""
    from diffusers import UNet2DConditionModel

    torch.manual_seed(0)
    on_gpu = device.type == "cuda"
    formats = (torch.float32, torch.bfloat16, torch.float16) if on_gpu else (torch.float32,)
    windows = 8 if on_gpu else 1
    unet = UNet2DConditionModel(sample_size=64, cross_attention_dim=768, attention_head_dim=8).to(device).eval()
    for dtype in formats:
        unet.to(dtype)
        noisy = torch.randn(2 * windows, 4, 64, TRAINED_COLUMNS, device=device, dtype=dtype)
        states = torch.randn(2 * windows, 77, 768, device=device, dtype=dtype)

        def step(noisy: Tensor = noisy, states: Tensor = states) -> Tensor:
            drawn = unet(noisy, 500, encoder_hidden_states=states).sample
            return drawn.float().cpu()

        step()
        seconds, _ = _timed(step, runs=3 if on_gpu else 1)
        rate = windows * 5.12 / (20 * seconds)
        print(
            f"U-Net of SD 1.5's size, {windows} window(s) with guidance, {dtype}: {seconds * 1000:.0f} ms a step, "
            f"20 steps at {rate:.2g} times real time"
        )


def _strokes() -> Tensor:
    """Decaying tones and noise, twice a second."""
    rng = np.random.default_rng(0)
    since = (np.arange(COLUMNS * HOP) / RATE) % 0.5
    samples = np.exp(-12.0 * since) * (np.sin(2 * np.pi * 330.0 * since) + 0.3 * rng.normal(size=len(since)))
    return torch.from_numpy((samples / np.abs(samples).max()).astype(np.float32))


def _error(samples: Tensor, picture: Tensor) -> float:
    """Mean difference of the pictures, 1 being the whole range."""
    return float((picture_of(mel_spectrogram(samples))[:, :COLUMNS] - picture).abs().mean())


def _timed(work: Callable[[], Tensor], runs: int) -> tuple[float, Tensor]:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        made = work()
        times.append(time.perf_counter() - start)
    return min(times), made


if __name__ == "__main__":
    main()
