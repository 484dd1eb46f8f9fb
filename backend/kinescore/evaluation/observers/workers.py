"""One function over many items, on several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

from kinescore.errors import EvaluationError

Item = TypeVar("Item")
Result = TypeVar("Result")

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Processes are the threads here; more of them would only fight over the cores."""


def map_unordered(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Generator[Result, None, None]:
    """Yield `work(item)` for all items: in order with one job, as they are ready with more.

    work: a function that can be pickled. Close the iterator to stop early: the other processes end at once, whatever
    they are at. Raises what `work` raises, and EvaluationError where a process was killed.
    """
    if jobs == 1 or len(items) < 2:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("spawn")
    closing, alive = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(min(jobs, len(items)), context, _belong_to_parent, (closing,))
    try:
        with _environment_of_workers():
            futures = [pool.submit(work, item) for item in items]
        for future in as_completed(futures):
            yield future.result()
        pool.shutdown()
    except BrokenProcessPool as error:
        raise EvaluationError(
            "One of the processes was killed, perhaps for want of memory; what was finished is kept.",
            "Run the same command with fewer --jobs.",
        ) from error
    finally:
        alive.close()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _environment_of_workers() -> Iterator[None]:
    """What processes that start inside inherit: one thread each, and Ctrl-C blocked, which is the parent's to take.

    The parent takes it when this ends. Windows has no signal masks; there `_belong_to_parent` comes a moment later.
    """
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    held = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT]) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _belong_to_parent(closing: Connection) -> None:
    """Leave Ctrl-C to the parent, and end with it, even where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(closing,), daemon=True).start()


def _end_with_parent(closing: Connection) -> None:
    """Wait for the other end to close, by the parent's will or with the parent."""
    with suppress(EOFError, OSError):
        closing.recv_bytes()
    os._exit(1)
