"""Odd files of every kind, and how many have their right answer; as it is now, and as it was.

    python -m benchmarks.odd_files CONTROL.bvh [--before CHECKOUT]

CONTROL: a made dancer of 160 frames at 20 fps and 120 BPM (`control_no_glitch.bvh` of the cases). Out of it are written
broken frames and jumps, holds and few frames at tempi from 80 to 140 BPM, and rows that are wrong or written otherwise;
beside them are the naming sets of many programs (`benchmarks.odd_names`), decorated as exporters do. A set of names is
right where all twelve joints of the limbs are found on their sides; a broken file where the tempo is within 1 BPM and
at least 10 of the control's hit points are found again within 0.06 s; a stepped one where the tempo is within 1 BPM, or
given with a confidence below 0.3; a file of odd rows where all of it is read, or all but its last row.
--before: another checkout, such as one of be3cfa0.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.interpolate import CubicSpline

from benchmarks.odd_names import decorated_sets
from kinescore.dance.analysis import analyse
from kinescore.motion.readers import read_motion_file

OWN = Path(__file__).resolve().parents[1]
READ = """
import json, sys, warnings
warnings.simplefilter("ignore")
from kinescore.dance.analysis import analyse
try:
    from kinescore.motion.readers import read_motion_file as read
    from kinescore.motion.bone_map import map_bones
except ImportError:  # as it was
    from kinescore.dance.readers.motion_file import read_motion as read
    from kinescore.dance.bone_map import map_bones
for line in sys.stdin:
    asked = json.loads(line)
    if "names" in asked:
        points = map_bones(asked["names"]).points
        print(json.dumps({joint: point.bone for joint, point in points.items() if point.end.value == "head"}))
        continue
    try:
        keypoints = read(asked["path"])
        found = analyse(keypoints)
        sure = getattr(found.grid, "tempo_confidence", None)
        sure = found.grid.confidence if sure is None else sure
        hits = [hit.time_s for hit in found.hits]
        said = {"frames": len(keypoints), "tempo": found.grid.tempo_bpm, "sure": sure, "hits": hits}
    except Exception as error:
        said = {"frames": 0, "tempo": 0.0, "sure": 1.0, "hits": [], "error": str(error)}
    print(json.dumps(said), flush=True)
"""
Case = tuple[str, str, np.ndarray | str, float, float]
"""Kind, name, rows [T, C] or the whole text, frames a second, and the tempo that is danced."""


def main() -> None:
    """Print how many of each kind are right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("control", type=Path)
    parser.add_argument("--before", type=Path, metavar="CHECKOUT")
    options = parser.parse_args()
    checkouts = [*([options.before] if options.before else []), OWN]
    control = [hit.time_s for hit in analyse(read_motion_file(options.control)).hits]
    head, rows = _parsed(options.control)
    cases = [*broken(rows), *stepped(rows), *odd_rows(head, rows)]
    wanted = decorated_sets()
    with tempfile.TemporaryDirectory() as folder:
        asked = [{"names": names} for _, names, _ in wanted]
        for number, (_, _, content, fps, _) in enumerate(cases):
            path = Path(folder) / f"{number}.bvh"
            path.write_text(content if isinstance(content, str) else bvh(head, content, fps), "utf-8")
            asked.append({"path": str(path)})
        answers = [_answers(checkout, asked) for checkout in checkouts]
    right: dict[str, list[list[bool]]] = defaultdict(lambda: [[] for _ in checkouts])
    for column, answer in enumerate(answers):
        for (kind, _, limbs), points in zip(wanted, answer[: len(wanted)], strict=True):
            right[kind][column].append(all(points.get(joint) == bone for joint, bone in limbs.items()))
        for case, found in zip(cases, answer[len(wanted) :], strict=True):
            is_right = _is_right(case, found, control)
            right[case[0]][column].append(is_right)
            if not is_right and checkouts[column] == OWN:
                print(f"not right: {case[0]}, {case[1]}: {found['tempo']:.1f} BPM ({found['sure']:.2f})")
    print("| kind | files |" + " before |" * (len(checkouts) - 1) + " now |\n|---|---|" + "---|" * len(checkouts))
    for kind, columns in right.items():
        print(f"| {kind} | {len(columns[0])} | " + " | ".join(str(sum(column)) for column in columns) + " |")


