"""Frames of a picture and their timecode (SMPTE ST 12-1), drop-frame at 29.97 and 59.94."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from kinescore.errors import KinescoreError

NTSC = Fraction(1000, 1001)
SAME_RATE = 2e-4
"""23.976, 23.98 / 24, 1.001 and 24000 / 1001 are one rate, as files and programs write it."""
RATE_RANGE = (1.0, 1000.0)
DROPPED_RATES = (30, 60)
TIMECODE = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})[:;](\d{1,3})")


class TimecodeError(KinescoreError):
    """A frame rate or a timecode that cannot be."""

    code = "bad_timecode"


def exact_rate(fps: float) -> Fraction:
    """Return the frame rate that `fps` stands for: 29.97 is 30000 / 1001. Raises TimecodeError."""
    if not (math.isfinite(fps) and RATE_RANGE[0] <= fps <= RATE_RANGE[1]):
        raise TimecodeError(
            f"The frame rate is {fps:g}; it must lie between {RATE_RANGE[0]:g} and {RATE_RANGE[1]:g} fps."
        )
    whole = round(fps / NTSC)
    for rate in (Fraction(round(fps)), whole * NTSC):
        if abs(fps / float(rate) - 1.0) <= SAME_RATE:
            return rate
    return Fraction(fps).limit_denominator(1001)


@dataclass(frozen=True)
class Picture:
    """How the frames of the picture are counted, and which of them is the first of the music.

    rate: frames per second. first_frame: number of the frame at which the music begins. start: how many frames after
    00:00:00:00 its timecode is. drop_frame: whether timecode leaves numbers out to keep up with the clock (29.97 and
    59.94 only). Raises TimecodeError where it does so at another rate, and for a start before 00:00:00:00.
    """

    rate: Fraction
    first_frame: int = 0
    start: int = 0
    drop_frame: bool = False

    def __post_init__(self) -> None:
        if self.drop_frame and not drops_frames(self.rate):
            raise TimecodeError(
                f"There is no drop-frame timecode at {float(self.rate):g} fps, only at 29.97 and 59.94."
            )
        if self.start < 0:
            raise TimecodeError(
                f"The music would begin {-self.start} frames before timecode 00:00:00:00.",
                "Give the picture a later timecode, such as 01:00:00:00.",
            )

    @property
    def counted_rate(self) -> int:
        """Frames in a second of timecode: 30 at 29.97."""
        return math.ceil(self.rate - Fraction(1, 1000))

    def frames(self, seconds: float) -> int:
        """Return the frame, from the first of the music, that is nearest to `seconds`."""
        return round(Fraction(seconds) * self.rate)

    def number(self, seconds: float) -> int:
        """Return the number of that frame."""
        return self.first_frame + self.frames(seconds)

    def timecode(self, frame: int) -> str:
        """Return the timecode of a frame counted from the first of the music. A day later it begins again."""
        rate, count = self.counted_rate, self.start + frame
        if self.drop_frame:
            count += _dropped(count, rate)
        count %= 24 * 3600 * rate
        seconds, rest = divmod(count, rate)
        digits = 2 if rate <= 100 else 3
        ends = ";" if self.drop_frame else ":"
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{ends}{rest:0{digits}}"


def drops_frames(rate: Fraction) -> bool:
    """Whether drop-frame timecode is usual at this rate."""
    return rate in [nominal * NTSC for nominal in DROPPED_RATES]


def started_at(picture: Picture, timecode: str) -> Picture:
    """Return `picture` with the music beginning at `timecode`, such as "01:00:00:00". Raises TimecodeError."""
    parts = TIMECODE.fullmatch(timecode.strip())
    if parts is None:
        raise TimecodeError(
            f"'{timecode[:40]}' is no timecode.", "Write hours, minutes, seconds and frames: 01:00:00:00."
        )
    hours, minutes, seconds, frames = (int(part) for part in parts.groups())
    rate = picture.counted_rate
    count = ((hours * 60 + minutes) * 60 + seconds) * rate + frames
    if picture.drop_frame:
        whole_minutes = hours * 60 + minutes
        count -= _skip(rate) * (whole_minutes - whole_minutes // 10)
    started = replace(picture, start=count)
    if hours > 23 or started.timecode(0).replace(";", ":") != _canonical(parts, rate):
        raise TimecodeError(f"There is no timecode {timecode[:40]} at {float(picture.rate):.6g} fps.")
    return started


def _canonical(parts: re.Match[str], rate: int) -> str:
    hours, minutes, seconds, frames = (int(part) for part in parts.groups())
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frames:0{2 if rate <= 100 else 3}}"


def _skip(rate: int) -> int:
    """How many numbers each minute but the tenth leaves out: 2 at 29.97, 4 at 59.94."""
    return rate // 15


def _dropped(count: int, rate: int) -> int:
    """Return how many numbers are left out before frame `count`."""
    skip = _skip(rate)
    minute = 60 * rate - skip
    tens, rest = divmod(count, 10 * minute + skip)
    return skip * (9 * tens + max(0, (rest - skip) // minute))
