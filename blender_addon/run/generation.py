# SPDX-License-Identifier: GPL-3.0-or-later
"""One soundtrack in the making, from what moves to the timeline."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Any

import bpy

from kinescore.errors import Cancelled, KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take
from kinescore.wire.messages import Priority
from kinescore.wire.request_codec import request_to_json
from kinescore.wire.run_jobs import JobsTogether

from ..background import (
    TICK_SECONDS,
    Result,
    Work,
    WorkProgress,
    WorkThread,
    follow,
    log,
    redraw,
    unexpected,
)
from ..scene.character import CastMember
from ..scene.sampling import FrameRange, find_scene
from ..settings.connection import ServerAccess
from ..settings.request import soundfont_files
from ..timeline.origin import Origin, PendingJob, motion_hash
from ..timeline.paths import OutputFolder
from ..timeline.remaking import SectionAgain
from ..timeline.take_list import find_take
from . import engines
from .asking import Ask, FromFile, FromSettings
from .cast_reading import CastReader
from .finishing import Finisher
from .order import Order
from .outcome import Outcome
from .share import Share

SLICE_PAUSE_SECONDS = 0.005
JOIN_SECONDS = 2.0
PER_CENT = 100
REDRAW_SECONDS = 0.2


class Generation:
    """One run for one scene. Main thread only: call `tick` until it returns None; `outcome` says how it ended.

    Until the music is there, nothing in the scene changes; what is placed then is one step of undo. Of several takes
    those that are finished are kept, whatever becomes of the rest.
    """

    def __init__(
        self,
        scene: bpy.types.Scene,
        folder: OutputFolder,
        server: ServerAccess | None,
        order: Order,
        again: SectionAgain | None = None,
    ) -> None:
        self.progress = WorkProgress("Starting")
        self.outcome: Outcome | None = None
        self.is_cancelling = False
        self._scene_uid = scene.session_uid
        self._server = server
        self._order = order
        self._share = Share(0, 1)
        self._finisher = Finisher(scene.session_uid, folder, again)
        self._notes = self._finisher.notes
        self._worker: WorkThread[Any] | None = None
        self._steps: Iterator[float] = iter(())
        self._resumable = engines.JOB_SURVIVES
        self._begun = time.monotonic()
        self._look: tuple[object, ...] = ()
        self._drawn = 0.0

    def score(
        self,
        cast: Sequence[CastMember],
        frames: FrameRange,
        request_json: str,
        example: Audio | None,
    ) -> None:
        """Make music for the motion of `cast`; an empty `request_json` takes the settings of the scene."""
        ask: Ask = FromFile(request_json, example)
        if not request_json:
            ask = FromSettings(frames, self._server is not None, example, cast[0].thing.kinescore_beat_shift)
        self._steps = self._score(CastReader(self._scene, cast, frames), frames, ask)

    def note(self, sentence: str) -> None:
        """Tell the user `sentence` when the run is over; "" is nothing."""
        self._notes += [sentence] if sentence else []

    def resume(self, pending: PendingJob) -> None:
        """Wait for a job that a server already has, and place its music."""
        assert self._server is not None
        self._resumable = engines.RESUMED_JOB_SURVIVES
        self._steps = self._fetch(engines.resumed(self._server, pending.job), pending.origin)

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
            self._end(self._cancelled())
        except KinescoreError as error:
            self.note(self._listed())
            self._end(Outcome(error=error, notes=tuple(self._notes)))
        except Exception as error:  # a timer has no caller: whatever went wrong must reach the user as a sentence
            log.exception("The soundtrack failed")
            self._end(Outcome(error=unexpected(error), notes=tuple(filter(None, [self._listed()]))))
        self._redraw_if_changed()
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

    def _redraw_if_changed(self) -> None:
        """Drawing takes time from the making, most where Blender draws without a graphics card."""
        eta = self.progress.eta_seconds
        look = (
            self.progress.phase, round(PER_CENT * self.progress.fraction), eta and round(eta), self.is_cancelling,
            self.outcome is None,
        )  # fmt: skip
        now = time.monotonic()
        if look != self._look and (self.outcome is not None or now - self._drawn > REDRAW_SECONDS):
            self._look, self._drawn = look, now
            redraw()

    @property
    def _scene(self) -> bpy.types.Scene:
        scene = find_scene(self._scene_uid)
        if scene is None:
            raise KinescoreError("The scene was removed while its music was being made.")
        return scene

    def _score(self, reader: CastReader, frames: FrameRange, ask: Ask) -> Iterator[float]:
        for fraction in reader.slices():
            if self.is_cancelling:
                raise Cancelled
            self.progress = WorkProgress("Reading movement", fraction)
            yield SLICE_PAUSE_SECONDS
        watched = reader.watched()
        self._notes += reader.notes
        request = ask(self._scene, watched)
        if self._order.song is not None:
            request, told = yield from self._worked(engines.continuing(self._order.song, request))
            self._notes += told
        seen = motion_hash(watched.keypoints, *(other.keypoints for other in watched.others))
        origin = Origin(reader.leader, frames, seen, request_to_json(request))
        yield from self._make_all(self._order.requests(request), origin)

    def _listed(self) -> str:
        """List what is finished; a sentence about it, "" where nothing is, or where even that fails."""
        try:
            return self._finisher.list_all()
        except Exception:  # as in `tick`; the files are there, and Check Files finds them
            log.exception("The finished takes were not listed")
            return ""

    def _cancelled(self) -> Outcome:
        kept = self._listed()
        return Outcome(f"Cancelled. {kept}" if kept else "Cancelled; nothing was changed.")

    def _work(self, jobs: JobsTogether, place: int, request: SoundtrackRequest, origin: Origin) -> engines.TakeWork:
        if self._server is None:
            return engines.built_in(request, soundfont_files(self._scene.kinescore))
        self._scene.kinescore.pending = PendingJob(jobs.ids[place], self._server.address, origin).to_json()
        return engines.on_server(self._server, jobs, place)

    def _make_all(self, requests: Sequence[SoundtrackRequest], origin: Origin) -> Iterator[float]:
        """Make one take after another; those that are finished stay when a later one is not."""
        jobs = JobsTogether(requests, Priority(self._scene.kinescore.priority))
        for number, request in enumerate(requests):
            self._share = Share(number, len(requests))
            asked = replace(origin, request_json=request_to_json(request))
            take = yield from self._worked(self._work(jobs, number, request, asked))
            yield from self._keep(take, asked)
        yield from self._place()

    def _fetch(self, work: engines.TakeWork, origin: Origin) -> Iterator[float]:
        take = yield from self._worked(work)
        yield from self._keep(take, origin)
        yield from self._place()

    def _worked(self, work: Work[Result]) -> Generator[float, None, Result]:
        """The result of `work` in the worker thread. Raises what it failed with, or Cancelled."""
        self._worker = worker = WorkThread(work)
        return (yield from follow(worker, self._hear))

    def _hear(self, progress: WorkProgress) -> None:
        self.progress = self._share.of(progress)

    def _keep(self, take: Take, origin: Origin) -> Iterator[float]:
        if self.is_cancelling and self._share.count == 1:
            raise Cancelled
        assert self._scene  # raises where it is gone
        for _ in self._finisher.keep(take, origin):
            if self.is_cancelling:
                raise Cancelled
            yield SLICE_PAUSE_SECONDS
        if self.is_cancelling:
            raise Cancelled

    def _place(self) -> Iterator[float]:
        self.progress = WorkProgress("Placing", 1.0)
        yield TICK_SECONDS  # let the panel say so
        if self.is_cancelling:
            raise Cancelled
        assert self._scene
        outcome = self._finisher.place_best(self._begun)
        placed = find_take(self._scene, outcome.take_id)
        if self._order.seed is not None and placed is not None:
            self._scene.kinescore.seed = placed.seed
        self._end(outcome)
        bpy.ops.ed.undo_push(message="Generate Soundtrack")

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        scene = find_scene(self._scene_uid)
        job_survives = outcome.error is not None and outcome.error.code in self._resumable
        if scene is not None and not job_survives:
            scene.kinescore.pending = ""
