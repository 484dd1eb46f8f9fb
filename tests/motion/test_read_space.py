"""Movement in space from every kind of file: the same dance comes out of each."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.layouts import LAYOUTS
from kinescore.motion.readers import read_motion_file
from kinescore.motion.readers.humanml3d import joints_of_features
from kinescore.motion.readers.rotations import from_quaternions, from_rotation_vectors
from tests.motion.made_bvh import humanoid
from tests.motion.made_dance import (
    FPS,
    assert_same_dance,
    dance,
    in_layout,
    made_bvh,
    write_gltf,
    write_vmd,
)  # fmt: skip

IN_SPACE = ["COCO-17", "Human3.6M-17", "SMPL-22", "SMPL-24", "SMPL-X-55", "KIT-ML-21", "MediaPipe-33", "Kinect-25"]


@pytest.mark.parametrize("layout", [*IN_SPACE, "OpenPose BODY_25", "Human3.6M-32"])
def test_an_array_of_joints_in_any_layout_is_the_dance(tmp_path: Path, layout: str) -> None:
    joints = in_layout(LAYOUTS[layout])
    for number, array in enumerate((joints, joints.reshape(len(joints), -1), joints[None], joints.transpose(1, 2, 0))):
        path = tmp_path / f"{number}.npy"
        np.save(path, array.astype(np.float32))
        assert_same_dance(read_motion_file(path, fps=FPS))
    np.savez(tmp_path / "a.npz", joints=joints, fps=FPS)
    assert_same_dance(read_motion_file(tmp_path / "a.npz"))


def test_joints_that_are_not_seen_are_filled_and_do_not_count(tmp_path: Path) -> None:
    joints = dance()
    joints[100:103, 9] = np.nan
    np.savez(tmp_path / "a.npz", joints=joints, fps=FPS)
    keypoints = read_motion_file(tmp_path / "a.npz")
    assert (keypoints.confidence[100:103, 9] == 0).all()
    assert keypoints.confidence.sum() == keypoints.confidence.size - 3
    assert_same_dance(keypoints)


def test_z_is_not_taken_for_confidence(tmp_path: Path) -> None:
    for shift in (0.0, 0.5):  # the second has every z between 0 and 1
        joints = dance() + np.array([0, 0, shift])
        np.savez(tmp_path / "a.npz", keypoints=joints.astype(np.float16), fps=FPS)
        assert analyse(read_motion_file(tmp_path / "a.npz")).grid.tempo_bpm == pytest.approx(120, abs=1)


def test_humanml3d_features_are_the_way_and_the_turn_of_a_body() -> None:
    """A body that walks along its own z while it turns a right angle in all, checked against a plain loop."""
    frames, count = 30, 22
    features = np.zeros((frames, 263))
    features[:, 0] = np.pi / 4 / frames  # half of the angle
    features[:, 2] = 0.1
    features[:, 3] = 0.95
    local = np.random.default_rng(3).normal(size=(count - 1, 3))
    features[:, 4 : 4 + 3 * (count - 1)] = local.ravel()
    joints = joints_of_features(features, "a")
    place, half = np.zeros(3), 0.0
    for frame in range(frames):
        back = from_quaternions(np.array([0, -np.sin(half), 0, np.cos(half)]))
        if frame:
            place = place + back @ [0, 0, 0.1]
        np.testing.assert_allclose(joints[frame, 0], [place[0], 0.95, place[2]], atol=1e-9)
        np.testing.assert_allclose(joints[frame, 1:], local @ back.T + [place[0], 0, place[2]], atol=1e-9)
        half += np.pi / 4 / frames
    with pytest.raises(MotionError, match="normalised"):
        joints_of_features(features - features.mean(axis=0), "a")


def bouncing_poses(frames: int, joints: int) -> tuple[np.ndarray, np.ndarray]:
    """Rotation vectors [T, joints, 3] and places [T, 3] of a body model that bends its knees at 120 BPM, arms down."""
    down = np.abs(np.cos(np.pi * np.arange(frames) / FPS * 2)) ** 3
    poses, place = np.zeros((frames, joints, 3)), np.zeros((frames, 3))
    place[:, 1] = 0.9 - 0.12 * down
    for hip, knee, elbow in ((1, 4, 18), (2, 5, 19)):
        poses[:, hip, 0], poses[:, knee, 0] = -0.6 * down, 1.2 * down
        poses[:, elbow, 1] = (-1 if hip == 1 else 1) * down
    poses[:, 16, 2], poses[:, 17, 2] = -1.2, 1.2
    return poses, place


def test_body_models_bend_where_they_should(tmp_path: Path) -> None:
    poses, place = bouncing_poses(240, 52)
    np.savez(tmp_path / "amass.npz", poses=poses.reshape(240, -1), trans=place, betas=np.zeros(16), mocap_framerate=FPS)
    np.savez(
        tmp_path / "smplx.npz", root_orient=poses[:, 0], pose_body=poses[:, 1:22].reshape(240, -1), trans=place,
        mocap_frame_rate=FPS,
    )  # fmt: skip
    motions = {"smpl_poses": poses[:, :24].reshape(240, 72), "smpl_trans": 95 * place, "smpl_scaling": np.array([95.0])}
    (tmp_path / "aist.pkl").write_bytes(pickle.dumps(motions))
    edge = {"smpl_poses": poses[:, :24].reshape(240, 72).astype(np.float32), "smpl_trans": place.astype(np.float32)}
    (tmp_path / "edge.pkl").write_bytes(pickle.dumps(edge))
    whole = read_motion_file(tmp_path / "amass.npz")
    assert (whole.fps, len(whole)) == (FPS, 240)
    assert analyse(whole).grid.tempo_bpm == pytest.approx(120, abs=1)
    x, y = whole.positions[0].T
    assert (y[[5, 6]] < y[[11, 12]]).all()
    assert (y[[13, 14]] < y[[15, 16]]).all()
    assert x[5] > x[6]  # seen from the front, left is on the right
    assert y[9] > y[5]  # the arms hang
    for name, fps in (("smplx.npz", 30), ("aist.pkl", 60), ("edge.pkl", 30)):
        same = read_motion_file(tmp_path / name)
        assert same.fps == fps
        np.testing.assert_allclose(same.positions, whole.positions, atol=0.05)


def test_generated_joints_in_pickles(tmp_path: Path) -> None:
    joints = in_layout(LAYOUTS["SMPL-24"])
    (tmp_path / "edge.pkl").write_bytes(pickle.dumps({"full_pose": joints, "smpl_trans": joints[:, 0]}))
    assert_same_dance(read_motion_file(tmp_path / "edge.pkl"))
    (tmp_path / "bailando.pkl").write_bytes(pickle.dumps({"pred_position": joints.reshape(len(joints), 72)}))
    assert_same_dance(read_motion_file(tmp_path / "bailando.pkl"), fps=60.0)


def test_rotations_turn_the_right_way() -> None:
    np.testing.assert_allclose(from_rotation_vectors(np.array([0, 0, np.pi / 2])) @ [1, 0, 0], [0, 1, 0], atol=1e-12)
    np.testing.assert_allclose(from_rotation_vectors(np.zeros((2, 3))), [np.eye(3)] * 2)
    np.testing.assert_allclose(from_quaternions(np.zeros(4)), np.eye(3))


@pytest.mark.parametrize("suffix", [".glb", ".gltf", ".vrm"])
def test_gltf_moves_as_the_bvh_that_it_was_made_of(tmp_path: Path, suffix: str) -> None:
    bvh = made_bvh(tmp_path)
    wanted = read_motion_file(tmp_path / "made.bvh")
    keypoints = read_motion_file(write_gltf(tmp_path / f"a{suffix}", bvh))
    assert keypoints.fps == 30.0
    np.testing.assert_allclose(
        keypoints.positions[:, 5:], wanted.positions[:, 5:], atol=2.0
    )  # the head leans otherwise


def test_vrm_knows_its_bones_by_their_meaning(tmp_path: Path) -> None:
    bvh = made_bvh(tmp_path)
    words = {"Arm": "UpperArm", "ForeArm": "LowerArm", "UpLeg": "UpperLeg", "Leg": "LowerLeg"}
    human = {}
    for node, joint in enumerate(bvh.joints):
        name = joint.name.removeprefix("mixamorig:")
        side = next((side for side in ("Left", "Right") if name.startswith(side)), "")
        part = words.get(name.removeprefix(side), name.removeprefix(side))
        human[side.lower() + part if side else part[0].lower() + part[1:]] = {"node": node}
    nodes = [f"node{n}" for n in range(len(bvh.joints))]
    wanted = read_motion_file(tmp_path / "made.bvh")
    for extension in ("VRM", "VRMC_vrm", "VRMC_vrm_animation"):
        bones = [{"bone": name, **bone} for name, bone in human.items()] if extension == "VRM" else human
        more = {"extensions": {extension: {"humanoid": {"humanBones": bones}}}}
        keypoints = read_motion_file(write_gltf(tmp_path / "a.vrm", bvh, nodes, **more))
        np.testing.assert_allclose(keypoints.positions[:, 5:], wanted.positions[:, 5:], atol=2.0)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"animations": []}, "no animation of nodes"),
        ({"asset": {"version": "1.0"}}, "version 2 is read"),
        ({"nodes": [{"children": [1]}, {"children": [0]}]}, "no tree"),
        ({"nodes": [{"children": [0]}]}, "no tree"),
        ({"nodes": [{"children": [7]}]}, "no tree"),
        ({"nodes": 3}, "nodes is missing or of another kind"),
        (
            {"accessors": [{"bufferView": 0, "componentType": 5126, "count": 10**9, "type": "VEC4"}]},
            "too large|there is no",
        ),
        ({"accessors": [{"bufferView": 0, "componentType": 5126, "count": 10**5, "type": "VEC4"}] * 99}, "outside"),
        ({"buffers": [{"uri": "../../etc/passwd"}]}, "not beside it"),
        ({"buffers": [{"uri": "https://example.org/a.bin"}]}, "not beside it"),
        ({"buffers": [{"uri": "data:,%%%"}]}, "no base64"),
    ],
)
def test_a_damaged_gltf_is_refused_in_words(tmp_path: Path, change: dict, words: str) -> None:
    path = write_gltf(tmp_path / "a.glb", made_bvh(tmp_path, 5), **change)
    with pytest.raises(MotionError, match=words):
        read_motion_file(path)


ASF = """:version 1.10
:name made
:units
  angle deg
