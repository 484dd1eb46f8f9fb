"""Drum sets in a room: every stroke is another, a harder one is brighter, and the room is heard at the sides."""

import numpy as np
import pytest

from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.instruments.noise_bands import OCTAVES_HZ, Decaying, decaying_noise
from kinescore.groovebox.instruments.voice import Voice
from kinescore.groovebox.mix.sampler import RenderedNotes, Sampler
from kinescore.groovebox.score import Note

RATE = 44_100
DRUM_SETS = ("acoustic_kit", "breakbeat_kit", "brush_kit", "orchestral_percussion")


def stroke(kit, key, velocity, seed=0):
    return INSTRUMENTS[kit].play(Voice(key, 0.0, velocity, np.random.default_rng(seed)))


def centroid(samples):
    power = np.abs(np.fft.rfft(samples.mean(axis=0), 1 << 17)) ** 2
    return (np.fft.rfftfreq(1 << 17, 1 / RATE) * power).sum() / power.sum()


@pytest.mark.parametrize("kit", DRUM_SETS)
def test_twelve_equal_strokes_have_at_least_six_waveforms(kit):
    sampler = Sampler(kit, INSTRUMENTS[kit], 1, RenderedNotes())
    for key in (36, 38, 42, 51):
        strokes = [sampler.sound(Note(0.0, 0.1, key, 0.8)).full for _ in range(12)]
        assert len({sound.tobytes() for sound in strokes}) >= 6
        levels = [np.sqrt(np.mean(sound[:, : RATE // 10] ** 2)) for sound in strokes]
        assert max(levels) < 1.6 * min(levels), f"{key} is not one drum"


@pytest.mark.parametrize("kit", DRUM_SETS)
def test_a_harder_stroke_is_brighter(kit):
    for key in (36, 38, 45, 42):
        soft, hard = (np.mean([centroid(stroke(kit, key, v, seed)) for seed in range(4)]) for v in (0.25, 0.95))
        assert hard > 1.05 * soft, key


def test_the_room_is_wider_than_the_drum():
    sound = stroke("acoustic_kit", 38, 0.8).astype(np.float64)
    mid, side = sound.sum(axis=0), sound[0] - sound[1]
    early, late = slice(0, RATE // 50), slice(RATE // 4, RATE // 2)
    assert np.mean(side[early] ** 2) < 0.1 * np.mean(mid[early] ** 2)
    assert np.mean(side[late] ** 2) > 0.4 * np.mean(mid[late] ** 2)


@pytest.mark.parametrize("metal", [False, True])
def test_each_band_has_its_level_and_its_decay(metal):
    """One octave alone: its power and the time to 1/e are as asked."""
    for index in range(1, 7):
        levels = [-90.0] * len(OCTAVES_HZ)
        levels[index] = -6.0
        layer = Decaying(tuple(levels), (0.25,) * len(OCTAVES_HZ), width=0.0)
        powers = [decaying_noise(np.random.default_rng(s), (layer,), 1.0, metal=metal)[0] ** 2 for s in range(6)]
        power = np.mean([p[: RATE // 2] for p in powers], axis=0)
        decayed = np.exp(-2.0 * np.arange(RATE // 2) / RATE / 0.25)
        assert 10 * np.log10(power.sum() / decayed.sum()) == pytest.approx(-6.0, abs=1.5)
        late, early = power[RATE // 4 :].sum(), power[: RATE // 4].sum()
        assert late / early == pytest.approx(np.exp(-2.0), rel=0.4)