def broken(rows: np.ndarray) -> Iterator[Case]:
    """Frames that pop, jumps, rest poses, noise."""
    generator, frames = np.random.default_rng(1), np.arange(len(rows))
    variants: dict[str, np.ndarray] = {}
    for frame in (0, 1, 37, 80, 119, len(rows) - 2, len(rows) - 1):
        for name, change in {"500 to the side": (0, 500), "a million deep": (2, 1e6), "turned round": (3, 180)}.items():
            variants[f"frame {frame} {name}"] = rows.copy()
            variants[f"frame {frame} {name}"][frame, change[0]] += change[1]
        variants[f"frame {frame} a T-pose at the origin"] = rows.copy()
        variants[f"frame {frame} a T-pose at the origin"][frame] = 0
    for count in (3, 5, 8):
        variants[f"{count} pops"] = rows.copy()
        variants[f"{count} pops"][generator.choice(np.arange(5, 155), count, replace=False), 0] += 200
    for every in (17, 30, 37, 50, 60, 70, 100):
        for axis in (0, 1, 2):
            variants[f"travel along {axis} anew every {every}"] = rows.copy()
            variants[f"travel along {axis} anew every {every}"][:, axis] += frames % every * 3.0
    variants["teleport"] = rows + np.where(frames >= 90, -400.0, 0.0)[:, None] * (np.arange(rows.shape[1]) == 0)
    for degrees in (0.5, 1.0, 2.0):
        noise = generator.normal(0, degrees, rows.shape)
        variants[f"noise of {degrees} degrees"] = rows + noise * (np.arange(rows.shape[1]) >= 3)
    for name, variant in variants.items():
        yield "broken frames, jumps, noise", name, variant, 20.0, 120.0
    rest = np.zeros((1, rows.shape[1]))
    rest[:, :3] = rows[0, :3]
    for count in (1, 5, 20):
        yield "T-pose before or after", f"{count} after", np.concatenate([rows, rest.repeat(count, 0)]), 20.0, 120.0
        yield "T-pose before or after", f"{count} before", np.concatenate([rest.repeat(count, 0), rows]), 20.0, 120.0


def stepped(rows: np.ndarray) -> Iterator[Case]:
    """Poses that stand for 2 to 6 frames, evenly and not; sources of few frames."""
    curve, end = CubicSpline(np.arange(len(rows)) / 20.0, rows), (len(rows) - 1) / 20.0
    for bpm in (80, 100, 112, 128, 140):
        for fps in (24, 30):
            shown = np.arange(int(end * 120 / bpm * fps))
            for hold in (2, 3, 4, 5, 6):
                kind = "on twos, threes, fours" if hold < 5 else "on fives, sixes"
                held = curve(shown // hold * hold / fps * bpm / 120)
                yield kind, f"{bpm} BPM, {fps} fps on {hold}", held, fps, bpm
                held[:, :6] = curve(shown / fps * bpm / 120)[:, :6]
                yield kind, f"{bpm} BPM, {fps} fps on {hold}, hips on ones", held, fps, bpm
            starts = np.cumsum(np.random.default_rng(0).choice([2, 3], len(shown)))
            mixed = np.concatenate([[0], starts])[np.searchsorted(starts, shown, side="right")]
            yield "on twos, threes, fours", f"{bpm} BPM, {fps} fps, mixed", curve(mixed / fps * bpm / 120), fps, bpm
        for few in (7, 8, 9, 10, 12):
            kind, seconds = "sources at 7 to 12 fps", end * 120 / bpm
            yield kind, f"{bpm} BPM, {few} fps", curve(np.arange(int(seconds * few)) / few * bpm / 120), few, bpm
            for fps in (24, 60):
                held = curve(np.floor(np.arange(int(seconds * fps)) * few / fps + 1e-9) / few * bpm / 120)
                yield kind, f"{bpm} BPM, {few} shown at {fps}", held, fps, bpm


def odd_rows(head: str, rows: np.ndarray) -> Iterator[Case]:
    """Rows more and fewer than promised, and other writing."""
    text = bvh(head, rows, 20.0)
    texts = {f"{more:+d} rows": text.replace("Frames: 160", f"Frames: {160 - more}") for more in (-2, -1, 1, 2)}
    texts |= {
        "last row cut off": text[: text.rstrip().rindex(" ")], "labels without spaces": text.replace(": ", ":"),
        "decimal commas": text.replace(".", ","), "tabs": text.replace(" ", "\t"),
        "Windows lines": text.replace("\n", "\r\n"), "a comment": "# made\n" + text,
        "text behind": text + "end of file\n", "in small letters": text.lower(),
    }  # fmt: skip
    for name, changed in texts.items():
        yield "rows and writing", name, changed, 20.0, 120.0


def bvh(head: str, rows: np.ndarray, fps: float) -> str:
    lines = "\n".join(" ".join(f"{value:.6f}" for value in row) for row in rows)
    return f"{head}MOTION\nFrames: {len(rows)}\nFrame Time: {1 / fps:.6f}\n{lines}\n"


def _parsed(path: Path) -> tuple[str, np.ndarray]:
    head, _, motion = path.read_text("utf-8").partition("MOTION")
    return head, np.loadtxt(motion.strip().splitlines()[2:])


def _answers(checkout: Path, asked: list[dict]) -> list[dict]:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "backend")}
    lines = "\n".join(map(json.dumps, asked))
    command = [sys.executable, "-c", READ]
    done = subprocess.run(
        command, input=lines, env=environment, cwd=checkout, text=True, capture_output=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _is_right(case: Case, found: dict, control: list[float]) -> bool:
    kind, name, _, fps, bpm = case
    close = abs(found["tempo"] - bpm) <= 1.0
    if "fps" in kind or kind.startswith("on "):
        return found["frames"] > 0 and (close or found["sure"] < 0.3)
    if kind == "rows and writing":
        return close and found["frames"] >= 159
    later = int(name.split()[0]) / fps if name.endswith("before") else 0.0
    times = np.array([*found["hits"], -9.0]) - later
    return close and sum(np.abs(times - hit).min() < 0.06 for hit in control) >= 10


if __name__ == "__main__":
    main()
