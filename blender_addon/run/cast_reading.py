# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement of everybody whom the music follows, read a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import bpy

from kinescore.errors import MotionError
from kinescore.motion.mover import Mover

from ..scene.character import CastMember, Character
from ..scene.sampling import FrameRange, MotionSampler
from ..scene.viewing import Watched, cuts_of, keypoints_of, still_end
from ..settings.coverage import STILL_SECONDS

SLICE_SECONDS = 0.08


@dataclass(frozen=True)
class _Part:
    sampler: MotionSampler
    character: Character
    weight: float


class CastReader:
    """Reads `cast` over `frames`; go through `slices`, then ask for `watched`. notes: sentences for the user."""

    def __init__(self, scene: bpy.types.Scene, cast: Sequence[CastMember], frames: FrameRange) -> None:
        self.notes: list[str] = []
        self._parts = [
            _Part(MotionSampler(scene, member.thing, member.character.bones, frames), member.character, member.weight)
            for member in cast
        ]

    @property
    def leader(self) -> str:
        """The name of the first of them."""
        return self._parts[0].character.name

    def slices(self) -> Iterator[float]:
        """Read a slice before each yield of the share that is done, 0..1. Raises MotionError."""
        for number, part in enumerate(self._parts):
            while not part.sampler.advance(SLICE_SECONDS):
                yield (number + part.sampler.fraction) / len(self._parts)

    def watched(self) -> Watched:
        """What was read. Raises MotionError where the first stands still; others that do are left out."""
        leader = self._parts[0]
        motion = leader.sampler.motion()
        keypoints, self.notes = keypoints_of(motion, leader.character.joints, leader.character.name)
        others = [mover for part in self._parts[1:] if (mover := self._other(part)) is not None]
        still = min(map(still_end, [keypoints, *(other.keypoints for other in others)]))
        if still > STILL_SECONDS:
            self._note(f"In the last {still:.1f} s of these frames nothing moves; the music goes on to their end.")
        return Watched(keypoints, cuts_of(motion), self.leader if others else "", tuple(others))

    def _other(self, part: _Part) -> Mover | None:
        name = part.character.name
        try:
            movement, notes = keypoints_of(part.sampler.motion(), part.character.joints, name)
        except MotionError as error:
            if error.code != "no_movement":
                raise
            self._note(f"'{name}' does not move in this frame range and was left out.")
            return None
        for note in notes:
            self._note(note)
        return Mover(movement, part.weight, name)

    def _note(self, sentence: str) -> None:
        self.notes += [sentence] if sentence not in self.notes else []
