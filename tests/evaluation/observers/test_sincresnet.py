"""MS-SincResNet under its published names, against the same network written with plain functions."""

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
from kinescore.evaluation.observers.sincresnet import MsSincResNet, SincResNetObserver, load_sincresnet
from kinescore.sound.audio import Audio

Tensors = dict[str, torch.Tensor]
KERNELS = {"sincNet1": 251, "sincNet2": 501, "sincNet3": 1001}


def published_layout(seed: int) -> Tensors:
    """Every tensor of the published file, by name and shape, at random but alive: no dead or exploding layer."""
    generator = torch.Generator().manual_seed(seed)

    def draw(*shape: int, scale: float = 0.1, middle: float = 0.0) -> torch.Tensor:
        return middle + scale * torch.randn(shape, generator=generator)

    def norm(name: str, width: int) -> Tensors:
        return {
            f"{name}.weight": draw(width, middle=1.0),
            f"{name}.bias": draw(width),
            f"{name}.running_mean": draw(width),
            f"{name}.running_var": draw(width, middle=1.0).abs() + 0.1,
            f"{name}.num_batches_tracked": torch.tensor(9),
        }

    tensors = {"layerNorm.weight": draw(1, 48_000, middle=1.0), "layerNorm.bias": draw(1, 48_000)}
    edges = torch.linspace(-30, 7000, 161)
    for bank in KERNELS:
        tensors[f"{bank}.0.low_hz_"] = edges[:-1, None].clone()
        tensors[f"{bank}.0.band_hz_"] = draw(160, 1, scale=60.0)
        tensors |= norm(f"{bank}.1", 160)
    net = "resnet.model"
    tensors |= {f"{net}.conv1.weight": draw(64, 3, 7, 7, scale=math.sqrt(2 / 147))} | norm(f"{net}.bn1", 64)
    before = 64
    for stage, width in enumerate((64, 128, 256, 512), start=1):
        for block in (0, 1):
            here = f"{net}.layer{stage}.{block}"
            enters = before if block == 0 else width
            tensors[f"{here}.conv1.weight"] = draw(width, enters, 3, 3, scale=math.sqrt(2 / (9 * enters)))
            tensors[f"{here}.conv2.weight"] = draw(width, width, 3, 3, scale=math.sqrt(1 / (9 * width)))
            tensors |= norm(f"{here}.bn1", width) | norm(f"{here}.bn2", width)
            if enters != width:
                tensors[f"{here}.downsample.0.weight"] = draw(width, enters, 1, 1, scale=math.sqrt(1 / enters))
                tensors |= norm(f"{here}.downsample.1", width)
        before = width
    return tensors | {f"{net}.fc.weight": draw(10, 512, scale=0.5), f"{net}.fc.bias": draw(10)}


def logits_by_definition(held: Tensors, sound: torch.Tensor) -> torch.Tensor:
    """sound: [B, 48000]."""

    def norm(maps: torch.Tensor, name: str) -> torch.Tensor:
        mean, var, weight, bias = (held[f"{name}.{part}"] for part in ("running_mean", "running_var", "weight", "bias"))
        return functional.batch_norm(maps, mean, var, weight, bias, eps=1e-5)

    mean, var = sound.mean(dim=1, keepdim=True), sound.var(dim=1, keepdim=True, unbiased=False)
    even = (sound - mean) / torch.sqrt(var + 1e-5) * held["layerNorm.weight"] + held["layerNorm.bias"]
    rows = []
    for bank, length in KERNELS.items():
        maps = functional.conv1d(even[:, None], band_passes(held, bank, length)[:, None])
        rows.append(functional.adaptive_avg_pool1d(norm(maps, f"{bank}.1").relu(), 1024))
    net = "resnet.model"
    maps = norm(functional.conv2d(torch.stack(rows, 1), held[f"{net}.conv1.weight"], stride=2, padding=3), f"{net}.bn1")
    maps = functional.max_pool2d(maps.relu(), 3, stride=2, padding=1)
    for stage in (1, 2, 3, 4):
        for block in (0, 1):
            here, step = f"{net}.layer{stage}.{block}", 2 if stage > 1 and block == 0 else 1
            inner = functional.conv2d(maps, held[f"{here}.conv1.weight"], stride=step, padding=1)
            inner = functional.conv2d(norm(inner, f"{here}.bn1").relu(), held[f"{here}.conv2.weight"], padding=1)
            if step == 2:
                maps = norm(
                    functional.conv2d(maps, held[f"{here}.downsample.0.weight"], stride=2), f"{here}.downsample.1"
                )
            maps = (norm(inner, f"{here}.bn2") + maps).relu()
    return functional.linear(maps.mean(dim=(2, 3)), held[f"{net}.fc.weight"], held[f"{net}.fc.bias"])


