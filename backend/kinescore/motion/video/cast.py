"""Who of those seen in a film counts, how much, and what the user is told about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.gaps import LEAST_CONFIDENCE, fill_gaps
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.motion.recordings import Warn
from kinescore.motion.video.people import Track
from kinescore.motion.video.shots import Followed, change_note, clock, followed_through, listed, nobody_note
from kinescore.motion.video.steady_rate import at_steady_rate
from kinescore.motion.video.who_is_who import Person, meetings, who_is_who

LEAST_SECONDS = 1.0
"""For so long, in all, a person must be seen; films have shots without people."""
LEAST_SHARE = 0.1
"""Of the time in which the leader is seen, and of the leader's movement: who has less is left out."""


@dataclass(frozen=True)
class Sights:
    """What was seen in a film. times: [T] s. is_cut: [T]. size: (width, height) px."""

    tracks: Sequence[Track]
    times: NDArray[np.float64]
    is_cut: NDArray[np.bool_]
    size: tuple[int, int]


def movers_of(sights: Sights, name: str, warn: Warn) -> tuple[Mover, ...]:
    """Everybody who counts in the film called `name`; who moves most in the picture leads, with weight 1, and the
    others weigh as much less as they move less. Raises MotionError where nobody is seen for long enough."""
    people = who_is_who(sights.tracks, sights.times, sights.is_cut)
    frames = len(sights.times)
    leader = _followed(people[0], sights) if people else Followed(np.zeros((frames, 17, 3), np.float32), ())
    _require_somebody(leader, sights.times, name)
    first = _keypoints(leader, sights)
    chosen = people[:1] + [person for person in people[1:] if _counts(person, people[0], sights.times)]
    weights = [max(0.01, round(person.movement / max(chosen[0].movement, 1e-9), 2)) for person in chosen]
    movers = [Mover(first, 1.0, "person 1" if len(chosen) > 1 else "")]
    if len(chosen) > 1:
        warn(_who_note(chosen, weights, len(people) - len(chosen), sights))
    is_seen = np.zeros(frames, dtype=bool)
    for person in chosen:
        for part in person.parts:
            is_seen[part.frames] = True
    for note in (*nobody_note(is_seen, sights.times), *change_note(leader.changes, sights.times)):
        warn(note)
    for number, person in enumerate(chosen[1:], start=2):
        followed = _followed(person, sights)
        movers.append(Mover(_keypoints(followed, sights), weights[number - 1], f"person {number}"))
        for note in change_note(followed.changes, sights.times):
            warn(f"person {number}: {note}")
    if met := meetings(chosen):
        where = listed([f"at {clock(sights.times[frame])}" for frame in met])
        warn(f"Two people who look alike meet {where}; who is who afterwards is told by their way, and may be wrong.")
    return tuple(movers)


def _counts(person: Person, leader: Person, times: NDArray[np.float64]) -> bool:
    step = times[-1] / (len(times) - 1)
    long_enough = person.seen * step >= LEAST_SECONDS and person.seen >= LEAST_SHARE * leader.seen
    return long_enough and person.movement >= LEAST_SHARE * leader.movement


def _followed(person: Person, sights: Sights) -> Followed:
    starts_anew = sights.is_cut.copy()
    starts_anew[person.taken_over()] = True
    return followed_through(person.poses(len(sights.times)), sights.times, starts_anew)


def _require_somebody(followed: Followed, times: NDArray[np.float64], name: str) -> None:
    found = int((followed.poses[..., 2] > 0).any(axis=1).sum())
    if found < min(LEAST_SECONDS * (len(times) - 1) / times[-1], 0.5 * len(times)):
        raise MotionError(
            f"A person is visible in {found} of {len(times)} frames of {name}; {LEAST_SECONDS:g} s or half of a "
            "shorter film is needed.",
            "Use a video that shows one person whole, from the front, in good light.",
        )


def _keypoints(followed: Followed, sights: Sights) -> Keypoints:
    steady, fps = at_steady_rate(followed.poses, sights.times)
    return Keypoints(*fill_gaps(steady[..., :2], steady[..., 2]), fps, sights.size)


def _who_note(chosen: Sequence[Person], weights: Sequence[float], others: int, sights: Sights) -> str:
    told = [
        f"person {number} ({_whereabouts(person, sights)}) counts {weight:g}"
        for number, (person, weight) in enumerate(zip(chosen, weights, strict=True), start=1)
    ][1:]
    left_out = f"; {others} more, seen or moving little, {'is' if others == 1 else 'are'} left out" if others else ""
    return (
        f"{len(chosen)} people are followed: person 1 ({_whereabouts(chosen[0], sights)}) moves most in the picture "
        f"and leads, {', '.join(told)}{left_out}."
    )


def _whereabouts(person: Person, sights: Sights) -> str:
    """ "left, seen from 0:00.0 for 9 s"."""
    part = person.parts[0]
    pose = part.poses[0]
    seen = pose[pose[:, 2] >= LEAST_CONFIDENCE, 0]
    third = int(np.clip(3 * np.median(seen) / sights.size[0], 0, 2))
    step = sights.times[-1] / (len(sights.times) - 1)
    side = ("left", "middle", "right")[third]
    return f"{side}, from {clock(sights.times[part.frames[0]])} for {person.seen * step:.1f} s"
