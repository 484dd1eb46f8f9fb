"""The movement as a file, the same that the music is made from."""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np
import pytest

from kinescore.motion.readers import read_motion_file
from tests.blender_addon import rigs
from tests.blender_addon.unchanged import photograph


def test_what_is_written_reads_back(scene, dancer, tmp_path: Path) -> None:
    rigs.add_camera(scene)
    scene.render.fps, scene.render.fps_base = 24, 1.001
    before = photograph(scene)
    assert bpy.ops.kinescore.export_motion(filepath=str(tmp_path / "dance.npz")) == {"FINISHED"}
    keypoints = read_motion_file(tmp_path / "dance.npz")
    assert len(keypoints) == 48
    assert keypoints.fps == 24 / np.float64(scene.render.fps_base)
    assert keypoints.size == (scene.render.resolution_x, scene.render.resolution_y)
    assert photograph(scene) == before


def test_a_folder_that_is_not_there_is_named(scene, dancer, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nowhere"):
        bpy.ops.kinescore.export_motion(filepath=str(tmp_path / "nowhere" / "dance.npz"))
