"""Video files -> upright pictures with exact times."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.files.containers import load_av, only_files
from kinescore.motion.keypoints import MAX_FPS, MAX_SECONDS

MAX_SIDE = 8192
LEAST_OF_GAP = 0.7
"""Of the time between two frames at a wanted rate: frames a little early, as phones film them, are kept."""
CUT_OFF_SECONDS = 0.5
"""A video that ends by this and a tenth of its length earlier than it says is cut off."""


@dataclass(frozen=True)
class Frame:
    """picture: [H, W, 3] uint8 RGB, upright. seconds: when it is shown, from the first frame on. number: of the frame,
    the first is 0."""

    picture: NDArray[np.uint8]
    seconds: float
    number: int


@dataclass(frozen=True)
class Video:
    """An open video file. container, stream: PyAV's. seconds: its length by its own words; None where it says none."""

    container: Any
    stream: Any
    seconds: float | None


@contextlib.contextmanager
def open_video(path: Path) -> Iterator[Video]:
    """Open a file with a video stream; failures to decode inside the `with` become MotionErrors too.

    Raises MotionError for a file that is no video, holds none, or whose pictures or length are beyond the limits.
    """
    av = load_av()
    try:
        with av.open(str(path), options=only_files(av)) as container:
            stream = next((stream for stream in container.streams.video if _moves(av, stream)), None)
            if stream is None:
                kinds = ", ".join(sorted({stream.type for stream in container.streams})) or "nothing"
                raise MotionError(f"No video in {path.name} can be decoded; it holds {kinds}.", "Give another video.")
            width, height = stream.codec_context.width, stream.codec_context.height
            if width < 1 or height < 1:
                raise MotionError(f"The pictures in {path.name} cannot be decoded.", "Convert it to .mp4 first.")
            if max(width, height) > MAX_SIDE:
                raise MotionError(
                    f"{path.name} has pictures of {width} x {height} px; at most {MAX_SIDE} px a side are read.",
                    "Make the video smaller.",
                )
            yield Video(container, stream, _promised_seconds(container, stream, path))
    except (av.FFmpegError, UnicodeDecodeError) as error:  # titles in a damaged file may be no Unicode
        reason = getattr(error, "strerror", None) or error
        raise MotionError(
            f"{path.name} is no video that can be read, or it is damaged ({reason}).",
            "Convert or export it again, for example as .mp4 with H.264.",
        ) from error


def _moves(av: ModuleType, stream: Any) -> bool:  # noqa: ANN401
    """False for what cannot be decoded, and for the picture on a record's cover."""
    return bool(stream.codec_context) and not stream.disposition & av.stream.Disposition.attached_pic


def frames_of(video: Video, path: Path, most_hz: float = MAX_FPS) -> Iterator[Frame]:
    """Every frame in the order shown, one in memory at a time, as it is to be seen: turned, and with square pixels.

    Frames that are not later than the one before are left out, as players do; of a video of many more than
    `most_hz` frames a second, some are left out, so that it is about so many.
    Raises MotionError where frames have no times, change their size, go on for too long, or end too early.
    """
    start = latest = None
    end, number, given_out = 0.0, -1, -1.0
    size: tuple[int, ...] | None = None
    width_of_pixel = float(video.stream.sample_aspect_ratio or 1)
    video.stream.thread_type = "AUTO"
    for decoded in video.container.decode(video.stream):
        if decoded.time is None:
            raise MotionError(f"{path.name} does not say when its frames are shown.", "Convert it to .mp4.")
        start = decoded.time if start is None else start
        seconds = decoded.time - start
        if latest is not None and seconds <= latest:
            continue
        if seconds > MAX_SECONDS:
            raise _too_long(path)
        latest, end = seconds, seconds + float((decoded.duration or 0) * decoded.time_base)
        number += 1
        if seconds - given_out < LEAST_OF_GAP / most_hz:
            continue
        given_out = seconds
        picture = _picture(decoded, width_of_pixel)
        size = size or picture.shape
        if picture.shape != size:
            raise MotionError(f"{path.name} changes its picture size at {seconds:.2f} s.", "Convert it to one size.")
        yield Frame(picture, seconds, number)
    if latest is None:
        raise MotionError(f"{path.name} holds no frames.", "Export it again.")
    if video.seconds is not None and end < 0.9 * video.seconds - CUT_OFF_SECONDS:
        raise MotionError(
            f"{path.name} ends after {end:.1f} s of the {video.seconds:.1f} s it promises; it is cut off.",
            "Copy or export it again.",
        )


def _picture(decoded: Any, width_of_pixel: float) -> NDArray[np.uint8]:  # noqa: ANN401  PyAV is loaded late
    """[H, W, 3] RGB, upright. Pixels that are not square (DV, DVD, HDV) are made so, in the height there is."""
    width = min(MAX_SIDE, max(1, round(decoded.width * width_of_pixel)))
    picture = decoded.to_ndarray(format="rgb24", width=width, height=decoded.height)
    return np.ascontiguousarray(np.rot90(picture, round(decoded.rotation / 90)))


def _promised_seconds(container: Any, stream: Any, path: Path) -> float | None:  # noqa: ANN401
    """The length of the pictures alone: sound may go on for longer."""
    tag = re.fullmatch(r"(\d+):(\d\d):(\d\d\.\d+)", stream.metadata.get("DURATION", ""))  # .mkv, .webm
    if container.format.name == "avi" and stream.frames and stream.average_rate:
        seconds = float(stream.frames / stream.average_rate)  # its duration is guessed from the bytes that are there
    elif stream.duration is not None:
        seconds = float(stream.duration * stream.time_base)
    elif tag:
        seconds = 3600 * int(tag[1]) + 60 * int(tag[2]) + float(tag[3])
    else:
        return None
    if seconds > MAX_SECONDS:
        raise _too_long(path)
    return seconds


def _too_long(path: Path) -> MotionError:
    return MotionError(f"{path.name} lasts longer than {MAX_SECONDS:.0f} s.", "Cut it into parts.")
