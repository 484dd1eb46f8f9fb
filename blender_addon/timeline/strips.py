# SPDX-License-Identifier: GPL-3.0-or-later
"""Our strips: at the exact frame, in free channels, in place of our earlier take's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import bpy

from kinescore.errors import KinescoreError

from .. import compat
from .paths import blender_path
from .take_files import MIX, TakeFiles

# Custom properties tell our strips from the user's; names and colours are theirs to change.
TAKE_PROPERTY = "kinescore_take"
PART_PROPERTY = "kinescore_part"
PROVENANCE_PROPERTY = "kinescore_provenance"


class PlacementError(KinescoreError):
    """The music cannot be put on the timeline."""

    code = "cannot_place"


def our_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The strips that this add-on placed in `scene`."""
    return [strip for strip in compat.existing_strips(scene) if TAKE_PROPERTY in strip]


def holds_take(scene: bpy.types.Scene, take_id: str) -> bool:
    """Whether a strip of this take is on the timeline."""
    return any(strip[TAKE_PROPERTY] == take_id for strip in our_strips(scene))


def replaced_strips(scene: bpy.types.Scene, first_frame: int, end_frame: int) -> list[bpy.types.Strip]:
    """Our strips that would sound together with new music over [first_frame, end_frame)."""
    return [strip for strip in our_strips(scene) if _overlaps(strip, first_frame, end_frame)]


def free_channels(scene: bpy.types.Scene, first_frame: int, end_frame: int, needed: int) -> list[int]:
    """The channels that are free over [first_frame, end_frame) once our earlier strips there are gone, lowest first.

    Raises PlacementError when there are fewer than `needed`.
    """
    replaced = replaced_strips(scene, first_frame, end_frame)
    others = [strip for strip in compat.existing_strips(scene) if strip not in replaced]
    taken = {strip.channel for strip in others if _overlaps(strip, first_frame, end_frame)}
    free = [channel for channel in range(1, compat.MAX_CHANNEL + 1) if channel not in taken]
    if len(free) < needed:
        raise PlacementError(
            f"The sequencer has {len(free)} free channel(s) over frames {first_frame} to {end_frame - 1}; "
            f"the music needs {needed}.",
            "Move or delete a strip there.",
        )
    return free


def place_strips(
    scene: bpy.types.Scene, files: TakeFiles, parts: Sequence[str], first_frame: int, end_frame: int, provenance: str
) -> set[str]:
    """Place the sounds of `parts` at `first_frame`, remove our earlier strips over [first_frame, end_frame), and return
    the ids of their takes. `provenance` (JSON) goes onto each strip. A part keeps the channel, volume and mute of its
    predecessor.

    Raises PlacementError; the sequencer is then as it was.
    """
    replaced = replaced_strips(scene, first_frame, end_frame)
    before = {strip[PART_PROPERTY]: (strip.channel, strip.volume, strip.mute) for strip in replaced}
    channels = _assign(parts, free_channels(scene, first_frame, end_frame, len(parts)), before)
    placed: list[bpy.types.Strip] = []
    try:
        for part in parts:
            strip = _new_strip(scene, files.sounds[part], part, channels[part], first_frame)
            placed.append(strip)
            strip[TAKE_PROPERTY], strip[PART_PROPERTY] = files.take_id, part
            strip[PROVENANCE_PROPERTY] = provenance
            if part in before:
                _, strip.volume, strip.mute = before[part]
    except PlacementError:
        remove_strips(scene, placed)
        raise
    takes = {strip[TAKE_PROPERTY] for strip in replaced}
    remove_strips(scene, replaced)
    return takes


def _assign(parts: Sequence[str], free: list[int], before: Mapping[str, tuple[int, float, bool]]) -> dict[str, int]:
    """A channel for each part: its predecessor's where that is free, else the lowest."""
    kept = {part: before[part][0] for part in parts if part in before and before[part][0] in free}
    rest = (channel for channel in free if channel not in kept.values())
    return {part: kept[part] if part in kept else next(rest) for part in parts}


def _new_strip(scene: bpy.types.Scene, path: Path, part: str, channel: int, first_frame: int) -> bpy.types.Strip:
    name = "♪ Soundtrack" if part == MIX else f"♪ {part.title()}"
    strip = compat.strips(scene).new_sound(
        name=name, filepath=blender_path(path), channel=channel, frame_start=first_frame
    )
    start, end = compat.strip_span(strip)
    if end - start <= 1:  # what Blender makes of a sound that it cannot read, without a word
        remove_strips(scene, [strip])
        raise PlacementError(f"Blender cannot read the sound it was given: '{path}'.", "Choose another output folder.")
    return strip


def remove_strips(scene: bpy.types.Scene, doomed: Iterable[bpy.types.Strip]) -> None:
    """Remove strips, and their sounds where nothing else uses them."""
    for strip in doomed:
        sound = strip.sound
        compat.strips(scene).remove(strip)
        if sound is not None and sound.users == 0:
            bpy.data.sounds.remove(sound)


def _overlaps(strip: bpy.types.Strip, first_frame: int, end_frame: int) -> bool:
    start, end = compat.strip_span(strip)
    return start < end_frame and end > first_frame
