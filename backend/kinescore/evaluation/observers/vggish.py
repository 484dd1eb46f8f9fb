"""VGGish (Hershey et al. 2017): 128 numbers for every 0.96 s of sound, as the Fréchet Audio Distance was defined with.

Front end and network follow the published definition: 16 kHz, magnitude spectrum of 25 ms periodic Hann windows every
10 ms, 64 HTK mel bands from 125 to 7500 Hz, log(x + 0.01), examples of 96 frames that do not overlap. The embedding is
the last linear layer itself: no PCA, no quantisation, no final ReLU.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kinescore.errors import EvaluationError
from kinescore.evaluation.observers.observer import mono_at, windows
from kinescore.pretrained.weights import freeze, load_weights, weights_digest
from kinescore.sound.audio import Audio

RATE = 16_000
WINDOW, HOP, FFT = 400, 160, 512
BANDS, LOWEST_HZ, HIGHEST_HZ = 64, 125.0, 7500.0
LOG_OFFSET = 0.01
FRAMES = 96
EXAMPLE = (FRAMES - 1) * HOP + WINDOW
"""Samples that the frames of one example read."""
EXAMPLES_AT_ONCE = 32
WIDTH = 128


class Vggish(nn.Module):
    """Log-mel examples -> embeddings. Its tensors have the names of the published torchvggish weights."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            *_block(1, 64), *_block(64, 128), *_block(128, 256, 256), *_block(256, 512, 512)
        )  # fmt: skip
        self.embeddings = nn.Sequential(
            nn.Linear(512 * (FRAMES // 16) * (BANDS // 16), 4096),
            nn.ReLU(),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Linear(4096, WIDTH),
        )

    def forward(self, examples: Tensor) -> Tensor:
        """examples: [E, 96 frames, 64 bands]. Returns [E, 128]."""
        maps = self.features(examples[:, None])
        # The weights come from TensorFlow, where channels vary fastest.
        return self.embeddings(maps.permute(0, 2, 3, 1).flatten(start_dim=1))


def _block(*channels: int) -> list[nn.Module]:
    """A convolution with ReLU from each number of channels to the next, then halving of time and frequency."""
    layers: list[nn.Module] = []
    for before, after in pairwise(channels):
        layers += [nn.Conv2d(before, after, kernel_size=3, padding=1), nn.ReLU()]
    return [*layers, nn.MaxPool2d(2)]


class VggishObserver:
    """Keeps "embeddings" [E, 128] of the E whole examples in a sound."""

    def __init__(self, network: Vggish) -> None:
        self._network = freeze(network)
        self._mel = mel_weights()
        self.name = f"vggish-{weights_digest(network)[:8]}"

    @torch.inference_mode()
    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return the embeddings, float32. Raises EvaluationError for sound shorter than one example, or not finite."""
        sounds = windows(mono_at(audio, RATE), EXAMPLE, FRAMES * HOP)
        if len(sounds) == 0:
            raise EvaluationError(
                f"The sound is {audio.seconds:.2f} s long; VGGish needs at least {EXAMPLE / RATE:.3f} s."
            )
        device = next(self._network.parameters()).device
        batches = [
            self._network(self._examples(sounds[start : start + EXAMPLES_AT_ONCE]).to(device))
            for start in range(0, len(sounds), EXAMPLES_AT_ONCE)
        ]
        return {"embeddings": torch.cat(batches).cpu().numpy()}

    def _examples(self, sounds: NDArray[np.float64]) -> Tensor:
        return torch.from_numpy(np.stack([log_mel(sound, self._mel) for sound in sounds])).float()


def load_vggish(weights: str, device: torch.device) -> VggishObserver:
    """Return the observer with the weights named `weights`: see `load_weights`. Raises EvaluationError."""
    network = Vggish()
    load_weights(network, "VGGish", weights)
    return VggishObserver(network.to(device))


def log_mel(sound: NDArray[np.float64], mel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log-mel frames [F, 64] of `sound` [N] at 16 kHz. mel: see `mel_weights`."""
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    magnitude = np.abs(np.fft.rfft(windows(sound, WINDOW, HOP) * hann, FFT))
    return np.log(magnitude @ mel + LOG_OFFSET)


def mel_weights() -> NDArray[np.float64]:
    """Return [257, 64]: triangles of height 1, straight on the mel axis."""
    bins = _mel(np.linspace(0.0, RATE / 2, FFT // 2 + 1))[:, None]
    edges = np.linspace(_mel(LOWEST_HZ), _mel(HIGHEST_HZ), BANDS + 2)
    lower, centre, upper = edges[:-2], edges[1:-1], edges[2:]
    return np.maximum(0.0, np.minimum((bins - lower) / (centre - lower), (upper - bins) / (upper - centre)))


def _mel(hertz: NDArray[np.float64] | float) -> NDArray[np.float64]:
    return 1127.0 * np.log1p(np.asarray(hertz) / 700.0)
