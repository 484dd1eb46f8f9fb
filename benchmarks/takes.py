"""`kinescore generate --takes 8` against eight runs of `kinescore generate`, and whether each take keeps its bytes.

    python -m benchmarks.takes                         # MusicGen of the small size, random weights: 16 minutes
    python -m benchmarks.takes --size tiny             # whether it runs at all
    python -m benchmarks.takes --model musicgen-small --device cuda --seconds 10

Whole commands: Python starts, the model is loaded, decodes, its music is locked to the beat and written. Random weights
make noise, which hardly ever fits a beat grid, so takes are rolled twice, as the worst that can be. Clock on the wall,
and processor time of all threads.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.musicgen_decoding import SIZES
from tests.backbones.tiny_musicgen import save_tiny_musicgen
from tests.cli.bouncers import write_bouncer

BPM = 112


def main() -> None:
    """Print both, their ratio, and whether the takes are the same."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dance = write_bouncer(folder / "dance.npz", BPM, seconds=options.seconds)
        model = options.model or str(save_tiny_musicgen(folder / "model", **SIZES[options.size]))
        command = [sys.executable, "-m", "kinescore", "generate", str(dance), "--engine", "musicgen", "--model", model]
        command += ["--device", options.device, "--genre", "house"]
        together = _timed([*command, "--takes", str(options.takes), "-o", str(folder / "take.wav")])
        alone = [
            _timed([*command, "--seed", str(seed), "-o", str(folder / f"alone-{seed}.wav")])
            for seed in range(options.takes)
        ]
        files = [(folder / f"take-{seed + 1}.wav", folder / f"alone-{seed}.wav") for seed in range(options.takes)]
        same = sum(one.read_bytes() == other.read_bytes() for one, other in files)
    print(f"{options.model or options.size}, {options.device}, {options.takes} takes of {options.seconds:g} s")
    for what, column in (("wall", 0), ("processor", 1)):
        runs = sum(each[column] for each in alone)
        print(
            f"{what:10} {options.takes} runs {runs:8.1f} s, --takes {options.takes} {together[column]:8.1f} s: "
            f"{runs / together[column]:.2f} times as fast"
        )
    print(f"{same} of {options.takes} takes are to the byte what they are alone")


def _timed(command: Sequence[str]) -> tuple[float, float]:
    """Seconds on the wall, and of processors."""
    began, used = time.perf_counter(), _used()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began, _used() - used


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--model", default="", help="a folder or hub id of a MusicGen, in place of random weights")
    parser.add_argument("--size", choices=SIZES, default="small", help="of the random weights")
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--takes", type=int, default=8)
    return parser.parse_args()


if __name__ == "__main__":
    main()