:root
  order TX TY TZ RX RY RZ
  axis XYZ
  position 0 0 0
  orientation 0 0 0
:bonedata
{bones}
:hierarchy
begin
{tree}
end
"""


def acclaim(folder: Path, frames: int) -> Path:
    """A person of Acclaim's bones whose left arm waves once a second at 30 frames, arms held out."""
    bones = {
        "lowerback": ("root", (0, 1, 0), 0.3), "lowerneck": ("lowerback", (0, 1, 0), 0.1),
        "head": ("lowerneck", (0, 1, 0), 0.2),
    }  # fmt: skip
    for side, sign in (("l", 1), ("r", -1)):
        bones |= {
            f"{side}hipjoint": ("root", (sign, 0, 0), 0.1), f"{side}femur": (f"{side}hipjoint", (0, -1, 0), 0.45),
            f"{side}tibia": (f"{side}femur", (0, -1, 0), 0.4), f"{side}foot": (f"{side}tibia", (0, 0, 1), 0.15),
            f"{side}clavicle": ("lowerback", (sign, 0, 0), 0.18),
            f"{side}humerus": (f"{side}clavicle", (sign, 0, 0), 0.27),
            f"{side}radius": (f"{side}humerus", (sign, 0, 0), 0.25),
            f"{side}hand": (f"{side}radius", (sign, 0, 0), 0.1),
        }  # fmt: skip
    data, tree = [], {}
    for name, (parent, direction, length) in bones.items():
        axis = "0 0 90 XYZ" if name == "lhumerus" else "0 0 0 XYZ"
        dof = "  dof rx ry rz\n" if name == "lhumerus" else ""
        way = " ".join(map(str, direction))
        data.append(f"begin\n  id 1\n  name {name}\n  direction {way}\n  length {length}\n  axis {axis}\n{dof}end")
        tree.setdefault(parent, []).append(name)
    lines = "\n".join(f"  {parent} {' '.join(children)}" for parent, children in tree.items())
    (folder / "made.asf").write_text(ASF.format(bones="\n".join(data), tree=lines))
    rows = []
    for frame in range(frames):
        rows += [str(frame + 1), "root 0 0.9 0 0 0 0", f"lhumerus 0 0 {60 * np.sin(2 * np.pi * frame / 30):.5f}"]
    (folder / "made_01.amc").write_text(":FULLY-SPECIFIED\n:DEGREES\n" + "\n".join(rows) + "\n")
    return folder / "made_01.amc"


