"""Peak memory of music by its length: on the command line, and as a server's job, with stems and without.

    python -m benchmarks.long_music [MINUTES ...] [--style house] [--no-server]

A made dancer at 24 fps moves for as long as the music lasts (left out, 10 and 60 minutes). Everything runs in processes
of its own, as a user runs it: `kinescore generate`, with `--server` against `kinescore serve`. The server's figure is
the greater one of server and worker. Memory is the peak resident set, which counts pages of mapped files; the files in
the making, some 1.3 GB for each stem of an hour, lie where TMPDIR says. Seconds are this machine's.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.npz import write_npz
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError

FPS, TEMPO_BPM = 24.0, 112.0
KINESCORE = (sys.executable, "-m", "kinescore")
COLUMNS = "{:>8} {:>6} {:24} {:>8} {:>8}"


def main() -> None:
    """Print a row for each process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("minutes", type=float, nargs="*", default=[10, 60])
    parser.add_argument("--style", default="house")
    parser.add_argument("--no-server", action="store_true")
    options = parser.parse_args()
    print(COLUMNS.format("minutes", "stems", "process", "peak MB", "seconds"))
    for minutes in options.minutes:
        for stems in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                motion = Path(folder) / "dance.npz"
                write_npz(dancer(60 * minutes), motion)
                words = ["generate", str(motion), "--genre", options.style, "-o", f"{folder}/music.wav"]
                words += ["--stems", f"{folder}/stems"] if stems else []
                _row(minutes, stems, "generate", *peak_and_seconds(words))
                if not options.no_server:
                    for name, figures in _served(words, Path(folder) / "store").items():
                        _row(minutes, stems, name, *figures)


def dancer(seconds: float) -> Keypoints:
    """A body that sinks on every beat and throws a hand on every fourth, ever differently."""
    time_s = np.arange(round(seconds * FPS)) / FPS
    beat = time_s * TEMPO_BPM / 60
    standing = np.random.default_rng(0).uniform(300, 700, (17, 2)).astype(np.float32)
    positions = np.tile(standing, (len(time_s), 1, 1))
    swell = 1.0 + 0.5 * np.sin(time_s / 11.0)
    positions[:, :13, 1] += (20 * swell * np.cos(2 * np.pi * beat)).astype(np.float32)[:, None]
    positions[:, 10, 0] += (90 * swell * np.exp(-(((beat + 2) % 4 - 2) ** 2) / 0.02)).astype(np.float32)
    return Keypoints(positions, np.ones(positions.shape[:2], np.float32), FPS, (1000, 1000))


def peak_and_seconds(words: Sequence[str]) -> tuple[float, float]:
    """Peak memory in MB and seconds of `kinescore WORDS`."""
    began = time.perf_counter()
    process = subprocess.Popen([*KINESCORE, *words], stderr=subprocess.DEVNULL)
    return _peak(process), time.perf_counter() - began


def _peak(process: subprocess.Popen[bytes]) -> float:
    """Peak memory in MB of a process, or of the largest of its own children, when it has ended."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{process.args} ended with {process.returncode}")
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def _served(words: Sequence[str], store: Path) -> dict[str, tuple[float, float]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    serve = [*KINESCORE, "serve", "--address", address, "--store", str(store)]
    server = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address)
        client = peak_and_seconds([*words, "--server", address])
    finally:
        server.send_signal(signal.SIGTERM)
    return {"serve (server, worker)": (_peak(server), client[1]), "generate --server": client}


def _wait_for(address: str) -> None:
    with Client(address, reply_seconds=0.5) as client:
        for _ in range(120):
            try:
                client.hello()
                return
            except WireError:
                time.sleep(0.5)
    raise SystemExit("the server did not start")


def _row(minutes: float, stems: bool, name: str, peak_mb: float, seconds: float) -> None:
    print(
        COLUMNS.format(f"{minutes:g}", "yes" if stems else "no", name, f"{peak_mb:.0f}", f"{seconds:.0f}"), flush=True
    )


if __name__ == "__main__":
    main()
