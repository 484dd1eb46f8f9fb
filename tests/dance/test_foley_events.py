"""Foley events of movers whose contacts and crests of speed are known by construction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.made_machines import pendulum, walker
from kinescore.dance.foley import foley_of
from kinescore.dance.foley_events import FoleyEvents, FoleyKind
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.motion.moving_points import project_points
from kinescore.motion.read import read_motion
from tests.dance.made_dancer import FRAME_RATES, LEFT_ARM, groover, hopper, seen, standing
from tests.dance.made_movers import ball, tellable
from tests.groovebox.made_cycles import walk_cycle

EVERYTHING = tuple(FoleyKind)


def events(keypoints: Keypoints, kind: FoleyKind, loops: bool = False) -> FoleyEvents:
    return foley_of([Mover(keypoints)], [kind], keypoints.seconds, loops)


def times(keypoints: Keypoints, kind: FoleyKind, loops: bool = False) -> np.ndarray:
    return np.array([event.time_s for event in events(keypoints, kind, loops)])


def swinging(at: float, width: float, fps: float, reach: float = 260.0) -> Keypoints:
    """A figure whose left hand goes up once, fastest `at` seconds."""
    positions, when = standing(4.0, fps)
    share = 0.5 + 0.5 * np.tanh((when - at) / width)
    positions[:, LEFT_ARM, 1] -= reach * share[:, None]
    return seen(positions, fps)


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_a_jump_lands_within_a_frame(fps: float) -> None:
    (landing,) = events(hopper(1.0, 1.5, fps=fps), FoleyKind.IMPACTS)
    assert abs(landing.time_s - 1.5) < 1 / fps
    assert landing.strength > 0.5


def test_a_higher_jump_lands_harder() -> None:
    low, high = (events(hopper(1.0, 1.0 + air, fps=60), FoleyKind.IMPACTS)[0] for air in (0.8, 0.4))
    assert high.strength > low.strength  # the same height in half the time


def test_who_bounces_in_the_knees_neither_steps_nor_lands() -> None:
    dancer = groover(120, seconds=8)
    assert not events(dancer, FoleyKind.STEPS)
    assert not events(dancer, FoleyKind.IMPACTS)


@pytest.mark.parametrize("frames", [24, 72])
@pytest.mark.parametrize("shift", [0, 6, 17])
def test_a_walk_cycle_steps_at_the_seam_as_well(frames: int, shift: int) -> None:
    cycle = walk_cycle(frames)
    rolled = replace(cycle, positions=np.roll(cycle.positions, shift, axis=0))
    found = times(rolled, FoleyKind.STEPS, loops=True)
    expected = (0.25 + 0.5 * np.arange(round(2 * cycle.seconds)) + shift / 24) % cycle.seconds
    assert len(found) == len(expected)
    apart = np.abs(found[:, None] - expected)
    assert np.minimum(apart, cycle.seconds - apart).min(axis=1).max() < 1 / 24


def test_a_kick_that_stops_in_the_air_is_no_step() -> None:
    positions, when = standing(4.0, 60.0)
    positions[:, [13, 15], 1] -= 90 * np.clip((when - 1.0) / 0.2, 0, 1)[:, None]
    positions[:, [13, 15], 1] += 25 * np.clip((when - 2.0) / 0.08, 0, 1)[:, None]  # falls a little, is held up there
    assert not events(seen(positions, 60.0), FoleyKind.STEPS)


@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0])
def test_a_ball_is_heard_wherever_it_bounces(fps: float) -> None:
    thing, contacts = ball(fps)
    found = times(thing, FoleyKind.IMPACTS)
    for contact in tellable(contacts, fps, thing.seconds):
        assert np.abs(found - contact).min() < 1 / fps
    assert not events(thing, FoleyKind.STEPS)
    levels = [event.strength for event in events(thing, FoleyKind.IMPACTS)]
    assert levels == sorted(levels, reverse=True)


def test_a_creature_steps_and_a_ball_does_not() -> None:
    when = np.arange(300) / 30
    legs = project_points(walker(when, 1.5 * when, np.random.default_rng(1)), 30.0, 2)
    found, expected = times(legs, FoleyKind.STEPS), np.arange(1, 15) / 1.5
    assert np.abs(found[:, None] - expected).min(axis=0).max() < 1 / 30
    assert len(found) == len(expected)
    assert not events(legs, FoleyKind.IMPACTS)


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_a_whoosh_is_loudest_when_the_hand_is_fastest(fps: float) -> None:
    (swing,) = events(swinging(1.7, 0.06, fps), FoleyKind.WHOOSHES)
    assert abs(swing.time_s - 1.7) < 1 / fps
    shares = np.array([share for share, _ in swing.course])
    assert abs(swing.start_s + shares.argmax() / 60 - 1.7) < 1 / fps + 1 / 60
    assert shares[0] < 0.4
    assert shares[-1] < 0.4


def test_a_slow_hand_is_not_heard_and_a_faster_one_is_louder() -> None:
    assert not events(swinging(1.7, 0.4, 30.0), FoleyKind.WHOOSHES)
    slow, fast = (events(swinging(1.7, width, 60.0), FoleyKind.WHOOSHES)[0].strength for width in (0.12, 0.06))
    assert fast > slow


def test_a_pendulum_whooshes_at_the_bottom() -> None:
    when = np.arange(300) / 30
    found = times(project_points(pendulum(when, 1.5 * when, np.random.default_rng(1)), 30.0, 2), FoleyKind.WHOOSHES)
    assert np.abs((1.5 * found - 0.5) - np.round(1.5 * found - 0.5)).max() < 1.5 / 30
    assert len(found) >= 14


def test_what_whirls_evenly_has_no_crest() -> None:
    turn = 2 * np.pi * 2 * np.arange(300) / 30
    path = np.stack([np.cos(turn), 0 * turn, np.sin(turn)], axis=1)[:, None]
    assert not events(project_points(path, 30.0, 2), FoleyKind.WHOOSHES)


def test_a_sound_is_where_its_cause_is_in_the_picture() -> None:
    thing, _ = ball(30.0)  # rolls to the right
    pans = [event.pan for event in events(thing, FoleyKind.IMPACTS)]
    assert pans == sorted(pans)
    assert pans[0] < -0.2
    assert pans[-1] > pans[0] + 0.3


def test_nothing_is_heard_of_who_is_not_seen() -> None:
    dancer = hopper(1.0, 1.5)
    hidden = dancer.confidence.copy()
    hidden[36:60] = 0.0
    assert not foley_of([Mover(replace(dancer, confidence=hidden))], EVERYTHING, 4.0)


def test_a_lighter_mover_is_heard_less_and_each_says_whose_it_is() -> None:
    both = foley_of([Mover(hopper(1.0, 1.5)), Mover(hopper(2.0, 2.5), weight=0.5)], [FoleyKind.IMPACTS], 4.0)
    assert [event.who for event in both] == [0, 1]
    assert both[1].strength == pytest.approx(0.5 * both[0].strength)


def test_nothing_happens_after_the_end() -> None:
    assert not foley_of([Mover(hopper(1.0, 1.5))], EVERYTHING, 1.2)


def test_real_dances_are_heard_and_no_more_than_a_person_can_do(shared_motion: Path) -> None:
    for file in sorted((shared_motion / "aist").glob("*.npz")):
        dance = read_motion(file)
        counts = {kind: len(events(dance, kind)) / dance.seconds for kind in EVERYTHING}
        assert 0.5 < counts[FoleyKind.WHOOSHES] <= 3.05
        assert 1.0 < counts[FoleyKind.STEPS] < 5.0
        assert counts[FoleyKind.IMPACTS] < 1.0
