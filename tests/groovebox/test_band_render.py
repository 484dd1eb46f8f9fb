"""A whole score played: exact length and onsets, stems that sum, loudness, silence, determinism."""

from dataclasses import replace

import numpy as np
import pyloudnorm
import pytest
from scipy.signal import resample_poly

from kinescore.errors import Cancelled
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.mix.chords import with_chords_as_one
from kinescore.groovebox.mix.reverb import ROOMS, impulse_response
from kinescore.groovebox.render import render
from kinescore.groovebox.score import STEMS, Note, Part, Score
from kinescore.progress import silent

RATE = 44_100


def score_of(parts, seconds=8.0, tempo=120.0, room="club"):
    beats = np.arange(0, seconds, 60 / tempo)
    return Score(seconds, tempo, beats, np.arange(0, len(beats), 4), 4, "A minor", (), tuple(parts), room)


def small_band(seconds=8.0, room="club"):
    beats = np.arange(0.0, seconds - 0.5, 0.5)
    drums = [Note(t, 0.1, 36 if i % 2 == 0 else 38, 0.9) for i, t in enumerate(beats)]
    hats = [Note(t + off, 0.1, 46 if off else 42, 0.6) for t in beats for off in (0.0, 0.25)]
    chords = [Note(t, 0.9, pitch, 0.6) for t in beats[::2] for pitch in (57, 60, 64)]
    return score_of(
        [
            Part("kit", "house_kit", "drums", tuple(drums + hats), reverb=0.1),
            Part("shaker", "latin_percussion", "percussion", tuple(Note(t, 0.1, 82, 0.5) for t in beats), pan=0.4),
            Part("bass", "synth_bass", "bass", tuple(Note(t, 0.4, 33, 0.8) for t in beats), reverb=0.0, ducking=0.5),
            Part("keys", "piano", "harmony", tuple(chords), level_db=-3, delay=0.2, ducking=0.2),
            Part("pad", "warm_pad", "harmony", (Note(0.0, 7.0, 57, 0.5),), reverb=0.4, ducking=0.6),
            Part("lead", "saw_lead", "melody", tuple(Note(t, 0.4, 69, 0.7) for t in beats[::3]), delay=0.3),
            Part("hit", "impact", "accents", (Note(4.0, 0.5, 48, 0.9),)),
        ],
        seconds,
        room=room,
    )


