"""What files do to movement, and what is left of tempo and hit points; as it is now, and as it was.

    python -m benchmarks.robustness FOLDER [FOLDER ...] [--before CHECKOUT]

Folders hold AIST++ dances as .npz (tempo by their names). Each change of `benchmarks.file_faults` is made to every
dance; printed are the share of dances whose tempo is within 1 % of the music's, the share in which it is wrong with a
confidence of 0.3 and more, how many of the untouched dance's hit points are found again within 0.06 s (chance: the same
number of hit points at random times), and how many of those found are new. Travel is held against the same travel
without jumps. --before: another checkout, such as one of be3cfa0, whose `kinescore` looks at the same files.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.dances import Dance, load_dances
from benchmarks.file_faults import CHANGES, LEFT_OUT
from kinescore.motion.keypoints import Keypoints

NEAR_SECONDS = 0.06
SURE = 0.3
AS_IT_IS, TRAVEL = "as it is", "travel"
OWN = Path(__file__).resolve().parents[1]
WATCH = """
import json, sys
import numpy as np
from kinescore.dance.analysis import analyse
try:
    from kinescore.motion.keypoints import Keypoints
except ImportError:  # as it was
    from kinescore.dance.keypoints import Keypoints
for path in map(str.strip, sys.stdin):
    read = np.load(path)
    size = tuple(int(side) for side in read["size"])
    found = analyse(Keypoints(read["positions"], read["confidence"], float(read["fps"]), size))
    grid = found.grid
    sure = getattr(grid, "tempo_confidence", None)
    sure = getattr(grid, "confidence", 0.0) if sure is None else sure
    hits = [hit.time_s for hit in found.hits]
    print(json.dumps({"tempo": grid.tempo_bpm, "sure": sure, "hits": hits, "seconds": found.seconds}), flush=True)
"""
Found = Mapping[str, Any]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--before", type=Path, metavar="CHECKOUT")
    options = parser.parse_args()
    dances = [dance for folder in options.folders for dance in load_dances(folder)]
    checkouts = [*([options.before] if options.before else []), OWN]
    changes = {**CHANGES, **LEFT_OUT}
    with tempfile.TemporaryDirectory() as folder:
        paths = [
            _written(change(dance.keypoints, np.random.default_rng(number)), Path(folder) / f"{place}-{number}.npz")
            for place, change in enumerate(changes.values())
            for number, dance in enumerate(dances)
        ]
        found = [watched(checkout, paths) for checkout in checkouts]
    told = "tempo | wrong, yet sure | hits again (chance) | new"
    print(f"{len(dances)} dances\n\n| change | " + " | ".join([told] * len(found)) + " |")
    print("|" + "---|" * (1 + 4 * len(found)))
    for place, name in enumerate(changes):
        control = list(changes).index(TRAVEL if name.startswith(TRAVEL) else AS_IT_IS)
        rows = [_row(dances, _of(all_, place, dances), _of(all_, control, dances)) for all_ in found]
        print(f"| {name}{' *' if name in LEFT_OUT else ''} | " + " | ".join(rows) + " |")
    print("\n\\* left out while tuning")


def watched(checkout: Path, paths: Sequence[Path]) -> list[Found]:
    """What the `kinescore` of `checkout` finds in every file."""
    environment = {**os.environ, "PYTHONPATH": str(checkout / "backend")}
    lines = "\n".join(map(str, paths))
    told = subprocess.run(
        [sys.executable, "-c", WATCH],
        input=lines,
        env=environment,
        cwd=checkout,
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


def _written(keypoints: Keypoints, path: Path) -> Path:
    facts = {"fps": keypoints.fps, "size": np.array(keypoints.size)}
    np.savez(path, positions=keypoints.positions, confidence=keypoints.confidence, **facts)
    return path


def _of(found: Sequence[Found], place: int, dances: Sequence[Dance]) -> Sequence[Found]:
    return found[place * len(dances) : (place + 1) * len(dances)]


def _row(dances: Sequence[Dance], found: Sequence[Found], controls: Sequence[Found]) -> str:
    tempo, sure, again, chance, new = [], [], [], [], []
    for number, (dance, one, control) in enumerate(zip(dances, found, controls, strict=True)):
        tempo.append(abs(one["tempo"] / dance.tempo_bpm - 1) < 0.01)
        sure.append(not tempo[-1] and one["sure"] >= SURE)
        wanted, times = np.array(control["hits"]), np.array(one["hits"])
        again.append(_near(wanted, times))
        new.append(1 - _near(times, wanted))
        random = np.random.default_rng(number).uniform(0, one["seconds"], len(times))
        chance.append(_near(wanted, random))
    shares = [float(np.mean(values)) for values in (tempo, sure, again, chance, new)]
    return "{:.0%} | {:.0%} | {:.0%} ({:.0%}) | {:.0%}".format(*shares)


def _near(these: np.ndarray, those: np.ndarray) -> float:
    """Share of `these` that have one of `those` within NEAR_SECONDS."""
    if not len(these) or not len(those):
        return float(not len(these))
    return float((np.abs(these[:, None] - those[None]).min(axis=1) < NEAR_SECONDS).mean())


if __name__ == "__main__":
    main()
