"""Loops: folding is what repetition sounds like, and neither sound nor gain has a seam."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.mastering.looping import cross_faded, fold, looping_curve, looping_gain

RATE = 44100


def test_folding_is_the_sum_of_all_rounds() -> None:
    sound = np.random.default_rng(0).normal(size=(2, 1000)).astype(np.float32)
    endless = np.zeros((2, 5000))
    for start in range(0, 4000, 300):
        endless[:, start : start + 1000] += sound
    loop = np.zeros((2, 300), np.float32)
    for first, last in ((0, 10), (10, 700), (700, 1000)):
        fold(loop, sound[:, first:last], first)
    np.testing.assert_allclose(loop, endless[:, 1800:2100], atol=1e-5)


@pytest.mark.parametrize("count", [500, 3000])
def test_a_cross_fade_goes_on_where_the_loop_ends(count: int) -> None:
    time = np.arange(count + count // 4) / RATE
    sound = np.sin(2 * np.pi * 311.0 * time)[None].repeat(2, 0).astype(np.float32)
    loop = cross_faded(sound, count)
    assert loop.shape == (2, count)
    assert loop[0, 0] == sound[0, count]
    assert np.abs(np.diff(np.tile(loop, 2))).max() <= 1.5 * np.abs(np.diff(sound)).max()


def test_what_is_too_short_or_too_long_for_a_cross_fade_is_refused() -> None:
    for length in (100, 201):
        with pytest.raises(ValueError, match="not a loop"):
            cross_faded(np.zeros((2, length), np.float32), 100)


@pytest.mark.parametrize("seconds", [0.5, 1.0, 7.3])
def test_the_gain_of_a_loop_meets_itself(seconds: float) -> None:
    rng = np.random.default_rng(1)
    time = np.arange(round(seconds * RATE)) / RATE
    beats = np.exp(-((time * 4) % 1) * 8)
    mix = (rng.normal(size=(2, len(time))) * beats * 2).astype(np.float32)
    gain = looping_gain(mix, -9.0)
    assert gain.min() < 0.9 * gain.max(), "the limiter does nothing here"
    around = np.abs(np.diff(np.tile(gain, 3)))
    assert around[len(gain) - 1] <= around[: len(gain) - 1].max()
    curve = looping_curve(mix, -9.0)
    pieces = [curve.between(first, min(first + 7001, len(gain))) for first in range(0, len(gain), 7001)]
    assert np.concatenate(pieces).tobytes() == gain.tobytes()
