"""Tracks of people in the shots of a film -> people through the whole film.

A track breaks off where somebody is hidden, and may glide from one person to another where two cross. It is taken apart
there (`taken_apart`), and the parts are put together again by looks and place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.video.parts import Part, taken_apart
from kinescore.motion.video.people import COLOURS_APART, REACH_AT_ONCE, REACH_SPEED, Track, size_of, unlike
from kinescore.motion.video.shots import SHORTEST_SECONDS

ALIKE = 12.0
"""Distance in CIE Lab of clothes; two people who differ by less cannot be told apart by them."""
MEETING = 0.5
"""In body sizes: who are nearer than this may be taken for each other."""
OUT_OF_RANK = 0.25
"""What each step of rank costs after a cut, where looks say little: the largest mover goes on as the largest."""


@dataclass(frozen=True)
class Person:
    """Parts in the order of time."""

    parts: tuple[Part, ...]

    @property
    def movement(self) -> float:
        """That of all parts, px."""
        return sum(part.movement for part in self.parts)

    @property
    def seen(self) -> int:
        """Frames."""
        return sum(len(part.frames) for part in self.parts)

    def poses(self, frames: int) -> NDArray[np.float32]:
        """[frames, 17, 3], 0 where they are not seen."""
        poses = np.zeros((frames, 17, 3), np.float32)
        for part in self.parts:
            poses[part.frames] = part.poses
        return poses

    def taken_over(self) -> list[int]:
        """Frames in which a part goes on right behind another: a crossing was put right there."""
        return [int(part.frames[0]) for before, part in pairwise(self.parts) if part.frames[0] == before.frames[-1] + 1]


def who_is_who(tracks: Sequence[Track], times: NDArray[np.float64], is_cut: NDArray[np.bool_]) -> list[Person]:
    """People, the one with most movement first. times: [T] s. is_cut: [T], whether another shot begins.

    Parts that are seen at the same time are of different people. In one shot looks and place decide who goes on, over
    a cut looks, and where they say little the order of movement. Nobody is made up to fit: a new person begins only
    where all others are seen elsewhere. Who is seen for less than SHORTEST_SECONDS is nobody beside those seen longer.
    """
    shots = np.cumsum(is_cut, dtype=np.int64)
    parts = [part for track in tracks for part in taken_apart(track, times, shots)]
    lengths = [times[part.frames[-1]] - times[part.frames[0]] for part in parts]
    if lengths and max(lengths) >= SHORTEST_SECONDS:
        parts = [part for part, seconds in zip(parts, lengths, strict=True) if seconds >= SHORTEST_SECONDS]
    people: list[list[Part]] = []
    for shot in sorted({part.shot for part in parts}):
        waiting = sorted((part for part in parts if part.shot == shot), key=lambda part: part.frames[0])
        ranks = sorted(waiting, key=lambda part: -part.movement)
        while waiting:
            place = _place_of_first(waiting, people, ranks, times)
            if place == len(people):
                people.append([])
            people[place].append(waiting.pop(0))
            people[place].sort(key=lambda part: part.frames[0])
    return sorted((Person(tuple(parts)) for parts in people), key=lambda person: -person.movement)


def _place_of_first(
    waiting: Sequence[Part], people: Sequence[Sequence[Part]], ranks: Sequence[Part], times: NDArray[np.float64]
) -> int:
    """Whose the first part that waits is, an index into `people` or behind its end. Others that are seen beside it may
    be likelier to be somebody, and then it is not."""
    rivals = [part for part in waiting if part.overlaps(waiting[0])]
    costs = [
        (_cost(part, person, times) + (OUT_OF_RANK * abs(_rank(part, ranks) - index)), number, index)
        for number, part in enumerate(rivals)
        for index, person in enumerate(people)
        if not any(part.overlaps(own) for own in person)
    ]
    placed: set[int] = set()
    given: set[int] = set()
    for _, number, index in sorted(costs):
        if number not in placed and index not in given:
            if number == 0:
                return index
            placed.add(number)
            given.add(index)
    return len(people)


def _rank(part: Part, ranks: Sequence[Part]) -> int:
    """How many that are seen beside it move more."""
    more = ranks[: next(index for index, other in enumerate(ranks) if other is part)]
    return sum(other.overlaps(part) for other in more)


def _cost(part: Part, person: Sequence[Part], times: NDArray[np.float64]) -> float:
    """How little `part` looks like a person, and in the same shot how far it is from where they were seen."""
    looks = unlike(part.look, person[-1].look) / COLOURS_APART
    before = [own for own in person if own.shot == part.shot and own.frames[-1] < part.frames[0]]
    if not before:
        return looks
    end = before[-1]
    size = max(size_of(end.poses[-1]), size_of(part.poses[0]))
    away = times[part.frames[0]] - times[end.frames[-1]]
    way = float(np.hypot(*(_centre(part.poses[0]) - _centre(end.poses[-1]))))
    return looks + min(way / (size * (REACH_AT_ONCE + REACH_SPEED * away)), 3.0)


def meetings(people: Sequence[Person]) -> list[int]:
    """Frames in which two who look alike come so near that they may be taken for each other, one for each meeting."""
    met = []
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            met += [frame for a in one.parts for b in other.parts if (frame := _meeting(a, b)) is not None]
    return sorted(met)


def _meeting(one: Part, other: Part) -> int | None:
    if one.shot != other.shot or unlike(one.look, other.look) > ALIKE:
        return None
    begin, end = max(one.frames[0], other.frames[0]), min(one.frames[-1], other.frames[-1])
    frames = np.arange(begin, end + 1) if begin <= end else np.array([end, begin])
    both = [np.searchsorted(part.frames, frames).clip(max=len(part.frames) - 1) for part in (one, other)]
    here, there = one.poses[both[0], :, :2], other.poses[both[1], :, :2]
    way = np.linalg.norm(np.median(here, axis=1) - np.median(there, axis=1), axis=1)
    extent = np.ptp(here, axis=1)
    apart = way / np.maximum(np.hypot(extent[:, 0], extent[:, 1]), 1.0)
    return int(frames[apart.argmin()]) if apart.min() < MEETING else None


def _centre(pose: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.median(pose[:, :2].astype(np.float64), axis=0)
