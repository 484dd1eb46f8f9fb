"""The tone of a whole mix: what its filter does, and that blocks, room and stems all go through it."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.metre import Metre
from kinescore.groovebox.mix.reverb import ROOMS, Reverb
from kinescore.groovebox.mix.tone import TAPS, TONES, Tone, filter_of
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Note, Part, Score
from kinescore.progress import silent
from kinescore.sound.audio import SAMPLE_RATE

RECORD = TONES["record"]
assert RECORD is not None


def level_db(impulse: np.ndarray, hz: float) -> float:
    turns = np.exp(-2j * np.pi * hz * np.arange(len(impulse)) / SAMPLE_RATE)
    return float(20.0 * np.log10(abs(impulse @ turns)))


@pytest.mark.parametrize(
    ("hz", "least", "most"), [(30, -90, -36), (65, -4, -2), (120, -1, 1), (2500, 4, 6), (13_000, -14, -10)]
)
def test_a_record_has_little_at_either_end_and_comes_forward(hz: float, least: float, most: float) -> None:
    assert least <= level_db(filter_of(RECORD), hz) <= most


def test_the_filter_answers_at_once_and_dies_away() -> None:
    impulse = filter_of(Tone(65.0, 5.0, 6500.0))
    assert len(impulse) == TAPS
    energy = np.cumsum(impulse**2) / np.sum(impulse**2)
    assert energy[40] > 0.9
    assert abs(impulse[-200:]).max() < 1e-5


@pytest.mark.parametrize("tone", [RECORD, None])
def test_blocks_give_what_one_convolution_gives(tone: Tone | None) -> None:
    reverb = Reverb(ROOMS["dry"], tone)
    count = 2 * reverb.block + 5000
    sound = np.random.default_rng(2).standard_normal((2, count)).astype(np.float32)
    silence = np.zeros(reverb.block // 2, np.float32)
    starts = range(0, count, reverb.block)
    blocks = [reverb.added(sound[:, at : at + reverb.block], silence, None) for at in starts]
    heard = np.concatenate([*blocks, reverb.rest()], axis=1)
    wanted = sound
    if tone is not None:
        size = 1 << 20
        wanted = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(filter_of(tone), size), size)[:, :count]
    assert heard.shape == sound.shape
    np.testing.assert_allclose(heard, wanted, atol=2e-5)


def test_room_and_stems_are_in_the_tone_too() -> None:
    """A sine at 40 Hz, which a record does not hold, is gone from dry sound and room alike; stems make the mix."""
    beats = np.arange(0.0, 3.0, 0.5)
    low = Part("low", "sub_bass", "bass", (Note(0.2, 1.5, 27, 0.9),), reverb=0.5)
    high = Part("high", "flute", "melody", (Note(0.5, 1.0, 76, 0.8),), reverb=0.5)
    score = Score(
        3.0, 120.0, beats, np.array([0, 4]), (Metre.FOUR_FOUR,) * 2, "A minor", (), (low, high), "hall", "record"
    )
    mix, stems = render(score, -18.0, 1, silent)
    np.testing.assert_allclose(sum(stem.samples for stem in stems.values()), mix.samples, atol=1e-5)
    power = np.abs(np.fft.rfft(mix.samples.mean(axis=0))) ** 2
    hz = np.fft.rfftfreq(mix.samples.shape[1], 1.0 / SAMPLE_RATE)
    assert power[(hz > 30) & (hz < 48)].sum() < 0.01 * power[(hz > 600) & (hz < 700)].sum()
