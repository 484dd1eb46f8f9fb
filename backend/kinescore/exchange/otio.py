"""A take as an OpenTimelineIO timeline: an audio track for the mix, each stem and the click, and a marker for each cue.

Media are named relative to the .otio, which lies beside them, so the folder can be moved. Schemas are those that
OpenTimelineIO 0.15 and later writes (Timeline.1, Track.1, Clip.2, ExternalReference.1, Marker.2).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath
from urllib.parse import quote

from kinescore.exchange.cues import Colour, Cue
from kinescore.exchange.timecode import Picture

RGB = {
    Colour.RED: (0.85, 0.2, 0.2), Colour.YELLOW: (0.9, 0.75, 0.15), Colour.GREEN: (0.25, 0.7, 0.3),
    Colour.CYAN: (0.2, 0.7, 0.8), Colour.BLUE: (0.25, 0.4, 0.85), Colour.PURPLE: (0.55, 0.35, 0.8),
    Colour.PINK: (0.9, 0.45, 0.65),
}  # fmt: skip


@dataclass(frozen=True)
class AudioTrack:
    """One sound file on a track of its own. samples: its length. heard: False where it is there to be switched on."""

    name: str
    file: PurePath
    samples: int
    rate: int
    colour: Colour
    heard: bool = True


def otio_bytes(
    tracks: Sequence[AudioTrack], cues: Iterable[Cue], picture: Picture, title: str, facts: Mapping[str, object]
) -> bytes:
    """Return the timeline as JSON in UTF-8. facts: JSON values, kept as metadata under "kinescore"."""
    stack = {
        **_item("Stack.1", "tracks"),
        "markers": [_marker(cue, picture) for cue in cues],
        "children": [_track(track, picture) for track in tracks],
    }
    timeline = {
        "OTIO_SCHEMA": "Timeline.1",
        "metadata": {"kinescore": {**facts, "first_frame": picture.first_frame, "drop_frame": picture.drop_frame}},
        "name": title,
        "global_start_time": _time(picture.start, picture.rate),
        "tracks": stack,
    }
    return f"{json.dumps(timeline, indent=2, ensure_ascii=False, allow_nan=False)}\n".encode()


def _track(track: AudioTrack, picture: Picture) -> dict[str, object]:
    frames = int(Fraction(track.samples, track.rate) * picture.rate + Fraction(1, 100))  # none beyond the sound
    media = {
        "OTIO_SCHEMA": "ExternalReference.1",
        "metadata": {},
        "name": track.file.name,
        "available_range": _range(0, track.samples, Fraction(track.rate)),
        "available_image_bounds": None,
        "target_url": quote(track.file.as_posix()),
    }
    clip = {
        **_item("Clip.2", track.name),
        "source_range": _range(0, max(1, frames), picture.rate),
        "media_references": {"DEFAULT_MEDIA": media},
        "active_media_reference_key": "DEFAULT_MEDIA",
    }
    shown = {"enabled": track.heard, "color": _colour(track.colour)}
    return {**_item("Track.1", track.name), **shown, "children": [clip], "kind": "Audio"}


def _item(schema: str, name: str) -> dict[str, object]:
    same: dict[str, object] = {"metadata": {}, "name": name, "source_range": None, "effects": [], "markers": []}
    return {"OTIO_SCHEMA": schema, **same, "enabled": True, "color": None}


def _marker(cue: Cue, picture: Picture) -> dict[str, object]:
    told = {"kind": cue.kind, "time_s": cue.time_s, "weight": cue.weight, **({"who": cue.who} if cue.who else {})}
    return {
        "OTIO_SCHEMA": "Marker.2",
        "metadata": {"kinescore": told},
        "name": cue.name,
        "color": cue.colour.value,
        "marked_range": _range(picture.frames(cue.time_s), 1, picture.rate),
        "comment": f"{cue.kind}, weight {cue.weight:.2f}" if cue.is_hit else cue.kind,
    }


def _range(start: int, duration: int, rate: Fraction) -> dict[str, object]:
    return {"OTIO_SCHEMA": "TimeRange.1", "duration": _time(duration, rate), "start_time": _time(start, rate)}


def _time(value: int, rate: Fraction) -> dict[str, object]:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": float(rate), "value": float(value)}


def _colour(colour: Colour) -> dict[str, object]:
    red, green, blue = RGB[colour]
    return {"OTIO_SCHEMA": "Color.1", "r": red, "g": green, "b": blue, "a": 1.0, "name": colour.value.capitalize()}
