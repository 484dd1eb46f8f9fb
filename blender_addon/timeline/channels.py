# SPDX-License-Identifier: GPL-3.0-or-later
"""Which channels are free for new music, and their names and the strips' colours, so that stems are told apart.

What the artist named stays.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import bpy

from kinescore.errors import KinescoreError

from .. import compat
from ..translations import named
from .carrying import Legacy
from .ownership import overlaps, replaceable_strips, strip_name

COLOUR_TAGS = {
    "drums": "COLOR_01",
    "percussion": "COLOR_07",
    "bass": "COLOR_05",
    "harmony": "COLOR_04",
    "melody": "COLOR_03",
    "accents": "COLOR_06",
    "foley-whooshes": "COLOR_09",
    "foley-steps": "COLOR_08",
    "foley-impacts": "COLOR_02",
}
"""Part -> Blender's colour tag: red, pink, blue, green, yellow, purple; grey, brown, orange. The mix keeps the colour
of sounds."""
OUR_MARK = "♪ "


class PlacementError(KinescoreError):
    """The music cannot be put on the timeline."""

    code = "cannot_place"


def colour_strip(strip: bpy.types.Strip, part: str) -> None:
    """Give `strip`, which is new, the colour of its part."""
    strip.color_tag = COLOUR_TAGS.get(part, "NONE")


def name_channel(scene: bpy.types.Scene, number: int, part: str) -> None:
    """Name a channel after the part that was placed there, unless the artist named it."""
    channel = scene.sequence_editor.channels[number]
    if channel.name == f"Channel {number}" or channel.name.startswith(OUR_MARK):
        channel.name = named(strip_name(part))


def free_channels(scene: bpy.types.Scene, first_frame: int, end_frame: int, needed: int) -> list[int]:
    """The channels that are free over [first_frame, end_frame) once our current strips there are gone, lowest first.
    Locked and muted channels are not free.

    Raises PlacementError when there are fewer than `needed`.
    """
    return channels_without(replaceable_strips(scene, first_frame, end_frame), scene, first_frame, end_frame, needed)


def channels_without(
    replaced: Collection[bpy.types.Strip], scene: bpy.types.Scene, first_frame: int, end_frame: int, needed: int
) -> list[int]:
    others = [strip for strip in compat.existing_strips(scene) if strip not in replaced]
    taken = {strip.channel for strip in others if overlaps(strip, first_frame, end_frame)}
    taken |= compat.closed_channels(scene)
    free = [channel for channel in range(1, compat.MAX_CHANNEL + 1) if channel not in taken]
    if len(free) < needed:
        raise PlacementError(
            f"The sequencer lacks free channels over frames {first_frame} to {end_frame - 1}: "
            f"it has {len(free)}, the music needs {needed}.",
            "Move or delete a strip there.",
        )
    return free


def assigned(legacies: Mapping[str, Legacy], free: list[int]) -> dict[str, int]:
    """Return a channel for each part: its predecessor's where that is free, else the lowest."""
    kept: dict[str, int] = {}
    for part, legacy in legacies.items():
        if legacy.channel in free and legacy.channel not in kept.values():
            kept[part] = legacy.channel
    rest = (channel for channel in free if channel not in kept.values())
    return {part: kept[part] if part in kept else next(rest) for part in legacies}
