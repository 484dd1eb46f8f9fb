"""What a model plays becomes a take: exact length, a clean end, the loudness asked for."""

import numpy as np
import pyloudnorm
import pytest

from kinescore.mastering.finish import ENDING_SECONDS, FADE_SECONDS, end_in_silence, finished
from kinescore.sound.audio import SAMPLE_RATE


def noise(seconds: float, level: float = 0.1) -> np.ndarray:
    drawn = np.random.default_rng(0).standard_normal((2, round(seconds * SAMPLE_RATE)))
    return (level * drawn).astype(np.float32)


@pytest.mark.parametrize("played_seconds", [2.9, 3.0, 3.4])
def test_the_length_is_exact_and_the_loudness_met(played_seconds: float) -> None:
    made = finished(noise(played_seconds), 3.0, -20.0)
    assert made.shape == (2, 3 * SAMPLE_RATE)
    assert made.dtype == np.float32
    assert not made[:, -1].any()
    assert pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(made.T.astype(float)) == pytest.approx(-20.0, abs=0.3)


def test_only_the_last_moment_is_faded_and_the_input_is_left_alone() -> None:
    played = noise(2.0)
    before = played.copy()
    made = finished(played, 1.0, -30.0)
    fade = round(FADE_SECONDS * SAMPLE_RATE)
    level = made[:, : SAMPLE_RATE - fade] / played[:, : SAMPLE_RATE - fade]
    assert level.std() < 1e-4 * level.mean()
    envelope = np.abs(made[:, -fade:]).reshape(2, 5, -1).mean(axis=(0, 2))
    assert (np.diff(envelope) < 0).all()
    np.testing.assert_array_equal(played, before)


def test_what_ends_early_ends_in_silence_and_silence_stays() -> None:
    assert not finished(noise(0.5), 1.0, -20.0)[:, SAMPLE_RATE // 2 :].any()
    assert not finished(np.zeros((2, 10), np.float32), 1.0, -14.0).any()


def test_written_music_dies_away_at_its_end_only() -> None:
    samples = np.ones((2, 2 * SAMPLE_RATE), np.float32)
    end_in_silence(samples)
    ending = round(ENDING_SECONDS * SAMPLE_RATE)
    assert (samples[:, :-ending] == 1.0).all()
    assert (np.diff(samples[:, -ending:]) <= 0.0).all()
    assert not samples[:, -1].any()
    short = np.ones((2, 100), np.float32)
    end_in_silence(short)
    assert short[0, 0] == 1.0
    assert not short[:, -1].any()
