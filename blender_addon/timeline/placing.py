# SPDX-License-Identifier: GPL-3.0-or-later
"""A take onto the timeline: strips and markers, in place of our earlier music there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import bpy

from kinescore.take import Take

from .. import compat
from .markers import MarkerKind, add_markers, remove_markers, stale_markers
from .origin import Origin
from .strips import place_strips
from .take_files import TakeFiles


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
    first = origin.frames.first
    end = first + max(1, round(take.audio.seconds * scene.render.fps / scene.render.fps_base))
    replaced = place_strips(scene, files, parts, first, end, origin.provenance(take))
    remove_markers(scene, stale_markers(scene, replaced, first, end))
    add_markers(scene, take, files.take_id, first, kinds)
    elsewhere = compat.show_in_sequencers(scene)
    return [f"The music is in scene '{scene.name}'; the Sequencer shows '{elsewhere}'."] if elsewhere else []
