"""Reading keypoints from JSON: every form in use, one person among several, and what is no movement."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.readers import json_file, read_motion_file

FRAMES = 40
HEADER = {"fps": 25, "width": 640, "height": 480}


def person(seed: int, x: float, height: float, confidence: float = 0.9) -> np.ndarray:
    """Poses [FRAMES, 17, 3] of someone who sways about x and is so many px tall."""
    rng = np.random.default_rng(seed)
    body = rng.uniform(-0.2, 0.2, (17, 2)) * height
    body[:, 1] = np.linspace(0, height, 17)
    sway = 0.1 * height * np.sin(np.arange(FRAMES) / 5 + seed)
    positions = body + np.stack([x + sway, np.full(FRAMES, 100.0)], axis=1)[:, None]
    return np.concatenate([positions, np.full((FRAMES, 17, 1), confidence)], axis=2)


DANCER = person(1, 320, 200)


def saved(folder: Path, content: object) -> Path:
    path = folder / "dance.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def instances(*poses: np.ndarray) -> list[dict]:
    return [
        {"keypoints": p[:, :2].tolist(), "keypoint_scores": p[:, 2].tolist(), "bbox": [[0, 0, 9, 9]]} for p in poses
    ]


def plain() -> dict:
    return HEADER | {"keypoints": DANCER.tolist()}


def mmpose_demo() -> dict:
    names = {str(number): name for number, name in enumerate(COCO_17)}
    frames = [{"frame_id": number, "instances": instances(pose)} for number, pose in enumerate(DANCER, start=1)]
    return HEADER | {"meta_info": {"dataset_name": "coco", "keypoint_id2name": names}, "instance_info": frames}


def mmpose_inferencer() -> dict:
    return HEADER | {"people": [{"frame_id": n, "instances": instances(pose)} for n, pose in enumerate(DANCER)]}


def coco_results() -> dict:
    entries = [{"image_id": n, "category_id": 1, "keypoints": p.ravel().tolist()} for n, p in enumerate(DANCER)]
    return HEADER | {"people": entries}


def alphapose() -> dict:
    entries = [{"image_id": f"take_2_{n:04}.jpg", "keypoints": p.ravel().tolist()} for n, p in enumerate(DANCER, 1)]
    return HEADER | {"people": entries}


@pytest.mark.parametrize("form", [plain, mmpose_demo, mmpose_inferencer, coco_results, alphapose])
def test_every_form_gives_the_same_movement(tmp_path: Path, form) -> None:
    keypoints = read_motion_file(saved(tmp_path, form()))
    np.testing.assert_allclose(keypoints.positions, DANCER[..., :2], atol=1e-4)
    np.testing.assert_allclose(keypoints.confidence, 0.9, atol=1e-6)
    assert (keypoints.fps, keypoints.size) == (25.0, (640, 480))


def test_the_one_dancer_is_followed_among_others_whatever_their_order(tmp_path: Path) -> None:
    """A smaller one all the time; someone huge for four frames, before the dancer; the dancer's own order changes."""
    small, passing = person(2, 480, 120), person(3, 100, 460)
    rng = np.random.default_rng(4)
    frames = []
    for number in range(FRAMES):
        poses = [DANCER[number], small[number]] + ([passing[number]] if 10 <= number < 14 else [])
        frames.append({"frame_id": number, "instances": instances(*(poses[i] for i in rng.permutation(len(poses))))})
    keypoints = read_motion_file(saved(tmp_path, HEADER | {"people": frames}))
    np.testing.assert_allclose(keypoints.positions, DANCER[..., :2], atol=1e-4)


def test_of_two_equally_large_the_surer_one_is_followed(tmp_path: Path) -> None:
    doubtful = person(2, 480, 200, confidence=0.4)
    frames = [
        {"frame_id": number, "instances": instances(doubtful[number], DANCER[number])} for number in range(FRAMES)
    ]
    keypoints = read_motion_file(saved(tmp_path, HEADER | {"people": frames}))
    np.testing.assert_allclose(keypoints.positions, DANCER[..., :2], atol=1e-4)