def band_passes(held: Tensors, bank: str, length: int) -> torch.Tensor:
    """Filter by filter: (f2 sinc(2 f2 t) - f1 sinc(2 f1 t)) / (f2 - f1), windowed, the window's last point set to 1."""
    half, filters = length // 2, []
    for low_hz, band_hz in zip(held[f"{bank}.0.low_hz_"].flatten(), held[f"{bank}.0.band_hz_"].flatten(), strict=True):
        low = 50.0 + abs(float(low_hz))
        high = min(low + 50.0 + abs(float(band_hz)), 8000.0)
        time = np.arange(-half, half + 1) / 16_000
        ideal = (high * np.sinc(2 * high * time) - low * np.sinc(2 * low * time)) / (high - low)
        rising = 0.54 - 0.46 * np.cos(2 * np.pi * np.linspace(0, length / 2 - 1, half) / length)
        filters.append(ideal * np.concatenate([rising, [1.0], rising[::-1]]))
    return torch.tensor(np.array(filters), dtype=torch.float32)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sincresnet") / "MS-SincResNet.tar"
    torch.save({"epoch": 3, "state_dict": {f"module.{k}": v for k, v in published_layout(0).items()}}, path)
    return path


@pytest.fixture(scope="module")
def observer(weights: Path) -> SincResNetObserver:
    return load_sincresnet(str(weights), torch.device("cpu"))


def music(seconds: float, rate: int = 16_000, channels: int = 1, seed: int = 0) -> Audio:
    generator = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    tones = sum(np.sin(2 * np.pi * hertz * time) for hertz in generator.uniform(80, 3000, 5)) * 0.1
    return Audio(np.tile(tones + 0.01 * generator.normal(size=len(time)), (channels, 1)).astype(np.float32), rate)


@torch.no_grad()
def test_the_network_is_the_published_layout(observer: SincResNetObserver) -> None:
    sound = music(5.12)
    pcm = torch.tensor(sound.samples[0].astype(float) * 32768).float()
    expected = logits_by_definition(published_layout(0), torch.stack([pcm[:48_000], pcm[32_000:80_000]])).numpy()
    found = observer.observe(sound)["logits"]
    assert found.shape == (2, 10)
    assert np.ptp(expected) > 0.1
    np.testing.assert_allclose(found, expected, atol=1e-5 * np.abs(expected).max(), rtol=1e-5)


def test_the_script_takes_the_file_stretched_to_half_a_minute(observer: SincResNetObserver) -> None:
    signal = pytest.importorskip("scipy.signal")
    sound = music(2.0, 44_100)
    stretched = signal.resample(sound.samples[0].astype(float) * 32768, 480_000)[24_000:72_000]
    with torch.no_grad():
        expected = logits_by_definition(published_layout(0), torch.tensor(stretched).float()[None]).numpy()
    found = observer.observe(sound)
    np.testing.assert_allclose(found["script_logits"], expected, atol=1e-4 * np.abs(expected).max(), rtol=1e-4)
    assert np.abs(found["script_logits"] - found["logits"]).max() > 1e-2


def test_names_and_shapes_are_all_that_the_published_file_holds() -> None:
    held, ours = published_layout(0), MsSincResNet().state_dict()
    assert {k: v.shape for k, v in ours.items()} == {k: v.shape for k, v in held.items()}


@pytest.mark.parametrize(("seconds", "count"), [(4.99, 1), (7.0, 3)])
def test_windows_of_three_seconds_every_two(observer: SincResNetObserver, seconds: float, count: int) -> None:
    assert observer.observe(music(seconds))["logits"].shape == (count, 10)


def test_sound_shorter_than_a_window_ends_in_silence_and_gives_the_same_again(observer: SincResNetObserver) -> None:
    short = music(2.0)
    padded = Audio(np.pad(short.samples, ((0, 0), (0, 16_000))), 16_000)
    assert observer.observe(short)["logits"].tobytes() == observer.observe(padded)["logits"].tobytes()


def test_silence_is_observed_at_any_rate_and_channel_count(observer: SincResNetObserver) -> None:
    assert np.isfinite(observer.observe(Audio(np.zeros((2, 50_000), np.float32), 44_100))["logits"]).all()


def test_other_weights_have_another_name_and_other_files_are_refused(
    observer: SincResNetObserver, tmp_path: Path
) -> None:
    held = published_layout(0)
    torch.save({"state_dict": held | {"resnet.model.fc.bias": torch.ones(10)}}, tmp_path / "other.tar")
    other = load_sincresnet(str(tmp_path / "other.tar"), torch.device("cpu"))
    assert other.name != observer.name
    assert other.name.startswith("sincresnet-")
    torch.save({"features.0.weight": torch.zeros(2)}, tmp_path / "vggish.pth")
    with pytest.raises(EvaluationError, match=r"vggish\.pth is no MS-SincResNet: it lacks tensor 'layerNorm\.weight'"):
        load_sincresnet(str(tmp_path / "vggish.pth"), torch.device("cpu"))
