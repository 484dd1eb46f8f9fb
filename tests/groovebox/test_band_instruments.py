"""Every instrument by itself: pitch, level, cleanliness, and that touch changes the tone."""

import numpy as np
import pytest

from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.instruments.tuning import midi_to_hz
from kinescore.groovebox.instruments.voice import Voice
from kinescore.groovebox.mix.player import VELOCITY_CURVE
from kinescore.mastering.loudness import integrated_loudness
from kinescore.sound.audio import gain

RATE = 44_100
KITS = (
    "acoustic_kit", "electronic_kit", "house_kit", "breakbeat_kit", "dusty_kit", "brush_kit", "latin_percussion",
    "orchestral_percussion", "body_percussion",
)  # fmt: skip
DRUM_KITS = tuple(kit for kit in KITS if kit not in ("latin_percussion", "body_percussion"))
BASSES = ("electric_bass", "synth_bass", "acid_bass", "sub_bass", "upright_bass", "slap_bass")
HARMONY = (
    "piano", "electric_piano", "organ", "clean_guitar", "driven_guitar", "muted_guitar", "warm_pad", "glass_pad",
    "string_section", "brass_section", "supersaw", "pluck", "vibraphone", "choir", "harp",
    "acoustic_guitar", "nylon_guitar", "banjo", "pizzicato", "harpsichord", "koto", "accordion",
    "dusty_keys", "dusty_piano",
)  # fmt: skip
LEADS = (
    "saw_lead", "square_lead", "flute", "saxophone", "trumpet", "violin", "marimba", "bell", "whistle_lead",
)  # fmt: skip
ACCENTS = ("impact", "riser", "downlifter", "cymbal_swell", "orchestra_hit", "stab")
TEXTURES = ("vinyl",)
PITCHED = (*BASSES, *HARMONY, *LEADS)
# Many players (or a driven pair) have no single pitch; their middle has.
SECTIONS = ("warm_pad", "glass_pad", "string_section", "brass_section", "supersaw", "choir", "accordion")


def play(name, pitch, seconds=1.0, velocity=0.7, seed=0):
    return INSTRUMENTS[name].play(Voice(pitch, seconds, velocity, np.random.default_rng(seed)))


def register(name):
    return (31, 38, 47) if name in BASSES else (48, 60, 77)


def power_spectrum(samples, size=1 << 18):
    mono = samples.mean(axis=0).astype(np.float64)
    return np.fft.rfftfreq(size, 1 / RATE), np.abs(np.fft.rfft(mono * np.hanning(len(mono)), size)) ** 2


def cents_off(samples, hz):
    """Distance of the centre of the first three harmonics from their written places, weighted by strength."""
    frequencies, power = power_spectrum(samples)
    total, weight = 0.0, 0.0
    for number in (1, 2, 3):
        near = np.abs(1200 * np.log2(np.maximum(frequencies, 1.0) / (hz * number))) < 45
        energy = power[near].sum()
        total += energy * 1200 * np.log2((frequencies[near] * power[near]).sum() / energy / (hz * number))
        weight += energy
    return total / weight


def centroid(samples):
    frequencies, power = power_spectrum(samples)
    return (frequencies * power).sum() / power.sum()


def test_the_band_is_complete():
    assert set(INSTRUMENTS) == {*KITS, *PITCHED, *ACCENTS, *TEXTURES}


@pytest.mark.parametrize("name", PITCHED)
def test_fundamental_is_in_tune(name):
    seeds = range(4) if name in SECTIONS else (0,)
    for pitch in register(name):
        off = np.mean([cents_off(play(name, pitch, 1.4, seed=seed), midi_to_hz(pitch)) for seed in seeds])
        assert abs(off) < 10, f"{name} at {pitch} is {off:.1f} cents off"


@pytest.mark.parametrize("name", PITCHED)
def test_the_written_pitch_is_the_pitch_heard(name):
    """Harmonics of the written note carry far more than those of its neighbours, so no octave or semitone is wrong."""
    pitch = register(name)[1]
    frequencies, power = power_spectrum(play(name, pitch, 1.2))

    def carried(semitones):
        hz = midi_to_hz(pitch + semitones)
        return sum(power[np.abs(frequencies - hz * k) < 0.012 * hz * k].sum() / k for k in (1, 2, 3))

    assert carried(0) > 10 * max(carried(shift) for shift in (-1, 1))


@pytest.mark.parametrize("name", [*PITCHED, *ACCENTS])
def test_notes_are_clean(name):
    """Finite, float32, without an offset, starting near silence and ending in it."""
    for pitch, seconds in ((40, 0.05), (60, 0.4), (84, 3.0)):
        samples = play(name, pitch, seconds, 0.9)
        assert samples.dtype == np.float32
        assert samples.shape[0] in (1, 2)
        assert np.isfinite(samples).all()
        loudest = np.abs(samples).max()
        assert loudest > 0.05
        assert np.abs(samples[:, -3:]).max() < 0.002 * loudest
        assert np.abs(samples[:, 0]).max() < 0.5 * loudest
        if seconds >= 0.4:
            assert abs(samples.mean()) < 0.01 * loudest


