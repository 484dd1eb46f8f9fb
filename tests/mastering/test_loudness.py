"""Loudness and limiting against independent implementations (pyloudnorm, scipy's resampler)."""

import numpy as np
import pyloudnorm
import pytest
from scipy.signal import lfilter, resample_poly

from kinescore.mastering.limiter import MOST_REDUCTION_DB, finishing_gain, true_peaks
from kinescore.mastering.loudness import integrated_loudness
from kinescore.mastering.recursive import BlockFilter

RATE = 44_100
METER = pyloudnorm.Meter(RATE)


def true_peak_db(samples):
    """Independent true peak: eight-fold polyphase resampling, in dBTP."""
    return 20.0 * np.log10(np.abs(resample_poly(samples.astype(np.float64), 8, 1, axis=1)).max())


def tone(hz, seconds, level=0.25):
    return (level * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)


def pink(seconds, seed=0):
    rng = np.random.default_rng(seed)
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(rng.standard_normal((2, count)))
    spectrum /= np.sqrt(np.maximum(np.arange(spectrum.shape[1]), 20.0))
    noise = np.fft.irfft(spectrum, count)
    return (noise / np.abs(noise).max() * 0.5).astype(np.float32)


def drums(seconds, seed=1):
    """Bursts of noise with a high crest factor."""
    noise = pink(seconds, seed)
    times = np.arange(noise.shape[1]) / RATE % 0.5
    return (noise * np.exp(-times / 0.1)).astype(np.float32)


@pytest.mark.parametrize("hz", [30.0, 100.0, 997.0, 6000.0, 15_000.0])
def test_tones_measure_as_in_pyloudnorm(hz):
    stereo = np.stack([tone(hz, 3.0), tone(hz, 3.0, 0.1)])
    assert integrated_loudness(stereo) == pytest.approx(METER.integrated_loudness(stereo.T), abs=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_gating_of_loud_and_quiet_passages_agrees_with_pyloudnorm(seed):
    passages = [level * pink(2.3, seed * 10 + index) for index, level in enumerate((1.0, 0.02, 0.3, 0.0, 0.8))]
    samples = np.concatenate(passages, axis=1)
    assert integrated_loudness(samples) == pytest.approx(METER.integrated_loudness(samples.T), abs=0.1)


def test_full_scale_sine_at_997_hz_reads_minus_3_lufs_per_channel_as_the_standard_says():
    assert integrated_loudness(tone(997.0, 5.0, 1.0)[None]) == pytest.approx(-3.01, abs=0.05)


def test_silence_and_sound_shorter_than_a_gating_block_are_defined():
    assert integrated_loudness(np.zeros((2, RATE), np.float32)) == -np.inf
    assert integrated_loudness(np.zeros((2, 0), np.float32)) == -np.inf
    assert integrated_loudness(tone(997.0, 0.3, 1.0)[None]) == pytest.approx(-3.01, abs=0.2)


@pytest.mark.parametrize("blocks", [1, 63, 64, 65, 5000])
def test_block_filter_equals_a_sample_by_sample_filter(blocks):
    b, a = np.array([1.2, -2.1, 0.95]), np.array([1.0, -1.97, 0.972])
    signal = np.random.default_rng(blocks).standard_normal(blocks * 70)
    expected = lfilter(b, a, signal)
    rows = signal.astype(np.float32).reshape(blocks, 70)
    smooth = BlockFilter((b, a), 70)
    middle = (blocks + 1) // 2
    got = np.concatenate([smooth(piece) for piece in (rows[:middle], rows[middle:]) if len(piece)]).ravel()
    assert np.abs(got - expected).max() < 2e-5 * np.abs(expected).max()


@pytest.mark.parametrize("phase", [0.25, 0.5, 0.8])
def test_peaks_between_samples_are_seen(phase):
    """A tone near a quarter of the rate can hide its peaks between the samples. It fades in: starts overshoot."""
    samples = np.sin(2 * np.pi * (RATE / 4 + 3.0) * np.arange(RATE) / RATE + phase)
    samples = (samples * np.sin(np.pi * np.arange(RATE) / RATE)).astype(np.float32)
    found = true_peaks(np.stack([0.5 * samples, 0.2 * samples])).max()
    assert found == pytest.approx(0.5, rel=0.01)


@pytest.mark.parametrize("target", [-36.0, -24.0, -18.0])
@pytest.mark.parametrize("source", [pink, drums])
def test_loudness_is_met_below_the_ceiling(source, target):
    samples = source(6.0)
    finished = samples * finishing_gain(samples, target)
    assert METER.integrated_loudness(finished.T.astype(np.float64)) == pytest.approx(target, abs=0.3)
    assert true_peak_db(finished) <= -1.0


def test_more_than_moderate_limiting_is_refused_and_the_piece_stays_quieter():
    samples = drums(6.0)
    level = finishing_gain(samples, -6.0)
    finished = samples * level
    assert true_peak_db(finished) <= -1.0
    assert METER.integrated_loudness(finished.T.astype(np.float64)) < -6.3
    peaks = true_peaks(samples)
    loud = np.flatnonzero(
        (peaks > 0.01 * peaks.max()) & (peaks <= np.quantile(peaks[peaks > 0.01 * peaks.max()], 0.95))
    )
    reduction_db = 20 * np.log10(level.max() * peaks[loud] / 10 ** (-1.0 / 20))
    assert reduction_db.max() <= MOST_REDUCTION_DB + 0.2


def test_quiet_music_is_scaled_and_never_shaped():
    level = finishing_gain(pink(3.0), -30.0)
    assert np.ptp(level) == 0.0


def test_limiter_only_works_around_peaks():
    """A lone click is turned down without touching the music a second away."""
    samples = pink(4.0)
    samples[:, 2 * RATE] = 4.0
    level = finishing_gain(samples, -20.0)
    assert level[2 * RATE] < 0.9 * level[RATE]
    assert level[RATE] == pytest.approx(level[-RATE // 2], rel=1e-3)


def test_a_peak_on_the_very_first_sample_is_held():
    samples = pink(3.0)
    samples[:, :40] *= 8.0
    finished = samples * finishing_gain(samples, -14.0)
    assert np.abs(finished[:, :400]).max() <= 10 ** (-1.0 / 20)


def test_silence_stays_as_it_is():
    assert np.all(finishing_gain(np.zeros((2, RATE), np.float32), -14.0) == 1.0)
