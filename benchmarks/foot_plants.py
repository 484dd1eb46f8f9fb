"""How many steps foley finds of those that captured motion shows in space, which it does not see.

    python -m benchmarks.foot_plants FILES ...      BVH of the CMU naming of 2010 ("lFoot", "lThigh", "lShin")

In space a foot is planted when heel or toe, having swung, comes to rest within 5 cm of the ground for 80 ms. Foley
looks at the front view alone. Matched: within 0.1 s, each once. Chance: all steps that were found shifted round by
random amounts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from kinescore.dance.footsteps import put_down
from kinescore.dance.hit_candidates import ANKLES, SMOOTHING_SECONDS
from kinescore.dance.movement import movement_of
from kinescore.motion.read import read_motion
from kinescore.motion.readers.bvh import pose_bvh
from kinescore.motion.readers.bvh_file import parse_bvh

LEG_METRES = 0.85
LOW_METRES, STILL, SWUNG = 0.05, 0.45, 0.5  # metres, metres per second
BEFORE_SECONDS, FREE_SECONDS, STANDS_SECONDS = 0.3, 0.03, 0.08
WITHIN_SECONDS, SHIFTS = 0.1, 50


def plants(path: Path) -> list[np.ndarray]:
    """When each foot, left then right, is planted in space, s."""
    bvh = parse_bvh(path)
    names = [joint.name for joint in bvh.joints]
    heads, tails = pose_bvh(bvh)
    thigh = heads[:, names.index("lThigh")] - heads[:, names.index("lShin")]
    metre = 2 * np.median(np.linalg.norm(thigh, axis=1)) / LEG_METRES
    return [
        _plants_of(heads[:, foot] / metre, tails[:, foot] / metre, bvh.fps)
        for foot in (names.index("lFoot"), names.index("rFoot"))
    ]


def _plants_of(heel: np.ndarray, toe: np.ndarray, fps: float) -> np.ndarray:
    kernel = np.hanning(9) / np.hanning(9).sum()
    ends = [
        np.stack([np.convolve(np.pad(p, 4, mode="edge"), kernel, "valid") for p in end.T], 1) for end in (heel, toe)
    ]
    speeds = [np.linalg.norm(np.gradient(end, 1 / fps, axis=0), axis=1) for end in ends]
    low = [end[:, 1] < np.percentile(end[:, 1], 10) + LOW_METRES for end in ends]
    planted = (low[0] & (speeds[0] < STILL)) | (low[1] & (speeds[1] < STILL))
    before, free, stands = (round(s * fps) for s in (BEFORE_SECONDS, FREE_SECONDS, STANDS_SECONDS))
    slower = np.minimum(*speeds)
    return np.array(
        [
            frame / fps
            for frame in np.flatnonzero(np.diff(planted.astype(int)) == 1) + 1
            if before <= frame < len(planted) - stands
            and not planted[frame - free : frame].any()
            and planted[frame : frame + stands].mean() >= 0.8
            and slower[frame - before : frame].max() >= SWUNG
        ]
    )


def matched(found: np.ndarray, true: np.ndarray) -> list[float]:
    """Distances of those that belong together, s; each once."""
    left, apart = list(found), []
    for moment in true:
        near = min(left, key=lambda other: abs(other - moment), default=np.inf)
        if abs(near - moment) < WITHIN_SECONDS:
            apart.append(abs(near - moment))
            left.remove(near)
    return apart


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    rng = np.random.default_rng(0)
    print("motion       planted  found  matched  chance   recall  precision   median   95 % (ms)")
    for file in parser.parse_args().files:
        keypoints = read_motion(file)
        movement = movement_of(keypoints, SMOOTHING_SECONDS)
        found, true = [put_down(movement, foot)[0] for foot in ANKLES], plants(file)
        apart = [distance for pair in zip(found, true, strict=True) for distance in matched(*pair)]
        shifts = rng.uniform(0, keypoints.seconds, SHIFTS)
        chance = [
            len(matched((one + shift) % keypoints.seconds, other))
            for shift in shifts
            for one, other in zip(found, true, strict=True)
        ]
        counts = sum(map(len, true)), sum(map(len, found)), len(apart), sum(chance) / SHIFTS
        median, most = (1000 * np.quantile(apart, q) for q in (0.5, 0.95))
        print(
            f"{file.stem[:12]:12} {counts[0]:7} {counts[1]:6} {counts[2]:8} {counts[3]:7.1f} "
            f"{counts[2] / counts[0]:8.2f} {counts[2] / counts[1]:10.2f} {median:8.0f} {most:6.0f}"
        )


if __name__ == "__main__":
    main()