def test_acclaim_bones_turn_in_their_own_axes(tmp_path: Path) -> None:
    from kinescore.motion.readers.amc import read_amc

    skeleton = read_amc(acclaim(tmp_path, 60))
    index = {name: number for number, name in enumerate(skeleton.names)}
    heads, tails = skeleton.pose([index["lhumerus"], index["lradius"], index["rfoot"]])
    angle = np.radians(60 * np.sin(2 * np.pi * np.arange(60) / 30))
    np.testing.assert_allclose(heads[:, 0], np.tile([0.18, 1.2, 0], (60, 1)), atol=1e-6)
    np.testing.assert_allclose(
        tails[:, 0] - heads[:, 0], 0.27 * np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1), atol=1e-6
    )
    np.testing.assert_allclose(tails[:, 0], heads[:, 1], atol=1e-9)
    np.testing.assert_allclose(heads[0, 2], [-0.1, 0.05, 0], atol=1e-6)
    keypoints = read_motion_file(tmp_path / "made_01.amc", fps=30)
    assert np.ptp(keypoints.positions[:, 9, 1]) > 100 * np.ptp(keypoints.positions[:, 10, 1])


def test_what_acclaim_lacks_is_said(tmp_path: Path) -> None:
    path = acclaim(tmp_path, 3)
    with pytest.raises(MotionError, match=r"made_01.amc does not say its frame rate.*--fps"):
        read_motion_file(path)
    with pytest.raises(MotionError, match=r"made\.asf is not a motion file.*\.amc"):
        read_motion_file(tmp_path / "made.asf")
    path.write_text("1\nroot 0 0 x\n")
    with pytest.raises(MotionError, match="are not 6 numbers"):
        read_motion_file(path)
    path.write_text("")
    with pytest.raises(MotionError, match="no frames"):
        read_motion_file(path)
    (tmp_path / "made.asf").unlink()
    with pytest.raises(MotionError, match=r"skeleton of made_01\.amc is not beside it"):
        read_motion_file(path)


