"""Frames and timecode against OpenTimelineIO's own arithmetic."""

from __future__ import annotations

from fractions import Fraction

import opentimelineio as otio
import pytest

from kinescore.exchange.timecode import Picture, TimecodeError, drops_frames, exact_rate, started_at

NTSC_30, NTSC_60 = Fraction(30000, 1001), Fraction(60000, 1001)


@pytest.mark.parametrize(
    ("fps", "rate"),
    [
        (24, Fraction(24)), (24.0, Fraction(24)), (23.976, Fraction(24000, 1001)), (23.98, Fraction(24000, 1001)),
        (30 / 1.001, NTSC_30), (29.97, NTSC_30), (59.94, NTSC_60), (12.5, Fraction(25, 2)), (25, Fraction(25)),
        (119.88, Fraction(120000, 1001)), (1, Fraction(1)),
    ],
)  # fmt: skip
def test_the_rates_that_files_write_are_exact(fps: float, rate: Fraction) -> None:
    assert exact_rate(fps) == rate


@pytest.mark.parametrize("fps", [0, -24, 1001, float("nan"), float("inf")])
def test_rates_that_cannot_be_are_refused(fps: float) -> None:
    with pytest.raises(TimecodeError, match="frame rate"):
        exact_rate(fps)


@pytest.mark.parametrize(
    ("rate", "drop"),
    [(Fraction(24), False), (Fraction(24000, 1001), False), (NTSC_30, False), (NTSC_30, True), (NTSC_60, True),
     (Fraction(25), False), (Fraction(60), False)],
)  # fmt: skip
def test_timecode_is_that_of_opentimelineio(rate: Fraction, drop: bool) -> None:
    picture = Picture(rate, drop_frame=drop)
    hour = 3600 * picture.counted_rate
    frames = {*range(0, 40_000, 7), *range(1790, 1810), *range(3590, 3610), *range(17970, 18000), hour - 1, hour + 107}
    for frame in frames:
        theirs = otio.opentime.to_timecode(otio.opentime.RationalTime(frame, float(rate)), float(rate), drop)
        assert picture.timecode(frame) == theirs
        assert started_at(picture, theirs).start == frame


def test_drop_frame_keeps_up_with_the_clock() -> None:
    picture = Picture(NTSC_30, drop_frame=True)
    assert picture.timecode(1799) == "00:00:59;29"
    assert picture.timecode(1800) == "00:01:00;02"  # two numbers are left out
    assert picture.timecode(17982) == "00:10:00;00"  # but not in every tenth minute
    assert picture.timecode(picture.frames(3600.0)) == "01:00:00;00"
    assert Picture(NTSC_30).timecode(107892) == "00:59:56:12"


def test_the_nearest_frame() -> None:
    picture = Picture(exact_rate(24), first_frame=101)
    assert [picture.number(t) for t in (0.0, 0.5, 1 / 24 + 0.01, 10.0)] == [101, 113, 102, 341]


@pytest.mark.parametrize("text", ["", "1:2:3", "24:00:00:00", "00:60:00:00", "00:00:00:24", "one hour", "00:00:61:00"])
def test_no_timecode_is_refused(text: str) -> None:
    with pytest.raises(TimecodeError, match="timecode"):
        started_at(Picture(exact_rate(24)), text)


def test_numbers_that_drop_frame_leaves_out_are_refused() -> None:
    picture = Picture(NTSC_30, drop_frame=True)
    with pytest.raises(TimecodeError, match="no timecode 00:01:00;00"):
        started_at(picture, "00:01:00;00")


def test_drop_frame_is_for_ntsc_only() -> None:
    assert not drops_frames(Fraction(24000, 1001))
    with pytest.raises(TimecodeError, match=r"only at 29\.97 and 59\.94"):
        Picture(Fraction(24), drop_frame=True)


def test_a_day_later_it_begins_again_and_high_rates_have_three_digits() -> None:
    assert Picture(Fraction(24), start=24 * 24 * 3600).timecode(1) == "00:00:00:01"
    assert Picture(Fraction(240)).timecode(239) == "00:00:00:239"
