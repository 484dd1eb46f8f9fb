"""The three rhythm modes against slow retellings of their formulas, the authors' own output, and known behaviour."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.rhythm import loris_rhythm, paper_rhythm, released_rhythm
from kinescore.errors import MotionError
from tests.dance.made_motion import seen, wandering

GOLDEN = json.loads((Path(__file__).parent / "golden" / "released_rhythm.json").read_text("utf-8"))
RNG = np.random.default_rng(7)
POSE = RNG.uniform(200, 500, (1, 17, 2))


def swaying(hertz: float, frames: int = 305, fps: float = 60.0) -> np.ndarray:
    times = np.arange(frames)[:, None, None] / fps
    phases, reach = RNG.uniform(0, 6.28, (1, 17, 1)), RNG.normal(0, 80, (1, 17, 2))
    return (POSE + reach * np.sin(2 * np.pi * hertz * times + phases)).astype(np.float32)


MOTIONS = {
    "jitter": (POSE + RNG.normal(0, 1, (305, 17, 2))).astype(np.float32),
    "random walk": np.cumsum(RNG.normal(0, 3, (305, 17, 2)), axis=0).astype(np.float32),
    "slow sway": swaying(0.5),
    "fast sway": swaying(2.0),
    "whole pixels": wandering(99),
    "half still": np.concatenate([np.repeat(swaying(1.0)[:1], 100, axis=0), swaying(1.0, 100)]),
}


def paper_retold(p: np.ndarray, fps: float, directions: int = 10) -> tuple[list[float], list[int]]:
    """Equations 4 to 7 of the paper, loop by loop."""
    frames, joints, _ = p.shape
    a = [0.0] * (frames - 2)
    for j in range(joints):
        v_q = []
        for t in range(frames - 1):
            vx, vy = float(p[t + 1, j, 0]) - float(p[t, j, 0]), float(p[t + 1, j, 1]) - float(p[t, j, 1])
            theta = math.atan2(vy, vx)
            theta += 2 * math.pi if theta < 0 else 0
            k = min(math.floor(theta / (2 * math.pi / directions)), directions - 1)
            v_q.append([math.sqrt(vx * vx + vy * vy) if q == k else 0.0 for q in range(directions)])
        for t in range(frames - 2):
            a[t] += sum(max(0.0, v_q[t + 1][q] - v_q[t][q]) for q in range(directions))
    reach, clip_mean = max(1, round(0.1 * fps)), sum(a) / len(a)
    peaks = []
    for t, value in enumerate(a):
        window = a[max(0, t - reach) : t + reach + 1]
        peaks.append(int(value == max(window) and value > sum(window) / len(window) + 0.1 * clip_mean))
    return a, peaks


def released_retold(p: np.ndarray) -> tuple[list[float], list[int]]:
    """method.md 2.2, step by step, in float64."""
    frames, joints, _ = p.shape
    d = [[0.0] * 10 for _ in range(frames - 1)]
    for t in range(frames - 1):
        for j in range(joints):
            vx, vy = float(p[t + 1, j, 0] - p[t, j, 0]), float(p[t + 1, j, 1] - p[t, j, 1])
            degrees = math.degrees(math.atan2(vy, vx)) % 180
            d[t][math.floor(degrees) % 10] += math.hypot(vx, vy)
    e = [sum(max(0.0, d[t + 1][k] - d[t][k]) for k in range(10)) for t in range(frames - 2)]
    e = [value / max(e) for value in e]
    n, margin, r = len(e), 0.1 * sum(e) / len(e), []
    for t in range(n):
        local_mean = sum(e[t : t + 4]) / 4 if t + 4 <= n else 0.0
        local_max = max(e[t : t + 6]) if t + 6 <= n else 0.0
        r.append(int(local_max - local_mean > margin and local_max == e[t]))
    return e, [int(r[t] == 1 and t + 1 < n and r[t + 1] != r[t]) for t in range(n)]


@pytest.mark.parametrize("name", MOTIONS)
@pytest.mark.parametrize("fps", [24.0, 60.0])
def test_paper_mode_follows_the_equations(name: str, fps: float) -> None:
    envelope, peaks = paper_retold(MOTIONS[name], fps)
    rhythm = paper_rhythm(seen(MOTIONS[name], fps))
    assert rhythm.peaks.tolist() == peaks
    np.testing.assert_allclose(rhythm.envelope, np.array(envelope) / max(envelope), atol=1e-6)


@pytest.mark.parametrize("name", [name for name in MOTIONS if name != "whole pixels"])
def test_released_mode_follows_the_steps(name: str) -> None:
    envelope, peaks = released_retold(MOTIONS[name])
    rhythm = released_rhythm(seen(MOTIONS[name]))
    assert rhythm.peaks.tolist() == peaks
    np.testing.assert_allclose(rhythm.envelope, envelope, atol=1e-5)


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: f"seed {case['seed']} unit {case['unit']}")
def test_released_mode_equals_the_authors_code_to_the_bit(case: dict) -> None:
    rhythm = released_rhythm(seen(wandering(case["seed"], unit=case["unit"])))
    assert np.flatnonzero(rhythm.peaks).tolist() == case["peaks"]
    assert rhythm.envelope[:12].view(np.uint32).tolist() == case["envelope_bits"]


def test_released_and_paper_mode_on_real_dances(shared_motion: Path) -> None:
    for path in sorted((shared_motion / "aist").glob("*.npz")):
        positions = np.load(path)["positions"][:600].astype(np.float32)
        assert released_rhythm(seen(positions)).peaks.tolist() == released_retold(positions)[1]
        assert paper_rhythm(seen(positions, 30.0)).peaks.tolist() == paper_retold(positions, 30.0)[1]


@pytest.mark.parametrize("frames", [400, 401, 450, 600, 799, 801, 1500, 3000])
def test_loris_drops_frames_then_works_like_released(frames: int) -> None:
    positions = np.cumsum(np.random.default_rng(frames).normal(0, 3, (frames, 17, 2)), axis=0).astype(np.float32)
    kept = list(positions)
    if frames > 400:
        n = math.ceil(frames / (frames - 400))
        kept = [frame for i, frame in enumerate(positions) if i % n != 0][:400]
    rhythm = loris_rhythm(seen(positions, 16.0))
    assert rhythm.peaks.tolist() == released_retold(np.array(kept))[1]
    assert len(rhythm.peaks) == len(rhythm.envelope) == 398


def test_loris_rate_tells_how_fast_the_kept_frames_pass() -> None:
    """25 s at 60 fps lose every second frame, so 400 of them cover only 13.3 s: that is LORIS's own doing."""
    assert loris_rhythm(seen(wandering(1, frames=1500), 60.0)).fps == pytest.approx(30.0)
    assert loris_rhythm(seen(wandering(1, frames=500), 20.0)).fps == pytest.approx(16.0)


