"""Several people in a film: who is who through crossings and cuts, who leads, and what is said about it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kinescore.motion.mover import Mover
from kinescore.motion.read import read_motion, read_movers
from kinescore.motion.readers import read_motion_file
from kinescore.motion.readers.npz import write_npz
from kinescore.motion.video.cast import Sights, movers_of
from kinescore.motion.video.estimator import without_doubles
from kinescore.motion.video.people import People, looks_of

DANCER = read_motion_file(Path(__file__).parent / "fixtures" / "dancer.npz")
FPS, FRAMES, SIZE = 30.0, 300, (426, 240)
TIMES = np.arange(FRAMES) / FPS
RED, BLUE = ([50, 60, 40] * 2), ([45, 20, -60] * 2)
APART = np.full(FRAMES, 110.0)
THERE_AND_OVER = np.linspace(-120.0, 120.0, FRAMES)


def dancer(way: np.ndarray, late: int = 0, scale: float = 1.0) -> np.ndarray:
    """[FRAMES, 17, 3]: the dancer, moved aside by `way` px [FRAMES], so many frames later in the dance."""
    places = DANCER.positions[(np.arange(FRAMES) + late) % len(DANCER)] * scale
    places = places + np.stack([way, np.zeros(FRAMES)], axis=1)[:, None]
    return np.concatenate([places, np.ones((FRAMES, 17, 1))], axis=2).astype(np.float32)


def seen_by(estimator: object, looks: list, people: list[np.ndarray], cuts: tuple[int, ...] = ()) -> Sights:
    """What an `estimator` (frame, poses [P, 17, 3], looks [P, 6]) -> (poses, looks) lets through."""
    follow = People()
    is_cut = np.isin(np.arange(FRAMES), cuts)
    for frame in range(FRAMES):
        poses, colours = estimator(frame, np.stack([one[frame] for one in people]), np.float32(looks))
        follow.add(frame, TIMES[frame], poses, colours, bool(is_cut[frame]))
    return Sights(follow.tracks, TIMES, is_cut, SIZE)


def everybody(frame: int, poses: np.ndarray, looks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """In another order in every frame, as estimators give them."""
    order = np.random.default_rng(frame).permutation(len(poses))
    return poses[order], looks[order]


def glides(frame: int, poses: np.ndarray, looks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where two are near each other only one is found: the first before they meet, and then the other one, onto whom
    the estimator has glided."""
    if abs(np.median(poses[0, :, 0]) - np.median(poses[1, :, 0])) > 70:
        return everybody(frame, poses, looks)
    one = slice(0, 1) if frame < FRAMES // 2 else slice(1, 2)
    return poses[one], looks[one]


def who_was_followed(movers: tuple[Mover, ...], people: list[np.ndarray]) -> list[set[int]]:
    """For each mover whose movement it is, over all frames in which it is surely seen. By shape: places go on."""
    shapes = [pose[..., :2] - pose[..., :2].mean(axis=1, keepdims=True) for pose in people]
    found = []
    for mover in movers:
        own = mover.keypoints.positions - mover.keypoints.positions.mean(axis=1, keepdims=True)
        away = np.stack([np.abs(own - shape).mean(axis=(1, 2)) for shape in shapes])
        sure = (mover.keypoints.confidence > 0).all(axis=1) & (np.abs(away[0] - away[1]) > 2.0)
        found.append(set(away.argmin(axis=0)[sure].tolist()))
    return found


def test_two_side_by_side_are_two_movers_and_the_livelier_leads() -> None:
    notes: list[str] = []
    people = [dancer(-APART, 120, 0.8), dancer(APART)]
    small, large = movers_of(seen_by(everybody, [RED, BLUE], people), "film.mp4", notes.append)[::-1]
    assert (large.name, large.weight, small.name) == ("person 1", 1.0, "person 2")
    assert 0.5 < small.weight < 1.0
    np.testing.assert_allclose(large.keypoints.positions, people[1][..., :2], atol=1e-3)
    np.testing.assert_allclose(small.keypoints.positions, people[0][..., :2], atol=1e-3)
    (note,) = notes
    assert note.startswith("2 people are followed: person 1 (right, from 0:00.0 for 10.0 s) moves most in the picture")
    assert "person 2 (left" in note


@pytest.mark.parametrize("estimator", [everybody, glides])
def test_a_crossing_swaps_nobody(estimator: object) -> None:
    people = [dancer(THERE_AND_OVER), dancer(-THERE_AND_OVER, 120)]
    notes: list[str] = []
    movers = movers_of(seen_by(estimator, [RED, BLUE], people), "film.mp4", notes.append)
    assert sorted(map(tuple, who_was_followed(movers, people))) == [(0,), (1,)]
    assert not [note for note in notes if "look alike" in note]


