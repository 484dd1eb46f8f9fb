"""SoundtrackRequest <-> JSON header: every setting, and what motion and example it was made for, without their numbers.

The header alone is the request file of command line, panel and batch; with the array behind it, it is the whole request
(see encoded_request).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kinescore.errors import RequestError
from kinescore.files.strict_json import FormatError, field_hints, parse, read_fields, to_plain
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.mover import Mover
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio

SETTINGS = tuple(
    field.name for field in fields(SoundtrackRequest) if field.name not in ("keypoints", "example", "others")
)

LATER_SETTINGS = {
    **{"music_beats": (), "beat_shift_seconds": 0.0, "cuts": (), "name": ""},
    **{"metre": None, "downbeats": (), "tempo_map": (), "hits": None, "intensity": ()},
    **{"start": None, "ending": None, "sections": (), "variation": 0, "own_song": False, "foley": (), "soundfonts": ()},
    **{"beat_lock": True, "guide": 0.0},
}
"""Settings younger than the format, and what they are when left out: requests without them keep their bytes, and older
servers understand them."""


@dataclass(frozen=True)
class MotionHeader:
    """What the keypoints [frames, 17] do not say themselves."""

    frames: int
    fps: float
    size: tuple[int, int]
    layout: Layout = Layout.COCO_17

    @classmethod
    def of(cls, keypoints: Keypoints) -> MotionHeader:
        """Describe `keypoints`."""
        return cls(len(keypoints), keypoints.fps, keypoints.size, keypoints.layout)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON values; the layout only where it is not COCO-17 (see LATER_SETTINGS)."""
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
class MoverHeader:
    """What the array of another mover does not say itself."""

    motion: MotionHeader
    weight: float
    name: str

    @classmethod
    def of(cls, mover: Mover) -> MoverHeader:
        """Describe `mover`."""
        return cls(MotionHeader.of(mover.keypoints), mover.weight, mover.name)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"motion": self.motion.to_plain(), "weight": self.weight, "name": self.name}


@dataclass(frozen=True)
class RequestHeader:
    """settings: fields of SoundtrackRequest by name, those that were given. motion, example: None where not said."""

    settings: Mapping[str, Any]
    motion: MotionHeader | None
    example: ExampleHeader | None
    others: tuple[MoverHeader, ...]


def request_to_json(request: SoundtrackRequest) -> str:
    """Return the header of `request` as readable JSON: every setting, and which motion and example it was made for."""
    return json.dumps(request_header(request), ensure_ascii=False, indent=2)


def request_from_json(
    text: str | bytes, keypoints: Keypoints, example: Audio | None = None, others: tuple[Mover, ...] = ()
) -> SoundtrackRequest:
    """Return the request in the JSON header `text`, for these movements and `example`; settings left out are the
    defaults.

    Raises FormatError for JSON that is not such a header, RequestError for values out of range and for a header whose
    "motion" describes another motion than `keypoints`, or its "example" other music than `example`.
    """
    header = read_header(parse(text, "request"))
    motion = header.motion
    if motion is not None and motion != MotionHeader.of(keypoints):
        raise RequestError(
            f"The request was made for {motion.frames} frames of {motion.layout.value} at {motion.fps:g} fps in a "
            f"picture of {motion.size}, but the motion has {len(keypoints)} frames of {keypoints.layout.value} at "
            f"{keypoints.fps:g} fps in a picture of {keypoints.size}.",
            'Remove "motion" from the request to use its settings with any motion.',
        )
    if header.example is not None and (example is None or header.example != ExampleHeader.of(example)):
        raise RequestError(
            f"The request was made with example music of {header.example.samples} samples at {header.example.rate} Hz, "
            "which is not in its file.",
            'Give the same music again, or remove "example" from the request.',
        )
    if header.others and header.others != tuple(MoverHeader.of(other) for other in others):
        names = ", ".join(f"'{other.name}'" for other in header.others)
        raise RequestError(
            f"The request was made for others that move along ({names}), which are not there, or not as they were.",
            'Remove "others" from the request to use its settings with any motion.',
        )
    return SoundtrackRequest(keypoints, **header.settings, example=example, others=others)


def request_header(request: SoundtrackRequest) -> dict[str, Any]:
    """Return the header as plain JSON values."""
    given = {name: getattr(request, name) for name in SETTINGS}
    settings = {name: to_plain(value) for name, value in given.items() if value != LATER_SETTINGS.get(name, ...)}
    others = {"others": [MoverHeader.of(other).to_plain() for other in request.others]} if request.others else {}
    example = {} if request.example is None else {"example": to_plain(ExampleHeader.of(request.example))}
    return {**settings, "motion": MotionHeader.of(request.keypoints).to_plain(), **others, **example}


def read_header(value: object) -> RequestHeader:
    """Return the header in parsed JSON. Raises FormatError for unknown fields and values of another kind."""
    hints = {name: field_hints(SoundtrackRequest)[name] for name in SETTINGS}
    hints |= {"motion": MotionHeader | None, "example": ExampleHeader | None, "others": tuple[MoverHeader, ...]}
    settings = read_fields(hints, frozenset(), value, "request")
    motion, example = settings.pop("motion", None), settings.pop("example", None)
    return RequestHeader(motion=motion, example=example, others=settings.pop("others", ()), settings=settings)