@pytest.mark.parametrize(("sigma", "late"), [(1, 3), (2, 6), (4, 10), (8, 17)])
def test_released_peaks_come_late(sigma: int, late: int) -> None:
    """Bumps of acceleration once a second: the mark sits on the falling flank; the paper's mode is on time."""
    centres = np.array([60, 120, 180, 240])
    wanted = sum(np.exp(-0.5 * ((np.arange(303) - centre) / sigma) ** 2) for centre in centres)
    keypoints = seen(motion_with_envelope(wanted / wanted.max()))
    np.testing.assert_allclose(released_rhythm(keypoints).envelope, wanted / wanted.max(), atol=2e-3)
    marks = np.flatnonzero(released_rhythm(keypoints).peaks)
    assert (marks - centres).tolist() == [late] * 4
    assert np.flatnonzero(paper_rhythm(keypoints).peaks).tolist() == centres.tolist()


def motion_with_envelope(envelope: np.ndarray) -> np.ndarray:
    """One joint moving along x so that its rectified acceleration is `envelope` [N] in both modes.

    Every other frame it turns by 90 degrees, into another bin in which it had no speed: the gain is the whole speed.
    """
    positions = np.zeros((len(envelope) + 2, 17, 2))
    speeds = np.concatenate([[0.0], envelope])
    directions = np.array([[1.0, 0.0], [math.cos(math.radians(95.5)), math.sin(math.radians(95.5))]])
    steps = speeds[:, None] * directions[np.arange(len(speeds)) % 2]
    positions[1:, 0] = np.cumsum(steps, axis=0)
    return (positions * 10).astype(np.float32)


@pytest.mark.parametrize(("name", "per_second"), [("jitter", 8.3), ("random walk", 8.4)])
def test_released_mode_marks_about_eight_peaks_a_second_of_anything(name: str, per_second: float) -> None:
    rng = np.random.default_rng(3)
    counts = []
    for _ in range(20):
        noise = rng.normal(0, 1, (305, 17, 2))
        positions = POSE + (noise if name == "jitter" else np.cumsum(noise, axis=0))
        counts.append(released_rhythm(seen(positions)).peaks.sum() / (305 / 60))
    assert np.mean(counts) == pytest.approx(per_second, abs=0.4)


@pytest.mark.parametrize("mode", [paper_rhythm, released_rhythm])
def test_place_scale_and_half_turn_do_not_matter(mode) -> None:
    positions = MOTIONS["random walk"].astype(np.float64)
    peaks = mode(seen(positions)).peaks
    for other in (positions + np.array([64.0, -32.0]), positions * 4, -positions):
        assert (mode(seen(other)).peaks != peaks).sum() <= 2  # a float32 angle on the edge of its bin may move one peak


@pytest.mark.parametrize("mode", [paper_rhythm, released_rhythm, loris_rhythm])
def test_a_still_pose_has_no_rhythm(mode) -> None:
    rhythm = mode(seen(np.repeat(POSE, 400, axis=0)))
    assert not rhythm.peaks.any()
    assert not rhythm.envelope.any()


def test_entries_are_two_fewer_than_frames_and_the_last_five_released_ones_are_never_peaks() -> None:
    for seed in range(20):
        rhythm = released_rhythm(seen(wandering(seed, frames=8 + seed)))
        assert len(rhythm.peaks) == len(rhythm.envelope) == 6 + seed
        assert not rhythm.peaks[-5:].any()
        assert rhythm.envelope.max() == 1


@pytest.mark.parametrize(("mode", "least"), [(paper_rhythm, 3), (released_rhythm, 8), (loris_rhythm, 400)])
def test_too_few_frames_are_refused(mode, least: int) -> None:
    mode(seen(wandering(1, frames=least)))
    with pytest.raises(MotionError, match=f"at least {least}"):
        mode(seen(wandering(1, frames=least - 1)))