def test_frames_without_the_person_are_gaps_also_at_the_start(tmp_path: Path) -> None:
    content = coco_results()
    content["people"] = [e for e in content["people"] if e["image_id"] not in (0, *range(20, 25))]
    content["people"].append({"image_id": 0, "keypoints": [0.0] * 51})
    keypoints = read_motion_file(saved(tmp_path, content))
    assert len(keypoints) == FRAMES
    assert np.flatnonzero(keypoints.confidence.max(axis=1) == 0).tolist() == [0, 20, 21, 22, 23, 24]
    np.testing.assert_allclose(keypoints.positions[0], DANCER[1, :, :2], atol=1e-4)
    between = DANCER[19, :, :2] + (DANCER[25, :, :2] - DANCER[19, :, :2]) * 3 / 6
    np.testing.assert_allclose(keypoints.positions[22], between, atol=1e-3)


def test_someone_far_away_does_not_stand_in_for_the_dancer(tmp_path: Path) -> None:
    """While the dancer is hidden for three frames, only a bystander is found."""
    bystander = person(5, 30, 190)
    frames = [
        {"frame_id": n, "instances": instances(bystander[n] if 20 <= n < 23 else DANCER[n])} for n in range(FRAMES)
    ]
    keypoints = read_motion_file(saved(tmp_path, HEADER | {"people": frames}))
    assert (keypoints.confidence[20:23] == 0).all()
    np.testing.assert_allclose(keypoints.positions[23:], DANCER[23:, :, :2], atol=1e-4)


def without(form: dict, *names: str) -> dict:
    return {name: value for name, value in form.items() if name not in names}


WRONG = [
    (coco_results()["people"], "does not say its frame rate.*--fps"),
    (without(mmpose_demo(), "fps"), "does not say its frame rate.*--fps"),
    (without(plain(), "width"), "does not say its picture size.*--size"),
    (plain() | {"fps": 0}, "0 frames a second by its own words"),
    (plain() | {"fps": "30"}, "30 as its fps"),
    (plain() | {"fps": True}, "True as its fps"),
    (plain() | {"fps": 5000}, "5000 frames a second by its own words"),
    (plain() | {"keypoints": []}, r"shape \[0\]"),
    (plain() | {"keypoints": DANCER[:, :15].tolist()}, r"\[40, 15, 3\]; wanted are \[frames, joints, 2 or 3\]"),
    (plain() | {"keypoints": [[["a", 1, 1]] * 17] * 3}, "not all finite numbers"),
    (plain() | {"keypoints": [[[None, 1, 1]] * 17] * 3}, "not all finite numbers"),
    (plain() | {"keypoints": [[[0, 1, 1]] * 17, [[0, 1]] * 17]}, "uneven length"),
    (plain() | {"people": []}, "wanted|Wanted"),
    (HEADER | {"people": []}, "lists nobody"),
    (HEADER | {"people": {}}, "not a list"),
    (HEADER | {"people": [3]}, "entry 0 without"),
    (HEADER | {"people": [{"image_id": "nobody.jpg", "keypoints": [0] * 51}]}, "no frame number in entry 0"),
    (HEADER | {"people": [{"image_id": -1, "keypoints": [0] * 51}]}, "no frame number"),
    (HEADER | {"people": [{"image_id": 397133, "keypoints": [9] * 51}]}, "1 frame numbered up to 397133"),
    (HEADER | {"people": [{"image_id": 0, "keypoints": [0] * 79}]}, r"shape \[79\] in entry 0; COCO-17"),
    (HEADER | {"people": [{"frame_id": 0, "instances": [7]}]}, "person in entry 0 that is no object"),
    (HEADER | {"people": [{"frame_id": 0, "instances": [{"keypoints": [[1, 2]] * 17}]}]}, "keypoint_scores"),
    (mmpose_demo() | {"meta_info": {"keypoint_id2name": {"0": "root"}}}, "other joints than COCO-17"),
    (HEADER | {"people": [{"image_id": n, "keypoints": [0] * 51} for n in (0, 1)]}, "No joint is visible"),
    (HEADER | {"people": [{"image_id": 0, "keypoints": [9] * 51}]}, "a pose and no movement"),
    (
        {"tempo_bpm": 112.0, "beats": [0.1], "provenance": {"engine": "groovebox"}},
        "music that was made, not a movement",
    ),
    ({}, "holds nothing. Wanted"),
    ("text", "holds no keypoints"),
]


