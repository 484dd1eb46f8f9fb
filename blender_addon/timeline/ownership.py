# SPDX-License-Identifier: GPL-3.0-or-later
"""Which strips are our current take, to be replaced by the next, and which are the artist's by now.

Copies take our custom properties along, so these alone prove nothing. Each strip therefore also remembers under which
name and where it was placed, and in which placing, and the scene keeps the list of placings that are current. Ours is
what is still there, and the pieces it was cut into; its channel, name, trims and fades may have changed, because they
can be carried over. Whatever was copied, moved in time, re-timed, put into a meta strip, or set aside (locked, muted)
while other music was made is the artist's.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum

import bpy

from kinescore.errors import KinescoreError
from kinescore.files.strict_json import from_plain, parse, to_plain

from .. import compat
from .curves import is_silent
from .origin import Origin
from .take_files import MIX

# Custom properties tell our strips from the user's; names and colours are theirs to change.
TAKE_PROPERTY = "kinescore_take"
PART_PROPERTY = "kinescore_part"
PROVENANCE_PROPERTY = "kinescore_provenance"
PLACED_PROPERTY = "kinescore_placed"
PLACINGS_PROPERTY = "kinescore_placings"
SAME_FRAME = 1e-3
_SUFFIX = re.compile(r"\.\d{3,}$")  # that Blender adds to a name which is taken


@dataclass(frozen=True)
class Placed:
    """How we left a strip. content_start: frame where its sound begins; [left, right): frames over which it is heard.
    seconds: of its sound. placing: names the act of placing. channel, seconds and placing are 0, 0 and "" where they
    were not written down, by 0.1.0."""

    name: str
    channel: int
    content_start: int
    left: int
    right: int
    placing: str
    seconds: float

    @classmethod
    def of(cls, strip: bpy.types.Strip) -> Placed | None:
        """What `strip` remembers; None for one that is not ours, or tells nonsense: a .blend may come from anywhere."""
        try:
            if PLACED_PROPERTY in strip:
                return from_plain(cls, parse(strip[PLACED_PROPERTY], "place of the strip"), "place of the strip")
            return cls._by_0_1_0(strip)
        except (KinescoreError, KeyError, TypeError):
            return None

    @classmethod
    def _by_0_1_0(cls, strip: bpy.types.Strip) -> Placed:
        """Version 0.1.0 wrote no place down, but where the frames began."""
        first = Origin.from_provenance(strip.get(PROVENANCE_PROPERTY, "")).frames.first
        return cls(strip_name(strip[PART_PROPERTY]), 0, first, first, first + compat.content_span(strip)[1], "", 0.0)

    def write(self, strip: bpy.types.Strip) -> None:
        """Let `strip` remember this."""
        strip[PLACED_PROPERTY] = json.dumps(to_plain(self), ensure_ascii=False)


def register() -> None:
    """Give scenes the list of current placings."""
    setattr(bpy.types.Scene, PLACINGS_PROPERTY, bpy.props.StringProperty(options={"HIDDEN"}))


def unregister() -> None:
    """Take it away; saved files keep its values."""
    delattr(bpy.types.Scene, PLACINGS_PROPERTY)


class Held(Enum):
    """Why a strip of ours stays when new music comes."""

    LOCKED = "locked"
    MUTED = "muted or silent"
    IN_META = "in a meta strip"
    EDITED = "copied, moved or re-timed by hand"


def strip_name(part: str) -> str:
    """The English name that a strip of this part gets: "♪ Soundtrack" for the mix, else "♪ Drums" and so on."""
    return "♪ Soundtrack" if part == MIX else f"♪ {part.title()}"


def our_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The strips at the top of `scene` that hold a take of this add-on, the artist's copies included."""
    return [strip for strip in compat.existing_strips(scene) if TAKE_PROPERTY in strip and strip.type == "SOUND"]


