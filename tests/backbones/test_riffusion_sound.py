"""Riffusion's picture of sound and the way back, against formulas written out in numpy."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("diffusers")

import torch

from kinescore.backbones.riffusion.griffin_lim import inverse_transform, sound_of
from kinescore.backbones.riffusion.spectrogram import (
    linear_magnitudes,
    mel_filters,
    mel_inverse,
    mel_of,
    mel_spectrogram,
    picture_of,
)
from kinescore.errors import Cancelled

RATE, HOP = 44_100, 441
BEATS = np.arange(0.25, 4.9, 0.5)


def struck(seed: int = 0, seconds: float = 5.12) -> NDArray[np.float32]:
    """Decaying tones with a burst of noise at every beat."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    samples = np.zeros_like(time)
    for index, beat in enumerate(BEATS):
        since = np.where(time >= beat, time - beat, np.inf)
        tone = np.sin(2 * np.pi * 220.0 * (1 + index % 3) * np.where(np.isfinite(since), since, 0.0))
        samples += np.exp(-12.0 * since) * (tone + 0.3 * rng.normal(size=len(time)))
    return (samples / np.abs(samples).max()).astype(np.float32)


def mel_by_numpy(samples: NDArray[np.float32], column: int) -> NDArray[np.float64]:
    """One column from the definition: 4,410 Hann-weighted samples around it in a frame of 17,640; HTK triangles."""
    mirrored = np.pad(samples.astype(np.float64), 8_820, mode="reflect")
    frame = mirrored[column * HOP : column * HOP + 17_640].copy()
    taper = np.zeros(17_640)
    taper[6_615:11_025] = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(4_410) / 4_410)
    magnitudes = np.abs(np.fft.rfft(frame * taper))
    hertz = np.fft.rfftfreq(17_640, 1 / RATE)
    edges = 700 * (10 ** (np.linspace(0, 2595 * np.log10(1 + 10_000 / 700), 514) / 2595) - 1)
    return np.array([np.interp(hertz, edges[band : band + 3], [0, 1, 0]) @ magnitudes for band in range(512)])


@pytest.fixture(scope="module")
def samples() -> NDArray[np.float32]:
    return struck()


@pytest.fixture(scope="module")
def mel(samples: NDArray[np.float32]) -> torch.Tensor:
    return mel_spectrogram(torch.from_numpy(samples))


