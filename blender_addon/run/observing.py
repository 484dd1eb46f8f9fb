# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement of a scene, read and analysed at the press of a button, and kept for what is drawn of it."""

from __future__ import annotations

from dataclasses import dataclass

import bpy

from kinescore.dance.analysis import DanceAnalysis, Observed
from kinescore.dance.ensemble import observe_together
from kinescore.dance.timing import Timing
from kinescore.errors import MotionError
from kinescore.motion.mover import Mover

from ..scene.character import cast_of, find_character
from ..scene.sampling import FrameRange
from ..scene.viewing import Watched, cuts_of, keypoints_of, sample
from ..settings.request import frame_range, request_from_settings
from ..settings.timing import with_timing


@dataclass(frozen=True)
class Seen:
    """What was read over `frames`: everything that can be found in it, and the timing that the scene fixes."""

    frames: FrameRange
    observed: Observed
    timing: Timing

    @property
    def analysis(self) -> DanceAnalysis:
        """The movement with what is fixed."""
        return self.observed.with_timing(self.timing)


_seen: dict[int, Seen] = {}


def last_seen(scene: bpy.types.Scene) -> Seen | None:
    """What was read last of `scene` since the file was opened."""
    return _seen.get(scene.session_uid)


def forget() -> None:
    """Another file is open."""
    _seen.clear()


def observe_scene(context: bpy.types.Context) -> Seen:
    """Read the movement of the character and its company, and remember it. Raises KinescoreError."""
    scene = context.scene
    frames = frame_range(scene)
    leader = find_character(context)
    companions = [(row.thing, row.weight) for row in scene.kinescore.companions]
    movers: list[Mover] = []
    cuts: tuple[float, ...] = ()
    for member in cast_of(leader, companions):
        motion, character = sample(context, member.thing, frames)
        try:
            keypoints, _ = keypoints_of(motion, character.joints, character.name)
        except MotionError:
            if not movers:
                raise  # companions that stand still are left out, as in the music
            continue
        cuts = cuts if movers else cuts_of(motion)
        movers.append(Mover(keypoints, member.weight, character.name))
    watched = Watched(movers[0].keypoints, cuts, others=tuple(movers[1:]))
    asked = request_from_settings(scene.kinescore, watched, False, None, leader.kinescore_beat_shift)
    request = with_timing(asked, scene, frames)
    _seen[scene.session_uid] = seen = Seen(frames, observe_together(movers, cuts=request.cuts), request.timing)
    return seen
