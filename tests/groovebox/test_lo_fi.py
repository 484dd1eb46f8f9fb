"""Lo-fi sounds worn: a kit and keys without treble, keys that sway, and the surface of a record under it all."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.groovebox.mix.console import play_group
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.score import Part, Score
from kinescore.groovebox.styles import STYLES
from kinescore.sound.audio import SAMPLE_RATE
from tests.groovebox.made_dances import made_dance


def note(name: str, pitch: int, seconds: float = 3.0, seed: int = 0) -> Samples:
    return INSTRUMENTS[name].play(Voice(pitch, seconds, 0.7, np.random.default_rng(seed)))


def written(prompt: str, style: str) -> Score:
    return arrange(made_dance(), 40.0, STYLES[style], parse_prompt(prompt), 1).score


def vinyl_in(prompt: str, style: str) -> list[Part]:
    return [part for part in written(prompt, style).parts if part.instrument == "vinyl"]


def share_above(samples: Samples, limit_hz: float) -> float:
    power = np.abs(np.fft.rfft(samples.mean(axis=0))) ** 2
    return float(power[np.fft.rfftfreq(samples.shape[1], 1 / SAMPLE_RATE) > limit_hz].sum() / power.sum())


@pytest.mark.parametrize(("worn", "clean", "pitch"), [("dusty_kit", "breakbeat_kit", 38), ("dusty_piano", "piano", 64)])
def test_what_is_worn_has_less_treble(worn: str, clean: str, pitch: int) -> None:
    assert share_above(note(worn, pitch), 5000.0) < 0.5 * share_above(note(clean, pitch), 5000.0)


def test_keys_sway_in_pitch_and_all_notes_together() -> None:
    def cents(pitch: int) -> np.ndarray:
        """Of the fundamental, around where it is on average, every 50 ms of two seconds."""
        mono = note("dusty_piano", pitch, 3.0)[0].astype(np.float64)
        hz = 440 * 2 ** ((pitch - 69) / 12)
        times = np.arange(len(mono)) / SAMPLE_RATE
        smooth = np.hanning(4001)
        phase = np.unwrap(np.angle(np.convolve(mono * np.exp(-2j * np.pi * hz * times), smooth, "same")))
        slope = np.gradient(phase, 1 / SAMPLE_RATE)[8820:88200:2205] / (2 * np.pi * hz)
        return 1200 * np.log2(1 + slope - slope.mean())

    low, high = cents(57), cents(69)
    assert 5 < np.ptp(low) / 2 < 25
    assert np.corrcoef(low, high)[0, 1] > 0.8


def test_a_record_crackles_and_no_two_pieces_do_alike() -> None:
    one, other = note("vinyl", 60, 6.0, seed=0), note("vinyl", 60, 6.0, seed=1)
    level = np.sqrt(np.convolve(one[0] ** 2, np.ones(44) / 44, "same"))
    assert np.percentile(level, 99.9) > 5 * np.median(level)
    assert np.median(level) > 0
    assert abs(np.corrcoef(one[0], other[0])[0, 1]) < 0.05


def test_the_record_lies_under_all_of_lo_fi_and_where_it_is_asked_for() -> None:
    (part,) = vinyl_in("", "lo-fi")
    assert part.notes[0].start_seconds == 0.0
    ends = [one.start_seconds + one.seconds for one in part.notes]
    assert all(end > later.start_seconds for end, later in zip(ends, part.notes[1:], strict=False))
    assert ends[-1] >= 40.0
    assert vinyl_in("jazz with vinyl crackle", "jazz")
    assert not vinyl_in("", "jazz")
    assert not vinyl_in("no vinyl", "lo-fi")
    assert not vinyl_in("only piano", "lo-fi")
    assert {"dusty_kit", "dusty_keys", "dusty_piano"} & {part.instrument for part in written("", "lo-fi").parts}


def test_pieces_of_the_record_go_over_into_each_other() -> None:
    score = written("", "lo-fi")
    parts = vinyl_in("", "lo-fi")
    sound = np.concatenate(list(play_group(score, parts, INSTRUMENTS, 40 * SAMPLE_RATE, 0)), axis=1)
    level = np.sqrt(np.convolve((sound**2).sum(axis=0), np.ones(2205) / 2205, "same"))[SAMPLE_RATE : -2 * SAMPLE_RATE]
    assert level.min() > 0.3 * np.median(level)
