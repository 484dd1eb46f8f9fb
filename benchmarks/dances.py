"""Real dances with a known beat, and controlled changes of them, for benchmarks and tests.

AIST++ dances are named after their dancer and music, whose tempo the name gives (`gKR_sFM_cAll_d28_mKR0_ch01`: dancer
28, music mKR0), and start with it. The first beat is heard between 0.05 and 0.10 s in; where one number must do it is
0.08 s. A change moves the known beats with the frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDER = DATA / "aist"
SETS = ("aist", "aist_more", "aist_sticks", "avatars")
FIRST_BEAT_SECONDS = 0.08
POSSIBLE_FIRST_BEATS = (0.05, 0.08, 0.10)
TOLERANCE_SECONDS = 0.1
HOUSE_BPM = (110, 115, 120, 125, 130, 135)
OTHER_BPM = (80, 90, 100, 110, 120, 130)
SHORTEST_SHARE = 0.65
"""A dance counts as one piece of a length of which it has at least this share."""


@dataclass(frozen=True)
class Dance:
    """keypoints with the music's tempo in BPM and the time of one of its beats in seconds."""

    name: str
    keypoints: Keypoints
    tempo_bpm: float
    beat_seconds: float

    @property
    def beats(self) -> NDArray[np.float64]:
        """The music's beats inside the dance, [N] s."""
        period = 60.0 / self.tempo_bpm
        first = self.beat_seconds % period
        return np.arange(first, self.keypoints.seconds, period)


def load_dances(folder: Path = FOLDER) -> list[Dance]:
    """Return the dances in `folder` (*.npz with positions, confidence, fps, size), sorted by name; none if absent."""
    return [_load(path) for path in sorted(folder.glob("*.npz"))]


def dancer_of_name(name: str) -> str:
    """Return the dancer of an AIST++ sequence, such as d28."""
    return re.search(r"_(d\d\d)_", name).group(1)


def genre_of_name(name: str) -> str:
    """Return the genre's code of an AIST++ sequence, such as KR."""
    return re.search(r"g([A-Z]{2})_", name).group(1)


def tempo_of_name(name: str) -> int:
    """Return the tempo in BPM of an AIST++ sequence by its music's number."""
    genre, number = re.search(r"_m([A-Z]{2})(\d)_", name).groups()
    return (HOUSE_BPM if genre == "HO" else OTHER_BPM)[int(number)]


def worst_beat_error(dance: Dance, beats: NDArray[np.float64], tempo_bpm: float) -> float:
    """Return the largest distance in seconds from a beat of the music to the nearest of `beats`.

    The found grid goes on one beat beyond either end, so that a beat just outside the dance still counts.
    """
    period = 60.0 / tempo_bpm
    grid = np.concatenate([[beats[0] - period], beats, [beats[-1] + period]])
    return float(np.abs(dance.beats[:, None] - grid[None, :]).min(axis=1).max())


def chance_of_all_beats(dance: Dance) -> float:
    """Return how often a grid of the right tempo and a random phase has every beat within the tolerance."""
    return min(1.0, 2 * TOLERANCE_SECONDS * dance.tempo_bpm / 60.0)


def mirrored(dance: Dance) -> Dance:
    """Left and right exchanged, in the picture and in the names of the joints."""
    swap = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]
    positions = dance.keypoints.positions[:, swap] * np.float32([-1, 1]) + np.float32([dance.keypoints.size[0], 0])
    return _with(dance, positions=positions)


def another_camera(dance: Dance) -> Dance:
    """A third of the size, elsewhere in the picture."""
    return _with(dance, positions=dance.keypoints.positions / 3 + np.float32([500, 20]))


def resampled(dance: Dance, fps: float) -> Dance:
    """The same dance at another frame rate, linearly interpolated."""
    old = dance.keypoints
    place = np.arange(int(old.seconds * fps)) * old.fps / fps
    before = np.minimum(place.astype(int), len(old) - 2)
    share = np.minimum(place - before, 1.0)[:, None, None]
    positions = (1 - share) * old.positions[before] + share * old.positions[before + 1]
    return replace(dance, keypoints=Keypoints(positions, old.confidence[before], fps, old.size))


def noisy(dance: Dance, px: float) -> Dance:
    """Independent Gaussian noise of `px` on every coordinate of every frame."""
    noise = np.random.default_rng(7).normal(0.0, px, dance.keypoints.positions.shape)
    return _with(dance, positions=dance.keypoints.positions + noise)


def without_joints(dance: Dance, joints: tuple[int, ...]) -> Dance:
    """`joints` never seen: held at their first place, with confidence 0."""
    positions, confidence = dance.keypoints.positions.copy(), dance.keypoints.confidence.copy()
    positions[:, joints] = positions[:1, joints]
    confidence[:, joints] = 0.0
    return _with(dance, positions=positions, confidence=confidence)


