# SPDX-License-Identifier: GPL-3.0-or-later
"""From a strip to its successor: what the artist did to it, and what goes on sounding outside of the new music."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import bpy

from .. import compat
from .curves import copy_curves, is_silent, remove_curves
from .ownership import PART_PROPERTY, TAKE_PROPERTY, Placed, placed_as, was_renamed
from .take_files import MIX

CARRIED = ("volume", "pan", "color_tag", "show_waveform", "pitch_correction")
SOUND_CARRIED = ("use_mono", "use_memory_cache")
"""Of the sound that a strip plays: pan is only heard in mono."""
OUR_PREFIX = "kinescore_"


@dataclass(frozen=True)
class Legacy:
    """What the new strip of a part takes over. donors: strips of one take and part, in order of time; may be empty.
    is_own: whether they are of the same part. fits: whether they stay and only play another sound, because frames and
    length are the same."""

    donors: tuple[bpy.types.Strip, ...]
    is_own: bool
    fits: bool

    @property
    def channel(self) -> int:
        """The channel that the new strip should have; 0 where any will do."""
        return self.donors[0].channel if self.donors else 0


def legacy_of(replaced: Sequence[bpy.types.Strip], part: str, first_frame: int, end_frame: int) -> Legacy:
    """What `part` inherits of the strips that new music over [first_frame, end_frame) replaces. A stem that is new
    inherits from the mix, and the mix from the first stem."""
    own = [strip for strip in replaced if strip[PART_PROPERTY] == part]
    pool = own or [strip for strip in replaced if MIX in (part, strip[PART_PROPERTY])]
    pool = sorted(pool, key=compat.strip_span)
    donors = tuple(strip for strip in pool if _kind(strip) == _kind(pool[0]))
    return Legacy(donors, bool(own), bool(own) and all(fits(strip, first_frame, end_frame) for strip in own))


def carry_over(
    scene: bpy.types.Scene, legacy: Legacy, new: bpy.types.Strip, first_frame: int, end_frame: int
) -> tuple[str, ...]:
    """Give `new`, over [first_frame, end_frame), what its donors have; return sentences on what it cannot have.

    Volume, pan, mono, colour and fades. Fades near an end follow that end where the new music is longer.
    """
    donor = legacy.donors[0]
    placed = placed_as(donor)
    for name in CARRIED:
        is_uncoloured_mix = name == "color_tag" and not legacy.is_own and donor.color_tag == "NONE"
        if hasattr(donor, name) and not is_uncoloured_mix:
            setattr(new, name, getattr(donor, name))
    carry_sound_settings(donor.sound, new.sound)
    for key in donor.keys():  # noqa: SIM118  a strip is no mapping
        if not key.startswith(OUR_PREFIX):
            new[key] = donor[key]
    copy_curves(scene, donor, new, _anchored(placed, first_frame, end_frame))
    notes = []
    if len(getattr(donor, "modifiers", ())):  # Blender gives Python no way to add one to a sound
        notes.append(f"The sound modifiers of '{donor.name}' could not go over to music of another length.")
    if is_silent(scene, new):
        remove_curves(scene, new, "volume")
        new.volume = 1.0
        notes.append(f"'{donor.name}' is silent in these frames; the new music is not.")
    return tuple(notes)


def carry_sound_settings(old: bpy.types.Sound | None, new: bpy.types.Sound) -> None:
    """Let `new` be played as the artist chose for `old`."""
    for name in SOUND_CARRIED if old is not None else ():
        setattr(new, name, getattr(old, name))


def trimmed_span(legacy: Legacy, first_frame: int, end_frame: int) -> tuple[int, int]:
    """Where music over [first_frame, end_frame) is heard when the ends that it shares with its donors stay trimmed."""
    if not legacy.donors:
        return first_frame, end_frame
    placed = placed_as(legacy.donors[0])
    left = compat.strip_span(legacy.donors[0])[0]
    right = max(compat.strip_span(strip)[1] for strip in legacy.donors)
    content, length = compat.content_span(legacy.donors[0])
    return (
        left if placed.left == first_frame < left else first_frame,
        right if placed.right == end_frame and right < content + length else end_frame,
    )


def name_given(legacy: Legacy) -> str:
    """The name that the artist gave to the strip of the same part; "" where there is none."""
    donor = legacy.donors[0] if legacy.is_own else None
    return donor.name if donor and was_renamed(donor, placed_as(donor)) else ""


def reaches_before(strip: bpy.types.Strip, frame: int) -> bool:
    """Whether `strip` is heard before `frame`. Frames that only a new frame rate gave it do not count."""
    return max(compat.strip_span(strip)[0], placed_as(strip).left) < frame


def reaches_after(strip: bpy.types.Strip, frame: int) -> bool:
    """Whether `strip` is heard from `frame` on, as above."""
    return min(compat.strip_span(strip)[1], placed_as(strip).right) > frame


def carve_out(
    strip: bpy.types.Strip, first_frame: int, end_frame: int, remove: Callable[[bpy.types.Strip], None]
) -> None:
    """Take [first_frame, end_frame) out of a strip of ours; what lies before and after stays as it was."""
    placed, name = placed_as(strip), strip.name
    before, after = reaches_before(strip, first_frame), reaches_after(strip, end_frame)
    rest = strip.split(frame=end_frame, split_method="SOFT") if after else None
    remove(strip.split(frame=first_frame, split_method="SOFT") if before else strip)
    if before:
        replace(placed, right=first_frame).write(strip)
    if rest is not None:
        if not before:
            rest.name = name
        kept_name = rest.name if before else placed.name
        replace(placed, name=kept_name, left=end_frame).write(rest)


def _kind(strip: bpy.types.Strip) -> tuple[str, str]:
    return strip[TAKE_PROPERTY], strip[PART_PROPERTY]


def fits(strip: bpy.types.Strip, first_frame: int, end_frame: int) -> bool:
    """Whether `strip` was placed over [first_frame, end_frame) and still has as many frames of sound, so that it can
    play other music of that length."""
    placed = placed_as(strip)
    length = compat.content_span(strip)[1]
    return (placed.content_start, placed.left, placed.right, length) == (
        first_frame, first_frame, end_frame, end_frame - first_frame,
    )  # fmt: skip


def _anchored(placed: Placed, first_frame: int, end_frame: int) -> Callable[[float], float]:
    """Where keys of a strip go when its successor starts earlier or ends later: with the end that is nearer."""
    if first_frame > placed.left or end_frame < placed.right:
        return lambda frame: frame  # a part made anew keeps in step with what goes on around it
    middle = (placed.left + placed.right) / 2
    return lambda frame: frame + (first_frame - placed.left if frame < middle else end_frame - placed.right)
