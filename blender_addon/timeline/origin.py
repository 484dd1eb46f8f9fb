# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a take comes from and where it belongs; saved with the .blend, on strips and while a server works on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from kinescore.files.strict_json import from_plain, parse, to_plain
from kinescore.motion.keypoints import Keypoints
from kinescore.take import Take

from ..scene.sampling import FrameRange

HASHED_DECIMALS = 2  # of a pixel: other processors may round the last bits otherwise, which changes no movement


def motion_hash(*movements: Keypoints) -> str:
    """SHA-256 of what was seen; another movement or picture size has another."""
    seen = hashlib.sha256()
    for keypoints in movements:
        seen.update((keypoints.positions.round(HASHED_DECIMALS) + 0.0).tobytes())  # + 0.0: no -0.0
    return seen.hexdigest()


@dataclass(frozen=True)
class Origin:
    """character: name of the object. motion_sha256: of the keypoints. request_json: header of the request, which as a
    file makes the same take again."""

    character: str
    frames: FrameRange
    motion_sha256: str
    request_json: str

    @property
    def others(self) -> list[str]:
        """Names of the objects that the music follows beside the character."""
        return list(self.others_by_weight)

    @property
    def others_by_weight(self) -> dict[str, float]:
        """How much each of them has to say, by name."""
        return {other["name"]: float(other["weight"]) for other in json.loads(self.request_json).get("others", [])}

    @property
    def section_names(self) -> frozenset[str]:
        """The names that the artist gave to sections."""
        sections = json.loads(self.request_json).get("sections", [])
        names = (one.get("name") for one in sections if isinstance(one, dict)) if isinstance(sections, list) else ()
        return frozenset(name for name in names if isinstance(name, str))

    @property
    def fps(self) -> float | None:
        """Frames per second at which the movement was read; None where the request does not tell."""
        motion = json.loads(self.request_json).get("motion")
        fps = motion.get("fps") if isinstance(motion, dict) else None
        return float(fps) if isinstance(fps, int | float) else None

    def sidecar(self) -> dict[str, object]:
        """What the JSON beside the sound tells about it, where `from_sidecar` finds it again."""
        return {
            "character": self.character,
            "first_frame": self.frames.first,
            "last_frame": self.frames.last,
            "motion_sha256": self.motion_sha256,
            "request": json.loads(self.request_json),
        }

    @classmethod
    def from_sidecar(cls, card: Mapping[str, object]) -> Origin:
        """Read what `sidecar` told. Raises FormatError."""
        frames = {"first": card.get("first_frame"), "last": card.get("last_frame")}
        told = {name: card.get(name) for name in ("character", "motion_sha256")}
        request = json.dumps(card.get("request"))
        return from_plain(cls, {**told, "frames": frames, "request_json": request}, "description of the take")

    def provenance(self, take: Take) -> str:
        """What each strip of `take` tells about it (JSON): the take's own provenance, its sections, and this."""
        told = {**take.provenance, "sections": to_plain(take.sections), "origin": to_plain(self)}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_provenance(cls, text: str) -> Origin:
        """Read what `provenance` wrote. Raises FormatError: a .blend may come from anywhere."""
        told = parse(text, "origin on the strip")
        return from_plain(cls, told.get("origin") if isinstance(told, dict) else None, "origin on the strip")


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
