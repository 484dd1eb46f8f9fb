"""What files do to movement, and what is left of tempo and hit points: holds, pops, jumps, rest poses, noise.

    python -m benchmarks.robustness FOLDER [FOLDER ...]

Folders hold AIST++ dances as .npz (tempo by their names). Each change is made to every dance; printed are the share of
dances whose tempo is within 1 % of the music's, how many of the untouched dance's hit points are found again within
0.06 s (chance: the same number of hit points at random times), how many of those found are new, and the mean
confidence; without the repair of `kinescore.motion.repair`, and with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.dances import Dance, load_dances
from kinescore.dance import analysis
from kinescore.dance.analysis import DanceAnalysis
from kinescore.motion.keypoints import Keypoints, body_size
from kinescore.motion.repair import Repaired
from kinescore.motion.resampling import resample

NEAR_SECONDS = 0.06
Change = Callable[[Keypoints, np.random.Generator], Keypoints]


def held(fps: float, frames: int) -> Change:
    """On `frames` at `fps`: each pose stands until the next."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        moved = resample(keypoints, fps)
        shown = (np.arange(len(moved)) // frames) * frames
        return replace(moved, positions=moved.positions[shown])

    return change


def held_unevenly(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
    """Twos and threes in turns at 24 fps, as animators mix them."""
    moved = resample(keypoints, 24.0)
    starts = np.cumsum(generator.choice([2, 3], len(moved)))
    shown = np.concatenate([[0], starts])[np.searchsorted(starts, np.arange(len(moved)), side="right")]
    return replace(moved, positions=moved.positions[shown])


def slow_camera(fps: float) -> Change:
    """Filmed at `fps`: no holds, only few frames."""
    return lambda keypoints, generator: resample(keypoints, fps)


def popped(count: int, frames: int, joints: int) -> Change:
    """`count` times, `joints` joints are elsewhere for `frames` frames, by up to three bodies."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        positions = keypoints.positions.copy()
        for first in generator.integers(10, len(positions) - 10 - frames, count):
            chosen = generator.choice(17, joints, replace=False)
            away = generator.normal(0, 1, 2)
            away *= body_size(keypoints) * generator.uniform(0.3, 3) / np.linalg.norm(away)
            positions[first : first + frames, chosen] += away
        return replace(keypoints, positions=positions)

    return change


def _travelling(keypoints: Keypoints, loop_seconds: float) -> Keypoints:
    """Two thirds of a body size a second of travel, which jumps back at the end of every loop."""
    seconds = np.arange(len(keypoints)) / keypoints.fps % loop_seconds
    travel = 2 / 3 * body_size(keypoints) * seconds[:, None, None] * np.array([1.0, 0.1])
    return replace(keypoints, positions=keypoints.positions + travel.astype(np.float32))


def rest_pose_before(frames: int) -> Change:
    """A T-pose stands for `frames` frames before the dance."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        pose = keypoints.positions[0] + generator.normal(0, 0.2 * body_size(keypoints), (17, 2))
        positions = keypoints.positions.copy()
        positions[:frames] = pose
        return replace(keypoints, positions=positions)

    return change


def noisy(px_of_1000: float) -> Change:
    """Independent noise on every joint and frame, in thousandths of the body's size."""

    def change(keypoints: Keypoints, generator: np.random.Generator) -> Keypoints:
        noise = generator.normal(0, px_of_1000 / 1000 * body_size(keypoints), keypoints.positions.shape)
        return replace(keypoints, positions=keypoints.positions + noise.astype(np.float32))

    return change


CHANGES: Mapping[str, Change] = {
    "as it is": lambda keypoints, generator: keypoints,
    "on twos, 24 fps": held(24.0, 2),
    "on threes, 24 fps": held(24.0, 3),
    "on fours, 24 fps": held(24.0, 4),
    "on twos, 25 fps": held(25.0, 2),
    "on threes, 30 fps": held(30.0, 3),
    "twos and threes, 24 fps": held_unevenly,
    "12 fps shown at 60": held(60.0, 5),
    "12 fps": slow_camera(12.0),
    "8 fps": slow_camera(8.0),
    "one frame pops": popped(1, 1, 17),
    "five pops of a wrist": popped(5, 1, 1),
    "three pops of 3 frames": popped(3, 3, 17),
    "travel": lambda keypoints, generator: _travelling(keypoints, np.inf),
    "travel jumps back": lambda keypoints, generator: _travelling(keypoints, 3.0),
    "rest pose, 1 frame": rest_pose_before(1),
    "rest pose, 12 frames": rest_pose_before(12),
    "noise 5 per mille": noisy(5),
    "noise 10 per mille": noisy(10),
}


def main() -> None:
    """Print the table, with the repair and without."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    dances = [dance for folder in parser.parse_args().folders for dance in load_dances(folder)]
    controls = {dance.name: analysis.analyse(dance.keypoints) for dance in dances}
    repair = analysis.repaired
    print(f"{len(dances)} dances; tempo, hits again (chance), new, confidence; without the repair | with it")
    for name, change in CHANGES.items():
        rows = []
        for mend in (Repaired, repair):
            analysis.repaired = mend
            rows.append(_row(dances, change, controls))
        analysis.repaired = repair
        print(f"{name:26}{rows[0]}   |   {rows[1]}")


def _row(dances: list[Dance], change: Change, controls: Mapping[str, DanceAnalysis]) -> str:
    tempo, again, chance, new, confidence = [], [], [], [], []
    for number, dance in enumerate(dances):
        generator = np.random.default_rng(number)
        found = analysis.analyse(change(dance.keypoints, generator))
        tempo.append(abs(found.grid.tempo_bpm / dance.tempo_bpm - 1) < 0.01)
        confidence.append(found.grid.tempo_confidence)
        wanted = np.array([hit.time_s for hit in controls[dance.name].hits])
        times = np.array([hit.time_s for hit in found.hits])
        again.append(_near(wanted, times))
        new.append(1 - _near(times, wanted))
        chance.append(_near(wanted, generator.uniform(0, found.seconds, len(times))))
    shares = [float(np.mean(values)) for values in (tempo, again, chance, new)]
    return "{:4.0%} {:4.0%} ({:3.0%}) {:4.0%}  {:.2f}".format(*shares, np.mean(confidence))


def _near(these: np.ndarray, those: np.ndarray) -> float:
    """Share of `these` that have one of `those` within NEAR_SECONDS."""
    if not len(these) or not len(those):
        return float(not len(these))
    return float((np.abs(these[:, None] - those[None]).min(axis=1) < NEAR_SECONDS).mean())


if __name__ == "__main__":
    main()
