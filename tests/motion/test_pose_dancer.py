"""MediaPipe on a rendered dancer whose joints are known: how well they are found, and whether the beats survive.

fixtures/make_dancer.py says where the film and the truth come from. The dance is at 112 BPM.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17, Keypoints
from kinescore.motion.read import read_motion, read_movers
from kinescore.motion.readers import read_motion_file
from kinescore.motion.video.video_file import frames_of, open_video
from tests.motion.made_video import write_pictures, write_square

pytest.importorskip("mediapipe", reason="pose estimation (the extra 'video') is not installed")

FIXTURES = Path(__file__).parent / "fixtures"
BPM, WINDOW_SECONDS = 112.0, 0.1


@pytest.fixture(scope="module")
def truth() -> Keypoints:
    return read_motion_file(FIXTURES / "dancer.npz")


@pytest.fixture(scope="module")
def found() -> Keypoints:
    return read_motion(FIXTURES / "dancer.mp4")


def test_every_frame_has_the_dancer_in_the_same_frame_and_size(found: Keypoints, truth: Keypoints) -> None:
    assert (len(found), found.fps, found.size) == (len(truth), 30.0, truth.size)
    assert np.median(found.confidence) > 0.9


def test_joints_are_where_they_are(found: Keypoints, truth: Keypoints) -> None:
    """In body heights. The dancer's joints three seconds off are eight times as far."""
    tall = np.median(np.ptp(truth.positions[..., 1], axis=1))
    error = np.linalg.norm(found.positions - truth.positions, axis=2) / tall
    assert np.median(error) < 0.025
    medians = dict(zip(COCO_17, np.median(error, axis=0), strict=True))
    assert max(medians.values()) < 0.06, medians
    limbs = [joint for joint in COCO_17 if joint.endswith(("elbow", "wrist", "hip", "knee", "ankle"))]
    assert max(medians[joint] for joint in limbs) < 0.03, medians
    elsewhere = np.linalg.norm(found.positions - np.roll(truth.positions, 90, axis=0), axis=2) / tall
    assert np.median(elsewhere) > 4 * np.median(error)


def test_left_is_left(found: Keypoints, truth: Keypoints) -> None:
    for side in ("shoulder", "elbow", "hip", "knee", "ankle"):
        left, right = COCO_17.index(f"left_{side}"), COCO_17.index(f"right_{side}")
        across = found.positions[:, left, 0] - found.positions[:, right, 0]
        really = truth.positions[:, left, 0] - truth.positions[:, right, 0]
        assert np.mean(np.sign(across) == np.sign(really)) > 0.95, side


def test_tempo_and_beats_survive(found: Keypoints, truth: Keypoints) -> None:
    """All beats within 0.1 s of the true keypoints' beats; at random places 37 % of them would be."""
    seen, real = analyse(found).grid, analyse(truth).grid
    assert seen.tempo_bpm == pytest.approx(BPM, rel=0.01)
    assert real.tempo_bpm == pytest.approx(BPM, rel=0.01)
    away = np.array([np.abs(seen.beats - beat).min() for beat in real.beats])
    chance = 2 * WINDOW_SECONDS * BPM / 60
    assert chance < 0.4
    assert np.mean(away < WINDOW_SECONDS) > 0.95
    assert away.max() < 0.05


def test_nothing_lags(found: Keypoints, truth: Keypoints) -> None:
    """The speeds agree best where neither is shifted against the other."""
    seen, real = (np.linalg.norm(np.diff(k.positions, axis=0), axis=2).mean(axis=1) for k in (found, truth))
    inner = slice(5, -5)
    agreement = {shift: np.corrcoef(np.roll(seen, shift)[inner], real[inner])[0, 1] for shift in range(-4, 5)}
    assert max(agreement, key=agreement.get) == 0
    assert agreement[0] > 0.8


def test_two_dancers_are_both_found_in_their_places(tmp_path: Path, truth: Keypoints) -> None:
    """Two cuttings of the film side by side, one of them three seconds later, at half the rate."""
    left, right, frames = 120, 306, 60
    with open_video(FIXTURES / "dancer.mp4") as video:
        pictures = [frame.picture[:, left:right] for frame in frames_of(video, FIXTURES / "dancer.mp4")]
    both = [np.hstack([pictures[frame], pictures[frame + 90]]) for frame in range(0, frames, 2)]
    notes: list[str] = []
    movers = read_movers(write_pictures(tmp_path / "two.mp4", both, np.arange(len(both)) / 15), warn=notes.append)
    assert [mover.name for mover in movers] == ["person 1", "person 2"]
    assert notes[0].startswith("2 people are followed: person 1")
    tall = np.median(np.ptp(truth.positions[..., 1], axis=1))
    here, aside = np.array([left, 0]), np.array([right - 2 * left, 0])
    places = [truth.positions[0:frames:2] - here, truth.positions[90 : 90 + frames : 2] + aside]
    away = np.array(
        [[np.median(np.abs(mover.keypoints.positions - place)) / tall for place in places] for mover in movers]
    )
    assert sorted(away.argmin(axis=1)) == [0, 1]
    assert away.min(axis=1).max() < 0.03


@pytest.mark.parametrize(
    ("written", "name"),
    [("a.mp4", "square.mp4"), ("a.mp4", "square.m4v"), ("a.mov", "Square.MOV"), ("a.mkv", "square.mkv"),
     ("a.ts", "square.mts"), ("a.3gp", "square.3gp"), ("a.flv", "square.f4v")],
)  # fmt: skip
def test_nobody_to_be_seen_is_one_sentence_and_nothing_else(
    tmp_path: Path, capfd: pytest.CaptureFixture, written: str, name: str
) -> None:
    codec = {".3gp": "mpeg4"}.get(Path(written).suffix, "libx264")
    write_square(tmp_path / written, np.arange(20) / 30, codec).rename(tmp_path / name)
    capfd.readouterr()  # what encoders say
    with pytest.raises(MotionError, match=rf"A person is visible in 0 of \d+ frames of {re.escape(name)}"):
        read_motion(tmp_path / name)
    assert capfd.readouterr() == ("", "")


def test_a_black_picture_of_the_cases_shows_nobody(shared_motion: Path) -> None:
    with pytest.raises(MotionError, match=r"A person is visible in 0 of 80 frames of black_picture\.m4v"):
        read_motion(shared_motion / "cases" / "black_picture.m4v")
