"""How fast the built-in engine plays: times real time for one-minute pieces on one thread, and when music can begin.

    python benchmarks/groovebox_speed.py [--seconds 60] [--style house]... [--only-first]

Each style (left out, all of them) is arranged and rendered in a fresh process, so "first" includes everything that a
first render pays for but imports; "again" is the next one in the same process, "with stems" the same again with stems.
"starts" is how long a fresh process takes to arrange the piece and play its first block, which is longer than a second.
The figures are seconds of the processor, which other work on the machine hardly changes; the wall clock's stand in
brackets. The phases are of the render "again", with the profiler's own time. --only-first leaves all but "starts" and
"first" out.
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
from collections.abc import Callable

THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
PHASES = (
    ("arrange", "arrange.py", "arrange"),
    ("synthesis", "sampler.py", "_render"),
    ("players", "player.py", "play"),
    ("delay", "delay.py", "echoes"),
    ("reverb", "reverb.py", "added"),
    ("loudness, limiter", "limiter.py", "finishing_curve"),
)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor and of the wall clock that `work` takes."""
    processor, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - wall


def one_style(name: str, seconds: float, only_start: bool, only_first: bool) -> None:
    """Render one style in this process, or only its first block, and print what it took."""
    import numpy as np

    from kinescore.dance.analysis import DanceAnalysis
    from kinescore.dance.beat_grid import BeatGrid, even_beats
    from kinescore.dance.hit_points import HitKind, HitPoint
    from kinescore.groovebox.arranger.arrange import arrange
    from kinescore.groovebox.band import INSTRUMENTS
    from kinescore.groovebox.mix.chords import with_chords_as_one
    from kinescore.groovebox.mix.console import play_group
    from kinescore.groovebox.prompt.parse import parse_prompt
    from kinescore.groovebox.render import render
    from kinescore.groovebox.score import Score
    from kinescore.groovebox.styles import STYLES
    from kinescore.progress import silent

    style = STYLES[name]
    tempo = sum(style.tempo) / 2
    beats = even_beats(0.0, tempo, seconds)
    swell = 0.55 + 0.4 * np.sin(np.linspace(0.0, 9.0, int(seconds * 60)))
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0)
    hits = tuple(HitPoint(float(at), 0.7, HitKind.STOP) for at in beats[3::5])
    dance = DanceAnalysis(seconds, 60.0, swell.astype(np.float32), grid, hits)

    def composed() -> Score:
        return arrange(dance, seconds, style, parse_prompt(""), 1).score

    def whole(with_stems: bool) -> None:
        render(composed(), -14.0, 1, silent, with_stems)

    def first_block() -> None:
        score = with_chords_as_one(composed(), INSTRUMENTS)
        next(play_group(score, score.parts, INSTRUMENTS, round(44100 * seconds), 1))

    if only_start:
        print("{:.3f} {:.3f}".format(*_timed(first_block)))
        return
    took = [_timed(lambda: whole(False))]
    if only_first:
        spent, wall = took[0]
        print(f"first {spent:5.2f} s = {seconds / spent:4.0f} x ({seconds / wall:.0f} x)")
        return
    took += [_timed(lambda: whole(False)), _timed(lambda: whole(True))]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    profiler = cProfile.Profile()
    profiler.runcall(whole, False)
    speeds = "  ".join(
        f"{label} {spent:5.2f} s = {seconds / spent:4.0f} x ({seconds / wall:.0f} x)"
        for label, (spent, wall) in zip(("first", "again", "with stems"), took, strict=True)
    )
    notes = sum(len(part.notes) for part in composed().parts)
    print(f"{notes:5d} notes  {speeds}  peak {memory:4.0f} MB | {_phases(profiler)}")


def _phases(profiler: cProfile.Profile) -> str:
    """Cumulative milliseconds of the known phases, measured with the profiler's overhead."""
    times = {(os.path.basename(file), name): row[3] for (file, _, name), row in pstats.Stats(profiler).stats.items()}
    return "  ".join(f"{label} {1000 * times.get((file, name), 0.0):.0f}" for label, file, name in PHASES) + " ms"


def main() -> None:
    """Run every style in its own single-threaded processes."""
    from kinescore.groovebox.styles import STYLES

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--style", action="append")
    parser.add_argument("--only-first", action="store_true")
    parser.add_argument("--here", help=argparse.SUPPRESS)
    parser.add_argument("--only-start", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        one_style(options.here, options.seconds, options.only_start, options.only_first)
        return
    environment = os.environ | dict.fromkeys(THREAD_VARIABLES, "1")
    for name in options.style or STYLES:
        command = [sys.executable, __file__, "--seconds", str(options.seconds), "--here", name]
        start, whole = (
            subprocess.run([*command, *more], env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
            for more in (["--only-start"], ["--only-first"] if options.only_first else [])
        )
        processor, wall = start.split()
        print(f"{name:15} starts {processor} s ({wall} s)  {whole}", end="", flush=True)


if __name__ == "__main__":
    main()
