# SPDX-License-Identifier: GPL-3.0-or-later
"""From finished takes to the timeline: each is kept on disk and in the list, and the best of them is placed."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import bpy

from kinescore.errors import KinescoreError, MotionError
from kinescore.fit.sync import ranked
from kinescore.take import Take

from ..scene.sampling import find_scene
from ..timeline.channels import PlacementError
from ..timeline.finding import BLEND, blend_name
from ..timeline.markers import MarkerKind
from ..timeline.origin import Origin
from ..timeline.patching import Whole, patch, whole_around
from ..timeline.paths import OutputFolder
from ..timeline.placing import place_take, span_of
from ..timeline.remaking import SectionAgain, with_section_again
from ..timeline.take_files import MIX, TakeFiles, write_take
from ..timeline.take_list import KinescoreTake, find_take, list_take, mark_placed
from .outcome import Outcome, placed
from .rereading import hash_now


@dataclass(frozen=True)
class Kept:
    """A take on disk. made: as its engine made it. take, origin: as written, of which the former may be a part."""

    made: Take
    take: Take
    origin: Origin
    files: TakeFiles
    parts: Sequence[str]


class Finisher:
    """Keeps the takes of one run, and places the best. Main thread only."""

    def __init__(self, scene_uid: int, folder: OutputFolder, again: SectionAgain | None = None) -> None:
        """again: the section of a take that is made anew, where it is only that."""
        self._scene_uid = scene_uid
        self._folder = folder
        self._again = again
        self._seen: str | None = None
        self.kept: list[Kept] = []
        self.notes: list[str] = []

    def keep(self, take: Take, origin: Origin) -> Generator[None, None, None]:
        """Write `take`, as a part of the take around it where there is one; reading that movement yields in between.

        Raises FolderError where it cannot be written.
        """
        if self._again is not None:
            self._keep_section(self._again, take, origin)
            return
        parts: Sequence[str] = list(take.stems) if take.stems and self._scene.kinescore.stems else [MIX]
        if self._seen is None:
            self._seen = yield from self._movement_around(take, origin)
        scene, made = self._scene, take
        anew: dict[str, object] = {}
        whole = self._whole(take, origin)
        if whole is not None:
            frames = origin.frames
            note = f"Frames {frames.first} to {frames.last} were made anew; the rest is as it was."
            self.notes += [note] if note not in self.notes else []
            take, origin, anew = patch(scene, whole, take, origin, self._seen or whole.origin.motion_sha256)
            parts = whole.parts
        self._write(made, take, origin, parts, anew)

    def _keep_section(self, again: SectionAgain, made: Take, origin: Origin) -> None:
        """Write the take whose section is made anew; raises KinescoreError where it is gone from the list."""
        entry = find_take(self._scene, again.take_id)
        if entry is None:
            raise KinescoreError("The take was removed while its section was being made.")
        take, origin, anew = with_section_again(entry, again, made, origin.motion_sha256)
        self.notes.append(again.note)
        self._write(made, take, origin, again.parts, anew)

    def _write(self, made: Take, take: Take, origin: Origin, parts: Sequence[str], anew: Mapping[str, object]) -> None:
        about = {**origin.sidecar(), BLEND: blend_name(), **anew}
        files = write_take(take, self._folder.path, origin.character, about)
        self.kept.append(Kept(made, take, origin, files, parts))

    def list_all(self) -> str:
        """Put what is kept into the list, placing nothing; return a sentence, "" where there is nothing."""
        scene = find_scene(self._scene_uid)
        if scene is None or not self.kept:
            return ""
        for each in self.kept:
            self._list(each)
        bpy.ops.ed.undo_push(message="Keep Takes")
        count = f"{len(self.kept)} finished takes are" if len(self.kept) > 1 else "One finished take is"
        return f"{count} in the list of takes; Swap In puts one on the timeline."

    def place_best(self, begun: float) -> Outcome:
        """Place the take whose sound lands best and list the others, the next best ready for A/B.

        begun: when the run began, by `time.monotonic`. Raises PlacementError; the files stay then.
        """
        scene = self._scene
        order = [self.kept[place] for place in ranked([each.made.scores for each in self.kept])]
        best, kinds = order[0], [MarkerKind(name) for name in scene.kinescore.markers]
        for each in self.kept if len(order) > 1 else ():
            self._list(each)
        for each in reversed(order[1:]):
            mark_placed(scene, self._list(each))
        try:
            self.notes += place_take(scene, best.take, best.files, best.origin, best.parts, kinds)
        except PlacementError:
            self.notes.append(f"The music itself was kept: '{best.files.sounds[MIX]}'.")
            raise
        scene.kinescore.found_bpm = best.made.tempo_bpm
        if not self._folder.beside_file:
            self.notes.append(
                "This file was never saved, so its music waits in the add-on's own folder. "
                "Save the file, then press Move Music Beside File."
            )
        name = self._list(best).name
        self.notes += best.made.notes
        return placed(best.take, best.files.take_id, time.monotonic() - begun, self.notes, len(order), name)

    @property
    def _scene(self) -> bpy.types.Scene:
        scene = find_scene(self._scene_uid)
        if scene is None:
            raise KinescoreError("The scene was removed while its music was being made.")
        return scene

    def _list(self, kept: Kept) -> KinescoreTake:
        """The entry of a take, made where there is none; not to be held while others are made."""
        return list_take(self._scene, kept.take, kept.files, kept.origin, kept.parts)

    def _whole(self, take: Take, origin: Origin) -> Whole | None:
        return whole_around(self._scene, *span_of(self._scene, take, origin))

    def _movement_around(self, take: Take, origin: Origin) -> Generator[None, None, str]:
        """The hash of the movement of the take that the new one is a part of; "" where there is none to be read."""
        whole = self._whole(take, origin)
        if whole is None:
            return ""
        try:
            return (yield from hash_now(self._scene, whole.origin))
        except MotionError:
            return ""
