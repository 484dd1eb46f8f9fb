"""Both resamplers against tones written down at the new rate, and against each other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("soxr")

from kinescore.errors import DataError, KinescoreError
from kinescore.sound import resampling
from kinescore.sound.resampling import new_length, resampled, resampled_by_soxr

Resampler = Callable[[NDArray[np.float64], int, int], NDArray[np.float64]]
RATES = [(44_100, 48_000), (48_000, 44_100), (44_100, 32_000), (96_000, 48_000), (8_000, 48_000), (44_100, 47_999)]
both = pytest.mark.parametrize("change", [resampled, resampled_by_soxr])
at_rates = pytest.mark.parametrize(("rate", "new_rate"), RATES)


def tone(hertz: float, rate: int, samples: int) -> NDArray[np.float64]:
    return np.sin(2.0 * np.pi * hertz * np.arange(samples) / rate)


def level_db(samples: NDArray[np.float64]) -> float:
    """Loudest sample away from the ends, where sound meets silence, in dB below full scale."""
    margin = len(samples) // 8
    return 20.0 * np.log10(np.abs(samples[margin:-margin]).max() + 1e-20)


def error_db(change: Resampler, hertz: float, rate: int, new_rate: int) -> float:
    heard = change(tone(hertz, rate, rate), rate, new_rate)
    return level_db(heard - tone(hertz, new_rate, len(heard)))


@at_rates
@pytest.mark.parametrize("share", [0.001, 0.1, 0.3, 0.5, 0.7, 0.9])
def test_tones_in_the_pass_band_stay(share: float, rate: int, new_rate: int) -> None:
    """share: of the lower Nyquist frequency. soxr's gain falls by 0.01 dB, which is -59 dB, towards 0.9."""
    hertz = share * min(rate, new_rate) / 2
    assert error_db(resampled, hertz, rate, new_rate) < -100.0
    assert error_db(resampled_by_soxr, hertz, rate, new_rate) < (-90.0 if share <= 0.5 else -59.0)


@both
@pytest.mark.parametrize(("rate", "new_rate"), [pair for pair in RATES if pair[0] > pair[1]])
@pytest.mark.parametrize("share", [1.001, 1.05, 1.08])
def test_tones_above_the_new_nyquist_frequency_vanish(
    change: Resampler, share: float, rate: int, new_rate: int
) -> None:
    assert level_db(change(tone(share * new_rate / 2, rate, rate), rate, new_rate)) < -100.0


@both
@at_rates
def test_the_end_does_not_sound_at_the_start(change: Resampler, rate: int, new_rate: int) -> None:
    click = np.zeros(rate)
    click[-1] = 1.0
    heard = np.abs(change(click, rate, new_rate))
    assert heard.argmax() == pytest.approx((rate - 1) * new_rate / rate, abs=1)
    assert heard[: len(heard) // 2].max() < 1e-9


@both
@at_rates
@pytest.mark.parametrize("samples", [1, 2, 441, 5_000, 44_101])
def test_lengths_and_channels(change: Resampler, samples: int, rate: int, new_rate: int) -> None:
    stereo = np.random.default_rng(samples).uniform(-1, 1, (2, samples))
    heard = change(stereo, rate, new_rate)
    assert heard.shape == (2, max(1, round(samples * new_rate / rate)))
    left, right = (change(channel, rate, new_rate) for channel in stereo)
    assert heard.tobytes() == np.stack([left, right]).tobytes()


@both
def test_samples_of_single_precision_are_as_good(change: Resampler) -> None:
    samples = np.random.default_rng(0).uniform(-1, 1, 30_000)
    exact, single = (change(samples.astype(kind), 44_100, 48_000) for kind in (np.float64, np.float32))
    assert level_db(single - exact) < -120.0


@both
def test_same_samples_same_bytes(change: Resampler) -> None:
    samples = np.random.default_rng(1).uniform(-1, 1, (2, 100_000)).astype(np.float32)
    assert change(samples, 44_100, 32_000).tobytes() == change(samples, 44_100, 32_000).tobytes()


@at_rates
def test_both_make_the_same_of_music(rate: int, new_rate: int) -> None:
    """Noise below half of the lower Nyquist frequency, and up to 0.9 of it, where soxr's gain falls by 0.01 dB."""
    for share, tolerance_db in ((0.5, -90.0), (0.9, -57.0)):
        spectrum = np.fft.rfft(np.random.default_rng(2).normal(scale=0.1, size=2 * rate))
        spectrum[int(share * min(rate, new_rate)) :] = 0.0
        music = np.fft.irfft(spectrum)
        one, other = resampled(music, rate, new_rate), resampled_by_soxr(music, rate, new_rate)
        assert level_db(one - other) - level_db(one) < tolerance_db


def test_long_sound_is_made_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = np.random.default_rng(3).uniform(-1, 1, 50_000)
    whole = resampled(samples, 44_100, 48_000)
    monkeypatch.setattr(resampling, "INPUTS_AT_ONCE", 1_000)
    np.testing.assert_allclose(resampled(samples, 44_100, 48_000), whole, atol=1e-12)


def test_a_missing_soxr_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinescore.errors.find_spec", lambda name: None)
    with pytest.raises(KinescoreError, match=r"needs soxr; .* pip install 'kinescore\[learned\]'"):
        resampled_by_soxr(np.zeros(9), 44_100, 48_000)


def test_lengths_are_rounded() -> None:
    assert [new_length(samples, 48_000, 16_000) for samples in (1, 2, 4, 5, 6)] == [1, 1, 1, 2, 2]


@both
def test_the_same_rate_changes_nothing(change: Resampler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinescore.errors.find_spec", lambda name: None)
    samples = np.random.default_rng(4).uniform(-1, 1, (2, 99))
    assert change(samples, 44_100, 44_100).tobytes() == samples.tobytes()


@both
@pytest.mark.parametrize(("rate", "new_rate"), [(4_000_000_000, 48_000), (0, 48_000), (48_000, -1)])
def test_rates_of_damaged_files_are_refused(change: Resampler, rate: int, new_rate: int) -> None:
    with pytest.raises(DataError, match=rf"Sound at {rate if rate != 48_000 else new_rate} Hz cannot be resampled"):
        change(np.zeros(9), rate, new_rate)
