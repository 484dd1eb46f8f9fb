# SPDX-License-Identifier: GPL-3.0-or-later
"""A take onto the timeline: strips and markers, in place of our earlier music there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import bpy

from kinescore.take import Take

from .. import compat
from .markers import MarkerKind, add_markers, remove_markers, stale_markers
from .origin import Origin
from .strips import add_beside, holds_take, place_strips
from .take_files import TakeFiles
from .take_list import list_placed, remember


def place_take(
    scene: bpy.types.Scene,
    take: Take,
    files: TakeFiles,
    origin: Origin,
    parts: Sequence[str],
    kinds: Collection[MarkerKind],
) -> list[str]:
    """Place the sounds of `parts` as strips and the `kinds` of markers where `origin` begins; return sentences for the
    user. Raises PlacementError; the timeline is then as it was."""
    first, end = span_of(scene, take, origin)
    list_placed(scene)
    placement = place_strips(scene, files, parts, first, end, origin.provenance(take))
    gone = {take_id for take_id in placement.replaced if not holds_take(scene, take_id)}
    remove_markers(scene, stale_markers(scene, gone, first, end))
    add_markers(scene, take, files.take_id, first, kinds, origin.section_names)
    remember(scene, take, files, origin, parts)
    notes = list(placement.notes)
    if (elsewhere := compat.show_in_sequencers(scene)) is not None:
        notes.append(f"The music is in scene '{scene.name}'; the Sequencer shows '{elsewhere}'.")
    if not scene.use_audio:
        notes.append("The audio of this scene is muted: nothing is heard until Playback > Audio is on again.")
    elif scene.audio_volume <= 0:
        notes.append("The audio volume of this scene is 0: nothing is heard until Scene > Audio > Volume is up again.")
    return notes


def place_beside(
    scene: bpy.types.Scene, take: Take, files: TakeFiles, origin: Origin, parts: Sequence[str]
) -> list[str]:
    """Place the sounds of `parts` on free channels and leave everything else; from then on they are the artist's.

    Returns sentences for the user. Raises PlacementError.
    """
    first, end = span_of(scene, take, origin)
    add_beside(scene, files, parts, first, end, origin.provenance(take))
    return ["It sounds together with what is there until you mute one of them."]


def span_of(scene: bpy.types.Scene, take: Take, origin: Origin) -> tuple[int, int]:
    """The first frame of the music, and the frame after its last one."""
    first = origin.frames.first
    return first, first + max(1, round(take.audio.seconds * scene.render.fps / scene.render.fps_base))
