"""The jobs that a worker has in hand: they are asked at every step whether to stop, and each is told of for itself."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kinescore.errors import Cancelled, KinescoreError, MemoryShortage, is_out_of_memory
from kinescore.files.atomic_file import PIECE_BYTES, atomic_file
from kinescore.progress import Report
from kinescore.serve.errors import disk_error
from kinescore.serve.events import Failed, Finished, Reported, Stopped
from kinescore.serve.pipe import Part, Told
from kinescore.take import Take
from kinescore.wire.messages import Failure
from kinescore.wire.take_archive import write_take

REPORT_SECONDS = 0.05
"""Reports in between are looked at for the stop flag but not sent on."""
HEARTBEAT_SECONDS = 0.5
PATIENCE_SECONDS = 1800.0
"""For so long a model may load, or a take be packed or written; then the silence is judged like any other."""
MAX_SENTENCE_CHARACTERS = 300

log = logging.getLogger(__name__)


class Hand:
    """worker: its name. tell: to the server. is_to_stop: whether a job was cancelled."""

    def __init__(self, worker: str, tell: Callable[[Told], None], is_to_stop: Callable[[str], bool]) -> None:
        self._worker, self._tell, self._is_to_stop = worker, tell, is_to_stop
        self._open: dict[str, Part] = {}

    def take(self, parts: tuple[Part, ...]) -> None:
        """These jobs are to be done now."""
        self._open = {part.job: part for part in parts}

    def report_of(self, job: str) -> Report:
        """Return what the job's steps are reported to. Once it is to stop, that is told, and it raises Cancelled."""
        sent_phase, sent_at = "", 0.0

        def report(phase: str, fraction: float) -> None:
            nonlocal sent_phase, sent_at
            if self._is_to_stop(job):
                self._end(Stopped(self._worker, job))
                raise Cancelled
            now = time.monotonic()
            if phase != sent_phase or now - sent_at >= REPORT_SECONDS:
                sent_phase, sent_at = phase, now
                self._tell(Reported(self._worker, job, phase, min(max(float(fraction), 0.0), 1.0)))

        return report

    @contextmanager
    def beating(self, phase: str, job: str | None = None) -> Iterator[None]:
        """Report every half second, of one job or all, while the body does what has no steps of its own; for
        PATIENCE_SECONDS at most."""
        over = threading.Event()

        def beat() -> None:
            for _ in range(round(PATIENCE_SECONDS / HEARTBEAT_SECONDS)):
                for one in list(self._open) if job is None else [job]:
                    self._tell(Reported(self._worker, one, phase, 0.0 if phase == "loading" else 1.0))
                if over.wait(HEARTBEAT_SECONDS):
                    return

        beats = threading.Thread(target=beat, daemon=True)
        beats.start()
        try:
            yield
        finally:
            over.set()
            beats.join()

    def end(self, job: str, outcome: Take | Exception) -> None:
        """Keep a take and tell that it is there, or tell why there is none."""
        try:
            if isinstance(outcome, Exception):
                self.drop(job, outcome)
            else:
                self._keep(job, outcome)
        except Exception as error:
            self.drop(job, error)

    def _keep(self, job: str, take: Take) -> None:
        """Pack and keep a take, in pieces: an hour with its stems has seven gigabytes."""
        report, path = self.report_of(job), Path(self._open[job].result_path)
        digest, size = hashlib.sha256(), 0
        with self.beating("packing", job), atomic_file(path) as out:
            write_take(take, out, report)
            out.seek(0)
            for piece in iter(partial(out.read, PIECE_BYTES), b""):
                report("packing", 1.0)
                digest.update(piece)
                size += len(piece)
        self._end(Finished(self._worker, job, size, digest.hexdigest()))

    def drop(self, job: str, error: Exception) -> None:
        """Tell why a job has ended without a take."""
        if isinstance(error, Cancelled):
            self._end(Stopped(self._worker, job))
        else:
            self._end(Failed(self._worker, job, self._failure(job, error)))

    def _failure(self, job: str, error: Exception) -> Failure:
        if isinstance(error, KinescoreError):
            return Failure.of(error)
        if isinstance(error, OSError):
            return Failure.of(disk_error(error))
        if is_out_of_memory(error):
            log.error("job %s: no memory: %s", job, error)
            return Failure.of(
                MemoryShortage(
                    "The server has not enough memory for this piece.", "Choose a shorter range, or another engine."
                )
            )
        log.error("job %s: the engine crashed", job, exc_info=error)
        return Failure(
            "engine_crashed",
            f"The engine stopped with an internal error: {type(error).__name__}: "
            f"{str(error)[:MAX_SENTENCE_CHARACTERS]}.",
            "This is a fault in Kinescore; the server's messages tell where. Another seed or range may work.",
        )

    def _end(self, event: Finished | Failed | Stopped) -> None:
        """Tell the end of a job, once: one that was stopped is told at once, and its worker comes upon it later."""
        if self._open.pop(event.job, None) is not None:
            self._tell(event)