def test_without_looks_the_same_crossing_does_swap_and_is_told() -> None:
    """What the looks are for; and two who are dressed alike are warned of."""
    people = [dancer(THERE_AND_OVER), dancer(-THERE_AND_OVER, 120)]
    notes: list[str] = []
    movers = movers_of(seen_by(glides, [RED, RED], people), "film.mp4", notes.append)
    assert {0, 1} in who_was_followed(movers, people)
    (note,) = [note for note in notes if "look alike" in note]
    assert note.startswith("Two people who look alike meet at 0:0")


def test_a_bystander_who_hardly_moves_is_left_out() -> None:
    still = np.repeat(dancer(APART)[:1], FRAMES, axis=0)
    notes: list[str] = []
    (mover,) = movers_of(seen_by(everybody, [RED, BLUE], [still, dancer(-APART)]), "film.mp4", notes.append)
    np.testing.assert_allclose(mover.keypoints.positions, dancer(-APART)[..., :2], atol=1e-3)
    assert mover.name == ""


def test_who_is_shown_alone_after_a_cut_is_who_they_were() -> None:
    people = [dancer(-APART), dancer(APART, 120)]

    def only_the_second_from_150(frame: int, poses: np.ndarray, looks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return (poses[1:], looks[1:]) if frame >= 150 else everybody(frame, poses, looks)

    sights = seen_by(only_the_second_from_150, [RED, BLUE], people, cuts=(150,))
    assert who_was_followed(movers_of(sights, "film.mp4", [].append), people) == [{1}, {0}]


def test_poses_of_one_person_are_one() -> None:
    pose = dancer(APART)[0]
    again = pose + np.float32([3.0, -2.0, -0.1])
    assert without_doubles(np.stack([again, pose, dancer(-APART)[0]])).shape == (2, 17, 3)
    np.testing.assert_array_equal(without_doubles(np.stack([again, pose]))[0], pose)


def test_looks_are_the_colours_of_the_clothes() -> None:
    picture = np.full((240, 426, 3), 255, np.uint8)
    pose = DANCER.positions[0]
    top, bottom = pose[5:7, 1].min(), pose[13:15, 1].max()
    middle = pose[11:13, 1].mean()
    picture[int(top) - 5 : int(middle), :] = (255, 0, 0)
    picture[int(middle) : int(bottom) + 5, :] = (0, 0, 255)
    (look,) = looks_of(picture, np.column_stack([pose, np.ones(17)])[None])
    np.testing.assert_allclose(look, [53.2, 80.1, 67.2, 32.3, 79.2, -107.9], atol=1.0)
    assert np.isnan(looks_of(picture, np.column_stack([pose + 1000, np.ones(17)])[None])).all()


def test_several_are_saved_in_one_file_and_read_back(tmp_path: Path) -> None:
    people = [dancer(-APART, 120), dancer(APART)]
    movers = movers_of(seen_by(everybody, [RED, BLUE], people), "film.mp4", [].append)
    write_npz(movers[0].keypoints, tmp_path / "two.npz", movers[1:])
    read = read_movers(tmp_path / "two.npz", warn=[].append)
    assert [(mover.name, mover.weight) for mover in read] == [(mover.name, mover.weight) for mover in movers]
    for one, other in zip(read, movers, strict=True):
        np.testing.assert_array_equal(one.keypoints.positions, other.keypoints.positions)
        np.testing.assert_array_equal(one.keypoints.confidence, other.keypoints.confidence)
    notes: list[str] = []
    read_motion(tmp_path / "two.npz", warn=notes.append)
    weight = movers[1].weight
    assert notes == [
        f"2 people move in two.npz: 'person 1' leads, 'person 2' counts {weight:g}.",
        "Of the 2 people in two.npz only the first counts here, who leads.",
    ]


def test_people_in_a_list_of_keypoints_are_movers(tmp_path: Path) -> None:
    """AlphaPose's, in any order within a frame; a third one stands."""
    people = [dancer(-APART, 120, 0.8), dancer(APART), np.repeat(dancer(0 * APART)[:1], FRAMES, axis=0)]
    entries = [
        {"image_id": f"{frame}.jpg", "keypoints": person[frame].ravel().tolist(), "score": 2.0}
        for frame in range(FRAMES)
        for person in (people if frame % 2 else people[::-1])
    ]
    (tmp_path / "alphapose-results.json").write_text(json.dumps(entries))
    movers = read_movers(tmp_path / "alphapose-results.json", fps=30, size=SIZE, warn=[].append)
    assert sorted(np.median(mover.keypoints.positions[..., 0]) < 213 for mover in movers) == [False, True]
    places = {round(float(np.median(mover.keypoints.positions[..., 0]))): mover for mover in movers}
    large = places[max(places)]
    np.testing.assert_allclose(large.keypoints.positions, people[1][..., :2], atol=1e-3)
    assert large.name == "person 1"
