# SPDX-License-Identifier: GPL-3.0-or-later
"""The two places where music is made: this Blender, or a server. Both run in a worker thread without bpy."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kinescore.engines.composer import BUILT_IN, analysis_of, compose, with_fonts
from kinescore.errors import Cancelled
from kinescore.fit.song import Song
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from kinescore.wire.client import Client
from kinescore.wire.messages import JobStatus
from kinescore.wire.run_job import OnStatus, resume_job
from kinescore.wire.run_jobs import JobsTogether

from ..background import Tell, Work, WorkProgress
from ..settings.connection import ServerAccess

TakeWork = Work[Take]
JOB_SURVIVES = frozenset({"server_lost", "damaged", "cannot_place", "bad_folder", "internal"})
"""Codes of errors after which the server still has the job, so that it can be resumed."""
RESUMED_JOB_SURVIVES = JOB_SURVIVES | {"server_unreachable", "protocol_mismatch", "bad_format", "bad_message"}
"""The same for a job that was on the server before this run: not reaching it says nothing about the job."""
ETA_FRACTION = 0.05
"""From this share of the work on, the time it took predicts the rest."""


def built_in(request: SoundtrackRequest, fonts: Mapping[str, Path]) -> TakeWork:
    """The built-in engine, which finds these SoundFont files by name. The returned work raises KinescoreError for what
    cannot be scored."""

    def work(tell: Tell, cancelled: threading.Event) -> Take:
        begun = time.monotonic()

        def eta(fraction: float) -> float | None:
            return (time.monotonic() - begun) * (1 / fraction - 1) if fraction > ETA_FRACTION else None

        return compose(request, _reporter(tell, cancelled, eta), with_fonts(BUILT_IN, fonts))

    return work


def continuing(song: Song, request: SoundtrackRequest) -> Work[tuple[SoundtrackRequest, tuple[str, ...]]]:
    """Make `request` one for `song`, as far as its movement allows; the work returns it with sentences for the user."""

    def work(tell: Tell, cancelled: threading.Event) -> tuple[SoundtrackRequest, tuple[str, ...]]:
        tell(WorkProgress("Finding the song's tempo"))
        asked, notes = song.asked_for(request)
        asked, more = song.in_tempo(asked, analysis_of(asked))
        return asked, (*notes, *more)

    return work


def on_server(server: ServerAccess, jobs: JobsTogether, place: int) -> TakeWork:
    """A server's engine: send the job at `place` and those after it, follow that one, download.

    The returned work raises as `run_job` does; when it is cancelled, only after the server has acknowledged.
    """
    return _followed(server, lambda client, report, follow: jobs.run(client, place, report, follow))


def resumed(server: ServerAccess, job: str) -> TakeWork:
    """A job that a server has already: follow, download. Raises as `on_server`."""
    return _followed(server, lambda client, report, follow: resume_job(client, job, report, follow))


def _followed(server: ServerAccess, run: Callable[[Client, Report, OnStatus], Take]) -> TakeWork:
    def work(tell: Tell, cancelled: threading.Event) -> Take:
        eta: list[float | None] = [None]

        def follow(status: JobStatus) -> None:
            eta[0] = status.eta_seconds

        report = _reporter(tell, cancelled, lambda fraction: eta[0])
        with server.connect() as client:
            return run(client, report, follow)

    return work


def _reporter(tell: Tell, cancelled: threading.Event, eta: Callable[[float], float | None]) -> Report:
    def report(phase: str, fraction: float) -> None:
        if cancelled.is_set():
            raise Cancelled
        tell(WorkProgress(phase.capitalize(), fraction, eta(fraction)))

    return report
