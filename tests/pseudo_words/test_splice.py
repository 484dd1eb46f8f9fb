"""Pseudo-words land on their slots, in their order, and nothing else changes."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from kinescore.pseudo_words.slot_tokenizer import ORDINARY_WORD, PromptTokens
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens, splice


def test_each_slot_gets_its_row_and_the_rest_keeps_its_bits() -> None:
    embeddings = torch.randn(2, 5, 4)
    rows = torch.randn(2, 3, 4)
    slots = torch.tensor([[-1, 0, 1, -1, 2], [2, -1, -1, 0, 0]])
    spliced = splice(embeddings, slots, rows)
    for b in range(2):
        for place, slot in enumerate(slots[b].tolist()):
            expected = embeddings[b, place] if slot == ORDINARY_WORD else rows[b, slot]
            assert torch.equal(spliced[b, place], expected)


def test_rows_take_the_type_of_the_embeddings_and_gradients_reach_only_used_rows() -> None:
    rows = torch.randn(1, 3, 4, requires_grad=True)
    spliced = splice(torch.zeros(1, 2, 4, dtype=torch.bfloat16), torch.tensor([[1, -1]]), rows)
    assert spliced.dtype == torch.bfloat16
    spliced.float().sum().backward()
    assert torch.equal(rows.grad, torch.tensor([0.0, 1.0, 0.0])[None, :, None].expand(1, 3, 4))


def test_without_pseudo_words_nothing_changes() -> None:
    embeddings = torch.randn(1, 2, 4)
    nothing = PseudoWords(torch.zeros(1, 0, 4), torch.zeros(1, 0, 4))
    assert torch.equal(splice(embeddings, torch.full((1, 2), ORDINARY_WORD), nothing.rows), embeddings)


def test_rows_are_the_rhythm_in_order_then_the_genre() -> None:
    words = PseudoWords(torch.arange(6.0).reshape(1, 3, 2), torch.full((1, 1, 2), 9.0))
    assert words.rows[0, :, 0].tolist() == [0.0, 2.0, 4.0, 9.0]


def test_prompts_are_padded_on_the_right() -> None:
    prompts = [PromptTokens((5, 6, 7), (-1, 0, -1)), PromptTokens((8,), (1,))]
    batch = batch_tokens(prompts, pad_id=3)
    assert batch.ids.tolist() == [[5, 6, 7], [8, 3, 3]]
    assert batch.slots.tolist() == [[-1, 0, -1], [1, -1, -1]]
    assert batch.mask.tolist() == [[True, True, True], [True, False, False]]
    assert batch_tokens(prompts, pad_id=3, length=77).ids.shape == (2, 77)
