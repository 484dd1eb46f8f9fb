# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a take comes from and where it belongs; saved with the .blend while a server works on it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from kinescore.files.strict_json import from_plain, parse, to_plain
from kinescore.motion.keypoints import Keypoints


@dataclass(frozen=True)
class FrameRange:
    """Frames to score, both ends inclusive."""

    first: int
    last: int


HASHED_DECIMALS = 2  # of a pixel: other processors may round the last bits otherwise, which changes no movement


def motion_hash(keypoints: Keypoints) -> str:
    """SHA-256 of what was seen; another movement, camera or picture size has another."""
    return hashlib.sha256((keypoints.positions.round(HASHED_DECIMALS) + 0.0).tobytes()).hexdigest()  # + 0.0: no -0.0


@dataclass(frozen=True)
class Origin:
    """character: name of the armature. motion_sha256: of the keypoints. request_json: header of the request, which as a
    file makes the same take again."""

    character: str
    frames: FrameRange
    motion_sha256: str
    request_json: str

    def sidecar(self) -> dict[str, object]:
        """What the JSON beside the sound tells about it."""
        return {
            "character": self.character,
            "first_frame": self.frames.first,
            "last_frame": self.frames.last,
            "motion_sha256": self.motion_sha256,
            "request": json.loads(self.request_json),
        }


@dataclass(frozen=True)
class PendingJob:
    """A job that a server has for a scene."""

    job: str
    address: str
    origin: Origin

    def to_json(self) -> str:
        """As text to keep in the scene."""
        return json.dumps(to_plain(self))

    @classmethod
    def from_json(cls, text: str) -> PendingJob:
        """Read what `to_json` wrote. Raises FormatError: a .blend may come from anywhere."""
        return from_plain(cls, parse(text, "pending job"), "pending job")
