"""What the server runs on, for whoever chooses among servers: graphics cards and how much memory is free."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time

from kinescore.wire.messages import Gpu

FRESH_SECONDS = 5.0
QUERY = ("--query-gpu=name,memory.free,memory.total", "--format=csv,noheader,nounits")
QUERY_SECONDS = 10.0
MAX_GPUS = 64
MEBIBYTE = 1024**2


class MachineProbe:
    """Looks at the machine in a thread of its own, so that asking never waits; what it tells is a few seconds old."""

    def __init__(self) -> None:
        self._gpus: tuple[Gpu, ...] = ()
        self._looked_at = 0.0
        self._looking = threading.Lock()
        self._look_again()

    def gpus(self) -> tuple[Gpu, ...]:
        """Return the graphics cards as last seen; look again where that is long ago."""
        if time.monotonic() - self._looked_at > FRESH_SECONDS:
            self._look_again()
        return self._gpus

    def _look_again(self) -> None:
        if self._looking.acquire(blocking=False):
            threading.Thread(target=self._look, name="kinescore machine probe", daemon=True).start()

    def _look(self) -> None:
        try:
            self._gpus = nvidia_gpus()
            self._looked_at = time.monotonic()
        finally:
            self._looking.release()


def nvidia_gpus() -> tuple[Gpu, ...]:
    """Return NVIDIA's cards as `nvidia-smi` tells; none where it is not installed, fails or says something else."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return ()
    try:
        done = subprocess.run([program, *QUERY], capture_output=True, text=True, timeout=QUERY_SECONDS, check=True)
        rows = [line.rsplit(",", 2) for line in done.stdout.splitlines() if line.strip()]
        return tuple(Gpu(name.strip(), int(free) * MEBIBYTE, int(total) * MEBIBYTE) for name, free, total in rows)[
            :MAX_GPUS
        ]
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def free_memory() -> int | None:
    """Return the bytes of main memory that are free, None where the system does not tell."""
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None
