"""Whatever `analyse` reads, `prepare` reads: a folder of every kind of file is prepared whole."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("soundfile")

from kinescore.dance.analysis import analyse
from kinescore.data.pairs import Split, find_pairs
from kinescore.data.preparing import prepare_sequences
from kinescore.data.sequences import read_sequences
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from tests.data.made_pairs import write_clicks
from tests.motion.made_bvh import humanoid
from tests.motion.made_dance import FPS, flat_dance, made_bvh, named_dance, write_gltf, write_trc

SIZE = (1280, 720)
FLAT = flat_dance(SIZE)
KINDS = ("bvh", "gltf", "trc", "npz", "npy", "alphapose", "openpose", "openpose.v2", "acclaim")


def openpose(folder: Path) -> None:
    folder.mkdir()
    for frame, pose in enumerate(FLAT):
        arranged = np.zeros((18, 3))
        arranged[[0, 15, 14, 17, 16, 5, 2, 6, 3, 7, 4, 11, 8, 12, 9, 13, 10]] = pose
        people = [{"pose_keypoints_2d": arranged.ravel().tolist()}]
        (folder / f"take_{frame:012}_keypoints.json").write_text(json.dumps({"people": people}))


def acclaim(folder: Path) -> None:
    """A pair of files of two names, as CMU's are: the skeleton is not a movement."""
    bones = {"lfemur": 1, "rfemur": -1, "thorax": 0, "lhumerus": 2, "rhumerus": -2}
    bone = "begin\n name {}\n direction {} 1 0\n length 1\n axis 0 0 0 XYZ\n dof rx ry rz\nend\n"
    text = ":units\n angle deg\n:root\n order TX TY TZ RX RY RZ\n orientation 0 0 0\n:bonedata\n"
    text += "".join(bone.format(name, place) for name, place in bones.items())
    (folder / "accl.asf").write_text(text + f":hierarchy\nbegin\n root {' '.join(bones)}\nend\n")
    swing = 40 * np.abs(np.sin(np.pi * np.arange(240) / 15))
    frames = [f"{n}\nroot 0 1 0 {angle:.4f} 0 0\nlfemur {angle:.4f} 0 0" for n, angle in enumerate(swing, start=1)]
    (folder / "acclaim.amc").write_text(":DEGREES\n" + "\n".join(frames) + "\n")


@pytest.fixture
def pairs(tmp_path: Path) -> tuple[Path, Path]:
    motion, music = tmp_path / "motion", tmp_path / "music"
    motion.mkdir()
    music.mkdir()
    for kind in KINDS:
        write_clicks(music / f"{kind}.wav", 8.0, 120)
    joints = named_dance()
    (motion / "bvh.bvh").write_text(humanoid(240), "utf-8")
    write_gltf(motion / "gltf.gltf", made_bvh(tmp_path, 240))
    write_trc(motion / "trc.trc", list(joints), np.stack(list(joints.values()), axis=1))
    np.savez(motion / "npz.npz", keypoints=FLAT)
    np.save(motion / "npy.npy", FLAT)
    entries = [{"image_id": f"{n}.jpg", "keypoints": pose.ravel().tolist()} for n, pose in enumerate(FLAT)]
    (motion / "alphapose.json").write_text(json.dumps(entries))
    openpose(motion / "openpose")
    openpose(motion / "openpose.v2")
    acclaim(motion)
    return motion, music


def test_every_kind_of_file_and_folder_is_prepared(tmp_path: Path, pairs: tuple[Path, Path]) -> None:
    found = find_pairs(*pairs, "house")
    assert [pair.name for pair in found] == sorted(KINDS)
    prepared = prepare_sequences(found, tmp_path / "set", Shard(), fps=FPS, size=SIZE)
    assert (prepared.done, prepared.failures) == (len(KINDS), ())
    sequences = [each for split in Split for each in read_sequences(tmp_path / "set", split)]
    for sequence, keypoints in sequences:
        assert keypoints.fps == 60.0
        assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=2), sequence.name


def test_a_folder_of_frames_without_music_of_its_name_is_said(pairs: tuple[Path, Path]) -> None:
    motion, music = pairs
    (music / "openpose.wav").unlink()
    with pytest.raises(DataError, match="The music folder lacks 'openpose/take_000000000000_keypoints'"):
        find_pairs(motion, music, "house")
