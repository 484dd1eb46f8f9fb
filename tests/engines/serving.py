"""`kinescore serve` as its owner starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """Run a server on a free port with `options`; gives its address."""
    command = [sys.executable, "-m", "kinescore", "serve", "--address", "tcp://127.0.0.1:*", "--store", str(store)]
    one_thread = {**os.environ, "OMP_NUM_THREADS": "1"}  # as in this process: sums depend on how work is split
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True, env=one_thread) as process:
        yield process.stdout.readline().split(" serves at ")[1].split()[0]
        process.terminate()
