"""VGGish against its definition written out with loops, and against torch's plain functions, with random weights."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

import torch
from torch.nn import functional

from kinescore.errors import EvaluationError
from kinescore.evaluation.observers.vggish import VggishObserver, load_vggish, log_mel, mel_weights
from kinescore.sound.audio import Audio

CONVOLUTIONS = {0: (1, 64), 3: (64, 128), 6: (128, 256), 8: (256, 256), 11: (256, 512), 13: (512, 512)}
LINEAR = {0: (12288, 4096), 2: (4096, 4096), 4: (4096, 128)}


def published_layout(seed: int) -> dict[str, torch.Tensor]:
    """Random weights under the published names. They share few numbers, so that the file stays small."""
    numbers = torch.randn(40_000, generator=torch.Generator().manual_seed(seed))
    tensors = {}
    for index, (before, after) in CONVOLUTIONS.items():
        scale = math.sqrt(2 / (9 * before))
        tensors[f"features.{index}.weight"] = (numbers * scale).as_strided((after, before, 3, 3), (37, 11, 3, 1))
        tensors[f"features.{index}.bias"] = numbers[:after] * 0.1
    for index, (before, after) in LINEAR.items():
        tensors[f"embeddings.{index}.weight"] = (numbers * math.sqrt(2 / before)).as_strided((after, before), (5, 1))
        tensors[f"embeddings.{index}.bias"] = numbers[:after] * 0.1
    return tensors


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vggish") / "vggish.pth"
    torch.save(published_layout(0), path)
    return path


@pytest.fixture(scope="module")
def observer(weights: Path) -> VggishObserver:
    return load_vggish(str(weights), torch.device("cpu"))


def noise(seconds: float, rate: int = 16_000, channels: int = 1) -> Audio:
    samples = np.random.default_rng(1).normal(size=(channels, round(seconds * rate))) * 0.1
    return Audio(samples.astype(np.float32), rate)


def log_mel_by_definition(sound: np.ndarray, frame: int) -> np.ndarray:
    """One frame [64], every sum written out: the discrete Fourier transform, then each triangle."""
    piece = [
        sound[160 * frame + n] * (0.5 - 0.5 * math.cos(2 * math.pi * n / 400)) for n in range(400)
    ]  # 25 ms at 16 kHz, periodic
    time = np.arange(400)
    magnitudes = [abs(np.sum(piece * np.exp(-2j * np.pi * k * time / 512))) for k in range(257)]
    mel = lambda hertz: 2595 * math.log10(1 + hertz / 700)  # noqa: E731
    lowest, highest = mel(125), mel(7500)
    bands = []
    for band in range(64):
        left, middle, right = (lowest + (highest - lowest) * (band + side) / 65 for side in (0, 1, 2))
        total = 0.0
        for k in range(1, 257):
            here = mel(k * 16_000 / 512)
            if left < here <= middle:
                total += magnitudes[k] * (here - left) / (middle - left)
            elif middle < here < right:
                total += magnitudes[k] * (right - here) / (right - middle)
        bands.append(math.log(total + 0.01))
    return np.array(bands)


def test_the_front_end_is_the_published_definition() -> None:
    sound = noise(0.1).samples[0].astype(float)
    frames = log_mel(sound, mel_weights())
    assert frames.shape == (1 + (1600 - 400) // 160, 64)
    for frame in (0, 3, 7):
        # 1127 ln is 2595 log10 to five digits, and the two are used alike.
        np.testing.assert_allclose(frames[frame], log_mel_by_definition(sound, frame), atol=2e-5)


def test_the_network_is_the_published_layout(observer: VggishObserver) -> None:
    sound, held = noise(2.5), published_layout(0)

    def layer(name: str) -> tuple[torch.Tensor, torch.Tensor]:
        return held[f"{name}.weight"], held[f"{name}.bias"]

    samples = sound.samples[0].astype(float)
    examples = [log_mel(samples[15_360 * e : 15_360 * e + 15_600], mel_weights()) for e in range(2)]
    maps = torch.tensor(np.array(examples), dtype=torch.float32)[:, None]
    for index in CONVOLUTIONS:
        maps = functional.relu(functional.conv2d(maps, *layer(f"features.{index}"), padding=1))
        if index in (0, 3, 8, 13):
            maps = functional.max_pool2d(maps, 2)
    row = maps.transpose(1, 3).transpose(1, 2).reshape(2, -1)
    for index in LINEAR:
        row = functional.linear(row if index == 0 else row.relu(), *layer(f"embeddings.{index}"))
    found = observer.observe(sound)["embeddings"]
    assert found.shape == (2, 128)
    assert (found < 0).any(), "the last layer has no ReLU"
    np.testing.assert_allclose(found, row.numpy(), rtol=1e-4, atol=1e-4 * float(row.abs().max()))


def test_silence_is_one_point(observer: VggishObserver) -> None:
    found = observer.observe(Audio(np.zeros((2, 44_100 * 4), np.float32), 44_100))["embeddings"]
    assert found.shape == (4, 128)
    np.testing.assert_allclose(found, found[:1].repeat(4, axis=0), atol=1e-5)


def test_the_same_sound_gives_the_same_bytes_at_any_rate_and_channel_count(observer: VggishObserver) -> None:
    stereo = noise(1.2, 48_000, channels=2)
    first = observer.observe(stereo)["embeddings"]
    assert first.tobytes() == observer.observe(stereo)["embeddings"].tobytes()
    mixed = Audio(stereo.samples.mean(axis=0, keepdims=True), 48_000)
    np.testing.assert_allclose(observer.observe(mixed)["embeddings"], first, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(("samples", "examples"), [(15_599, 0), (15_600, 1), (30_959, 1), (30_960, 2)])
def test_only_whole_examples_count(observer: VggishObserver, samples: int, examples: int) -> None:
    sound = Audio(np.ones((1, samples), np.float32) * 0.1, 16_000)
    if examples == 0:
        with pytest.raises(EvaluationError, match=r"0\.97 s long.*at least 0\.975 s"):
            observer.observe(sound)
    else:
        assert len(observer.observe(sound)["embeddings"]) == examples


@pytest.mark.parametrize("samples", [np.empty((1, 0), np.float32), np.full((1, 16_000), np.nan, np.float32)])
def test_no_sound_is_told(observer: VggishObserver, samples: np.ndarray) -> None:
    with pytest.raises(EvaluationError, match="no samples, or some that are not finite"):
        observer.observe(Audio(samples, 16_000))


def test_other_weights_have_another_name(observer: VggishObserver, tmp_path: Path) -> None:
    changed = published_layout(0) | {"embeddings.4.bias": torch.zeros(128)}
    torch.save({"state_dict": {f"module.{key}": tensor for key, tensor in changed.items()}}, tmp_path / "other.tar")
    other = load_vggish(str(tmp_path / "other.tar"), torch.device("cpu"))
    assert other.name != observer.name
    assert other.name.startswith("vggish-")


def test_what_is_no_vggish_is_refused_in_a_sentence(tmp_path: Path) -> None:
    torch.save(published_layout(0) | {"embeddings.4.bias": torch.zeros(12)}, tmp_path / "wrong.pth")
    with pytest.raises(EvaluationError, match=r"no VGGish: tensor 'embeddings\.4\.bias' is \[12\]"):
        load_vggish(str(tmp_path / "wrong.pth"), torch.device("cpu"))
