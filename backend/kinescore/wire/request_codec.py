"""SoundtrackRequest <-> one JSON header and one array; the header alone is the request file of CLI, panel and batch.

The array is the motion, then the example music where there is one, both little-endian float32.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from kinescore.errors import MotionError, RequestError
from kinescore.files.strict_json import FormatError, dump, field_hints, parse, read_fields, to_plain
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.request import EXAMPLE_RATES, MAX_EXAMPLE_SECONDS, SoundtrackRequest
from kinescore.sound.audio import Audio

MAX_HEADER_BYTES = 64 * 1024
MAX_ARRAY_BYTES = 32 * 1024 * 1024
BYTES_PER_FRAME = 17 * 3 * 4
BYTES_PER_SAMPLE = 4
MAX_EXAMPLE_BYTES = round(MAX_EXAMPLE_SECONDS * EXAMPLE_RATES[1]) * BYTES_PER_SAMPLE
MAX_FRAMES = (MAX_ARRAY_BYTES - MAX_EXAMPLE_BYTES) // BYTES_PER_FRAME
SETTINGS = tuple(field.name for field in fields(SoundtrackRequest) if field.name not in ("keypoints", "example"))


@dataclass(frozen=True)
class MotionHeader:
    """What the array [frames, 17, 3] (x px, y px, confidence) does not say itself."""

    frames: int
    fps: float
    size: tuple[int, int]
    layout: Layout = Layout.COCO_17

    @classmethod
    def of(cls, keypoints: Keypoints) -> MotionHeader:
        """Describe `keypoints`."""
        return cls(len(keypoints), keypoints.fps, keypoints.size, keypoints.layout)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON values; the layout only where it is not COCO-17, so that older requests keep their bytes."""
        plain: dict[str, Any] = to_plain(self)
        if self.layout is Layout.COCO_17:
            del plain["layout"]
        return plain


@dataclass(frozen=True)
class ExampleHeader:
    """What the samples of the example do not say themselves. Raises FormatError for a number of samples below 1."""

    samples: int
    rate: int

    def __post_init__(self) -> None:
        if self.samples < 1:
            raise FormatError(f"The example has {self.samples} samples; 1 or more are accepted.")

    @classmethod
    def of(cls, example: Audio) -> ExampleHeader:
        """Describe `example`."""
        return cls(example.samples.shape[1], example.rate)


@dataclass(frozen=True)
class RequestHeader:
    """settings: fields of SoundtrackRequest by name, those that were given. motion, example: None where not said."""

    settings: Mapping[str, Any]
    motion: MotionHeader | None
    example: ExampleHeader | None


def request_to_json(request: SoundtrackRequest) -> str:
    """Return the header of `request` as readable JSON: every setting, and which motion and example it was made for."""
    return json.dumps(request_header(request), ensure_ascii=False, indent=2)


def request_from_json(text: str | bytes, keypoints: Keypoints, example: Audio | None = None) -> SoundtrackRequest:
    """Return the request in the JSON header `text`, for `keypoints` and `example`; settings left out are the defaults.

    Raises FormatError for JSON that is not such a header, RequestError for values out of range and for a header whose
    "motion" describes another motion than `keypoints`, or its "example" other music than `example`.
    """
    header = _read_header(parse(text, "request"))
    motion = header.motion
    if motion is not None and motion != MotionHeader.of(keypoints):
        raise RequestError(
            f"The request was made for {motion.frames} frames of {motion.layout.value} at {motion.fps:g} fps in a picture "
            f"of {motion.size}, but the motion has {len(keypoints)} frames of {keypoints.layout.value} at "
            f"{keypoints.fps:g} fps in a picture of {keypoints.size}.",
            'Remove "motion" from the request to use its settings with any motion.',
        )
    if header.example is not None and (example is None or header.example != ExampleHeader.of(example)):
        raise RequestError(
            f"The request was made with example music of {header.example.samples} samples at {header.example.rate} Hz, "
            "which is not in its file.",
            'Give the same music again, or remove "example" from the request.',
        )
    return SoundtrackRequest(keypoints, **header.settings, example=example)


def request_header(request: SoundtrackRequest) -> dict[str, Any]:
    """Return the header as plain JSON values."""
    settings = {name: to_plain(getattr(request, name)) for name in SETTINGS if name != "cuts" or request.cuts}
    example = {} if request.example is None else {"example": to_plain(ExampleHeader.of(request.example))}
    return {**settings, "motion": MotionHeader.of(request.keypoints).to_plain(), **example}


def request_array(request: SoundtrackRequest) -> bytes:
    """Return the motion as raw little-endian float32 [T, 17, 3], x px, y px, confidence; then the example's samples."""
    keypoints = request.keypoints
    if len(keypoints) > MAX_FRAMES:
        raise MotionError(
            f"The motion has {len(keypoints)} frames; a server accepts at most {MAX_FRAMES}.",
            "Choose a shorter frame range or a lower frame rate.",
        )
    joined = np.concatenate([keypoints.positions, keypoints.confidence[..., None]], axis=2)
    example = b"" if request.example is None else request.example.samples.astype("<f4").tobytes()
    return joined.astype("<f4").tobytes() + example


def request_from_parts(header: object, array: bytes | memoryview) -> SoundtrackRequest:
    """Return the request of a parsed header and its raw array. Never allocates by a claimed size.

    Raises FormatError, RequestError or MotionError.
    """
    told = _read_header(header)
    motion, example = told.motion, told.example
    if motion is None:
        raise FormatError("The request lacks the field 'motion'.")
    if not 2 <= motion.frames <= MAX_FRAMES:
        raise MotionError(f"The motion has {motion.frames} frame(s); from 2 to {MAX_FRAMES} are accepted.")
    motion_bytes, samples = motion.frames * BYTES_PER_FRAME, 0 if example is None else example.samples
    if len(array) != motion_bytes + samples * BYTES_PER_SAMPLE:
        raise FormatError(
            f"The array has {len(array)} bytes; {motion.frames} frames of 17 joints take {motion_bytes}, and "
            f"{samples} samples of an example take {samples * BYTES_PER_SAMPLE}."
        )
    joined = np.frombuffer(array, "<f4", motion.frames * 17 * 3).reshape(motion.frames, 17, 3)
    keypoints = Keypoints(joined[..., :2], joined[..., 2], motion.fps, motion.size, motion.layout)
    music = None
    if example is not None:
        music = Audio(np.frombuffer(array, "<f4", offset=motion_bytes)[None].astype(np.float32), example.rate)
    return SoundtrackRequest(keypoints, **told.settings, example=music)


def request_to_bytes(request: SoundtrackRequest) -> bytes:
    """Return the whole request as one canonical blob: a line of JSON, then the array. Same request, same bytes."""
    return dump(request_header(request)) + b"\n" + request_array(request)


def request_from_bytes(blob: bytes) -> SoundtrackRequest:
    """Return the request in a blob of `request_to_bytes`."""
    header, _, array = blob.partition(b"\n")
    return request_from_parts(parse(header, "request"), array)


def blob_digest(blob: bytes) -> str:
    """Return the SHA-256 that identifies a request's blob, in hexadecimal."""
    return hashlib.sha256(blob).hexdigest()


def _read_header(value: object) -> RequestHeader:
    hints = {name: field_hints(SoundtrackRequest)[name] for name in SETTINGS}
    hints |= {"motion": MotionHeader | None, "example": ExampleHeader | None}
    settings = read_fields(hints, frozenset(), value, "request")
    return RequestHeader(motion=settings.pop("motion", None), example=settings.pop("example", None), settings=settings)
