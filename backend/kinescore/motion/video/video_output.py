"""A video with new music: its pictures untouched, the music encoded as AAC."""

from __future__ import annotations

import contextlib
import heapq
import io
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from kinescore.errors import KinescoreError
from kinescore.files.containers import load_av
from kinescore.motion.video.recognise import is_video, is_video_name
from kinescore.motion.video.video_file import Video, open_video
from kinescore.sound.audio import Audio

OUTPUT_SUFFIXES = (".mp4", ".mov")
BITS_PER_SECOND = 256_000
SAMPLES_AT_ONCE = 65_536


def require_video_for(target: Path, motion: Path) -> None:
    """Raise KinescoreError where `target` is a video that cannot be made of `motion`, before any music is made."""
    if not is_video_name(target):
        return
    if target.suffix.lower() not in OUTPUT_SUFFIXES:
        raise KinescoreError(f"Video is written as {' or '.join(OUTPUT_SUFFIXES)}, not as {target.suffix}.")
    if not is_video(motion):
        raise KinescoreError(
            f"{target.name} would be a video, but {motion.name} has no pictures to put in it.",
            "Choose a sound file (.wav, .flac) as --output, or give the movement as a video.",
        )
    if target.exists() and motion.exists() and target.samefile(motion):
        raise KinescoreError(f"{target.name} is the video itself, which is not overwritten.", "Choose another name.")
    if motion.is_file():
        _times_shown(motion)
        with open_video(motion) as video, _copying(motion, target):
            _write_header(video, io.BytesIO(), target)


def write_video(source: Path, audio: Audio, target: Path) -> None:
    """Write the pictures of `source` as they are, with `audio` [1 or 2 channels] as their only sound.

    Sample 0 sounds when the first picture is shown. AAC begins with 1024 samples of its own; the file tells players to
    skip them. Raises KinescoreError for pictures that the format of `target` cannot hold; `target` is then as it was.
    """
    beside = target.with_name(f"{target.stem}.{uuid.uuid4().hex[:8]}.part{target.suffix}")
    try:
        shown = _times_shown(source)
        with open_video(source) as video, _copying(source, target):
            _mux(video, shown, audio, beside)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def left_out(source: Path, target: Path) -> tuple[str, ...]:
    """What of the video `source` is not in `target`, for the user: sound, subtitles and all else it has."""
    with open_video(source) as video:
        others = [stream.type or "unknown" for stream in video.container.streams if stream is not video.stream]
    if not others:
        return ()
    tracks = [f"{others.count(kind)} {kind}" for kind in sorted(set(others))]
    verb = "is" if len(others) == 1 else "are"
    return (f"Of {source.name}, {' and '.join(tracks)} track{'s' * (len(others) > 1)} {verb} not in {target.name}.",)


@contextlib.contextmanager
def _copying(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except (load_av().FFmpegError, ValueError) as error:
        raise KinescoreError(
            f"The pictures of {source.name} cannot be put into {target.suffix} untouched ({error}).",
            "Write a sound file, or convert the video to H.264 first.",
        ) from error


def _write_header(video: Video, file: io.BytesIO, target: Path) -> None:
    """The start of the file, which shows whether the format takes these pictures."""
    with load_av().open(file, "w", format=target.suffix[1:].lower()) as out:
        out.add_stream_from_template(video.stream)
        out.start_encoding()


def _times_shown(source: Path) -> list[int]:
    """When each packet's picture is shown, in the order of decoding, in the stream's time base.

    The first that is shown is at 0. A film that was trimmed without encoding it anew begins with hidden pictures, which
    others need to be decoded: their times are negative, and stay hidden so.
    """
    with open_video(source) as video:
        packets = video.container.demux(video.stream)
        times = [(packet.pts, packet.is_discard) for packet in packets if packet.size]
    if not times or any(time is None for time, _ in times):
        raise KinescoreError(
            f"{source.name} does not say when its pictures are shown.",
            "Write a sound file, or convert the video to .mp4 first.",
        )
    first = min(time for time, is_hidden in times if not is_hidden)
    return [time - first for time, _ in times]


def _mux(video: Video, shown: list[int], audio: Audio, target: Path) -> None:
    with load_av().open(str(target), "w", options={"movflags": "+faststart"}) as out:
        pictures = out.add_stream_from_template(video.stream)
        sound = out.add_stream("aac", rate=audio.rate, layout=_layout(audio))
        sound.bit_rate = BITS_PER_SECOND
        copied, encoded = _copied(video, shown, pictures), _encoded(sound, audio)
        for packet in heapq.merge(copied, encoded, key=lambda packet: packet.dts * packet.time_base):
            out.mux(packet)


def _copied(video: Video, shown: list[int], pictures: Any) -> Iterator[Any]:  # noqa: ANN401  PyAV is loaded late
    """The packets of `video`, to be `shown` then; when to decode them is said anew: .mkv does not say it for all."""
    decoded = sorted(shown)
    ahead = max(late - now for late, now in zip(decoded, shown, strict=True))
    packets = (packet for packet in video.container.demux(video.stream) if packet.size)
    for packet, presentation, decoding in zip(packets, shown, decoded, strict=True):
        packet.pts, packet.dts = presentation, decoding - ahead
        packet.stream = pictures
        yield packet


def _encoded(sound: Any, audio: Audio) -> Iterator[Any]:  # noqa: ANN401
    for start in range(0, audio.count, SAMPLES_AT_ONCE):
        block = np.ascontiguousarray(audio.part(start, start + SAMPLES_AT_ONCE), np.float32)
        frame = load_av().AudioFrame.from_ndarray(block, format="fltp", layout=_layout(audio))
        frame.rate, frame.pts = audio.rate, start
        yield from sound.encode(frame)
    yield from sound.encode(None)


def _layout(audio: Audio) -> str:
    return "stereo" if audio.channels == 2 else "mono"
