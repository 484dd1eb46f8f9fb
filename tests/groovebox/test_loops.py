"""Loops of the built-in engine, played round and round."""

from __future__ import annotations

import io
from dataclasses import replace

import mido
import numpy as np
import pytest

from kinescore.engines.composer import compose
from kinescore.form.form import Ending
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.mix.console import play_group
from kinescore.groovebox.score import Note, Part, Score
from kinescore.mastering.looping import fold
from kinescore.mastering.loudness import integrated_loudness
from kinescore.motion.keypoints import Keypoints
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE
from kinescore.take import Take
from tests.groovebox.made_cycles import walk_cycle


def looped(motion: Keypoints, genre: str, **settings: object) -> Take:
    return compose(SoundtrackRequest(motion, genre=genre, ending=Ending.LOOP, **settings))


def flux(samples: np.ndarray) -> np.ndarray:
    """Rise of the log magnitude from window to window, [K] at hops of 256 samples."""
    windows = np.lib.stride_tricks.sliding_window_view(samples.mean(axis=0), 1024)[::256]
    magnitude = np.log1p(1000 * np.abs(np.fft.rfft(windows * np.hanning(1024), axis=1)))
    return np.maximum(np.diff(magnitude, axis=0), 0).mean(axis=1)


@pytest.mark.parametrize("genre", ["house", "ambient", "orchestral", "jazz", "drum and bass"])
@pytest.mark.parametrize("frames", [24, 12, 250])
def test_no_seam_is_heard(genre: str, frames: int) -> None:
    cycle = walk_cycle(frames)
    motion = replace(cycle, positions=np.roll(cycle.positions, 2, axis=0))  # no attack of a beat hides the seam
    take = looped(motion, genre, stems=True)
    count = round(motion.seconds * SAMPLE_RATE)
    for sound in (take.audio, *take.stems.values()):
        assert sound.samples.shape == (2, count)
        steps = np.abs(np.diff(np.tile(sound.samples, 3)))
        inside = steps[:, : count - 1].max()
        assert steps[:, count - 1].max() <= 1.1 * inside, "a jump between samples"
    three = np.tile(take.audio.samples, 3)
    change = flux(three)
    seam = change[max(0, count // 256 - 2) : count // 256 + 2].max()  # an accent may stand 30 ms before it
    beat = round(60 / take.tempo_bpm * SAMPLE_RATE)
    first = round(take.beats[0] * SAMPLE_RATE)
    on_beats = [
        change[max(0, (first + k * beat) // 256 - 4) : (first + k * beat) // 256 + 2].max()
        for k in range(1, 3 * count // beat - 1)
    ]
    assert seam <= 1.35 * max(on_beats), "something begins at the seam that begins on no beat"


@pytest.mark.parametrize("frames", [24, 250])
def test_every_round_is_as_loud_and_whole_beats_long(frames: int) -> None:
    motion = walk_cycle(frames)
    take = looped(motion, "house")
    assert len(take.beats) * 60 / take.tempo_bpm == pytest.approx(motion.seconds, abs=1e-9)
    around = np.diff(np.append(take.beats, take.beats[0] + motion.seconds))
    np.testing.assert_allclose(around, 60 / take.tempo_bpm, atol=1e-6)
    rounds = np.tile(take.audio.samples, max(3, round(9 / motion.seconds)))
    assert integrated_loudness(rounds) == pytest.approx(-14.0, abs=0.5)
    assert take.sections[0].start_seconds == 0.0
    assert take.sections[-1].end_seconds == motion.seconds
    assert mido.MidiFile(file=io.BytesIO(take.midi)).length == pytest.approx(motion.seconds, abs=2e-3)


@pytest.mark.parametrize("genre", ["house", "orchestral", "comedy"])
@pytest.mark.parametrize("frames", [12, 18, 24, 48])
def test_a_short_cycle_is_marked_at_every_step(genre: str, frames: int) -> None:
    """None is lost for lying just before the loop's end, or its first bar."""
    take = looped(walk_cycle(frames), genre)
    assert len(take.hits) >= 2
    assert take.scores["hit_coverage"] == 1.0
    assert take.scores["hit_distance_max_frames"] <= 1.0
    assert len(take.beats) == round(take.tempo_bpm * frames / 24 / 60)


def test_reverb_and_releases_ring_into_the_beginning() -> None:
    """The first moment of a loop holds what its last one left; that of a piece that starts does not."""
    motion = walk_cycle(48)
    once = compose(SoundtrackRequest(motion, genre="ambient", ending=Ending.FADE)).audio.samples
    loop = looped(motion, "ambient").audio.samples
    head = round(0.01 * SAMPLE_RATE)
    assert np.abs(loop[:, :head]).mean() > 3 * np.abs(once[:, :head]).mean()


def test_the_tempo_that_was_moved_is_told() -> None:
    take = looped(walk_cycle(24), "funk", tempo_bpm=100.0)
    assert any("The tempo was moved from" in note and "beats" in note for note in take.notes)


def test_the_same_loop_again_is_the_same_to_the_byte() -> None:
    one, two = (looped(walk_cycle(24), "pop", seed=3) for _ in range(2))
    assert one.audio.samples.tobytes() == two.audio.samples.tobytes()
    assert one.midi == two.midi


def test_words_ask_for_it_as_well() -> None:
    by_words = compose(SoundtrackRequest(walk_cycle(24), genre="house", prompt="a seamless loop"))
    assert by_words.audio.samples.tobytes() == looped(walk_cycle(24), "house").audio.samples.tobytes()
    assert not any("does not know" in note for note in by_words.notes)


def test_a_loop_is_what_its_score_sounds_like_when_it_goes_on() -> None:
    """Once round after round has been played, the next one is the loop, sample by sample, but for the mastering."""
    rng = np.random.default_rng(0)
    notes = tuple(
        Note(float(start), 0.3, int(pitch), 0.8)
        for start, pitch in zip(np.arange(0.1, 2.0, 0.25), rng.integers(50, 70, 8), strict=True)
    )
    late = Note(1.9, 0.6, 48, 0.9)  # held over the seam
    part = Part("flute", "flute", "melody", (*notes, late), reverb=0.4, delay=0.3)
    score = Score(2.0, 120.0, np.arange(4) / 2, np.array([0]), 4, "C major", (), (part,), "hall", loops=True)
    count = 2 * SAMPLE_RATE
    loop, first = np.zeros((2, count), np.float32), 0
    for block in play_group(score, score.parts, INSTRUMENTS, count, 0):
        fold(loop, block, first)
        first += block.shape[1]
    going_on = [replace(note, start_seconds=note.start_seconds + 2.0 * k) for k in range(8) for note in part.notes]
    long = replace(score, seconds=16.0, parts=(replace(part, notes=tuple(going_on)),), loops=False)
    played = np.concatenate(list(play_group(long, long.parts, INSTRUMENTS, 8 * count, 0)), axis=1)
    difference = played[:, 6 * count : 7 * count] - loop
    assert np.abs(difference).max() < 1e-3 * np.abs(loop).max()
