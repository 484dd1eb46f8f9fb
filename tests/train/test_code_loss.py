"""The loss of scores: equation 3's, but for pitches that nobody can know."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch
from torch.nn.functional import cross_entropy

from kinescore.backbones.pocket.model import FILLER
from kinescore.groovebox.codes.layout import SIZE, Codebook
from kinescore.groovebox.codes.line_codes import LINES, State, continued
from kinescore.train.code_loss import code_loss

ROWS, FRAMES = 2, 12
BEGINS = LINES[Codebook.MELODY].begins(72, 0.7)
HELD, OTHER = (continued(LINES[Codebook.MELODY].begins(pitch, 0.7), State.HELD) for pitch in (72, 75))


def made() -> tuple[torch.Tensor, torch.Tensor]:
    """Logits and labels of which a fifth asks nothing."""
    draws = torch.Generator().manual_seed(3)
    logits = torch.randn(ROWS, len(Codebook), FRAMES, SIZE, generator=draws)
    labels = torch.randint(SIZE, (ROWS, len(Codebook), FRAMES), generator=draws)
    return logits, labels.masked_fill(torch.rand(labels.shape, generator=draws) < 0.2, FILLER)


def loss_of(label: int, book: Codebook, *, is_hidden: bool) -> float:
    """The loss of logits that are the same whatever is asked."""
    logits, labels = made()[0], torch.full((ROWS, len(Codebook), FRAMES), FILLER)
    labels[0, book, 5] = label
    return float(code_loss(logits, labels, torch.full((ROWS, FRAMES), is_hidden)))


def test_with_all_heard_it_is_the_cross_entropy() -> None:
    logits, labels = made()
    plain = cross_entropy(logits.flatten(0, 2), labels.flatten(), ignore_index=FILLER)
    torch.testing.assert_close(code_loss(logits, labels, torch.zeros(ROWS, FRAMES, dtype=torch.bool)), plain)


@pytest.mark.parametrize("book", LINES)
def test_a_held_pitch_is_asked_only_where_the_frame_before_is_heard(book: Codebook) -> None:
    assert (
        loss_of(HELD, book, is_hidden=True) == loss_of(OTHER, book, is_hidden=True) == loss_of(0, book, is_hidden=True)
    )
    assert loss_of(HELD, book, is_hidden=False) != loss_of(OTHER, book, is_hidden=False)
    assert loss_of(HELD, book, is_hidden=True) < 0.9 < loss_of(HELD, book, is_hidden=False)


def test_what_begins_is_asked_hidden_or_not() -> None:
    for code, book in ((BEGINS, Codebook.MELODY), (HELD, Codebook.CHORD), (HELD, Codebook.DRUMS)):
        assert loss_of(code, book, is_hidden=True) == loss_of(code, book, is_hidden=False)
