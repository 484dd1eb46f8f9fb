"""Foley of everyone who moves: the whooshes, steps and impacts that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from kinescore.dance.cycle import is_cycle
from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind
from kinescore.dance.footsteps import footsteps
from kinescore.dance.hit_detection import FIRST_SECONDS
from kinescore.dance.landings import landings
from kinescore.dance.unseen import is_seen
from kinescore.dance.whooshes import whooshes
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.motion.repair import repaired

ROUNDS = 3
FINDERS: Mapping[FoleyKind, Callable[[Keypoints, int], FoleyEvents]] = MappingProxyType(
    {FoleyKind.WHOOSHES: whooshes, FoleyKind.STEPS: footsteps, FoleyKind.IMPACTS: landings}
)


def foley_of(movers: Sequence[Mover], kinds: Sequence[FoleyKind], seconds: float, loops: bool = False) -> FoleyEvents:
    """Return the events of `kinds` that all `movers` make before `seconds`, in time order.

    loops: what may go on from its last frame to its first, as a walk cycle does, is seen as it goes round, so that what
    happens at the seam is found. A lighter mover is heard less. Nothing is found where nobody is seen, nor in jumps and
    pops that are no movement.
    """
    heaviest = max(mover.weight for mover in movers)
    found: list[FoleyEvent] = []
    for who, mover in enumerate(movers):
        around = loops and is_cycle(mover.keypoints)
        keypoints = repaired(_going_on(mover.keypoints) if around else mover.keypoints).keypoints
        first = mover.keypoints.seconds if around else 0.0
        begins = first if around else FIRST_SECONDS
        events = [event for kind in FoleyKind if kind in kinds for event in FINDERS[kind](keypoints, who)]
        times = np.array([event.time_s for event in events])
        inside = (times >= begins) & (times < first + min(seconds, mover.keypoints.seconds)) & is_seen(keypoints, times)
        found += [_heard(events[index], first, mover.weight / heaviest) for index in np.flatnonzero(inside)]
    return tuple(sorted(found, key=lambda event: event.time_s))


def _heard(event: FoleyEvent, first: float, share: float) -> FoleyEvent:
    """`event` in time from `first` s, `share` as strong."""
    time, start = event.time_s - first, event.start_s - first if event.course else 0.0
    return replace(event, time_s=time, start_s=start, strength=event.strength * share)


def _going_on(keypoints: Keypoints) -> Keypoints:
    """ROUNDS of a cycle, one after another."""
    positions, confidence = keypoints.positions, keypoints.confidence
    return replace(keypoints, positions=np.tile(positions, (ROUNDS, 1, 1)), confidence=np.tile(confidence, (ROUNDS, 1)))
