"""Ballroom dances from motion capture whose beats were counted: ChoreoNet (Ye et al., ACM MM 2020) and, of the same
clips, "Dance with Melody" (Tang et al., ACM MM 2018). No licence is stated: for judging alone, nothing is fitted to it.

`choreonet/data/raw_c3d` holds takes at 80 Hz, and `choreonet/data/movement_interval.csv` says from which frame to which
each figure goes and how many beats it has. That was set by eye: beats scatter by 0.1 to 0.2 s about the even ones of a
take, so they give tempo and metre, not phase.

`DANCE_*/skeletons.json` are no dances as they were danced but those figures in the order of a choreography, each
stretched to 12.5 frames a beat, in waltz 12.5 frames a bar, and turned to go on from the one before. One dancer's 32
figures make all 34 waltzes, and the music beside them was not danced to. The take of the waltz (20.c3d) is not at hand;
it is put together again here from its figures, each at its own length, in the order danced.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import read_motion

CAPTURE_HZ = 80.0
FRAMES_PER_WALTZ_BAR = 12.5
WALTZ_TAKE = "20"
TAKES = {"15": "cha-cha", "ll_qq_02_2": "cha-cha", "16": "rumba", "14": "tango", "17": "tango"}
"""Takes of more than ten figures. The tangos' own beats scatter by half a second: they were hardly danced evenly."""
_COCO = (0, 0, 0, 0, 0, 3, 12, 4, 13, 5, 14, 7, 16, 8, 17, 9, 18)
"""Joints of skeletons.json that stand for those of COCO-17."""
_HIPS = (11, 12)


@dataclass(frozen=True)
class Counted:
    """One take: keypoints from its first counted figure to its last, the mean tempo in BPM, beats in a bar."""

    name: str
    keypoints: Keypoints
    tempo_bpm: float
    beats_in_bar: int


def counted_takes(folder: Path) -> Iterator[Counted]:
    """Yield the takes in `folder`, which holds choreonet/data and DANCE_*; none where they are absent."""
    if not (folder / "choreonet/data/movement_interval.csv").is_file():
        return
    for take, dance in TAKES.items():
        rows = _figures(folder, take)
        begin, end = _span(rows)
        whole = read_motion(folder / f"choreonet/data/raw_c3d/{take}.c3d")
        yield Counted(f"{dance}, take {take}", whole.between(begin, min(end, whole.seconds)), _tempo(rows), 4)
    rows = _figures(folder, WALTZ_TAKE)
    yield Counted(f"waltz, take {WALTZ_TAKE} put together", _front_view(_waltz(folder, rows)), _tempo(rows), 3)


def _figures(folder: Path, take: str) -> list[dict[str, str]]:
    """Rows of the table of one take that are figures with beats."""
    with (folder / "choreonet/data/movement_interval.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["c3d_file"] == take and row["start_frame"] and row["beats"]]
    return [row for row in rows if row["movement_tag"] != "NIL" and not row["movement_tag"].endswith("-0-0")]


def _span(rows: list[dict[str, str]]) -> tuple[float, float]:
    return float(rows[0]["start_frame"]) / CAPTURE_HZ, float(rows[-1]["end_frame"]) / CAPTURE_HZ


def _tempo(rows: list[dict[str, str]]) -> float:
    """Return the slope of counted beats over the figures' starts, beats per minute."""
    counted = np.concatenate([[0], np.cumsum([int(row["beats"]) for row in rows])])[:-1]
    starts = np.array([float(row["start_frame"]) for row in rows]) / CAPTURE_HZ
    return float(60.0 * np.polyfit(starts, counted, 1)[0])


def _waltz(folder: Path, rows: list[dict[str, str]]) -> NDArray[np.float64]:
    """Return the take [T,17,3] cm at 30 fps, hips above one place, each figure turned to go on from the one before."""
    figures = dict(_waltz_figures(folder))
    begin = float(rows[0]["start_frame"])
    frames: list[NDArray[np.float64]] = []
    times: list[NDArray[np.float64]] = []
    for row in rows:
        figure = figures[row["movement_tag"]].copy()
        figure[..., (0, 2)] -= figure[:, _HIPS].mean(axis=1, keepdims=True)[..., (0, 2)]
        if frames:
            figure = _turned_to(figure, 2 * frames[-1][-1] - frames[-1][-2])
        start, end = ((float(row[edge]) - begin) / CAPTURE_HZ for edge in ("start_frame", "end_frame"))
        frames.append(figure)
        times.append(np.linspace(start, end, len(figure), endpoint=False))
    joined, known = np.concatenate(frames), np.concatenate(times)
    clock = np.arange(known[0], known[-1], 1 / 30)
    columns = [np.interp(clock, known, column) for column in joined.reshape(len(joined), -1).T]
    return np.stack(columns, axis=1).reshape(len(clock), 17, 3)


def _waltz_figures(folder: Path) -> Iterator[tuple[str, NDArray[np.float64]]]:
    choreographies = json.loads((folder / "choreonet/data/choreography/W.json").read_text("utf-8"))
    for dance in choreographies:
        stored = json.loads((folder / dance["name"] / "skeletons.json").read_text("utf-8"))
        joints = np.array(stored["skeletons"])[:, list(_COCO)] + np.array(stored["center"])[:, None]
        first = 0
        for name, beats in zip(dance["movements"], dance["durations"], strict=True):
            length = int(beats / 3 * FRAMES_PER_WALTZ_BAR)
            yield name, joints[first : first + length]
            first += length


def _turned_to(figure: NDArray[np.float64], pose: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn `figure` [T,17,3] about the vertical so that it begins as near to `pose` [17,3] as that goes."""
    x, z = figure[0, :, 0], figure[0, :, 2]
    angle = np.arctan2((x * pose[:, 2] - z * pose[:, 0]).sum(), (x * pose[:, 0] + z * pose[:, 2]).sum())
    cos, sin = np.cos(angle), np.sin(angle)
    across, depth = figure[..., 0], figure[..., 2]
    return np.stack([cos * across - sin * depth, figure[..., 1], sin * across + cos * depth], axis=-1)


def _front_view(joints: NDArray[np.float64]) -> Keypoints:
    pixels = np.stack([960.0 + 4.0 * joints[..., 0], 900.0 - 4.0 * joints[..., 1]], axis=-1).astype(np.float32)
    return Keypoints(pixels, np.ones(pixels.shape[:2], np.float32), 30.0, (1920, 1080))
