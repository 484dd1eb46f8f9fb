"""MS-SincResNet (Chang et al. 2021): which of GTZAN's ten genres a 3 s piece of music sounds like.

Three banks of band-pass filters, whose edges are learned, make a picture of the sound; a ResNet-18 looks at it. This is
an implementation of our own that reads the authors' published weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import signal
from torch import Tensor, nn
from torch.nn import functional

from kinescore.evaluation.observers.observer import mono_at, windows
from kinescore.evaluation.observers.resnet import resnet18
from kinescore.pretrained.weights import freeze, load_weights, weights_digest
from kinescore.sound.audio import Audio

RATE = 16_000
WINDOW = 48_000
HOP = 32_000
"""Windows start every 2 s, so that two of them cover a 5.12 s clip but for its last 0.12 s."""
FILTERS = 160
KERNELS = (251, 501, 1001)
COLUMNS = 1024
GENRES = ("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock")
LOWEST_HZ = NARROWEST_HZ = 50.0
PCM_SCALE = 2.0**15
"""The network learned from 16-bit samples as they are in the file."""
SCRIPT_SAMPLES, SCRIPT_WINDOW = 480_000, slice(24_000, 72_000)
WINDOWS_AT_ONCE = 4


class SincFilters(nn.Module):
    """Band-pass filters (Ravanelli and Bengio 2018), each a lower edge and a width in Hz. Their arrangement, Hamming
    window included, is that of the published network, or its weights would not fit."""

    seconds: Tensor
    hamming: Tensor

    def __init__(self, length: int) -> None:
        """length: of each filter in samples, odd."""
        super().__init__()
        self.low_hz_ = nn.Parameter(torch.zeros(FILTERS, 1))
        self.band_hz_ = nn.Parameter(torch.zeros(FILTERS, 1))
        half = length // 2
        self.register_buffer("seconds", torch.arange(-half, 0.0) / RATE, persistent=False)
        steps = torch.linspace(0.0, length / 2 - 1, half)
        self.register_buffer("hamming", 0.54 - 0.46 * torch.cos(2 * math.pi * steps / length), persistent=False)

    def forward(self, sound: Tensor) -> Tensor:
        """sound: [B, 1, N]. Returns [B, 160, N - length + 1]."""
        return functional.conv1d(sound, self._filters()[:, None])

    def _filters(self) -> Tensor:
        """[160, length], the middle being 1: the difference of two sines over time, relative to the band's width."""
        low = LOWEST_HZ + self.low_hz_.abs()
        high = (low + NARROWEST_HZ + self.band_hz_.abs()).clamp(LOWEST_HZ, RATE / 2)
        turn = 2 * math.pi * self.seconds
        left = (torch.sin(high * turn) - torch.sin(low * turn)) / (turn * (high - low)) * self.hamming
        return torch.cat([left, torch.ones_like(low), left.flip(1)], dim=1)


class MsSincResNet(nn.Module):
    """Sound -> logits of `GENRES`. Its tensors have the names of the published weights."""

    def __init__(self) -> None:
        super().__init__()
        self.layerNorm = nn.LayerNorm([1, WINDOW])
        self.sincNet1, self.sincNet2, self.sincNet3 = (_bank(length) for length in KERNELS)
        self.resnet = nn.ModuleDict({"model": resnet18(len(GENRES))})

    def forward(self, sound: Tensor) -> Tensor:
        """sound: [B, 48000] at 16 kHz, in units of 16-bit samples. Returns [B, 10]."""
        even = self.layerNorm(sound[:, None])
        picture = torch.stack([bank(even) for bank in (self.sincNet1, self.sincNet2, self.sincNet3)], dim=1)
        return self.resnet["model"](picture)


def _bank(length: int) -> nn.Sequential:
    return nn.Sequential(SincFilters(length), nn.BatchNorm1d(FILTERS), nn.ReLU(), nn.AdaptiveAvgPool1d(COLUMNS))


class SincResNetObserver:
    """Keeps "logits" [W, 10] of 3 s windows every 2 s, and "script_logits" [1, 10].

    Sound shorter than a window is followed by silence. The script is the only one published for this divergence: it
    stretches every file to 30 s at 16 kHz, whatever its length, and takes 1.5 s to 4.5 s of that.
    """

    def __init__(self, network: MsSincResNet) -> None:
        self._network = freeze(network)
        self.name = f"sincresnet-{weights_digest(network)[:8]}"

    @torch.inference_mode()
    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return the logits, float32. Raises EvaluationError for sound that is empty or not finite."""
        sound = mono_at(audio, RATE)
        pieces = windows(np.pad(sound, (0, max(0, WINDOW - len(sound)))), WINDOW, HOP)
        stretched = signal.resample(mono_at(audio, audio.rate), SCRIPT_SAMPLES)[SCRIPT_WINDOW]
        return {"logits": self._logits(pieces), "script_logits": self._logits(stretched[None])}

    def _logits(self, pieces: NDArray[np.float64]) -> NDArray[np.float32]:
        device = next(self._network.parameters()).device
        scaled = torch.from_numpy(pieces * PCM_SCALE).float()
        return torch.cat([self._network(some.to(device)) for some in scaled.split(WINDOWS_AT_ONCE)]).cpu().numpy()


def load_sincresnet(weights: str, device: torch.device) -> SincResNetObserver:
    """Return the observer with the weights named `weights`: see `load_weights`. Raises EvaluationError."""
    network = MsSincResNet()
    load_weights(network, "MS-SincResNet", weights)
    return SincResNetObserver(network.to(device))
