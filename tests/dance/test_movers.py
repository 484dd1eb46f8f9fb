"""What is no body: contacts, tempo, energy, and that point 15 is no ankle."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.hit_points import HitKind
from kinescore.dance.movement import PART_NAMES, movement_of
from kinescore.engines.composer import compose
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Layout
from kinescore.motion.moving_points import project_points
from kinescore.request import SoundtrackRequest
from tests.dance.made_movers import ball, bouncing, flapping_bird, swinging_arm, tellable, walking_legs


def farthest(times: np.ndarray, wanted: np.ndarray) -> float:
    """Seconds from the loneliest of `wanted` to the nearest of `times`."""
    return float(np.abs(wanted[:, None] - times).min(axis=1).max())


@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0, 120.0])
@pytest.mark.parametrize("restitution", [0.6, 0.8, 0.9])
@pytest.mark.parametrize("height", [0.2, 1.0, 5.0])
def test_every_bounce_is_a_contact_within_a_frame(fps, restitution, height) -> None:
    keypoints, contacts = ball(fps, height=height, restitution=restitution)
    wanted = tellable(contacts, fps, keypoints.seconds)
    hits = analyse(keypoints).hits
    found = np.array([hit.time_s for hit in hits if hit.kind is HitKind.CONTACT])
    assert farthest(found, wanted) < 1 / fps
    blurred = contacts[np.diff(contacts, append=np.inf) < max(0.15, 5 / fps)].min(initial=keypoints.seconds)
    assert farthest(contacts, found[found < blurred + 1 / fps]) < 1 / fps  # nothing is heard where nothing is met


@pytest.mark.parametrize("scale", [0.001, 1.0, 1000.0])
@pytest.mark.parametrize("up", [0, 1, 2])
def test_size_and_axis_make_no_difference(scale, up) -> None:
    plain = analyse(ball(30.0)[0])
    other = analyse(ball(30.0, scale=scale, up=up)[0])
    assert [hit.time_s for hit in other.hits] == pytest.approx([hit.time_s for hit in plain.hits], abs=1e-3)
    assert [hit.weight for hit in other.hits] == pytest.approx([hit.weight for hit in plain.hits], abs=0.02)


def test_bounces_weigh_less_and_less() -> None:
    keypoints, contacts = ball(60.0, height=2.0, restitution=0.85)
    hits = analyse(keypoints).hits
    weights = [min(hits, key=lambda hit: abs(hit.time_s - contact)).weight for contact in contacts[:10]]
    assert weights[0] == 1.0
    assert (np.diff(weights) < 0).all()


@pytest.mark.parametrize("fps", [24.0, 60.0])
@pytest.mark.parametrize("style", ["house", "cinematic", "ambient"])
def test_every_contact_gets_an_accent(fps, style) -> None:
    keypoints, contacts = ball(fps, height=2.0, restitution=0.75)
    accents = arrange(analyse(keypoints), keypoints.seconds, STYLES[style], PromptIntent(), 0).accents
    wanted = tellable(contacts, fps, keypoints.seconds)
    assert farthest(np.array([accent.time_s for accent in accents]), wanted) < 1 / fps


def test_noise_is_no_contact_and_hides_none_that_is_larger() -> None:
    keypoints, contacts = ball(30.0, height=1.0, restitution=0.8)
    noise = np.random.default_rng(0).normal(0, 0.4, keypoints.positions.shape).astype(np.float32)
    hits = analyse(replace(keypoints, positions=keypoints.positions + noise)).hits
    found = np.array([hit.time_s for hit in hits])
    assert farthest(found, contacts[:6]) < 1.5 / 30
    assert len(found[found > contacts[-1] + 0.3]) == 0


@pytest.mark.parametrize("bpm", [70.0, 96.0, 128.0])
@pytest.mark.parametrize("dwell", [0.0, 0.3])
def test_an_arm_of_one_bone_keeps_time_and_turns_on_the_beat(bpm, dwell) -> None:
    keypoints = swinging_arm(bpm, dwell=dwell)
    assert keypoints.followed.tolist() == [0]
    grid = analyse(keypoints).grid
    assert min(abs(grid.tempo_bpm / bpm - factor) for factor in (0.5, 1, 2)) < 0.01
    assert grid.tempo_confidence > 0.5


@pytest.mark.parametrize("bpm", [84.0, 120.0])
def test_a_bird_keeps_time(bpm) -> None:
    keypoints = flapping_bird(bpm)
    assert len(keypoints.followed) >= 2
    grid = analyse(keypoints).grid
    assert min(abs(grid.tempo_bpm / bpm - factor) for factor in (0.5, 1, 2)) < 0.01


@pytest.mark.parametrize("bpm", [75.0, 110.0])
@pytest.mark.parametrize("legs", [4, 8])
def test_feet_of_any_number_are_heard_where_they_land(bpm, legs) -> None:
    keypoints = walking_legs(bpm, legs)
    found = analyse(keypoints)
    steps = np.arange(2.0, keypoints.seconds - 1, 60 / bpm)
    steps = np.round(steps * bpm / 60) * 60 / bpm
    times = np.array([hit.time_s for hit in found.hits])
    assert np.mean(np.abs(steps[:, None] - times).min(axis=1) < 2 / 30) > 0.8
    assert min(abs(found.grid.tempo_bpm / bpm - factor) for factor in (0.5, 1, 2)) < 0.01


def test_every_point_is_a_part_and_none_an_ankle() -> None:
    keypoints = walking_legs(100.0, 6)
    movement = movement_of(keypoints)
    assert movement.positions.shape[1] == len(keypoints.followed)
    assert movement_of(replace(keypoints, layout=Layout.COCO_17)).positions.shape[1] == len(PART_NAMES)


def test_steady_travel_alone_is_no_pulse_and_has_no_hits() -> None:
    t = np.arange(300) / 30.0
    rail = project_points(np.stack([3 * t, t, 0 * t], axis=1)[:, None], 30.0, up=2)
    found = analyse(rail)
    assert found.grid.tempo_confidence == 0.0
    assert found.hits == ()


@pytest.mark.parametrize("restitution", [0.6, 0.75, 0.85, 0.93])
def test_a_ball_that_comes_to_rest_keeps_no_tempo_and_none_is_claimed(restitution) -> None:
    assert analyse(ball(30.0, seconds=8.0, height=1.5, restitution=restitution)[0]).grid.tempo_confidence < 0.3


@pytest.mark.parametrize("seed", range(4))
def test_smooth_wandering_keeps_no_tempo_and_what_repeats_does(seed) -> None:
    generator = np.random.default_rng(seed)
    t = np.arange(450) / 30.0
    kernel = np.exp(-0.5 * (np.arange(-45, 46) / 6) ** 2)
    walk = np.stack([np.convolve(generator.normal(size=540), kernel, "valid") for _ in range(6)], axis=1)[:450]
    assert analyse(project_points(walk.reshape(450, 2, 3), 30.0, up=2)).grid.tempo_confidence < 0.3
    bpm = generator.uniform(60, 140)
    turn = np.stack([np.cos(2 * np.pi * bpm / 60 * t), 0 * t, np.abs(np.sin(np.pi * bpm / 60 * t))], axis=1)
    grid = analyse(project_points(turn[:, None], 30.0, up=2)).grid
    assert grid.tempo_confidence > 0.7
    assert min(abs(grid.tempo_bpm / bpm - factor) for factor in (0.5, 1, 2)) < 0.02


@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0])
@pytest.mark.parametrize("turns_per_second", [0.5, 1.0, 2.0, 3.0])
def test_what_spins_or_rolls_meets_nothing(fps, turns_per_second) -> None:
    t = np.arange(round(8 * fps)) / fps
    angle = 2 * np.pi * turns_per_second * t
    wheel = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    around = angle[:, None] + wheel
    rim = 0.3 * np.stack([np.sin(around), 0 * around, np.cos(around)], axis=2)
    assert len(analyse(project_points(rim, fps, up=2)).hits) == 0
    rolled = rim + np.stack([0.3 * angle, 0 * t, 0 * t], axis=1)[:, None]
    assert len(analyse(project_points(rolled, fps, up=2)).hits) <= 1


@pytest.mark.parametrize("fps", [24.0, 25.0, 30.0, 60.0])
@pytest.mark.parametrize("bpm", [60.0, 96.0, 120.0])
@pytest.mark.parametrize("frames", [1, 2, 4])
def test_a_hand_that_ticks_is_heard_tick_by_tick(fps, bpm, frames) -> None:
    """Moves of one frame, as keys without interpolation make them, are no glitches where nothing else moves."""
    frame = np.arange(round(12 * fps))
    starts = np.round(np.arange(0.5, 11.5, 60 / bpm) * fps)
    angle = sum(np.clip((frame - start) / frames, 0, 1) for start in starts) * np.pi / 6
    hand = np.stack([np.sin(angle), 0 * angle, np.cos(angle)], axis=1)
    found = analyse(project_points(hand[:, None], fps, up=2))
    assert farthest(np.array([hit.time_s for hit in found.hits]), (starts + frames) / fps) <= 1 / fps + 1e-6
    assert len(found.hits) == len(starts)


@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0])
@pytest.mark.parametrize("degrees", [0.0, 8.0, 15.0])
@pytest.mark.parametrize("restitution", [0.5, 0.7, 0.85])
def test_bounces_on_a_slope_between_walls_of_any_direction(fps, degrees, restitution) -> None:
    path, contacts = bouncing(fps, 5.0, np.radians(degrees), restitution, wall=1.5)
    found = np.array([hit.time_s for hit in analyse(project_points(path[:, None], fps, up=2)).hits])
    wanted = tellable(contacts, fps, 5.0)
    late = np.abs(wanted[:, None] - found).min(axis=1)
    assert np.mean(late <= 1 / fps) > 0.9
    assert late[: len(late) // 2].max() <= 1 / fps


def test_the_take_says_what_was_followed() -> None:
    take = compose(SoundtrackRequest(swinging_arm(100.0, seconds=4.0)))
    assert "1 moving point was followed; the mover is no humanoid." in take.notes
    take = compose(SoundtrackRequest(walking_legs(100.0, 4, seconds=4.0)))
    assert any("moving points were followed" in note for note in take.notes)
