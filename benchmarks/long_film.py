"""Peak memory and seconds for each minute of film, at several lengths.

    python -m benchmarks.long_film [MINUTES ...] [--still-pose] [--file FILM]

The film is the tests' rendered dancer, or FILM, put after itself without encoding anew until it is MINUTES long (left
out, 1, 4 and 16). Each length is read in a process of its own; memory that grows with it is what keypoints take. The
seconds are this machine's; their ratio between lengths is the point. --still-pose: without pose estimation, to see
hours of decoding, camera motion and bookkeeping alone.
"""

from __future__ import annotations

import argparse
import contextlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from kinescore.motion.video.estimator import PoseEstimator, mediapipe_pose
from kinescore.motion.video.video_motion import read_video

FILM = Path(__file__).parents[1] / "tests" / "motion" / "fixtures" / "dancer.mp4"
COLUMNS = "{:>8} {:>9} {:>10} {:>9} {:>12}"


def main() -> None:
    """Print a row for each length."""
    parser = argparse.ArgumentParser()
    parser.add_argument("minutes", type=float, nargs="*", default=[1, 4, 16])
    parser.add_argument("--still-pose", action="store_true")
    parser.add_argument("--file", type=Path, default=FILM)
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        _read(options.file, options.still_pose)
        return
    print(COLUMNS.format("minutes", "frames", "peak MB", "seconds", "s / min film"))
    words = ["--still-pose"] if options.still_pose else []
    with tempfile.TemporaryDirectory() as folder:
        for minutes in options.minutes:
            film = repeated(options.file, Path(folder) / f"{minutes:g}.mp4", 60 * minutes)
            command = [sys.executable, "-m", "benchmarks.long_film", "--read", "--file", str(film), *words]
            frames, peak, seconds = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            each = float(seconds) / minutes
            print(COLUMNS.format(f"{minutes:g}", frames, peak, f"{float(seconds):.0f}", f"{each:.1f}"), flush=True)
            film.unlink()


def repeated(source: Path, target: Path, seconds: float) -> Path:
    """Write the packets of `source` again and again until `target` is `seconds` long."""
    with av.open(str(source)) as film, av.open(str(target), "w") as out:
        read = film.streams.video[0]
        written = out.add_stream_from_template(read)
        offset, least = 0, int(seconds / read.time_base)
        while offset < least:
            film.seek(0)
            end = 0
            for packet in film.demux(read):
                if packet.size and packet.pts + offset < least:
                    end = max(end, packet.pts + packet.duration)
                    packet.pts, packet.dts = packet.pts + offset, packet.dts + offset
                    packet.stream = written
                    out.mux(packet)
            if not end:
                break
            offset += end
    return target


@contextlib.contextmanager
def _still_pose() -> Iterator[PoseEstimator]:
    pose = np.column_stack([np.linspace(150, 250, 17), np.linspace(40, 200, 17), np.ones(17)])[None].astype(np.float32)
    yield lambda picture: pose.copy()


def _read(film: Path, still: bool) -> None:
    start = time.perf_counter()
    estimator = _still_pose if still else mediapipe_pose
    found = read_video(film, open_estimator=estimator, warn=lambda note: None)[0].keypoints
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(len(found), round(peak), time.perf_counter() - start)


if __name__ == "__main__":
    main()
