# SPDX-License-Identifier: GPL-3.0-or-later
"""`make evaluation`: score the project's own dances, evaluate the music against chance and clicks, and make the page.

Dances, music and results go to the output folder; the README's table is written anew from them.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import librosa
import numpy as np
from numpy.typing import NDArray

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))  # for the add-on's sampler

from demo_dances import DemoDance, demo_dances  # noqa: E402

from kinescore.cli.main import main as kinescore  # noqa: E402
from kinescore.evaluation.results.evaluation import ChanceLevel, Evaluation, MetricResult  # noqa: E402
from kinescore.evaluation.results.evaluation_files import load_evaluation  # noqa: E402
from kinescore.motion.readers.npz import write_npz  # noqa: E402
from kinescore.sound.audio import Audio, wav_bytes  # noqa: E402

RATE = 44100
CLICK_BPM = 120.0
DRAWS = 1000
OURS, CLICKS = SYSTEMS = ("groovebox", "click track")
ROWS = (
    ("beat tracker, 0.2 s bins (primary)", "F1"),
    ("beat tracker, one to one within 0.1 s", "F1"),
    ("tempo", "TD"),
    ("beats on movement, beat tracker", "BAS over kinematic beats"),
    ("beats on movement, beat tracker", "BAS over music beats"),
    ("braking, beat tracker", "braking at them, share of moments that brake less"),
    ("beats on movement, beat tracker", "F of the beat grid within 70 ms"),
    ("hit points, onsets", "distance of strong hits, median"),
)
COLUMNS = ("shuffled pairs", "random phase")
TABLE = re.compile(r"(<!-- evaluation: made by `make evaluation` -->\n).*?(<!-- end of evaluation -->)", re.DOTALL)


def main() -> int:
    """Make everything; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=REPOSITORY / "demo" / "evaluation")
    parser.add_argument("--readme", type=Path, default=REPOSITORY / "README.md", help="whose table is written anew")
    options = parser.parse_args()
    write_inputs(demo_dances(), options.output)
    results, page = options.output / "results", options.output / "report.html"
    _run("evaluate", *_generated(options.output), "--reference", options.output / "metronome",
         "--motion", options.output / "motion", "-o", results, "--draws", DRAWS)  # fmt: skip
    _run("report", "page", results, "-o", page, "--title", "The built-in engine on eight dances")
    table = table_of(load_evaluation(results))
    print(table)
    options.readme.write_text(with_table(options.readme.read_text("utf-8"), table), "utf-8")
    print(f"{page}  {page.stat().st_size / 1e6:.1f} MB")
    return 0


def write_inputs(dances: Iterable[DemoDance], folder: Path) -> None:
    """Write for every dance its movement, clicks on the choreographed beats, the built-in engine's music, and clicks at
    one tempo for all. The choreography has no music; its beats are made to sound so that the same tracker hears both
    sides, with the same delay."""
    for name in ("motion", "metronome", *SYSTEMS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for dance in dances:
        motion = folder / "motion" / f"{dance.name}.npz"
        write_npz(dance.keypoints, motion)
        _run("generate", motion, "-o", folder / OURS / f"{dance.name}.wav")
        seconds = dance.keypoints.seconds
        for name, beats in (("metronome", dance.beats), (CLICKS, np.arange(0.0, seconds, 60.0 / CLICK_BPM))):
            (folder / name / f"{dance.name}.wav").write_bytes(wav_bytes(_clicks(beats, seconds)))


def _clicks(times: NDArray[np.float64], seconds: float) -> Audio:
    samples = librosa.clicks(times=times, sr=RATE, length=round(seconds * RATE))
    return Audio(samples.astype(np.float32)[None] / 2, RATE)


def _generated(folder: Path) -> list[str]:
    return [word for system in SYSTEMS for word in ("--generated", f"{system}={folder / system}")]


def _run(*words: object) -> None:
    if code := kinescore([str(word) for word in words]):
        raise SystemExit(code)


def table_of(evaluation: Evaluation) -> str:
    """Return the README's table: both systems, and our own music where it does not belong, each with its 95 %."""
    head = ("measure", *SYSTEMS, *(f"{OURS}, {kind}" for kind in COLUMNS))
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for group, metric in ROWS:
        results = {each.system: each for each in evaluation.results if (each.group, each.metric) == (group, metric)}
        ours = results[OURS]
        chances = {each.kind: each for each in ours.chance}
        found = (*(results[system] for system in SYSTEMS), *(chances.get(kind) for kind in COLUMNS))
        cells = [_cell(each, ours.unit) if each else "–" for each in found]
        lines.append(f"| {metric}; {group} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(result: MetricResult | ChanceLevel, unit: str) -> str:
    digits = 1 if unit else 2
    low, value, high = (f"{number:.{digits}f}" for number in (result.low, result.value, result.high))
    return f"{value} {unit} ({low} to {high})".replace("  ", " ")


def with_table(readme: str, table: str) -> str:
    """Return `readme` with `table` in its place. Raises ValueError where it has no such place."""
    changed, count = TABLE.subn(lambda found: found[1] + table + found[2], readme)
    if count != 1:
        raise ValueError("the README has no place for the table")
    return changed


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # bpy hangs in Python's own teardown
