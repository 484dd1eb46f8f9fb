"""How fast many pairs are evaluated, and in how much memory.

    python -m benchmarks.evaluation_scale [pairs ...]        (1000 and 10000 where none are named)

Each pair is two sounds of 5.12 s, 16-bit mono at 22,050 Hz: clicks in noise, the reference at one of 64 tempi, the
generated sound at another. There are only 64 different sounds, linked under other names: analysis takes as long, the
disk stays small. The work is done by `kinescore evaluate --jobs 2` in processes of its own; memory is the largest
resident set of any of them. The same command again shows what a rerun costs that finds everything analysed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

RATE, SECONDS = 22_050, 5.12
TEMPI = np.linspace(80.0, 143.0, 64)
JOBS = 2


def main() -> None:
    """Print pairs per second and peak memory for each number of pairs."""
    for count in [int(word) for word in sys.argv[1:]] or [1000, 10_000]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_pairs(folder, count)
            for phase in ("all to be analysed", "nothing to be analysed"):
                seconds, mebibytes = evaluate(folder)
                rate = f"{seconds:8.1f} s, {count / seconds:7.1f} pairs/s, at most {mebibytes:.0f} MiB in a process"
                print(f"{count:6d} pairs, {JOBS} processes, {phase:22s}: {rate}", flush=True)


def write_pairs(folder: Path, count: int) -> None:
    """Write folders `reference` and `generated` with `count` sounds each, every tempo as often."""
    generator = np.random.default_rng(0)
    (folder / "sounds").mkdir()
    for number, bpm in enumerate(TEMPI):
        samples = generator.normal(scale=0.002, size=round(RATE * SECONDS))
        for beat in np.arange(generator.uniform(0, 60 / bpm), SECONDS - 0.1, 60 / bpm):
            start = round(beat * RATE)
            samples[start : start + 600] += generator.normal(scale=0.3, size=600) * np.exp(-np.arange(600) / 120)
        soundfile.write(folder / "sounds" / f"{number}.wav", np.clip(samples, -1, 1), RATE)
    for kind, step in (("reference", 1), ("generated", 7)):
        for number in range(count):
            link = folder / kind / f"{number // 1000:03d}" / f"{number:06d}.wav"
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(folder / "sounds" / f"{number * step % len(TEMPI)}.wav", link)


def evaluate(folder: Path) -> tuple[float, float]:
    """Run the command; return its seconds and the largest resident set of any of its processes in MiB."""
    command = [sys.executable, "-c", CHILD, "--generated", "ours=generated", "--reference", "reference"]
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "-o", "results", "--jobs", str(JOBS)], cwd=folder, capture_output=True, text=True, check=True
    )
    seconds = time.perf_counter() - start
    (kibibytes,) = re.findall(r"largest (\d+)", done.stderr)
    return seconds, int(kibibytes) / 1024


CHILD = """
import resource, sys
from kinescore.cli.main import main
if __name__ == "__main__":
    code = main(["evaluate", *sys.argv[1:]])
    sizes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print("largest", max(sizes), file=sys.stderr)
    raise SystemExit(code)
"""

if __name__ == "__main__":
    main()
