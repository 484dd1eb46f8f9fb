"""Covering any length with overlapped spans, and blending what is made of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("torch")

import torch

from kinescore.backbones.spans import ColumnSpan, alike, blended, in_spans, overlapped
from kinescore.errors import Cancelled
from kinescore.progress import silent


@pytest.mark.parametrize("stride", [1, 3, 7, 8])
@pytest.mark.parametrize("total", [1, 7, 8, 9, 40, 41])
def test_spans_cover_every_column_and_end_at_the_end(total: int, stride: int) -> None:
    spans = overlapped(total, 8, stride)
    assert {column for span in spans for column in range(total)[span.columns]} == set(range(total))
    assert spans[0].start == 0
    assert max(span.start + span.length for span in spans) == total
    assert {span.length for span in spans} == {min(total, 8)}
    assert all(0 < b.start - a.start <= stride for a, b in pairwise(spans))


def test_a_longer_piece_begins_with_the_spans_of_a_shorter_one() -> None:
    assert overlapped(100, 8, 5)[:4] == overlapped(23, 8, 5)


@pytest.mark.parametrize("stride", [1, 3, 8])
def test_cuts_of_one_thing_blend_to_that_thing(stride: int) -> None:
    whole = torch.randn(2, 3, 29, generator=torch.Generator().manual_seed(0))
    spans = overlapped(29, 8, stride)
    assert torch.allclose(blended([whole[..., span.columns] for span in spans], spans, 29), whole, atol=1e-6)


def test_one_level_fades_into_the_next_without_a_step() -> None:
    """From 0 to 1 in an overlap of 4: each step is at most 0.27, where butting them together would step by 1."""
    spans = overlapped(12, 8, 4)
    mixed = blended([torch.zeros(8), torch.ones(8)], spans, 12)
    assert torch.equal(mixed[:4], torch.zeros(4))
    assert torch.equal(mixed[8:], torch.ones(4))
    assert mixed.diff().min() >= 0.0
    assert mixed.diff().max() <= 0.27


def test_work_in_spans_may_widen_and_reports_before_each() -> None:
    line = torch.arange(20.0)
    heard: list[tuple[str, float]] = []
    doubled = in_spans(
        lambda span: line[span.columns].repeat_interleave(2),
        overlapped(20, 8, 6),
        2,
        "decoding",
        lambda phase, fraction: heard.append((phase, fraction)),
    )
    assert torch.allclose(doubled, line.repeat_interleave(2))
    assert heard == [("decoding", 0.0), ("decoding", 1 / 3), ("decoding", 2 / 3)]


def test_work_in_spans_stops_where_the_report_says_so() -> None:
    def stop(phase: str, fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        in_spans(lambda span: torch.zeros(span.length), [ColumnSpan(0, 4)], 1, "decoding", stop)
    assert torch.equal(in_spans(lambda span: torch.ones(span.length), [ColumnSpan(0, 4)], 1, "", silent), torch.ones(4))


def test_only_equal_kinds_share_a_batch() -> None:
    assert alike(["a", "b", "a", "a", "b"], 2) == [[0, 2], [3], [1, 4]]
    assert alike([], 2) == []
