"""Shapes, sizes and what each projector keeps of the movement."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch
from torch import nn
from torch.nn import functional

from kinescore.encoders.config import ClapIdentity, EncoderConfig, Projector
from kinescore.encoders.encoders import Encoders, new_encoders
from kinescore.encoders.initialise import RESIDUAL, start_near_words
from kinescore.errors import EncoderError
from kinescore.pseudo_words.text_space import TextSpace

SPACE = TextSpace("musicgen", "64x2", 32)
EACH = pytest.mark.parametrize("projector", list(Projector))


def tiny(projector: Projector, seed: int = 0) -> Encoders:
    return new_encoders(EncoderConfig(SPACE, projector), seed)


def peaks(batch: int, entries: int, seed: int = 0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    return (torch.rand(batch, entries, generator=generator) < 0.1).float()


@EACH
@pytest.mark.parametrize("entries", [1, 60, 303, 306, 307, 700, 1800])
def test_any_length_becomes_finite_words(projector: Projector, entries: int) -> None:
    words = tiny(projector)(peaks(2, entries), torch.eye(10)[:2])
    expected = {1: 1, 60: 2, 303: 8, 306: 8, 307: 8, 700: 19, 1800: 47}[entries]
    if projector is not Projector.TEMPORAL:
        expected = {700: 3, 1800: 6}.get(entries, 1)
    assert words.rhythm.shape == (2, expected, 32)
    assert words.genre.shape == (2, 1, 32)
    assert words.rows.isfinite().all()


@EACH
def test_a_still_movement_has_finite_words_and_gradients(projector: Projector) -> None:
    encoders = tiny(projector).train()
    encoders(torch.zeros(1, 303)).rhythm.square().sum().backward()
    assert all(p.grad is not None and p.grad.isfinite().all() for p in encoders.rhythm.parameters())


def test_the_genre_word_is_left_out_where_no_genre_is_given() -> None:
    words = tiny(Projector.MLP)(peaks(3, 303))
    assert words.genre.shape == (3, 0, 32)
    assert torch.equal(words.rows, words.rhythm)


@EACH
def test_each_movement_of_a_batch_is_read_for_itself(projector: Projector) -> None:
    encoders, batch = tiny(projector), peaks(4, 700)
    alone = torch.cat([encoders(row[None]).rhythm for row in batch])
    torch.testing.assert_close(encoders(batch).rhythm, alone, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("projector", [Projector.MLP, Projector.ATTENTION])
def test_a_window_of_a_longer_movement_is_read_as_if_alone(projector: Projector) -> None:
    """In the paper a word knows its own 5.12 s only; windows of a longer piece mean what they meant in training."""
    encoders, long = tiny(projector), peaks(1, 700)
    torch.testing.assert_close(encoders(long).rhythm[:, 2], encoders(long[:, 397:]).rhythm[:, 0])


@EACH
def test_the_same_seed_gives_the_same_weights_and_leaves_the_callers_generator_alone(projector: Projector) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    one, two, other = tiny(projector, 1).state_dict(), tiny(projector, 1).state_dict(), tiny(projector, 2).state_dict()
    assert torch.equal(torch.rand(3), expected)
    assert all(torch.equal(one[key], two[key]) for key in one)
    assert any(not torch.equal(one[key], other[key]) for key in one)


def test_temporal_words_follow_the_movement_in_order() -> None:
    """A change in one span shows most in that span's word; reversing the movement does not leave the words in place."""
    encoders, before = tiny(Projector.TEMPORAL), peaks(1, 614)
    words = encoders(before).rhythm[0]
    for span in (0, 7, 15):
        changed = before.clone()
        start = round(span * 38.4)
        changed[:, start + 2 : start + 36] = 1 - changed[:, start + 2 : start + 36]
        moved = (encoders(changed).rhythm[0] - words).norm(dim=1)
        assert moved.argmax() == span
        assert moved[span] > 2 * moved.sort().values[-2]
    assert not torch.allclose(encoders(before.flip(1)).rhythm[0], words, atol=1e-2)


def test_temporal_words_know_their_place_even_where_nothing_moves() -> None:
    words = tiny(Projector.TEMPORAL)(torch.zeros(1, 614)).rhythm[0]
    distances = torch.cdist(words, words) + torch.eye(len(words))
    assert distances.min() > 0.01


def test_temporal_words_tell_time_in_a_movement_longer_than_any_trained_on() -> None:
    """Taught on 5.12 s to light up the word of the span with the only peak, then read at 15 s (chance: 1 in 24)."""
    torch.manual_seed(0)
    encoders = tiny(Projector.TEMPORAL).train()
    reader = nn.Linear(32, 1)
    optimiser = torch.optim.AdamW([*encoders.rhythm.parameters(), *reader.parameters()], lr=2e-3)
    for _ in range(80):
        times = torch.randint(0, 303, (16,))
        lit = reader(encoders(functional.one_hot(times, 303).float()).rhythm).squeeze(-1)
        loss = functional.cross_entropy(lit, (times / 38.4).long())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    times = torch.arange(10, 890, 16)
    with torch.no_grad():
        lit = reader(encoders.eval()(functional.one_hot(times, 900).float()).rhythm).squeeze(-1)
    assert lit.shape == (55, 24)
    assert (lit.argmax(dim=1) == (times / 38.4).long()).float().mean() > 0.8


@EACH
def test_training_starts_near_real_words(projector: Projector) -> None:
    """The rows of CLIP are about 0.02, those of T5 about 1; the words start in their scale, and still differ."""
    for scale in (0.02, 1.0):
        encoders = tiny(projector)
        row, other = scale * torch.randn(2, 32, generator=torch.Generator().manual_seed(1))
        start_near_words(encoders, row, other, seed=0)
        with torch.no_grad():
            words = encoders(peaks(50, 303, seed=9), torch.eye(10).repeat(5, 1))
        for given, near in ((words.rhythm.flatten(0, 1), row), (words.genre[:, 0], other)):
            assert functional.cosine_similarity(given, near[None]).min() > 0.9
            residual = (given - near).std() / near.std()
            assert 0.3 * RESIDUAL < residual < 3 * RESIDUAL
            assert given.std(dim=0).max() > 0


def test_starting_rows_of_another_width_are_refused() -> None:
    with pytest.raises(EncoderError, match=r"shape \(31,\), not \[32\]"):
        start_near_words(tiny(Projector.MLP), torch.zeros(32), torch.zeros(31), seed=0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"frames": 0}, "frames is 0"),
        ({"fps": float("nan")}, "frame rate is nan"),
        ({"genres": ()}, "genres"),
        ({"genres": ("HO", "HO")}, "must be different"),
        ({"clap": ClapIdentity("x", "0", -1)}, "genre width is -1"),
    ],
)
def test_impossible_configs_are_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(EncoderError, match=sentence):
        EncoderConfig(SPACE, **changes)