def current_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The strips that are still where we placed them, and the pieces into which they were cut."""
    groups: dict[tuple[str, str], list[bpy.types.Strip]] = {}
    placings = set(getattr(scene, PLACINGS_PROPERTY).split()) or {""}  # "": the scene was last scored by 0.1.0
    for strip in our_strips(scene):
        if _is_in_place(strip, placings):
            groups.setdefault((strip[TAKE_PROPERTY], strip[PART_PROPERTY]), []).append(strip)
    return [strip for group in groups.values() for strip in _without_copies(group)]


def replaceable_strips(scene: bpy.types.Scene, first_frame: int, end_frame: int) -> list[bpy.types.Strip]:
    """Our current strips that would sound together with new music over [first_frame, end_frame)."""
    return [
        strip
        for strip in current_strips(scene)
        if overlaps(strip, first_frame, end_frame) and _held(scene, strip) is None
    ]


def held_strips(scene: bpy.types.Scene, first_frame: int, end_frame: int) -> list[tuple[bpy.types.Strip, Held]]:
    """Strips with music of ours over [first_frame, end_frame) that stay, each with the reason."""
    current, top = current_strips(scene), our_strips(scene)
    held: list[tuple[bpy.types.Strip, Held]] = []
    for strip in compat.all_strips(scene):
        if TAKE_PROPERTY not in strip or not overlaps(strip, first_frame, end_frame):
            continue
        reason = Held.IN_META if strip not in top else _held(scene, strip)
        if reason is None and strip not in current:
            reason = Held.EDITED
        if reason is not None:
            held.append((strip, reason))
    return held


def placed_as(strip: bpy.types.Strip) -> Placed:
    """How we left a current strip."""
    placed = Placed.of(strip)
    assert placed is not None
    return placed


def new_placing() -> str:
    """A name for an act of placing."""
    return secrets.token_hex(4)


def adopt(scene: bpy.types.Scene, placing: str) -> None:
    """Let the strips of a scene that 0.1.0 scored remember where they are, as if placed now in `placing`."""
    for strip in [] if getattr(scene, PLACINGS_PROPERTY) else current_strips(scene):
        replace(placed_as(strip), placing=placing, seconds=content_seconds(strip)).write(strip)


def keep_placings(scene: bpy.types.Scene, placing: str, held: Collection[bpy.types.Strip]) -> None:
    """From now on `placing` is current, and what was before, but for the strips that were set aside."""
    known = {placed_as(strip).placing for strip in current_strips(scene) if strip not in held}
    setattr(scene, PLACINGS_PROPERTY, " ".join(sorted({placing, *known})))


def is_locked(scene: bpy.types.Scene, strip: bpy.types.Strip) -> bool:
    """Whether `strip` or its channel is locked."""
    return strip.lock or scene.sequence_editor.channels[strip.channel].lock


def is_muted(scene: bpy.types.Scene, strip: bpy.types.Strip) -> bool:
    """Whether `strip` is not heard: it or its channel is muted, or its volume is 0 all along."""
    return strip.mute or scene.sequence_editor.channels[strip.channel].mute or is_silent(scene, strip)


def overlaps(strip: bpy.types.Strip, first_frame: int, end_frame: int) -> bool:
    """Whether `strip` is heard in [first_frame, end_frame)."""
    start, end = compat.strip_span(strip)
    return start < end_frame and end > first_frame


def was_renamed(strip: bpy.types.Strip, placed: Placed) -> bool:
    """Whether the artist gave `strip` its name, rather than we or Blender's numbering."""
    return _SUFFIX.sub("", strip.name) != _SUFFIX.sub("", placed.name)


def _held(scene: bpy.types.Scene, strip: bpy.types.Strip) -> Held | None:
    if is_locked(scene, strip):
        return Held.LOCKED
    return Held.MUTED if is_muted(scene, strip) else None


def _is_in_place(strip: bpy.types.Strip, placings: Collection[str]) -> bool:
    placed = Placed.of(strip)
    if placed is None or placed.placing not in placings or compat.is_retimed(strip):
        return False
    start, length = compat.content_span(strip)
    is_slower = placed.seconds > 0 and abs(length - placed.seconds * _fps(strip)) > 1  # all that tells before 4.4
    return not is_slower and abs(start - placed.content_start) < SAME_FRAME


def _fps(strip: bpy.types.Strip) -> float:
    render = strip.id_data.render
    return render.fps / render.fps_base


def content_seconds(strip: bpy.types.Strip) -> float:
    """How long the sound of a strip is that plays at its own speed, to the frame."""
    return compat.content_span(strip)[1] / _fps(strip)


def _without_copies(group: Iterable[bpy.types.Strip]) -> list[bpy.types.Strip]:
    """Of strips of one take and part: those under our own names, and others only where none of these is heard, as the
    pieces of a cut strip are. Where nothing tells the strip from its copy, all are the artist's."""
    ranked = sorted(group, key=_strangeness)
    first, *others = ranked
    if _strangeness(first)[:2] == (True, True) and any(overlaps(first, *compat.strip_span(other)) for other in others):
        return []
    ours: list[bpy.types.Strip] = []
    for strip in ranked:
        is_named = not _strangeness(strip)[0]
        if is_named or not any(overlaps(strip, *compat.strip_span(other)) for other in ours):
            ours.append(strip)
    return ours


def _strangeness(strip: bpy.types.Strip) -> tuple[bool, bool, str]:
    """Small for a strip that looks as we left it."""
    placed = placed_as(strip)
    return strip.name != placed.name, strip.channel != placed.channel, strip.name