@pytest.mark.parametrize("name", KITS)
def test_every_percussion_key_sounds(name):
    for key in range(35, 83):
        samples = play(name, key, 0.0, 0.8)
        assert np.isfinite(samples).all()
        assert np.abs(samples).max() > 0.05, f"{name} is silent on key {key}"
        assert np.abs(samples[:, -1]).max() < 1e-4
        assert len(samples[0]) < 5 * RATE
    low, high = play(name, 34, 0.0), play(name, 90, 0.0)
    assert np.abs(low).max() > 0.05
    assert np.abs(high).max() > 0.05


@pytest.mark.parametrize("name", DRUM_KITS)
def test_kicks_are_low_and_hats_are_high(name):
    assert centroid(play(name, 36, 0.0)) < 400
    assert centroid(play(name, 42, 0.0)) > 4000
    assert 100 < centroid(play(name, 38, 0.0)) < 5500


@pytest.mark.parametrize("name", DRUM_KITS)
def test_kick_strikes_within_two_milliseconds(name):
    """The first moment that reaches half of the loudest; the bass drum of an orchestra swells a little longer."""
    samples = np.abs(play(name, 36, 0.0, 0.9)).max(axis=0)
    first = np.flatnonzero(samples > 0.5 * samples.max())[0]
    assert first < (0.004 if name == "orchestral_percussion" else 0.002) * RATE


def test_toms_rise_from_floor_to_high():
    for kit in KITS:
        peaks = []
        for key in (41, 45, 50):
            frequencies, power = power_spectrum(play(kit, key, 0.0))
            peaks.append(frequencies[power.argmax()])
        assert peaks == sorted(peaks)


@pytest.mark.parametrize("name", [name for name in PITCHED if name not in ("sub_bass", "organ", "whistle_lead")])
def test_a_harder_touch_is_brighter(name):
    """All but those that have one colour by nature."""
    pitch = register(name)[1]
    assert centroid(play(name, pitch, 0.5, 0.9)) > 1.02 * centroid(play(name, pitch, 0.5, 0.25))


@pytest.mark.parametrize("name", ["saw_lead", "square_lead", "supersaw", "driven_guitar", "trumpet", "acid_bass"])
def test_high_notes_do_not_alias(name):
    """Between the harmonics of a high, bright note there is no line, only breath: folded partials would land there."""
    pitch = 91
    frequencies, power = power_spectrum(play(name, pitch, 1.2, 1.0))
    ratio = frequencies / midi_to_hz(pitch)
    between = (np.abs(ratio - np.round(ratio)) > 0.35) & (ratio > 0.5)
    audible = ratio > 0.5
    assert power[between].max() < 1e-4 * power[audible].max()
    assert power[frequencies > 20_000].sum() < 1e-6 * power.sum()


@pytest.mark.parametrize("name", [*PITCHED, "stab"])
def test_equal_velocity_is_about_equally_loud(name):
    """Each plays a phrase of half-second notes; all lie within 3 LU of the middle."""
    level = gain(INSTRUMENTS[name].level_db) * 0.8**VELOCITY_CURVE
    pitches = (33, 36, 40, 31) if name in BASSES else (60, 64, 67, 72)
    phrase = np.zeros((2, 8 * RATE), np.float32)
    for index in range(8):
        start = index * RATE // 2
        note = play(name, pitches[index % 4], 0.45, 0.8, seed=index)
        phrase[:, start : start + note.shape[1]] += level * note
    phrase = phrase[:, : 4 * RATE]
    assert integrated_loudness(phrase) == pytest.approx(-21.5, abs=3.0)


def test_riser_ends_and_swell_peaks_at_the_end_of_the_note():
    seconds = 1.7
    end = round(seconds * RATE)
    riser = np.abs(play("riser", 60, seconds)).max(axis=0)
    assert riser[end - 2000 : end].max() > 0.8 * riser.max()
    assert riser[end + round(0.02 * RATE) :].max(initial=0.0) < 0.02 * riser.max()
    swell = play("cymbal_swell", 60, seconds)
    power = np.convolve((swell**2).sum(axis=0), np.ones(2000) / 2000, "same")
    assert abs(power.argmax() - end) < 0.06 * RATE


@pytest.mark.parametrize("name", [*PITCHED, *ACCENTS])
def test_left_and_right_agree(name):
    """Wide, but never so wide that mono loses it; basses are mono."""
    samples = play(name, register(name)[0], 1.0)
    if name in BASSES:
        assert samples.shape[0] == 1
    elif samples.shape[0] == 2:
        assert np.corrcoef(samples)[0, 1] > 0.15