def onset(samples, after, threshold=0.3):
    """Time of the first sample above `threshold` of the peak after `after` seconds, in seconds."""
    start = round(after * RATE)
    magnitude = np.abs(samples[:, start : start + RATE // 2]).max(axis=0)
    return (start + np.flatnonzero(magnitude > threshold * magnitude.max())[0]) / RATE


@pytest.fixture(scope="module")
def played():
    score = small_band()
    mix, stems = render(score, -14.0, 3, silent)
    return score, mix, stems


def test_length_is_exact_for_odd_lengths():
    for seconds in (0.5, 1.234567, 3.00001, 7.77):
        score = score_of([Part("p", "piano", "harmony", (Note(0.0, 0.3, 60, 0.8),))], seconds)
        mix, stems = render(score, -14.0, 0, silent)
        assert mix.samples.shape == (2, round(seconds * RATE))
        assert mix.rate == RATE
        assert stems["harmony"].samples.shape == mix.samples.shape


def test_stems_are_those_used_in_order_and_sum_to_the_mix(played):
    score, mix, stems = played
    assert list(stems) == [stem for stem in STEMS if stem in {part.stem for part in score.parts}]
    total = sum(stem.samples.astype(np.float64) for stem in stems.values())
    assert np.abs(total - mix.samples).max() < 1e-5
    assert all(np.abs(stem.samples).max() > 0.01 for stem in stems.values())


def test_without_stems_the_mix_is_the_same(played):
    score, mix, _ = played
    alone, none = render(score, -14.0, 3, silent, with_stems=False)
    assert none == {}
    assert np.abs(alone.samples - mix.samples).max() < 1e-5


def test_a_stem_alone_sounds_as_it_does_in_the_mix(played):
    """Rooms, echoes and ducking stay with their stem: rendered without the lead, the other stems differ by one gain."""
    score, _, stems = played
    without = replace(score, parts=tuple(part for part in score.parts if part.stem != "melody"))
    _, fewer = render(without, -24.0, 3, silent)
    full, alone = stems["harmony"].samples.ravel(), fewer["harmony"].samples.ravel()
    assert np.corrcoef(full, alone)[0, 1] > 0.999


def test_loudness_true_peak_and_dynamics(played):
    _, mix, _ = played
    samples = mix.samples.astype(np.float64)
    assert pyloudnorm.Meter(RATE).integrated_loudness(samples.T) == pytest.approx(-14.0, abs=0.3)
    assert 20 * np.log10(np.abs(resample_poly(samples, 8, 1, axis=1)).max()) <= -1.0
    crest = 20 * np.log10(np.abs(samples).max() / samples.std())
    assert 8 < crest < 16.5
    assert np.isfinite(samples).all()
    assert np.abs(samples.mean(axis=1)).max() < 1e-3
    assert np.corrcoef(samples)[0, 1] > 0.3


def octave_power(samples, low):
    power = np.abs(np.fft.rfft(samples.astype(np.float64), axis=1)) ** 2
    hz = np.fft.rfftfreq(samples.shape[1], 1 / RATE)
    return power[:, (hz >= low) & (hz < 2 * low)].sum()


def test_frequency_balance_is_that_of_music(played):
    """Most music falls by 3 to 6 dB per octave from the low mids up, with little rumble and an open top."""
    samples = played[1].samples
    low_mids, presence, top = (10 * np.log10(octave_power(samples, low)) for low in (125, 2000, 8000))
    assert -6.0 < (presence - low_mids) / 4 < -0.5
    assert -7.0 < (top - low_mids) / 6 < -1.0
    assert octave_power(samples, 12) < 0.02 * octave_power(samples, 60)


def test_the_low_end_is_mono(played):
    samples = played[1].samples.astype(np.float64)
    spectrum = np.fft.rfft(samples, axis=1)
    spectrum[:, np.fft.rfftfreq(samples.shape[1], 1 / RATE) > 110] = 0.0
    assert np.corrcoef(np.fft.irfft(spectrum, samples.shape[1]))[0, 1] > 0.95


def test_ends_in_exact_silence_without_a_click(played):
    _, mix, stems = played
    for audio in (mix, *stems.values()):
        assert np.all(audio.samples[:, -1] == 0.0)
        assert np.abs(audio.samples[:, -64:]).max() < 1e-3


def test_same_seed_same_bytes_and_other_seed_other_bytes(played):
    score, mix, stems = played
    again, again_stems = render(score, -14.0, 3, silent)
    assert again.samples.tobytes() == mix.samples.tobytes()
    assert all(again_stems[name].samples.tobytes() == stems[name].samples.tobytes() for name in stems)
    other, _ = render(score, -14.0, 4, silent)
    assert other.samples.tobytes() != mix.samples.tobytes()


@pytest.mark.parametrize("kit", ["acoustic_kit", "electronic_kit", "house_kit", "breakbeat_kit", "brush_kit"])
def test_drums_strike_on_the_written_sample(kit):
    """Kick and snare are heard within 2 ms of where they are written, at times that fall between samples."""
    for key in (36, 38):
        times = (0.5000113, 1.2345678, 2.7182818)
        part = Part("kit", kit, "drums", tuple(Note(t, 0.1, key, 0.9) for t in times), reverb=0.0)
        mix, _ = render(score_of([part], 4.0), -20.0, 0, silent)
        slack = 0.006 if (kit, key) == ("brush_kit", 38) else 0.002
        for time in times:
            assert -1 / RATE <= onset(mix.samples, time - 0.1) - time < slack


def test_pitched_attacks_are_on_time():
    for instrument in ("piano", "clean_guitar", "electric_bass", "pluck", "supersaw", "marimba", "stab"):
        part = Part("p", instrument, "harmony", (Note(1.0, 0.5, 52, 0.9),), reverb=0.0)
        mix, _ = render(score_of([part], 3.0), -20.0, 0, silent)
        assert np.all(mix.samples[:, : RATE - 1] == 0.0)
        assert 0.0 <= onset(mix.samples, 0.9) - 1.0 < 0.012


def test_silence_where_silence_is_written():
    part = Part("kit", "house_kit", "drums", (Note(1.0, 0.1, 42, 0.9), Note(6.0, 0.1, 42, 0.9)), reverb=0.0)
    mix, _ = render(score_of([part], 8.0), -20.0, 0, silent)
    assert np.all(mix.samples[:, : RATE - 1] == 0.0)
    assert np.all(mix.samples[:, 3 * RATE : 6 * RATE - 1] == 0.0)


def test_nothing_written_is_silence_of_the_right_length():
    mix, stems = render(score_of([], 2.0), -14.0, 0, silent)
    assert mix.samples.shape == (2, 2 * RATE)
    assert not mix.samples.any()
    assert stems == {}


def test_notes_outside_the_piece_are_cut_not_lost():
    notes = (Note(-0.5, 1.0, 60, 0.8), Note(1.8, 5.0, 64, 0.8), Note(9.0, 1.0, 67, 0.8))
    mix, _ = render(score_of([Part("o", "organ", "harmony", notes)], 2.0), -20.0, 0, silent)
    assert np.abs(mix.samples[:, : RATE // 4]).max() > 0.01
    assert np.all(mix.samples[:, -1] == 0.0)


def test_a_closed_hat_chokes_an_open_one():
    def tail_after_a_quarter_second(keys):
        notes = tuple(Note(0.5 + 0.1 * index, 0.1, key, 0.8) for index, key in enumerate(keys))
        mix, _ = render(score_of([Part("k", "house_kit", "drums", notes, reverb=0.0)], 2.0), -30.0, 0, silent)
        return (mix.samples[:, round(0.72 * RATE) : RATE] ** 2).sum() / (mix.samples**2).sum()

    assert tail_after_a_quarter_second((46, 42)) < 0.2 * tail_after_a_quarter_second((46, 36))


def test_a_bass_plays_one_note_at_a_time():
    notes = (Note(0.0, 2.0, 40, 0.8), Note(0.5, 0.2, 47, 0.8))
    mix, _ = render(score_of([Part("b", "sub_bass", "bass", notes, reverb=0.0)], 2.0), -20.0, 0, silent)
    after = np.abs(mix.samples[:, round(1.0 * RATE) :]).max()
    assert after < 1e-4


@pytest.mark.parametrize("strum_seconds", [0.0, 0.006, 0.012])
def test_a_strummed_chord_is_one_stroke_wherever_it_lies(strum_seconds):
    starts = np.arange(0.0, 4.0, 0.2037)
    strum = [(pitch, i * strum_seconds) for i, pitch in enumerate((45, 52, 57, 61))]
    notes = tuple(Note(at + late, 0.15, pitch, 0.8) for at in starts for pitch, late in strum)
    (guitar,) = with_chords_as_one(score_of([Part("g", "driven_guitar", "harmony", notes)]), INSTRUMENTS).parts
    assert [note.start_seconds for note in guitar.notes] == pytest.approx(starts)
    assert {(note.pitch, note.chord) for note in guitar.notes} == {(45, (52, 57, 61))}


def test_a_note_struck_again_is_another_stroke():
    notes = tuple(Note(0.015 * i, 0.1, 45, 0.8) for i in range(5))
    (guitar,) = with_chords_as_one(score_of([Part("g", "driven_guitar", "harmony", notes)]), INSTRUMENTS).parts
    assert guitar.notes == notes


def test_pan_is_heard_on_its_side():
    for pan, side in ((-0.8, 0), (0.8, 1)):
        part = Part("p", "flute", "melody", (Note(0.2, 1.0, 72, 0.8),), pan=pan, reverb=0.0)
        mix, _ = render(score_of([part], 2.0), -20.0, 0, silent)
        power = (mix.samples**2).sum(axis=1)
        assert power[side] > 5 * power[1 - side]


def test_kicks_push_ducked_parts_down():
    kicks = Part("k", "house_kit", "drums", tuple(Note(t, 0.1, 36, 1.0) for t in np.arange(0.5, 3.5, 1.0)), reverb=0.0)

    def level_at_kicks(ducking):
        organ = Part("o", "organ", "harmony", (Note(0.0, 4.0, 60, 0.8),), ducking=ducking, reverb=0.0)
        _, stems = render(score_of([kicks, organ], 4.0), -20.0, 0, silent)
        power = (stems["harmony"].samples ** 2).mean(axis=0)
        return (
            power[round(1.5 * RATE) : round(1.55 * RATE)].mean() / power[round(1.2 * RATE) : round(1.4 * RATE)].mean()
        )

    assert level_at_kicks(0.0) > 0.4
    assert level_at_kicks(1.0) < 0.25 * level_at_kicks(0.0)


def test_echo_returns_at_three_quarters_of_a_beat():
    part = Part("p", "pluck", "melody", (Note(0.5, 0.05, 72, 0.9),), reverb=0.0, delay=1.0)
    mix, _ = render(score_of([part], 4.0, tempo=100.0), -20.0, 0, silent)
    assert onset(mix.samples, 0.5 + 0.44, 0.5) == pytest.approx(0.5 + 0.45, abs=0.006)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_rooms_ring_as_long_as_they_say(room):
    """Reverberation time from the slope of the backward-integrated energy (Schroeder 1965), mid band dominated."""
    impulse = impulse_response(ROOMS[room]).astype(np.float64)
    energy = np.cumsum((impulse**2).sum(axis=0)[::-1])[::-1]
    decay = 10 * np.log10(energy / energy[0])
    first, last = np.flatnonzero(decay < -5)[0], np.flatnonzero(decay < -25)[0]
    rt60 = (last - first) / 22_050 * 3
    assert rt60 == pytest.approx(np.mean(ROOMS[room].decay_seconds[:3]), rel=0.35)
    assert abs(np.corrcoef(impulse)[0, 1]) < 0.2


def test_longer_rooms_ring_longer():
    def tail(room):
        part = Part("k", "acoustic_kit", "drums", (Note(0.2, 0.1, 38, 0.9),), reverb=0.5)
        mix, _ = render(score_of([part], 4.0, room=room), -24.0, 0, silent)
        return (mix.samples[:, RATE : 2 * RATE] ** 2).sum() / (mix.samples**2).sum()

    assert tail("dry") < 0.1 * tail("club") < 0.1 * tail("hall")


def test_work_can_be_stopped():
    def stop(phase, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        render(small_band(), -14.0, 0, stop)


def test_progress_rises_to_one():
    seen = []
    render(small_band(4.0), -14.0, 0, lambda phase, fraction: seen.append((phase, fraction)))
    assert {phase for phase, _ in seen} == {"synthesis", "mixing"}
    assert all(0.0 <= fraction <= 1.0 for _, fraction in seen)
    assert seen[-1] == ("mixing", 1.0)
