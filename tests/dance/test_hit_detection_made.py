"""Hit points of movements whose moments are known to the millisecond."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.hit_detection import MOST_PER_SECOND, SHORTEST_GAP_SECONDS, hit_points_of
from kinescore.dance.hit_points import HitKind, HitPoint, HitPoints
from tests.dance.made_dancer import FRAME_RATES, LEFT_ARM, bouncing_ball, groover, hopper, seen, standing


def hit_near(hits: HitPoints, seconds: float, within: float) -> HitPoint:
    """The strongest hit within `within` seconds of `seconds`."""
    close = [hit for hit in hits if abs(hit.time_s - seconds) <= within]
    assert close, f"no hit near {seconds} s among {[round(hit.time_s, 3) for hit in hits]}"
    return max(close, key=lambda hit: hit.weight)


EASINGS = {
    "at constant speed": (lambda share: share, 0.015),
    "easing in and out": (lambda share: 3 * share**2 - 2 * share**3, 0.02),
    "with minimum jerk": (lambda share: 10 * share**3 - 15 * share**4 + 6 * share**5, 0.04),
}
"""Ways to stop, and how well, in seconds, the eye (and the detector) can say when: the last one creeps to its end."""


@pytest.mark.parametrize("fps", FRAME_RATES)
@pytest.mark.parametrize("easing", EASINGS)
@pytest.mark.parametrize("noise_px", [0.0, 1.0])
def test_an_arm_that_stops_at_two_seconds(fps: float, easing: str, noise_px: float) -> None:
    positions, times = standing(4.0, fps)
    ease, tolerance = EASINGS[easing]
    positions[:, LEFT_ARM, 0] += 200 * ease(np.clip((times - 1.5) / 0.5, 0.0, 1.0))[:, None]
    hits = hit_points_of(seen(positions, fps, noise_px))
    stop = hit_near(hits, 2.0, within=tolerance)
    assert stop.kind is HitKind.STOP
    assert stop.weight > 0.5
    assert len(hits) <= 3


@pytest.mark.parametrize("fps", FRAME_RATES)
@pytest.mark.parametrize("noise_px", [0.0, 1.0])
def test_a_jump_tops_out_and_lands(fps: float, noise_px: float) -> None:
    hits = hit_points_of(hopper(1.3, 1.9, fps=fps, noise_px=noise_px))
    landing = hit_near(hits, 1.9, within=0.03)
    top = hit_near(hits, 1.6, within=0.02)
    assert landing.kind in (HitKind.CONTACT, HitKind.STOP)
    assert landing.weight > 0.9
    assert top.kind is HitKind.PEAK
    assert top.weight < landing.weight


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_a_bouncing_ball_hits_the_ground_on_time(fps: float) -> None:
    hits = hit_points_of(bouncing_ball(0.4, 0.8, fps=fps))
    for bounce in (0.4, 1.2, 2.0, 2.8, 3.6):
        hit = hit_near(hits, bounce, within=0.01)
        assert hit.kind is HitKind.CONTACT
        assert hit.weight > 0.8
    strong = [hit for hit in hits if hit.weight > 0.5]
    assert len(strong) == 5


def test_a_footfall_is_a_contact() -> None:
    positions, times = standing(4.0, 60.0)
    share = np.clip((times - 1.6) / 0.4, 0.0, 1.0)
    lift = np.where(share < 0.5, np.sin(np.pi * share) ** 2, np.cos(np.pi * (share - 0.5)) ** 0.5 * 1.0)
    lift = np.where((times < 1.6) | (times > 2.0), 0.0, lift)
    positions[:, [15], 1] -= 60 * lift[:, None]
    contact = hit_near(hit_points_of(seen(positions, 60.0)), 2.0, within=0.03)
    assert contact.kind is HitKind.CONTACT


def test_stronger_stops_weigh_more() -> None:
    positions, times = standing(7.0, 30.0)
    for start, reach in ((1.0, 80.0), (3.0, 140.0), (5.0, 240.0)):
        positions[:, LEFT_ARM, 0] += reach * np.clip((times - start) / 0.4, 0.0, 1.0)[:, None]
    hits = hit_points_of(seen(positions, 30.0))
    weights = [hit_near(hits, end, within=0.03).weight for end in (1.4, 3.4, 5.4)]
    assert weights[0] < weights[1] < weights[2] == 1.0


def test_a_hold_has_no_hits_and_noise_adds_none() -> None:
    positions, times = standing(12.0, 30.0)
    positions[:, LEFT_ARM, 0] += 200 * np.clip((times - 1.5) / 0.5, 0.0, 1.0)[:, None]
    hits = hit_points_of(seen(positions, 30.0, noise_px=2.0))
    assert hit_near(hits, 2.0, within=0.05).weight > 0.4
    assert not [hit for hit in hits if hit.time_s > 2.5]


@pytest.mark.parametrize("tempo", [80.0, 140.0, 200.0])
def test_hits_are_sparse_ordered_and_apart(tempo: float) -> None:
    keypoints = groover(tempo, off_beat=1.0, every_other=1.0)
    hits = hit_points_of(keypoints)
    times = np.array([hit.time_s for hit in hits])
    assert len(hits) <= MOST_PER_SECOND * keypoints.seconds
    assert (np.diff(times) >= SHORTEST_GAP_SECONDS - 0.02).all()
    assert all(0 < hit.weight <= 1 for hit in hits)


def test_snapping_out_of_a_rest_pose_is_no_hit() -> None:
    """Captured motion often starts with a frame in T-pose; that jump must not outshine the dance."""
    positions, _ = standing(4.0, 60.0)
    positions[:2, LEFT_ARM] += [300, -120]
    positions[120:, 7:11, 0] += 40
    hits = hit_points_of(seen(positions, 60.0))
    assert [hit.time_s > 1.9 for hit in hits] == [True]
    assert hits[0].weight == 1.0
