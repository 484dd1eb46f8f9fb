"""The sound of films, and of containers that libsndfile does not open: PyAV -> Audio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import DataError, KinescoreError, require_packages
from kinescore.files.containers import only_files
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import MAX_SAMPLES

CONTAINER_SUFFIXES = (".m4a", ".aac", ".opus", ".wma", ".mka")
"""Containers of sound alone; those of films are in kinescore.motion.video."""


def read_container_sound(path: Path, start_s: float = 0.0, seconds: float | None = None) -> Audio:
    """Return the first track that can be decoded from `start_s` on, for `seconds` or to its end, float32, at its rate.

    Time is the film's: where its sound begins later than its pictures, there is silence before. What the file does not
    reach is missing. Raises DataError for a file without sound, damaged sound, and a part that is too long.
    """
    require_packages(("av",), "Reading the sound of a film", "video")
    import av

    try:
        with av.open(str(path), options=only_files(av)) as container:
            tracks: list[Any] = list(container.streams.audio)
            stream = next((track for track in tracks if track.codec_context is not None), None)
            if stream is None:
                raise DataError(f"{path} holds no sound.", "Name the film with its sound, or a sound file.")
            rate = stream.codec_context.sample_rate
            first = round(start_s * rate)
            end = None if seconds is None else first + round(seconds * rate)
            parts = list(_between(_placed(container, stream, rate), first, end, path))
    except KinescoreError:
        raise
    except (av.FFmpegError, ValueError) as error:  # of damaged files, PyAV names what it finds impossible
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"The sound of {path} cannot be read ({reason}).", "Convert it to .wav.") from error
    samples = np.concatenate(parts, axis=1) if parts else np.zeros((1, 0), np.float32)
    if not np.isfinite(samples).all():
        raise DataError(f"The sound of {path} holds numbers that are not finite.")
    return Audio(samples, rate)


def _placed(container: Any, stream: Any, rate: int) -> Iterator[tuple[int, NDArray[np.float32]]]:  # noqa: ANN401
    """Samples [C, N] as they follow each other, and the sample of the film's time at which each part begins."""
    from av import AudioResampler

    resampler = AudioResampler(format="fltp", layout=stream.codec_context.layout.name, rate=rate)
    begin = (container.start_time or 0) / 1e6
    place: int | None = None
    for decoded in container.decode(stream):
        if place is None:
            place = max(0, round(((decoded.time or begin) - begin) * rate))
        for frame in resampler.resample(decoded):
            samples = frame.to_ndarray().astype(np.float32, copy=False)
            yield place, samples
            place += samples.shape[1]


def _between(
    parts: Iterator[tuple[int, NDArray[np.float32]]], first: int, end: int | None, path: Path
) -> Iterator[NDArray[np.float32]]:
    """What of `parts` lies between two samples; silence up to where sound begins."""
    reached = first
    for place, samples in parts:
        last = place + samples.shape[1] if end is None else min(place + samples.shape[1], end)
        if last > reached:
            if (last - first) * len(samples) > MAX_SAMPLES:
                raise DataError(f"{path} has more sound than is read.", "Cut it into parts.")
            if place > reached:
                silence = min(place, last) - reached
                yield np.zeros((len(samples), silence), np.float32)
                reached += silence
            yield samples[:, reached - place : last - place]
            reached = last
        if end is not None and reached >= end:
            return