@pytest.mark.parametrize(("content", "words"), WRONG, ids=range(len(WRONG)))
def test_what_does_not_fit_is_refused_in_words(tmp_path: Path, content: object, words: str) -> None:
    with pytest.raises(MotionError, match=words):
        read_motion_file(saved(tmp_path, content))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe{}", "not valid JSON"),
        (b'{"fps": NaN}', "NaN is not a number"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"fps": 30, "width": 9, "height": 9, "keypoints": [[[1e999, 0, 1]]]}', "not all finite"),
        (b'{"fps": 30, "width": 9, "height": 9, "keypoints": [[[' + b"9" * 5000 + b", 0, 1]]]}", "not valid JSON"),
    ],
)
def test_what_is_no_json_is_refused_in_words(tmp_path: Path, text: bytes, words: str) -> None:
    (tmp_path / "dance.json").write_bytes(text)
    with pytest.raises(MotionError, match=words):
        read_motion_file(tmp_path / "dance.json")


@pytest.mark.parametrize("step", [1, 2, 3, 5, 64])
@pytest.mark.parametrize("indent", [None, 1])
def test_json_that_is_read_in_pieces_is_what_python_reads(tmp_path: Path, monkeypatch, step: int, indent) -> None:
    monkeypatch.setattr(json_file, "_WINDOW", step)
    content = {
        "a": 12345,
        "nodes": [{"n": [1, 2.5, -3e-5]}, {"\u30df\u30af\U0001f483": None}],
        "b": [],
        "c": {},
        "d": [1],
    }
    for value in (content, [content, 7, "\u00e9\u30df\\u0041", [[1, 2], [3, 4]]], [], {}, 3.25, "text"):
        path = tmp_path / "a.json"
        path.write_text(json.dumps(value, indent=indent, ensure_ascii=step == 2), "utf-8")
        assert as_lists(json_file.parse_json(path)) == value


def as_lists(value: object) -> object:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {name: as_lists(member) for name, member in value.items()}
    return [as_lists(member) for member in value] if isinstance(value, list) else value


def test_json_without_end_is_refused_while_it_is_read(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(json_file, "MAX_ENTRIES", 1000)
    monkeypatch.setattr(json_file, "MAX_ENTRY_BYTES", 1000)
    monkeypatch.setattr(json_file, "_WINDOW", 100)
    path = tmp_path / "dance.json"
    path.write_text("[" + "{}," * 2000 + "0]")
    with pytest.raises(MotionError, match=r"lists more than 1000 frames or people\. Cut"):
        read_motion_file(path)
    path.write_text("[[" + "1," * 2000 + "0]]")
    with pytest.raises(MotionError, match="one entry of more than 0 MiB"):
        read_motion_file(path)


def test_a_damaged_file_never_escapes_as_anything_but_a_sentence(tmp_path: Path) -> None:
    rng = np.random.default_rng(6)
    few = mmpose_demo()
    few["instance_info"] = few["instance_info"][:3]
    whole = json.dumps(few).encode()
    read_motion_file(saved(tmp_path, few))
    for _ in range(200):
        damaged = bytearray(whole)
        for place in rng.integers(0, len(whole), 3):
            damaged[place] = rng.choice(list(b'[]{},:"0-e.tn '))
        (tmp_path / "dance.json").write_bytes(damaged)
        with contextlib.suppress(MotionError):
            read_motion_file(tmp_path / "dance.json")
