"""How a rhythm of any length reaches the projectors: windows, spans, and what they leave out."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.windows import consecutive_spans, span_frames, spread_windows, stretch_of, word_count
from kinescore.errors import EncoderError


def counting(entries: int) -> torch.Tensor:
    """Entries numbered from 1, so that a zero is padding."""
    return torch.arange(1.0, entries + 1)[None]


@pytest.mark.parametrize(("entries", "windows"), [(1, 1), (303, 1), (307, 1), (312, 1), (320, 2), (614, 2), (1843, 6)])
def test_a_window_stands_for_five_seconds(entries: int, windows: int) -> None:
    assert spread_windows(counting(entries), 60.0, 303).shape == (1, windows, 303)


def test_a_short_rhythm_is_one_window_filled_with_silence() -> None:
    (window,) = spread_windows(counting(100), 60.0, 303)[0]
    assert window[:100].tolist() == counting(100)[0].tolist()
    assert window[100:].count_nonzero() == 0


def test_windows_go_from_start_to_end_and_are_full() -> None:
    windows = spread_windows(counting(700), 60.0, 303)[0]
    assert windows[:, 0].tolist() == [1.0, 199.0, 398.0]
    assert windows[-1, -1] == 700.0
    assert windows.count_nonzero() == windows.numel()


@settings(deadline=None)
@given(entries=st.integers(313, 4000))
def test_windows_leave_at_most_a_quarter_second_unread(entries: int) -> None:
    """5.12 s are 307.2 entries at 60 fps, of which the paper's projectors read 303; the remainder below 2 % adds 6."""
    read = set(spread_windows(counting(entries), 60.0, 303).flatten().long().tolist())
    missing = sorted(set(range(1, entries + 1)) - read)
    runs = np.split(np.array(missing), np.flatnonzero(np.diff(missing) > 1) + 1) if missing else []
    assert all(len(run) <= 15 for run in runs)


@settings(deadline=None)
@given(entries=st.integers(1, 4000), fps=st.sampled_from([16.0, 30.0, 59.94, 60.0, 120.0]))
def test_spans_lose_nothing_but_a_last_remainder(entries: int, fps: float) -> None:
    spans = consecutive_spans(counting(entries), fps)[0]
    assert spans.shape == (word_count(entries, fps, 0.64), span_frames(fps))
    read = spans[spans > 0]
    assert sorted(set(read.long().tolist())) == list(range(1, int(read.max()) + 1))
    assert entries - int(read.max()) <= 1 + 0.02 * 0.64 * fps  # spans begin and end at whole entries
    firsts = spans[:, 0] - 1
    assert (firsts - torch.arange(len(spans), dtype=torch.float64) * 0.64 * fps).abs().max() < 1.0


def test_batches_are_cut_row_by_row() -> None:
    rows = torch.rand(3, 700)
    assert torch.equal(spread_windows(rows, 60.0, 303)[1], spread_windows(rows[1:2], 60.0, 303)[0])
    assert torch.equal(consecutive_spans(rows, 60.0)[2], consecutive_spans(rows[2:], 60.0)[0])


def rhythm(peaks: np.ndarray) -> Rhythm:
    return Rhythm(peaks.astype(np.float32), np.zeros(len(peaks), np.float32), 60.0)


def test_a_stretch_starts_at_its_second_and_ends_in_silence() -> None:
    whole = rhythm(np.arange(1, 601))
    assert stretch_of(whole, 2.0, 5.12)[0].tolist() == list(range(121, 428))
    late = stretch_of(whole, 9.0, 5.12)[0]
    assert late[:60].tolist() == list(range(541, 601))
    assert late.shape == (307,)
    assert late[60:].count_nonzero() == 0
    assert stretch_of(whole, 30.0, 1.0).count_nonzero() == 0


@pytest.mark.parametrize(("start", "seconds"), [(-1.0, 5.0), (0.0, 0.0), (0.0, -2.0)])
def test_impossible_stretches_are_refused(start: float, seconds: float) -> None:
    with pytest.raises(EncoderError, match="cannot stand for"):
        stretch_of(rhythm(np.ones(100)), start, seconds)


def test_peaks_that_are_not_numbers_are_refused() -> None:
    with pytest.raises(EncoderError, match="not finite"):
        stretch_of(rhythm(np.array([0.0, np.nan])), 0.0, 1.0)
