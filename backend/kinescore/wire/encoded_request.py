"""A request as bytes: what is sent, what the digest is over, what the server keeps and what a worker reads.

One line of canonical JSON (see request_codec), then one array of little-endian float32: the motion [T, 17, 3] (x px,
y px, confidence), those of others that move along, and after them the samples of the example where there is one. In a
message the JSON is part of the header and the array is the second frame.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kinescore.errors import MotionError, counted
from kinescore.files.strict_json import FormatError, dump, parse
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.request import EXAMPLE_RATES, MAX_EXAMPLE_SECONDS, SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.wire.request_codec import MotionHeader, RequestHeader, read_header, request_header

MAX_HEADER_BYTES = 1024 * 1024
MAX_ARRAY_BYTES = 32 * 1024 * 1024
BYTES_PER_FRAME = 17 * 3 * 4
BYTES_PER_SAMPLE = 4
MAX_EXAMPLE_BYTES = round(MAX_EXAMPLE_SECONDS * EXAMPLE_RATES[1]) * BYTES_PER_SAMPLE
MAX_FRAMES = (MAX_ARRAY_BYTES - MAX_EXAMPLE_BYTES) // BYTES_PER_FRAME


@dataclass(frozen=True)
class EncodedRequest:
    """header: plain JSON values. array: exactly as long as the header says; neither copied nor looked into.

    Encoding a request and decoding it again are the expensive steps: each is done once where it is needed, and in
    between the bytes are passed on as they came. Raises FormatError or MotionError for a header that cannot be, or
    whose array has another length; never allocates by a claimed size.
    """

    header: object
    array: bytes | memoryview

    def __post_init__(self) -> None:
        lengths = [self._motion.frames, *(other.motion.frames for other in self._told.others)]
        frames, samples = sum(lengths), self._samples
        if min(lengths) < 2 or frames > MAX_FRAMES:
            raise MotionError(f"The motion has {counted(frames, 'frame')}; from 2 to {MAX_FRAMES} are accepted.")
        motion_bytes, example_bytes = frames * BYTES_PER_FRAME, samples * BYTES_PER_SAMPLE
        if len(self.array) != motion_bytes + example_bytes:
            raise FormatError(
                f"The array has {len(self.array)} bytes; {frames} frames of 17 joints take {motion_bytes}, and "
                f"{samples} samples of an example take {example_bytes}."
            )

    @classmethod
    def of(cls, request: SoundtrackRequest) -> EncodedRequest:
        """Encode `request`: same request, same bytes. Raises MotionError for motion longer than a message may be."""
        keypoints, example = request.keypoints, request.example
        movements = [keypoints, *(other.keypoints for other in request.others)]
        frames = sum(len(movement) for movement in movements)
        if frames > MAX_FRAMES:
            raise MotionError(
                f"The motion has {frames} frames; a server accepts at most {MAX_FRAMES}.",
                "Choose a shorter frame range or a lower frame rate.",
            )
        motion = np.empty((frames, 17, 3), "<f4")
        np.concatenate([movement.positions for movement in movements], out=motion[..., :2])
        np.concatenate([movement.confidence for movement in movements], out=motion[..., 2])
        samples = b"" if example is None else example.samples.astype("<f4").tobytes()
        return cls(request_header(request), motion.tobytes() + samples)

    @classmethod
    def from_bytes(cls, data: bytes) -> EncodedRequest:
        """Return what `to_bytes` made bytes of. Raises FormatError or MotionError."""
        line, _, _ = data[: MAX_HEADER_BYTES + 1].partition(b"\n")
        return cls(parse(line, "request"), memoryview(data)[len(line) + 1 :])

    def to_bytes(self) -> bytes:
        """Return line and array in one."""
        return b"".join((self._line, self.array))

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of `to_bytes`, in hexadecimal."""
        digest = hashlib.sha256(self._line)
        digest.update(self.array)
        return digest.hexdigest()

    def decode(self) -> SoundtrackRequest:
        """Return the request, with arrays of its own. Raises RequestError or MotionError for values out of range."""
        example, values, used = self._told.example, np.frombuffer(self.array, "<f4"), 0
        movements = []
        for motion in (self._motion, *(other.motion for other in self._told.others)):
            joined = values[used : used + motion.frames * 17 * 3].reshape(motion.frames, 17, 3)
            movements.append(Keypoints(joined[..., :2], joined[..., 2], motion.fps, motion.size, motion.layout))
            used += joined.size
        music = None if example is None else Audio(values[None, used:].astype(np.float32), example.rate)
        others = tuple(
            Mover(keypoints, other.weight, other.name)
            for keypoints, other in zip(movements[1:], self._told.others, strict=True)
        )
        return SoundtrackRequest(movements[0], **self._told.settings, example=music, others=others)

    @property
    def engine(self) -> str:
        """The engine that it asks for."""
        return str(self._told.settings["engine"])

    @cached_property
    def _told(self) -> RequestHeader:
        return read_header(self.header)

    @property
    def _motion(self) -> MotionHeader:
        if self._told.motion is None:
            raise FormatError("The request lacks the field 'motion'.")
        return self._told.motion

    @property
    def _samples(self) -> int:
        return 0 if self._told.example is None else self._told.example.samples

    @cached_property
    def _line(self) -> bytes:
        return dump(self.header) + b"\n"
