# SPDX-License-Identifier: GPL-3.0-or-later
"""New music as strips: at the exact frame, in free channels, in place of our current take and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import bpy

from .. import compat
from ..translations import named
from .carrying import carry_over, carry_sound_settings, carve_out, legacy_of, name_given, trimmed_span
from .channels import PlacementError, assigned, channels_without, colour_strip, free_channels, name_channel
from .ownership import (
    PART_PROPERTY,
    PROVENANCE_PROPERTY,
    TAKE_PROPERTY,
    Held,
    Placed,
    adopt,
    content_seconds,
    held_strips,
    keep_placings,
    new_placing,
    our_strips,
    placed_as,
    replaceable_strips,
    strip_name,
)
from .paths import blender_path
from .take_files import TakeFiles

BESIDE = "beside"
"""The placing of strips that were placed beside others; never a current one."""


@dataclass(frozen=True)
class Placement:
    """What placing has done. replaced: ids of the takes that made room. notes: sentences for the user."""

    replaced: frozenset[str]
    notes: tuple[str, ...]


def holds_take(scene: bpy.types.Scene, take_id: str) -> bool:
    """Whether a strip of this take is on the timeline."""
    return any(strip[TAKE_PROPERTY] == take_id for strip in our_strips(scene))


def place_strips(
    scene: bpy.types.Scene, files: TakeFiles, parts: Sequence[str], first_frame: int, end_frame: int, provenance: str
) -> Placement:
    """Place the sounds of `parts` over [first_frame, end_frame), in place of our current strips there.

    Those go on outside of these frames, and what the artist did to them is carried over. Every other strip stays as it
    is (see `ownership`). `provenance` (JSON) goes onto each strip.

    Raises PlacementError; the sequencer is then as it was.
    """
    held = held_strips(scene, first_frame, end_frame)
    replaced = replaceable_strips(scene, first_frame, end_frame)
    takes = frozenset(strip[TAKE_PROPERTY] for strip in replaced)
    legacies = {part: legacy_of(replaced, part, first_frame, end_frame) for part in parts}
    channels = assigned(legacies, free_channels(scene, first_frame, end_frame, len(parts)))
    new = _new_strips(scene, files, channels, first_frame)
    notes = [
        note
        for part, legacy in legacies.items()
        if legacy.donors and not legacy.fits
        for note in carry_over(scene, legacy, new[part], first_frame, end_frame)
    ]
    finish = {part: (name_given(old), trimmed_span(old, first_frame, end_frame)) for part, old in legacies.items()}
    placing = new_placing()
    adopt(scene, placing)
    stay = {part: legacy.donors for part, legacy in legacies.items() if legacy.fits}
    for strip in replaced:
        if not any(strip in donors for donors in stay.values()):
            carve_out(strip, first_frame, end_frame, lambda doomed: remove_strips(scene, [doomed]))
    for part, strip in new.items():
        if part in stay:
            _play_instead(scene, stay[part], strip, placing)
        else:
            name, span = finish[part]
            strip.name = name or named(strip_name(part))
            where = (strip.name, strip.channel, first_frame, first_frame, end_frame)
            Placed(*where, placing, content_seconds(strip)).write(strip)
            compat.trim_strip(strip, *span)  # now that there is room: Blender moves strips that overlap
        name_channel(scene, channels[part], part)
        for ours in stay.get(part, (strip,)):
            ours[TAKE_PROPERTY], ours[PART_PROPERTY], ours[PROVENANCE_PROPERTY] = files.take_id, part, provenance
    keep_placings(scene, placing, [strip for strip, _ in held])
    return Placement(takes, (*dict.fromkeys(notes), *_notes_on(held)))


def add_beside(
    scene: bpy.types.Scene, files: TakeFiles, parts: Sequence[str], first_frame: int, end_frame: int, provenance: str
) -> None:
    """Place the sounds of `parts` on free channels. They are the artist's: new music does not replace them.

    Raises PlacementError; the sequencer is then as it was.
    """
    channels = dict(zip(parts, channels_without((), scene, first_frame, end_frame, len(parts)), strict=False))
    new = _new_strips(scene, files, channels, first_frame)
    placing = new_placing()
    adopt(scene, placing)
    keep_placings(scene, placing, list(new.values()))
    for part, strip in new.items():
        name_channel(scene, strip.channel, part)
        strip[TAKE_PROPERTY], strip[PART_PROPERTY], strip[PROVENANCE_PROPERTY] = files.take_id, part, provenance
        where = (strip.name, strip.channel, first_frame, first_frame, end_frame)
        Placed(*where, BESIDE, content_seconds(strip)).write(strip)


def remove_strips(scene: bpy.types.Scene, doomed: Iterable[bpy.types.Strip]) -> None:
    """Remove strips, and their sounds where nothing else uses them."""
    for strip in doomed:
        sound = strip.sound
        compat.strips(scene).remove(strip)
        _remove_if_unused(sound)


def _new_strips(
    scene: bpy.types.Scene, files: TakeFiles, channels: Mapping[str, int], first_frame: int
) -> dict[str, bpy.types.Strip]:
    """One strip for each part; raises PlacementError, with none left, where Blender cannot read a sound."""
    new: dict[str, bpy.types.Strip] = {}
    for part, channel in channels.items():
        path = blender_path(files.sounds[part])
        strip = compat.strips(scene).new_sound(
            name=named(strip_name(part)), filepath=path, channel=channel, frame_start=first_frame
        )
        new[part] = strip
        colour_strip(strip, part)
        start, end = compat.strip_span(strip)
        if end - start <= 1:  # what Blender makes of a sound that it cannot read, without a word
            remove_strips(scene, new.values())
            raise PlacementError(
                f"Blender cannot read the sound it was given: '{files.sounds[part]}'.", "Choose another output folder."
            )
    return new


def _play_instead(
    scene: bpy.types.Scene, donors: Iterable[bpy.types.Strip], new: bpy.types.Strip, placing: str
) -> None:
    """Let the strips that are there play the sound of `new`, which goes: all that was done to them stays done."""
    for strip in donors:
        before, strip.sound = strip.sound, new.sound
        carry_sound_settings(before, new.sound)
        _remove_if_unused(before)
        replace(placed_as(strip), placing=placing).write(strip)
    compat.strips(scene).remove(new)


def _remove_if_unused(sound: bpy.types.Sound | None) -> None:
    if sound is not None and sound.users == 0:
        bpy.data.sounds.remove(sound)


def _notes_on(held: Iterable[tuple[bpy.types.Strip, Held]]) -> list[str]:
    """What the user should know of strips with earlier music that stay."""
    notes = []
    for strip, reason in held:
        sounds = "" if reason is Held.MUTED or strip.mute else " Both sound together until you mute one of them."
        notes.append(f"'{strip.name}' stays, because it is {reason.value}; the new music is beside it.{sounds}")
    return notes