def stretched(dance: Dance, factor: float) -> Dance:
    """Played `factor` times slower; the music's beats with it."""
    keypoints = _with(dance, fps=dance.keypoints.fps / factor).keypoints
    return replace(
        dance, keypoints=keypoints, tempo_bpm=dance.tempo_bpm / factor, beat_seconds=dance.beat_seconds * factor
    )


def sliding(dance: Dance, slide: float) -> tuple[Dance, NDArray[np.float64]]:
    """Return the dance as its tempo slides, by exp(`slide`) from begin to end, and the times of its beats then, [N] s.

    The middle of the dance keeps its tempo.
    """
    old = dance.keypoints
    times = np.arange(len(old)) / old.fps
    speed = np.exp(slide * (times / times[-1] - 0.5))
    played = np.concatenate([[0.0], np.cumsum((1 / speed[1:] + 1 / speed[:-1]) / 2 / old.fps)])
    place = np.interp(np.arange(0.0, played[-1], 1 / old.fps), played, times) * old.fps
    before = np.minimum(place.astype(int), len(old) - 2)
    share = (place - before)[:, None, None]
    positions = (1 - share) * old.positions[before] + share * old.positions[before + 1]
    keypoints = Keypoints(positions, old.confidence[before], old.fps, old.size)
    return replace(dance, keypoints=keypoints), np.interp(dance.beats, times, played)


def cut(dance: Dance, start_seconds: float, seconds: float) -> Dance:
    """A piece of the dance, the beats counted from its start."""
    first = round(start_seconds * dance.keypoints.fps)
    start_seconds = first / dance.keypoints.fps
    keypoints = dance.keypoints.between(start_seconds, start_seconds + seconds)
    return replace(dance, keypoints=keypoints, beat_seconds=dance.beat_seconds - start_seconds)


def windows(dance: Dance, seconds: float) -> list[Dance]:
    """Pieces of `seconds` at every half of it; the whole dance where it is a little shorter than that."""
    length = dance.keypoints.seconds
    if length < seconds:
        return [dance] if length >= SHORTEST_SHARE * seconds else []
    return [cut(dance, start, seconds) for start in np.arange(0.0, length - seconds + 1e-6, seconds / 2)]


def cuts(dance: Dance, seconds: float) -> list[Dance]:
    """All pieces of `seconds` that fit into the dance end to end."""
    count = int(dance.keypoints.seconds / seconds)
    return [cut(dance, number * seconds, seconds) for number in range(count)]


def shredded(dance: Dance, seed: int) -> Keypoints:
    """Pieces of 0.4 to 1.3 s from anywhere in the dance, one after the other: the same movement without a beat."""
    rng = np.random.default_rng(seed)
    whole = dance.keypoints
    least, most = round(0.4 * whole.fps), round(1.33 * whole.fps)
    starts = rng.integers(0, len(whole) - 2 * whole.fps, 120)
    pieces = [whole.positions[start : start + rng.integers(least, most)] for start in starts]
    positions = np.concatenate(pieces)[: len(whole)]
    return Keypoints(positions, np.ones(positions.shape[:2]), whole.fps, whole.size)


CHANGES: Mapping[str, Callable[[Dance], list[Dance]]] = {
    "as it is": lambda dance: [dance],
    "mirrored": lambda dance: [mirrored(dance)],
    "another camera": lambda dance: [another_camera(dance)],
    "24 fps": lambda dance: [resampled(dance, 24.0)],
    "60 fps": lambda dance: [resampled(dance, 60.0)],
    "noise 1 px": lambda dance: [noisy(dance, 1.0)],
    "noise 3 px": lambda dance: [noisy(dance, 3.0)],
    "no head, no hands": lambda dance: [without_joints(dance, (0, 1, 2, 3, 4, 9, 10))],
    "no feet": lambda dance: [without_joints(dance, (15, 16))],
    "13 % faster": lambda dance: [stretched(dance, 1 / 1.13)],
    "15 % slower": lambda dance: [stretched(dance, 1.15)],
    "20 s pieces": lambda dance: cuts(dance, 20.0),
    "15 s pieces": lambda dance: cuts(dance, 15.0),
    "10 s pieces": lambda dance: cuts(dance, 10.0),
}


def _load(path: Path) -> Dance:
    with np.load(path, allow_pickle=False) as stored:
        size = (int(stored["size"][0]), int(stored["size"][1]))
        keypoints = Keypoints(stored["positions"], stored["confidence"], float(stored["fps"]), size)
    return Dance(path.stem, keypoints, float(tempo_of_name(path.stem)), FIRST_BEAT_SECONDS)


def _with(
    dance: Dance,
    positions: NDArray[np.float32] | None = None,
    confidence: NDArray[np.float32] | None = None,
    fps: float | None = None,
) -> Dance:
    old = dance.keypoints
    keypoints = Keypoints(
        old.positions if positions is None else positions,
        old.confidence if confidence is None else confidence,
        fps or old.fps,
        old.size,
    )
    return replace(dance, keypoints=keypoints)
