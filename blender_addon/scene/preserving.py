# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what evaluating another frame would overwrite.

Blender writes the animated values of an evaluated frame back into the originals, whichever scene the frame belongs to:
a pose that the user has changed but not yet keyed would be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

from .. import compat


@contextmanager
def preserved_animation() -> Iterator[None]:
    """Put every animated value of the file back to what it is now."""
    before = [(block, path, _value(block, path)) for block in _animated_blocks() for path in _animated_paths(block)]
    try:
        yield
    finally:
        for block, path, value in before:
            if value is not None and _value(block, path) != value:
                _set_value(block, path, value)
                block.update_tag()


def _animated_blocks() -> Iterator[bpy.types.ID]:
    for collection in bpy.data.bl_rna.properties:
        if collection.type == "COLLECTION":
            for block in getattr(bpy.data, collection.identifier):
                if getattr(block, "animation_data", None):
                    yield block


def _animated_paths(block: bpy.types.ID) -> set[str]:
    animation = block.animation_data
    actions = {strip.action for track in animation.nla_tracks for strip in _flat(track.strips)} | {animation.action}
    curves = [curve for action in actions if action for curve in compat.action_curves(action)]
    return {curve.data_path for curve in [*curves, *animation.drivers]}


def _flat(strips: bpy.types.NlaStrips) -> Iterator[bpy.types.NlaStrip]:
    for strip in strips:
        yield strip
        yield from _flat(strip.strips)


def _value(block: bpy.types.ID, path: str) -> object:
    """The value at `path`, arrays as tuples; None where the path leads nowhere (curves of bones that are gone)."""
    try:
        value = block.path_resolve(path)
    except ValueError:
        return None
    return tuple(value) if hasattr(value, "__len__") and not isinstance(value, str) else value


def _set_value(block: bpy.types.ID, path: str, value: object) -> None:
    owner = block.path_resolve(path, False).data
    if path.endswith('"]'):  # a custom property: pose.bones["hand"]["fist"]
        owner[bpy.utils.unescape_identifier(path[path.rindex('["') + 2 : -2])] = value
    else:
        setattr(owner, path.rpartition(".")[2], value)
