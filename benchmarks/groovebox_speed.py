"""How fast the built-in engine plays: seconds and times real time for one-minute pieces, on one thread.

    python benchmarks/groovebox_speed.py [--seconds 60] [--style house]...

Each style is arranged and rendered in a fresh process, so "first" includes everything that a first render pays for;
"again" is the next one in the same process, "with stems" the same again with stems. Wall-clock time: run it on an idle
machine.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import resource
import subprocess
import sys
import time

THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
STYLES = ("house", "hip-hop", "funk", "rock", "latin", "jazz", "orchestral", "ambient")
PHASES = (
    ("arrange", "arrange.py", "arrange"),
    ("synthesis", "sampler.py", "_render"),
    ("mixing notes", "player.py", "add_to"),
    ("delay", "delay.py", "echoes"),
    ("reverb", "reverb.py", "added"),
    ("loudness, limiter", "limiter.py", "finishing_curve"),
)


def one_style(name: str, seconds: float) -> None:
    """Render one style twice in this process and print a line."""
    import numpy as np

    from kinescore.dance.analysis import DanceAnalysis
    from kinescore.dance.beat_grid import BeatGrid, even_beats
    from kinescore.dance.hit_points import HitKind, HitPoint
    from kinescore.groovebox.arranger.arrange import arrange
    from kinescore.groovebox.prompt.parse import parse_prompt
    from kinescore.groovebox.render import render
    from kinescore.groovebox.styles import STYLES as KNOWN
    from kinescore.progress import silent

    style = KNOWN[name]
    tempo = sum(style.tempo) / 2
    beats = even_beats(0.0, tempo, seconds)
    swell = 0.55 + 0.4 * np.sin(np.linspace(0.0, 9.0, int(seconds * 60)))
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0)
    hits = tuple(HitPoint(float(at), 0.7, HitKind.STOP) for at in beats[3::5])
    dance = DanceAnalysis(seconds, 60.0, swell.astype(np.float32), grid, hits)

    def compose(with_stems: bool) -> int:
        score = arrange(dance, seconds, style, parse_prompt(""), 1).score
        render(score, -14.0, 1, silent, with_stems)
        return sum(len(part.notes) for part in score.parts)

    took = []
    for with_stems in (False, False, True):
        start = time.perf_counter()
        notes = compose(with_stems)
        took.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    profiler = cProfile.Profile()
    profiler.runcall(compose, False)
    speeds = "   ".join(
        f"{label} {spent:5.2f} s = {seconds / spent:4.0f} x"
        for label, spent in zip(("first", "again", "with stems"), took, strict=True)
    )
    print(f"{name:12} {notes:5d} notes   {speeds}   peak {memory:4.0f} MB   | {_phases(profiler)}", flush=True)


def _phases(profiler: cProfile.Profile) -> str:
    """Cumulative milliseconds of the known phases, measured with the profiler's overhead."""
    times = {(os.path.basename(file), name): row[3] for (file, _, name), row in pstats.Stats(profiler).stats.items()}
    return "  ".join(f"{label} {1000 * times.get((file, name), 0.0):.0f}" for label, file, name in PHASES) + " ms"


def main() -> None:
    """Run every style in its own single-threaded process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--style", action="append")
    parser.add_argument("--here", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        one_style(options.here, options.seconds)
        return
    environment = os.environ | dict.fromkeys(THREAD_VARIABLES, "1")
    for name in options.style or STYLES:
        command = [sys.executable, __file__, "--seconds", str(options.seconds), "--here", name]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
