"""From a movement's rhythm and a genre to pseudo-words, and what is refused on the way."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from kinescore.dance.found_rhythm import found_rhythm
from kinescore.dance.rhythm import Rhythm, paper_rhythm, released_rhythm
from kinescore.encoders.config import ClapIdentity, EncoderConfig, Projector, RhythmMode
from kinescore.encoders.encoders import genre_one_hot, new_encoders, rhythm_for
from kinescore.errors import EncoderError
from kinescore.motion.keypoints import Keypoints
from kinescore.pseudo_words.text_space import TextSpace

SPACE = TextSpace("musicgen", "64x2", 32)
PEAKS = (np.random.default_rng(0).random(900) < 0.1).astype(np.float32)


def rhythm(fps: float = 60.0) -> Rhythm:
    return Rhythm(PEAKS, np.zeros_like(PEAKS), fps)


@pytest.mark.parametrize("projector", list(Projector))
def test_a_stretch_gets_the_words_of_its_own_peaks(projector: Projector) -> None:
    config = EncoderConfig(SPACE, projector)
    encoders = new_encoders(config, 0)
    words = encoders.words_for(rhythm(), genre_one_hot(config, "HO"), start_seconds=4.0, seconds=5.12)
    direct = encoders(torch.tensor(PEAKS[240:547])[None], torch.eye(10)[1:2])
    torch.testing.assert_close(words.rhythm, direct.rhythm.detach())  # torch's transformer rounds otherwise in training
    torch.testing.assert_close(words.genre, direct.genre.detach())
    assert not words.rows.requires_grad


def test_without_a_length_the_words_cover_the_whole_movement() -> None:
    encoders = new_encoders(EncoderConfig(SPACE, Projector.TEMPORAL), 0)
    assert encoders.words_for(rhythm(), None).rhythm.shape == (1, 24, 32)
    assert encoders.words_for(rhythm(), None, start_seconds=10.0).rhythm.shape == (1, 8, 32)
    assert encoders.words_for(rhythm(), None).genre.shape == (1, 0, 32)


def test_a_rhythm_of_another_rate_is_refused() -> None:
    encoders = new_encoders(EncoderConfig(SPACE), 0)
    with pytest.raises(EncoderError, match=r"trained on rhythm at 60 Hz; this one has 24 Hz"):
        encoders.words_for(rhythm(24.0), None)
    assert encoders.words_for(rhythm(60 / 1.00001), None).rhythm.shape == (1, 3, 32)


def test_genres_that_the_encoders_do_not_know_are_refused() -> None:
    labels = EncoderConfig(SPACE)
    with pytest.raises(EncoderError, match="no genre 'polka'; they know BR, HO"):
        genre_one_hot(labels, "polka")
    examples = EncoderConfig(SPACE, clap=ClapIdentity("some/clap", "0123abcd", 512))
    with pytest.raises(EncoderError, match="from example music"):
        genre_one_hot(examples, "HO")
    with pytest.raises(EncoderError, match=r"shape \(1, 10\); these encoders read \[1, 512\]"):
        new_encoders(examples, 0).words_for(rhythm(), genre_one_hot(labels, "HO"))


def waving(fps: float, seconds: float) -> Keypoints:
    """Every joint swings at its own pace."""
    time = np.arange(round(seconds * fps)) / fps
    swing = 200 + 80 * np.sin(2 * np.pi * time[:, None, None] * np.linspace(0.7, 2.3, 34).reshape(17, 2))
    return Keypoints(swing.astype(np.float32), np.ones((len(time), 17), np.float32), fps, (640, 480))


@pytest.mark.parametrize("mode", list(RhythmMode))
def test_the_rhythm_is_read_in_the_mode_and_at_the_rate_of_training(mode: RhythmMode) -> None:
    config = EncoderConfig(SPACE, rhythm_mode=mode)
    readers = {RhythmMode.PAPER: paper_rhythm, RhythmMode.RELEASED: released_rhythm, RhythmMode.FOUND: found_rhythm}
    reader = readers[mode]
    exact = rhythm_for(waving(60.0, 5.0), config)
    assert np.array_equal(exact.peaks, reader(waving(60.0, 5.0)).peaks)
    assert exact.peaks.sum() > 5
    film = rhythm_for(waving(24000 / 1001, 5.0), config)
    assert film.fps == 60.0
    assert new_encoders(config, 0).words_for(film, None).rhythm.shape == (1, 1, 32)