def test_vmd_bounces_on_its_ik_legs(tmp_path: Path) -> None:
    keys = []
    for beat in range(17):
        keys.append(("センター", 15 * beat, (0, -1.5, 0), (0, 0, 0, 1)))
        keys.append(("センター", 15 * beat + 7, (0, 0, 0), (0, 0, 0, 1)))
    for side in "左右":
        keys.append((side + "足ＩＫ", 0, (0, 0, 0), (0, 0, 0, 1)))
        keys += [(side + "ひじ", 15 * b + 7 * s, (0, 0, 0), (0, 0.5 * s, 0, 0.9)) for b in range(16) for s in (0, 1)]
    path = write_vmd(tmp_path / "a.vmd", keys)
    keypoints = read_motion_file(path)
    assert (keypoints.fps, len(keypoints)) == (30.0, 248)
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)
    ankles, knees, hips = (keypoints.positions[:, [joint, joint + 1], 1] for joint in (15, 13, 11))
    assert np.ptp(ankles) < 0.05 * np.ptp(hips)  # the feet stand
    assert np.ptp(knees) > 0.2 * np.ptp(hips)
    assert keypoints.positions[0, 5, 0] > keypoints.positions[0, 6, 0]
    whole = path.read_bytes()
    for length in (0, 20, 40, 54, 200, len(whole) - 30):
        path.write_bytes(whole[:length])
        with pytest.raises(MotionError):
            read_motion_file(path)
    write_vmd(path, [("カメラ", 0, (0, 0, 0), (0, 0, 0, 1))])
    with pytest.raises(MotionError, match="moves no body"):
        read_motion_file(path)


def test_the_content_wins_over_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.fbx").write_text(humanoid(5), "utf-8")
    (tmp_path / "b.txt").write_text(humanoid(5), "utf-8")
    assert len(read_motion_file(tmp_path / "a.fbx")) == len(read_motion_file(tmp_path / "b.txt")) == 5


def test_research_files_at_hand(shared_motion: Path) -> None:
    for name, frames, fps in (("amass_smplh.npz", 160, 20.0), ("edge_output_30fps.pkl", 90, 30.0)):
        keypoints = read_motion_file(shared_motion / "cases" / name)
        assert (len(keypoints), keypoints.fps) == (frames, fps)
        assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=2)
