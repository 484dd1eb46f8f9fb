"""How far foley is from what makes it, measured in the sound, beside the same for moments drawn at random.

    python -m benchmarks.foley_sync [FILES ...]      motion of bodies, such as AIST++ .npz and BVH

Made movers first, whose contacts and crests of speed are known: heard / known, how much of either is missing, and the
distance from each known moment to the nearest onset (of whooshes, crest) in the stem. Then, of each file, the distance
from the events that were found to what is heard, and the events per second. Chance: the same with all onsets shifted
round by random amounts.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.made_machines import pendulum, thrown, walker
from kinescore.dance.foley import foley_of
from kinescore.dance.foley_events import FoleyKind
from kinescore.engines.composer import compose
from kinescore.foley.playing import stem_name
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.motion.moving_points import project_points
from kinescore.motion.read import read_motion
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE

SECONDS, RATE_HZ = 12.0, 1.5
HOP = 44  # one millisecond
RISE_DB, LEAST_DB, REST_SECONDS = 9.0, -25.0, 0.12
"""Of a sound that begins: above what was before, beside the loudest of the stem; a toe or debris is no other sound."""
CREST_SECONDS, LEAST_CREST = 0.06, 0.05
SHIFTS = 200
STANDING = np.array(
    [[0, -160], [6, -166], [-6, -166], [14, -160], [-14, -160], [36, -120], [-36, -120], [50, -70], [-50, -70],
     [56, -20], [-56, -20], [22, -10], [-22, -10], [24, 70], [-24, 70], [24, 150], [-24, 150]], np.float64
)  # fmt: skip


def jumping(fps: float) -> tuple[Keypoints, np.ndarray]:
    """A body that jumps every second and a half and lands stiffly."""
    times = np.arange(round(SECONDS * fps)) / fps
    share = np.clip((times % 1.5 - 0.7) / 0.45, 0.0, 1.0)
    return _body(fps, lift=90 * 4 * share * (1 - share)), np.arange(0.7 + 0.45, SECONDS, 1.5)


def walking(fps: float) -> tuple[Keypoints, np.ndarray]:
    """A body that walks on the spot, two steps a second, and drops each foot to the ground."""
    positions = _body(fps).positions.copy()
    phase = np.arange(len(positions)) / fps
    for foot, late in ((15, 0.0), (16, 0.5)):
        turn = (phase - late) % 1.0
        lift = np.where(turn < 0.4, np.sin(np.pi * turn / 0.4), 0.0)
        across = np.where(turn < 0.4, -np.cos(np.pi * turn / 0.4), 1.0 - 2.0 * (turn - 0.4) / 0.6)
        positions[:, foot, 1] -= 30 * lift
        positions[:, foot, 0] += 45 * across
        positions[:, foot - 2, 1] -= 12 * lift
        positions[:, foot - 2, 0] += 20 * across
    steps = np.sort(np.concatenate([np.arange(0.4, SECONDS, 1.0), np.arange(0.9, SECONDS, 1.0)]))
    return Keypoints(positions, np.ones(positions.shape[:2]), fps, (960, 540)), steps


def waving(fps: float) -> tuple[Keypoints, np.ndarray]:
    """A body whose right hand goes up or down, fast, every second."""
    positions = _body(fps).positions.copy()
    times = np.arange(len(positions)) / fps
    crests = np.arange(0.6, SECONDS - 0.5, 1.0)
    up = sum((1 if n % 2 == 0 else -1) * (0.5 + 0.5 * np.tanh((times - at) / 0.06)) for n, at in enumerate(crests))
    positions[:, [8, 10], 1] -= np.array([90.0, 170.0]) * np.asarray(up)[:, None]
    return Keypoints(positions, np.ones(positions.shape[:2]), fps, (960, 540)), crests


def _body(fps: float, lift: np.ndarray | float = 0.0) -> Keypoints:
    count = round(SECONDS * fps)
    positions = np.repeat((STANDING + np.array([480, 300]))[None], count, axis=0)
    positions[..., 1] -= np.broadcast_to(np.asarray(lift), count)[:, None]
    return Keypoints(positions, np.ones((count, 17)), fps, (960, 540))


def machine(path: Callable[..., np.ndarray], first: float) -> Callable[[float], tuple[Keypoints, np.ndarray]]:
    """A mover of `made_machines` with an event RATE_HZ times a second, the first at `first` of a period."""

    def made(fps: float) -> tuple[Keypoints, np.ndarray]:
        times = np.arange(round(SECONDS * fps)) / fps
        points = path(times, RATE_HZ * times, np.random.default_rng(1))
        known = np.arange(first, RATE_HZ * SECONDS) / RATE_HZ
        return project_points(points, fps, 2), known[(known > 0.1) & (known < SECONDS - 0.1)]

    return made


MADE: dict[str, tuple[FoleyKind, Callable[[float], tuple[Keypoints, np.ndarray]]]] = {
    "jumper": (FoleyKind.IMPACTS, jumping),
    "ball": (FoleyKind.IMPACTS, machine(thrown, 0.0)),
    "walker": (FoleyKind.STEPS, walking),
    "creature": (FoleyKind.STEPS, machine(walker, 0.0)),
    "waver": (FoleyKind.WHOOSHES, waving),
    "pendulum": (FoleyKind.WHOOSHES, machine(pendulum, 0.5)),
}


def heard(samples: np.ndarray, kind: FoleyKind) -> np.ndarray:
    """When sounds of a stem [2, N] begin, s; of whooshes, when they are loudest."""
    power = (samples**2).sum(axis=0)
    hops = power[: len(power) // HOP * HOP].reshape(-1, HOP).mean(axis=1)
    if kind is FoleyKind.WHOOSHES:
        width = round(CREST_SECONDS * SAMPLE_RATE / HOP)
        smooth = np.convolve(hops, np.hanning(2 * width + 1) / width, "same")
        tops = np.flatnonzero((smooth[1:-1] > smooth[:-2]) & (smooth[1:-1] >= smooth[2:])) + 1
        return (tops[smooth[tops] > LEAST_CREST * smooth.max()] + 0.5) * HOP / SAMPLE_RATE
    level = 10 * np.log10(np.convolve(hops, np.ones(5) / 5)[: len(hops)] + 1e-9)
    before = np.minimum.reduce([np.roll(level, lag) for lag in (5, 8, 12)])
    rises = np.flatnonzero((level - before > RISE_DB) & (level > level.max() + LEAST_DB))
    begun: list[int] = []
    for rise in rises:
        if not begun or (rise - begun[-1]) * HOP / SAMPLE_RATE > REST_SECONDS:
            begun.append(int(rise))
    return np.array(begun) * HOP / SAMPLE_RATE


def distances(known: np.ndarray, found: np.ndarray) -> np.ndarray:
    """From each of `known` s to the nearest of `found` s."""
    return np.abs(known[:, None] - found).min(axis=1, initial=np.inf)


def row(known: np.ndarray, found: np.ndarray, seconds: float, fps: float) -> str:
    """Median and 95 % of the distances, in milliseconds, how many are within a frame, and both by chance."""
    own = distances(known, found)
    rng = np.random.default_rng(0)
    shifted = [distances(known, (found + shift) % seconds) for shift in rng.uniform(0, seconds, SHIFTS)]
    chance = np.concatenate(shifted)
    told = [1000 * np.quantile(own, q) for q in (0.5, 0.95)]
    told += [100 * np.mean(own <= 1 / fps), 1000 * np.median(chance), 100 * np.mean(chance <= 1 / fps)]
    return f"{told[0]:7.1f} {told[1]:7.1f} {told[2]:6.0f} %   {told[3]:7.0f} {told[4]:6.0f} %"


def stem_of(keypoints: Keypoints, kind: FoleyKind) -> np.ndarray:
    """The stem of `kind` beside calm music."""
    return (
        compose(SoundtrackRequest(keypoints, genre="ambient", foley=(kind,), stems=True)).stems[stem_name(kind)].samples
    )


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*", help="motion of bodies")
    files = parser.parse_args().files
    print("made         kind       fps  known heard   median    95 %  a frame    chance  a frame   (ms)")
    for name, (kind, made) in MADE.items():
        for fps in (24.0, 30.0, 60.0):
            keypoints, known = made(fps)
            found = heard(stem_of(keypoints, kind), kind)
            print(
                f"{name:12} {kind.value:9} {fps:4.0f} {len(known):6} {len(found):5}  {row(known, found, SECONDS, fps)}"
            )
    print("\nmotion                        kind       a second   median    95 %  a frame    chance  a frame   (ms)")
    for file in files:
        keypoints = read_motion(file)
        for kind in FoleyKind:
            events = foley_of([Mover(keypoints)], [kind], keypoints.seconds)
            times = np.array([event.time_s for event in events])
            rate = f"{file.stem[:28]:29} {kind.value:9} {len(events) / keypoints.seconds:9.2f}"
            if len(events):
                found = heard(stem_of(keypoints, kind), kind)
                rate += f"  {row(times, found, keypoints.seconds, keypoints.fps)}"
            print(rate)


if __name__ == "__main__":
    main()
