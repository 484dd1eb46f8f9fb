# SPDX-License-Identifier: GPL-3.0-or-later
"""One soundtrack in the making, from what moves to the timeline."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence

import bpy

from kinescore.errors import Cancelled, KinescoreError, MotionError
from kinescore.motion.mover import Mover
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take
from kinescore.wire.messages import new_job_id
from kinescore.wire.request_codec import request_from_json, request_to_json

from ..background import (
    TICK_SECONDS,
    WorkFailed,
    WorkFinished,
    WorkProgress,
    WorkStopped,
    WorkThread,
    log,
    redraw,
    unexpected,
)
from ..scene.character import CastMember, Character
from ..scene.sampling import FrameRange, MotionSampler, find_scene
from ..scene.viewing import Watched, cuts_of, keypoints_of
from ..settings.connection import ServerAccess
from ..settings.request import request_from_settings
from ..timeline.markers import MarkerKind
from ..timeline.origin import Origin, PendingJob, motion_hash
from ..timeline.patching import patch, whole_around
from ..timeline.paths import OutputFolder
from ..timeline.placing import place_take, span_of
from ..timeline.strips import PlacementError
from ..timeline.take_files import MIX, write_take
from . import engines
from .outcome import Outcome, placed
from .rereading import hash_now

SLICE_SECONDS = 0.08
SLICE_PAUSE_SECONDS = 0.005
JOIN_SECONDS = 2.0
Ask = Callable[[Watched], SoundtrackRequest]
Part = tuple[MotionSampler, Character, float]
"""Of the cast: how it is sampled, what it is, its weight."""


class Generation:
    """One run for one scene. Main thread only: call `tick` until it returns None; `outcome` says how it ended.

    Until the music is there, nothing in the scene changes; what is placed then is one step of undo.
    """

    def __init__(self, scene: bpy.types.Scene, folder: OutputFolder, server: ServerAccess | None) -> None:
        self.progress = WorkProgress("Starting")
        self.outcome: Outcome | None = None
        self.is_cancelling = False
        self._scene_uid = scene.session_uid
        self._folder = folder
        self._server = server
        self._notes: list[str] = []
        self._worker: WorkThread[Take] | None = None
        self._steps: Iterator[float] = iter(())
        self._resumable = engines.JOB_SURVIVES
        self._begun = time.monotonic()

    def score(
        self,
        cast: Sequence[CastMember],
        frames: FrameRange,
        request_json: str,
        example: Audio | None,
    ) -> None:
        """Make music for the motion of `cast`; an empty `request_json` takes the settings of the scene."""
        parts = [
            (MotionSampler(self._scene, member.thing, member.character.bones, frames), member.character, member.weight)
            for member in cast
        ]

        def ask(watched: Watched) -> SoundtrackRequest:
            if request_json:
                return request_from_json(request_json, watched.keypoints, example, watched.others)
            request = request_from_settings(self._scene.kinescore, watched, self._server is not None, example)
            whole = whole_around(self._scene, frames.first, frames.last + 1)
            return whole.in_keeping(request) if whole else request

        self._steps = self._score(parts, frames, ask)

    def note(self, sentence: str) -> None:
        """Tell the user `sentence` when the run is over; "" is nothing."""
        self._notes += [sentence] if sentence else []

    def resume(self, pending: PendingJob) -> None:
        """Wait for a job that a server already has, and place its music."""
        assert self._server is not None
        self._resumable = engines.RESUMED_JOB_SURVIVES
        self._steps = self._make(engines.on_server(self._server, pending.job), pending.origin)

    def tick(self) -> float | None:
        """Move on a little; seconds until the next call, None once all is over."""
        if self.outcome is not None:
            return None
        if bpy.app.is_job_running("RENDER"):  # a render reads the file in another thread
            return TICK_SECONDS
        pause = None
        try:
            pause = next(self._steps, None)
        except Cancelled:
            self._end(Outcome(summary="Cancelled; nothing was changed."))
        except KinescoreError as error:
            self._end(Outcome(error=error, notes=tuple(self._notes)))
        except Exception as error:  # a timer has no caller: whatever went wrong must reach the user as a sentence
            log.exception("The soundtrack failed")
            self._end(Outcome(error=unexpected(error)))
        redraw()
        return pause

    def cancel(self) -> None:
        """Ask for an end; the run is over when `outcome` is there."""
        self.is_cancelling = True
        if self._worker:
            self._worker.cancel()

    def abandon(self) -> None:
        """End without a trace because the file is being closed. A server keeps its job, to be resumed later."""
        if self._worker and self._server is None:
            self._worker.cancel()
            self._worker.join(JOIN_SECONDS)
        self.outcome = Outcome()

    @property
    def _scene(self) -> bpy.types.Scene:
        scene = find_scene(self._scene_uid)
        if scene is None:
            raise KinescoreError("The scene was removed while its music was being made.")
        return scene

    def _score(self, parts: Sequence[Part], frames: FrameRange, ask: Ask) -> Iterator[float]:
        for number, (sampler, _, _) in enumerate(parts):
            while not sampler.advance(SLICE_SECONDS):
                if self.is_cancelling:
                    raise Cancelled
                self.progress = WorkProgress("Reading movement", (number + sampler.fraction) / len(parts))
                yield SLICE_PAUSE_SECONDS
        watched = self._watch(parts)
        request = ask(watched)
        seen = motion_hash(watched.keypoints, *(other.keypoints for other in watched.others))
        origin = Origin(parts[0][1].name, frames, seen, request_to_json(request))
        yield from self._make(self._work(request, origin), origin)

    def _watch(self, parts: Sequence[Part]) -> Watched:
        """What was sampled. Raises MotionError where the first stands still; others that do are left out."""
        sampler, leader, _ = parts[0]
        motion = sampler.motion()
        keypoints, notes = keypoints_of(motion, leader.joints, leader.name)
        others = []
        for sampler, character, weight in parts[1:]:
            try:
                movement, more = keypoints_of(sampler.motion(), character.joints, character.name)
            except MotionError as error:
                if error.code != "no_movement":
                    raise
                more = [f"'{character.name}' does not move in this frame range and was left out."]
            else:
                others.append(Mover(movement, weight, character.name))
            notes += [note for note in more if note not in notes]
        self._notes += notes
        return Watched(keypoints, cuts_of(motion), leader.name if others else "", tuple(others))

    def _work(self, request: SoundtrackRequest, origin: Origin) -> engines.TakeWork:
        if self._server is None:
            return engines.built_in(request)
        job = new_job_id()
        self._scene.kinescore.pending = PendingJob(job, self._server.address, origin).to_json()
        return engines.on_server(self._server, job, request)

    def _make(self, work: engines.TakeWork, origin: Origin) -> Iterator[float]:
        self._worker = WorkThread(work)
        take = None
        while take is None:
            for event in self._worker.events():
                if isinstance(event, WorkProgress):
                    self.progress = event
                elif isinstance(event, WorkFailed):
                    raise event.error
                elif isinstance(event, WorkStopped):
                    raise Cancelled
                elif isinstance(event, WorkFinished):
                    take = event.result
            yield TICK_SECONDS
        self.progress = WorkProgress("Placing", 1.0)
        yield TICK_SECONDS  # let the panel say so
        if self.is_cancelling:
            raise Cancelled
        yield from self._place(take, origin)

    def _place(self, take: Take, origin: Origin) -> Iterator[float]:
        settings = self._scene.kinescore
        parts: Sequence[str] = list(take.stems) if take.stems and settings.stems else [MIX]
        tempo_bpm, about = take.tempo_bpm, origin.sidecar()
        seen = yield from self._movement_around(take, origin)
        scene = self._scene
        whole = whole_around(scene, *span_of(scene, take, origin))
        if whole is not None:
            frames = origin.frames
            self._notes.append(f"Frames {frames.first} to {frames.last} were made anew; the rest is as it was.")
            take, origin, anew = patch(scene, whole, take, origin, seen or whole.origin.motion_sha256)
            parts, about = whole.parts, {**origin.sidecar(), **anew}
        files = write_take(take, self._folder.path, origin.character, about)
        kinds = [MarkerKind(name) for name in scene.kinescore.markers]
        try:
            self._notes += place_take(scene, take, files, origin, parts, kinds)
        except PlacementError:
            self._notes.append(f"The music itself was kept: '{files.sounds[MIX]}'.")
            raise
        scene.kinescore.found_bpm = tempo_bpm
        if not self._folder.beside_file:
            self._notes.append(
                "This file was never saved, so its music waits in the add-on's own folder. "
                "Save the file, then press Move Music Beside File."
            )
        self._notes += take.notes
        self._end(placed(take, files.take_id, time.monotonic() - self._begun, self._notes))
        bpy.ops.ed.undo_push(message="Generate Soundtrack")

    def _movement_around(self, take: Take, origin: Origin) -> Generator[float, None, str]:
        """The hash of the movement of the take that the new one is a part of; "" where there is none to be read."""
        whole = whole_around(self._scene, *span_of(self._scene, take, origin))
        reading = hash_now(self._scene, whole.origin) if whole else iter(())
        while True:
            try:
                next(reading)
            except StopIteration as end:
                return end.value or ""
            except MotionError:
                return ""
            if self.is_cancelling:
                raise Cancelled
            yield SLICE_PAUSE_SECONDS

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        scene = find_scene(self._scene_uid)
        job_survives = outcome.error is not None and outcome.error.code in self._resumable
        if scene is not None and not job_survives:
            scene.kinescore.pending = ""
