"""Reading BVH: what the format allows, and one clear sentence for what it does not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17, Layout
from kinescore.motion.readers import read_motion_file
from kinescore.motion.readers.bvh import pose_bvh
from kinescore.motion.readers.bvh_file import parse_bvh
from tests.motion.made_bvh import LOOSE_JOINTS, chain, humanoid


def written(folder: Path, text: str) -> Path:
    path = folder / "dance.bvh"
    path.write_text(text, "utf-8")
    return path


def test_a_humanoid_becomes_keypoints_seen_from_the_front(tmp_path: Path) -> None:
    keypoints = read_motion_file(written(tmp_path, humanoid(frames=30)))
    assert len(keypoints) == 30
    assert keypoints.fps == 30.0
    x, y = keypoints.positions[..., 0], keypoints.positions[..., 1]
    left_wrist, right_wrist = COCO_17.index("left_wrist"), COCO_17.index("right_wrist")
    assert (x[:, left_wrist] > x[:, right_wrist]).all()
    assert np.ptp(y[:, left_wrist]) > 10 * np.ptp(y[:, right_wrist])  # only the left arm waves
    assert (y[:, 0] < y[:, COCO_17.index("left_ankle")]).all()


@pytest.mark.parametrize(
    ("was", "dialect"),
    [("Frames:", "Frames :"), ("Frame Time:", "Frame Time :"), ("HIERARCHY", "# made by hand\nHIERARCHY"), (".", ","),
     ("\n", "\r"), (" ", "\t"), ("End Site", "End Site toe")],
    ids=["space before a colon", "and another", "comment", "decimal commas", "old Mac", "tabs", "named ends"],
)  # fmt: skip
def test_dialects_say_the_same(tmp_path: Path, was: str, dialect: str) -> None:
    usual = humanoid(frames=30)
    wanted = read_motion_file(written(tmp_path, usual))
    assert was in usual
    (tmp_path / "dialect.bvh").write_bytes(usual.replace(was, dialect).encode())
    found = read_motion_file(tmp_path / "dialect.bvh")
    np.testing.assert_array_equal(found.positions, wanted.positions)
    assert found.fps == wanted.fps


def test_utf_16_and_what_stands_behind_the_end(tmp_path: Path) -> None:
    usual = humanoid(frames=30)
    wanted = read_motion_file(written(tmp_path, usual))
    for content in (usual.encode("utf-16"), usual.encode() + b"\n\x1a", usual.encode() + b"\0" * 512):
        (tmp_path / "odd.bvh").write_bytes(content)
        np.testing.assert_array_equal(read_motion_file(tmp_path / "odd.bvh").positions, wanted.positions)


def test_real_dances_are_read_whole(shared_motion: Path) -> None:
    keypoints = read_motion_file(shared_motion / "salsa" / "60_01.bvh")
    assert (len(keypoints), keypoints.fps) == (2242, 120.0)
    assert (keypoints.confidence[:, 5:] == 1).all()
    assert np.ptp(keypoints.positions, axis=(0, 1)).max() > 500


def test_a_joint_may_have_some_channels_or_none(tmp_path: Path) -> None:
    text = """HIERARCHY