@pytest.fixture(scope="module")
def again(mel: torch.Tensor, samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """What comes back from the picture, through 8 bit as in Riffusion's own files, at the level of the original."""
    picture = (picture_of(mel[:, :512]) * 255).round() / 255
    return sound_of(linear_magnitudes(mel_of(picture) * mel.max()), len(samples), seed=0, iterations=32).numpy()


@pytest.mark.parametrize("column", [0, 1, 137, 512])
def test_the_spectrogram_is_the_one_of_the_definition(column: int, mel: torch.Tensor, samples) -> None:
    assert mel.shape == (512, 513)
    expected = mel_by_numpy(samples, column)
    np.testing.assert_allclose(mel[:, column].numpy(), expected, rtol=2e-4, atol=2e-5 * float(mel.max()))


def test_the_picture_is_inverted_upside_down_and_to_the_power_of_a_quarter(mel: torch.Tensor) -> None:
    picture = picture_of(mel).numpy()
    expected = 255 - 255 * (mel.numpy() / mel.numpy().max()) ** 0.25
    np.testing.assert_allclose(255 * picture[::-1], expected, atol=1e-3)
    assert torch.allclose(mel_of(torch.from_numpy(picture)) * mel.max(), mel, rtol=1e-4, atol=1e-5 * float(mel.max()))


def test_silence_is_a_white_picture_and_silent_again() -> None:
    white = picture_of(mel_spectrogram(torch.zeros(8_820)))
    assert torch.equal(white, torch.ones(512, 21))
    sound = sound_of(linear_magnitudes(mel_of(white)), 8_820, seed=0, iterations=2)
    assert torch.equal(sound, torch.zeros(8_820))


def test_the_inverse_is_the_pseudo_inverse_at_every_fourth_bin() -> None:
    """Column by column: the least-squares solution of smallest norm for a single band."""
    bands = [0, 3, 100, 511]
    solutions = np.linalg.lstsq(mel_filters().numpy(), np.eye(512)[:, bands], rcond=None)[0]
    np.testing.assert_allclose(mel_inverse().numpy()[:, bands], solutions[::4], atol=1e-6)


def test_there_and_back_keeps_the_picture(mel: torch.Tensor, again: NDArray[np.float32]) -> None:
    """Mean errors: 0.0093 of the picture's range (2.4 grey levels of 256) and 1.0 dB where the music is louder than
    60 dB below its loudest; random phases alone give 0.041 and 10 dB."""
    back, mel = mel_spectrogram(torch.from_numpy(again))[:, :512], mel[:, :512]
    assert (picture_of(back) - picture_of(mel)).abs().mean() < 0.012
    decibels = 20 * (back / mel.clamp_min(1e-9)).log10().abs()
    assert decibels[mel > 1e-3 * mel.max()].mean() < 1.3
    unsought = mel_spectrogram(sound_of(linear_magnitudes(mel), len(again), seed=0, iterations=0))[:, :512]
    assert (picture_of(unsought) - picture_of(mel)).abs().mean() > 0.03


def test_there_and_back_keeps_the_level(samples: NDArray[np.float32], again: NDArray[np.float32]) -> None:
    assert np.sqrt(np.mean(again**2)) == pytest.approx(np.sqrt(np.mean(samples**2)), rel=0.1)


def rises(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Times, s, at which the energy in 10 ms rises most within a quarter of a second around each beat."""
    energy = np.sqrt(np.mean(samples[: len(samples) // HOP * HOP].reshape(-1, HOP) ** 2, axis=1))
    flux = np.diff(energy, prepend=energy[0])
    first = np.round((BEATS - 0.12) * 100).astype(int)
    return np.array([(start + flux[start : start + 25].argmax()) / 100 for start in first])


def test_beats_stay_in_place(samples: NDArray[np.float32], again: NDArray[np.float32]) -> None:
    moved = rises(again) - rises(samples)
    assert np.abs(moved).max() <= 0.0101, moved


@pytest.mark.parametrize("length", [3_528, 30_001, 1_024 * HOP, 1_024 * HOP + 1])
def test_sound_has_exactly_the_length_asked_for(length: int) -> None:
    for spare in (0, 7):
        columns = -(-length // HOP) + spare
        assert sound_of(torch.rand(1_001, columns), length, seed=1, iterations=1).shape == (length,)


def test_same_seed_same_sound_and_each_iteration_can_be_stopped() -> None:
    magnitudes = torch.rand(1_001, 20)
    one, same, other = (sound_of(magnitudes, 8_000, seed, iterations=3) for seed in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.equal(one, other)
    heard: list[float] = []

    def stop_at_the_third(phase: str, fraction: float) -> None:
        heard.append(fraction)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        sound_of(magnitudes, 8_000, 1, iterations=100, report=stop_at_the_third)
    assert heard == [0.0, 0.01, 0.02]


@pytest.mark.parametrize("length", [1_024 * HOP, 1_199 * HOP + 7])
def test_the_inverse_transform_in_sections_equals_one_pass(length: int) -> None:
    spectrum = torch.randn(1_001, 1_200, dtype=torch.complex64, generator=torch.Generator().manual_seed(0))
    spectrum[0] = spectrum[0].real
    padded = torch.cat([spectrum, torch.zeros(2_206 - 1_001, 1_200)])
    whole = torch.istft(padded, 4_410, HOP, window=torch.hann_window(4_410), length=length)
    np.testing.assert_allclose(inverse_transform(spectrum, length), whole, atol=1e-5)


def test_long_sound_is_found_in_sections_without_a_seam() -> None:
    """12 s take two sections. The picture is as near the wanted one around the join as anywhere (0.0099 there, 0.0098
    in the same music without a join)."""
    wanted = mel_spectrogram(torch.from_numpy(np.tile(struck(seconds=4.0), 3)))[:, :1_200]
    sound = sound_of(linear_magnitudes(wanted), 1_200 * HOP, seed=0, iterations=16)
    found = mel_spectrogram(sound)[:, :1_200]
    errors = (picture_of(found) - picture_of(wanted)).abs().mean(dim=0)
    join = slice(1_024 - 32, 1_024)
    assert sound.shape == (1_200 * HOP,)
    same_music_elsewhere = slice(1_024 - 832, 1_024 - 800)
    assert errors[join].mean() < 1.2 * errors[same_music_elsewhere].mean()
