"""SoundtrackRequest <-> one JSON header and one array; the header alone is the request file of CLI, panel and batch."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from kinescore.dance.keypoints import Keypoints
from kinescore.errors import MotionError, RequestError
from kinescore.request import SoundtrackRequest
from kinescore.wire.strict_json import FormatError, dump, field_hints, parse, read_fields, to_plain

MAX_HEADER_BYTES = 64 * 1024
MAX_ARRAY_BYTES = 32 * 1024 * 1024
BYTES_PER_FRAME = 17 * 3 * 4
MAX_FRAMES = MAX_ARRAY_BYTES // BYTES_PER_FRAME
SETTINGS = tuple(field.name for field in fields(SoundtrackRequest) if field.name != "keypoints")


@dataclass(frozen=True)
class MotionHeader:
    """What the array [frames, 17, 3] (x px, y px, confidence; little-endian float32) does not say itself."""

    frames: int
    fps: float
    size: tuple[int, int]

    @classmethod
    def of(cls, keypoints: Keypoints) -> MotionHeader:
        """Describe `keypoints`."""
        return cls(len(keypoints), keypoints.fps, keypoints.size)


def request_to_json(request: SoundtrackRequest) -> str:
    """Return the header of `request` as readable JSON: every setting, and which motion it was made for."""
    return json.dumps(request_header(request), ensure_ascii=False, indent=2)


def request_from_json(text: str | bytes, keypoints: Keypoints) -> SoundtrackRequest:
    """Return the request in the JSON header `text`, for `keypoints`. Settings left out take their defaults.

    Raises FormatError for JSON that is not such a header, RequestError for values out of range and for a header whose
    "motion" describes another motion than `keypoints`.
    """
    header, motion = _read_header(parse(text, "request"))
    if motion is not None and motion != MotionHeader.of(keypoints):
        raise RequestError(
            f"The request was made for {motion.frames} frames at {motion.fps:g} fps in a picture of {motion.size}, but "
            f"the motion has {len(keypoints)} frames at {keypoints.fps:g} fps in a picture of {keypoints.size}.",
            'Remove "motion" from the request to use its settings with any motion.',
        )
    return SoundtrackRequest(keypoints, **header)


def request_header(request: SoundtrackRequest) -> dict[str, Any]:
    """Return the header as plain JSON values."""
    settings = {name: to_plain(getattr(request, name)) for name in SETTINGS}
    return {**settings, "motion": to_plain(MotionHeader.of(request.keypoints))}


def request_array(request: SoundtrackRequest) -> bytes:
    """Return the motion as raw little-endian float32 [T, 17, 3]: x px, y px, confidence."""
    keypoints = request.keypoints
    if len(keypoints) > MAX_FRAMES:
        raise MotionError(
            f"The motion has {len(keypoints)} frames; a server accepts at most {MAX_FRAMES}.",
            "Choose a shorter frame range or a lower frame rate.",
        )
    joined = np.concatenate([keypoints.positions, keypoints.confidence[..., None]], axis=2)
    return joined.astype("<f4").tobytes()


def request_from_parts(header: object, array: bytes | memoryview) -> SoundtrackRequest:
    """Return the request of a parsed header and its raw array. Never allocates by a claimed size.

    Raises FormatError, RequestError or MotionError.
    """
    settings, motion = _read_header(header)
    if motion is None:
        raise FormatError("The request lacks the field 'motion'.")
    if not 2 <= motion.frames <= MAX_FRAMES:
        raise MotionError(f"The motion has {motion.frames} frame(s); from 2 to {MAX_FRAMES} are accepted.")
    if len(array) != motion.frames * BYTES_PER_FRAME:
        raise FormatError(
            f"The motion array has {len(array)} bytes; {motion.frames} frames of 17 joints take "
            f"{motion.frames * BYTES_PER_FRAME}."
        )
    joined = np.frombuffer(array, dtype="<f4").reshape(motion.frames, 17, 3)
    keypoints = Keypoints(joined[..., :2], joined[..., 2], motion.fps, motion.size)
    return SoundtrackRequest(keypoints, **settings)


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


def _read_header(value: object) -> tuple[dict[str, Any], MotionHeader | None]:
    hints = {name: field_hints(SoundtrackRequest)[name] for name in SETTINGS}
    members = read_fields({**hints, "motion": MotionHeader | None}, frozenset(), value, "request")
    return members, members.pop("motion", None)
