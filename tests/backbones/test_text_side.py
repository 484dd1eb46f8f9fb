"""What text sides share: the table of input embeddings."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch
from torch import nn

from kinescore.backbones.text_side import input_table, mean_row
from kinescore.errors import BackboneError


def test_a_mean_row_is_the_mean_of_the_rows_in_single_precision() -> None:
    table = nn.Embedding(9, 4, dtype=torch.bfloat16)
    row = mean_row(input_table(table), [2, 7])
    assert row.dtype == torch.float32
    assert torch.equal(row, (table.weight[2].float() + table.weight[7].float()) / 2)


def test_a_layer_that_is_no_table_is_refused() -> None:
    with pytest.raises(BackboneError, match="looks tokens up in a Linear, not in an Embedding"):
        input_table(nn.Linear(2, 2))