ROOT a { OFFSET 1 2 3 CHANNELS 1 Xposition
JOINT b { OFFSET 0 1 0 CHANNELS 1 Zrotation JOINT c { OFFSET 0 2 0
JOINT d { OFFSET 1 0 0 } JOINT e { OFFSET 3 4 0 } } } }
MOTION
Frames: 2
Frame Time: 0.5
10 0
20 90
"""
    heads, tails = pose_bvh(parse_bvh(written(tmp_path, text)))
    np.testing.assert_allclose(heads[0], [[10, 2, 3], [10, 3, 3], [10, 5, 3], [11, 5, 3], [13, 9, 3]], atol=1e-9)
    np.testing.assert_allclose(heads[1], [[20, 2, 3], [20, 3, 3], [18, 3, 3], [18, 4, 3], [14, 6, 3]], atol=1e-9)
    np.testing.assert_allclose(tails[0, 2], [12, 7, 3])  # the middle of its children
    np.testing.assert_allclose(tails[:, 3], heads[:, 3])  # no end site: no length


def test_several_roots_lower_case_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    text = "\ufeff" + chain("ZXY").replace("ROOT", "root").replace("CHANNELS", "channels").replace("\n", "\r\n")
    assert len(parse_bvh(written(tmp_path, text)).joints) == 3
    two = chain("XYZ").replace("MOTION", "ROOT Prop { OFFSET 5 0 0 CHANNELS 0 }\nMOTION")
    bvh = parse_bvh(written(tmp_path, two))
    assert [joint.parent for joint in bvh.joints] == [-1, 0, 1, -1]
    assert (pose_bvh(bvh)[0][:, 3] == [5, 0, 0]).all()


@pytest.mark.parametrize(
    ("printed", "fps"),
    [
        ("0.008333", 120.0),
        ("0.0333333", 30.0),
        ("0.033", 30.0),
        ("0.0417083", 24000 / 1001),
        ("0.04171", 24000 / 1001),
        ("0.041667", 24.0),
        ("0.016683", 60000 / 1001),
        ("0.0166667", 60.0),
        ("0.010000", 100.0),
        ("0.0123", 1 / 0.0123),
        ("8.333333e-03", 120.0),
        (".04", 25.0),
    ],
)
def test_the_frame_rate_is_the_one_that_was_meant(tmp_path: Path, printed: str, fps: float) -> None:
    assert parse_bvh(written(tmp_path, chain("ZXY").replace("0.0333333", printed))).fps == fps


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "Kaydara FBX", r"line 1: 'Kaydara' stands where 'HIERARCHY' is wanted"),
        (lambda text: "", r"line 0: the file ends too early"),
        (lambda text: text[: text.index("MOTION")], r"line 20: the file ends too early"),
        (lambda text: text[:-40] + "\n1 2\n", r"line 27: there are \d+ values and the skeleton has 12 channels"),
        (lambda text: "\n".join(text.splitlines()[:-3]), r"line 24: the file promises 4 frames and holds 1"),
        (lambda text: text + 3 * ("\n" + text.splitlines()[-1]), r"line 30: .* 4 frames and holds more than 6"),
        (lambda text: text.replace("0.1 -0.05 0.02", "0.1 -0;05 0.02"), r"line 8: '-0;05' is not a number"),
        (lambda text: text.replace("0.1 -0.05 0.02", "0.1 nan 0.02"), r"line 8: 'nan' is not a finite number"),
        (lambda text: text.replace("CHANNELS 3 Z", "CHANNELS 2 Z", 1), r"line 9: 'Yrotation' stands where"),
        (lambda text: text.replace("CHANNELS 3 Z", "CHANNELS 3 W", 1), r"line 9: the 3 channels wrotation"),
        (lambda text: text.replace("CHANNELS 3 Z", "CHANNELS 999999999 Z", 1), r"line 1\d: the 999999999 channels"),
        (
            lambda text: text.replace("JOINT", "CHANNELS 1 Xrotation JOINT", 1),
            r"line 6: 'CHANNELS' stands where it cannot",
        ),
        (
            lambda text: text.replace("Frame Time: 0.0333333", "Frame Time: 0"),
            "0 frames a second by its own words",
        ),
        (lambda text: text.replace("JOINT LeftLeg", "ROOT LeftLeg"), r"line 10: 'ROOT' stands where it cannot"),
        (lambda text: text.replace("}\n", "", 1), r"'MOTION' stands where it cannot"),
        (lambda text: text.replace("{", "", 1), r"line 4: there is no opening brace|line \d+: .*stands where"),
        (lambda text: text.replace("Frames: 4", "Frames: many"), r"line 22: 'many' is not a number"),
    ],
)
def test_leaving_the_format_names_the_line(tmp_path: Path, change, words: str) -> None:
    with pytest.raises(MotionError, match=rf"dance\.bvh, {words}" if words.startswith("line") else words) as caught:
        read_motion_file(written(tmp_path, change(chain("ZXY"))))
    assert caught.value.remedy


@pytest.mark.parametrize("change", [-2, -1, 1, 2])
def test_a_row_more_or_fewer_than_promised_is_read_with_a_sentence(tmp_path: Path, change: int) -> None:
    rows = 30 + change
    text = humanoid(frames=rows).replace(f"Frames: {rows}", "Frames: 30")
    notes: list[str] = []
    keypoints = read_motion_file(written(tmp_path, text), warn=notes.append)
    assert len(keypoints) == rows
    assert notes == [f"dance.bvh promises 30 frames and holds {rows}, all of which were read."]
    with pytest.warns(UserWarning, match="promises 30 frames"):
        read_motion_file(tmp_path / "dance.bvh")


@pytest.mark.parametrize(
    ("printed", "words"), [("1", "has 1 frame a second, too few"), ("0.125", "has 8 frames"), ("0.001", "has 1000 fr")]
)
def test_an_unlikely_frame_time_is_read_with_a_sentence(tmp_path: Path, printed: str, words: str) -> None:
    notes: list[str] = []
    path = written(tmp_path, humanoid(frames=30, fps_text=printed))
    read_motion_file(path, warn=notes.append)
    assert len(notes) == 1
    assert words in notes[0]
    assert "--fps" in notes[0]
    notes.clear()
    assert read_motion_file(path, fps=24, warn=notes.append).fps == 24
    assert notes == []


def test_one_frame_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MotionError, match="a pose; music needs at least 2"):
        read_motion_file(written(tmp_path, humanoid(frames=1)))
    with pytest.raises(MotionError, match="holds 0 frame"):
        read_motion_file(written(tmp_path, humanoid(frames=0)))


def test_what_is_no_humanoid_is_followed_by_its_liveliest_points(tmp_path: Path) -> None:
    keypoints = read_motion_file(written(tmp_path, LOOSE_JOINTS))
    assert keypoints.layout is Layout.POINTS
    assert 1 <= len(keypoints.followed) <= 6  # three joints, three tails
    arm = read_motion_file(written(tmp_path, chain("ZXY", frames=40)))
    assert arm.layout is Layout.POINTS
    assert read_motion_file(written(tmp_path, humanoid(frames=3))).layout is Layout.COCO_17


def test_any_cut_of_a_file_is_refused_in_words(tmp_path: Path) -> None:
    text = humanoid(frames=2)
    for length in range(0, len(text) - 1, 37):
        with pytest.raises(MotionError):
            read_motion_file(written(tmp_path, text[:length]))


def test_a_last_row_that_is_cut_off_and_text_behind_the_rows_are_left_out(tmp_path: Path) -> None:
    text = humanoid(40)
    cut = parse_bvh(written(tmp_path, text[: text.rstrip().rindex(" ")]))
    assert len(cut.values) == 39
    assert "promises 40 frames and holds 39" in cut.notes[0]
    more = parse_bvh(written(tmp_path, text + "\nexported by a friend\n1 2 3\n"))
    assert (len(more.values), more.notes) == (40, ())


def test_labels_need_no_spaces(tmp_path: Path) -> None:
    text = humanoid(40).replace("Frames: ", "Frames:").replace("Time: ", "Time :")
    assert parse_bvh(written(tmp_path, text)).fps == parse_bvh(written(tmp_path, humanoid(40))).fps
