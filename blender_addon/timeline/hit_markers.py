# SPDX-License-Identifier: GPL-3.0-or-later
"""Hit points as timeline markers, which the artist moves, mutes, weighs, adds and removes before music follows them."""

from __future__ import annotations

from collections.abc import Iterable

import bpy

from kinescore.dance.hit_points import HitKind, HitPoint, HitPoints

KIND, WEIGHT, WHO, IS_MUTED, IS_OURS, PLACED = (
    f"kinescore_hit_{name}" for name in ("kind", "weight", "who", "muted", "made", "placed")
)  # fmt: skip
PROPERTIES = {
    KIND: bpy.props.StringProperty(options={"HIDDEN"}),  # "" is no hit point
    WEIGHT: bpy.props.FloatProperty(options={"HIDDEN"}, default=1.0, min=0.0, max=1.0),
    WHO: bpy.props.IntProperty(options={"HIDDEN"}, min=0),
    IS_MUTED: bpy.props.BoolProperty(options={"HIDDEN"}),
    IS_OURS: bpy.props.BoolProperty(options={"HIDDEN"}),  # made by us, not a marker of the artist's that serves as one
    PLACED: bpy.props.StringProperty(options={"HIDDEN"}),  # how we left one that was found: frame and name
}
SIGN, MUTED_SIGN = "◆", "◇"


def register() -> None:
    """Let markers be hit points."""
    for name, kind in PROPERTIES.items():
        setattr(bpy.types.TimelineMarker, name, kind)


def unregister() -> None:
    """Take it away again; saved files keep their values."""
    for name in PROPERTIES:
        delattr(bpy.types.TimelineMarker, name)


def hit_markers(scene: bpy.types.Scene) -> list[bpy.types.TimelineMarker]:
    """All markers that are hit points."""
    return [marker for marker in scene.timeline_markers if getattr(marker, KIND)]


def hits_between(scene: bpy.types.Scene, first_frame: int, last_frame: int) -> HitPoints:
    """The hit points that are not muted from `first_frame` to `last_frame`, in seconds from the first."""
    fps = scene.render.fps / scene.render.fps_base
    hits = [
        HitPoint((m.frame - first_frame) / fps, getattr(m, WEIGHT), HitKind(getattr(m, KIND)), getattr(m, WHO))
        for m in hit_markers(scene)
        if first_frame <= m.frame <= last_frame and not getattr(m, IS_MUTED)
    ]
    return tuple(sorted(hits, key=lambda hit: hit.time_s))


def mark_hits(scene: bpy.types.Scene, hits: Iterable[HitPoint], first_frame: int, last_frame: int) -> int:
    """Mark `hits`, in place of those that were marked before between the two frames; return how many.

    One marker stands for all hits of a frame, with the weight of the heaviest. What the artist added, moved, muted,
    weighed or renamed stays, and no other is put on its frame.
    """
    for marker in [m for m in hit_markers(scene) if first_frame <= m.frame <= last_frame and _is_untouched(m)]:
        scene.timeline_markers.remove(marker)
    taken = {marker.frame for marker in hit_markers(scene)}
    fps = scene.render.fps / scene.render.fps_base
    by_frame: dict[int, HitPoint] = {}
    for hit in sorted(hits, key=lambda hit: hit.weight):
        by_frame[first_frame + round(hit.time_s * fps)] = hit
    for frame, hit in by_frame.items():
        if frame not in taken:
            marker = add_hit(scene, frame, hit.kind, hit.weight, hit.who)
            setattr(marker, PLACED, _look(marker))
    return len(by_frame.keys() | {frame for frame in taken if first_frame <= frame <= last_frame})


def _look(marker: bpy.types.TimelineMarker) -> str:
    return f"{marker.frame} {marker.name}"


def _is_untouched(marker: bpy.types.TimelineMarker) -> bool:
    """Whether it is as we left it; weight and mute stand in the name."""
    return marker.camera is None and bool(getattr(marker, PLACED)) and getattr(marker, PLACED) == _look(marker)


def add_hit(scene: bpy.types.Scene, frame: int, kind: HitKind, weight: float, who: int = 0) -> bpy.types.TimelineMarker:
    """Add a hit point of ours."""
    marker = scene.timeline_markers.new("", frame=frame)
    setattr(marker, IS_OURS, True)
    become_hit(marker, kind, weight, who)
    marker.select = False
    return marker


def become_hit(marker: bpy.types.TimelineMarker, kind: HitKind, weight: float, who: int = 0) -> None:
    """Let `marker` be a hit point; one of the artist's keeps its name."""
    setattr(marker, KIND, kind.value)
    setattr(marker, WEIGHT, weight)
    setattr(marker, WHO, who)
    show(marker)


def weigh(marker: bpy.types.TimelineMarker, weight: float) -> None:
    """Give it another weight."""
    setattr(marker, WEIGHT, weight)
    show(marker)


def mute(marker: bpy.types.TimelineMarker, is_muted: bool) -> None:
    """Leave it out of the music, or take it in again."""
    setattr(marker, IS_MUTED, is_muted)
    show(marker)


def show(marker: bpy.types.TimelineMarker) -> None:
    """Let the name of a marker of ours say what it is."""
    if getattr(marker, IS_OURS):
        sign = MUTED_SIGN if getattr(marker, IS_MUTED) else SIGN
        marker.name = f"{sign} {getattr(marker, KIND)} {getattr(marker, WEIGHT):.0%}"


def clear_hits(scene: bpy.types.Scene, markers: Iterable[bpy.types.TimelineMarker]) -> None:
    """Remove those of ours; the artist's stay as markers and are no hit points any more."""
    for marker in list(markers):
        if getattr(marker, IS_OURS):
            scene.timeline_markers.remove(marker)
        else:
            setattr(marker, KIND, "")
            setattr(marker, IS_MUTED, False)
