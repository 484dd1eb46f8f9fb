"""Words between two dances and two genres: the ends are the plain words, and the way between them is straight."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.blending import words_between
from kinescore.encoders.config import EncoderConfig, Projector
from kinescore.encoders.encoders import Encoders, genre_one_hot, new_encoders
from kinescore.errors import EncoderError
from kinescore.pseudo_words.text_space import TextSpace


@pytest.fixture(params=Projector)
def encoders(request: pytest.FixtureRequest) -> Encoders:
    return new_encoders(EncoderConfig(TextSpace("musicgen", "64x2", 32), request.param), 0)


def rhythm(seed: int, seconds: float = 6.0) -> Rhythm:
    peaks = (np.random.default_rng(seed).random(round(60 * seconds)) < 0.13).astype(np.float32)
    return Rhythm(peaks, peaks, 60.0)


def test_one_dance_and_one_genre_are_the_plain_words(encoders: Encoders) -> None:
    row = genre_one_hot(encoders.config, "HO")
    plain = encoders.words_for(rhythm(1), row, 0.5, 5.12)
    mixed = words_between(encoders, [(rhythm(1), 3.0)], [(row, 1.0)], 0.5, 5.12)
    assert torch.equal(mixed.rhythm, plain.rhythm)
    assert torch.equal(mixed.genre, plain.genre)
    assert words_between(encoders, [(rhythm(1), 1.0)], []).genre.shape == (1, 0, 32)


def test_the_way_between_two_is_straight(encoders: Encoders) -> None:
    rows = [genre_one_hot(encoders.config, label) for label in ("HO", "KR")]
    ends = [encoders.words_for(rhythm(seed), row) for seed, row in zip((1, 2), rows, strict=True)]
    for share in (0.25, 0.5, 0.9):
        parts = (1.0 - share, share)
        mixed = words_between(
            encoders,
            [(rhythm(seed), 10.0 * part) for seed, part in zip((1, 2), parts, strict=True)],
            [*zip(rows, parts, strict=True)],
        )
        torch.testing.assert_close(mixed.rhythm, torch.lerp(ends[0].rhythm, ends[1].rhythm, share))
        torch.testing.assert_close(mixed.genre, torch.lerp(ends[0].genre, ends[1].genre, share))


def test_who_stops_earlier_has_no_more_peaks(encoders: Encoders) -> None:
    mixed = words_between(encoders, [(rhythm(1, 6.0), 1.0), (rhythm(2, 3.0), 1.0)], [], 4.0, 2.0)
    still = Rhythm(np.zeros(360, np.float32), np.zeros(360, np.float32), 60.0)
    other = words_between(encoders, [(rhythm(1, 6.0), 1.0), (still, 1.0)], [], 4.0, 2.0)
    torch.testing.assert_close(mixed.rhythm, other.rhythm)


def test_a_rhythm_of_another_rate_is_refused(encoders: Encoders) -> None:
    peaks = np.zeros(100, np.float32)
    with pytest.raises(EncoderError, match="trained on rhythm at 60 Hz"):
        words_between(encoders, [(rhythm(1), 1.0), (Rhythm(peaks, peaks, 30.0), 1.0)], [])
