"""FBX, USD and Blender's own GLB: what Blender writes of a BVH moves as the BVH does."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import KinescoreError, MotionError
from kinescore.motion.keypoints import Layout
from kinescore.motion.readers import blender, read_motion_file
from tests.motion.made_bvh import humanoid

HAS_BPY = find_spec("bpy") is not None
EXPORT = """
import os, sys
import bpy
source, target = sys.argv[1:]
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.context.scene.render.fps = 30
bpy.ops.import_anim.bvh(filepath=source, update_scene_duration=True, rotate_mode="NATIVE")
kind = os.path.splitext(target)[1]
if kind == ".fbx":
    bpy.ops.export_scene.fbx(filepath=target, add_leaf_bones=False, bake_anim_simplify_factor=0.0)
elif kind == ".glb":
    bpy.ops.export_scene.gltf(filepath=target)
else:
    bpy.ops.wm.usd_export(filepath=target, export_animation=True)
sys.stdout.flush()
os._exit(0)
"""


TEXT = """
import os, sys
import bpy
from io_scene_fbx import parse_fbx

def written(value, kind):
    if kind == ord("S"):
        name, _, group = value.decode("utf-8", "replace").partition("\\0\\1")
        return '"' + (group + "::" + name if group else name) + '"'
    if chr(kind) in "CB":
        return "T" if value else "F"
    if chr(kind) in "fdilbc":
        return "*%d {\\na: %s\\n}" % (len(value), ",".join(map(repr, value)))
    return '""' if kind == ord("R") else repr(value)

def dump(node, out):
    values = ", ".join(written(*pair) for pair in zip(node.props, node.props_type))
    print(node.id.decode() + ": " + values + (" {" if node.elems else ""), file=out)
    for child in node.elems:
        if child:
            dump(child, out)
    print("}" if node.elems else "", file=out)

root, version = parse_fbx.parse(sys.argv[1])
with open(sys.argv[2], "w", encoding="utf-8") as out:
    print("; FBX 7.4.0 project file", file=out)
    for node in root.elems:
        if node:
            dump(node, out)
os._exit(0)
"""
BALL = """
import os, sys
import bpy
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.context.scene.render.fps = 24
bpy.ops.mesh.primitive_cube_add()
ball = bpy.context.object
for frame in range(97):
    ball.location.z = abs(frame % 12 - 6.0)
    ball.keyframe_insert("location", frame=frame)
bpy.context.scene.frame_start, bpy.context.scene.frame_end = 0, 96
if sys.argv[1].endswith(".fbx"):
    bpy.ops.export_scene.fbx(filepath=sys.argv[1], bake_anim_simplify_factor=0.0)
else:
    bpy.ops.wm.usd_export(filepath=sys.argv[1], export_animation=True)
os._exit(0)
"""


def run(script: str, *arguments: Path) -> None:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=arguments[0].parent)


def exported(folder: Path, name: str, frames: int = 60) -> Path:
    text = humanoid(frames).replace("{ OFFSET 0 0.1 0 }", "\n{\nOFFSET 0 0.1 0\n}")  # Blender wants lines
    (folder / "made.bvh").write_text(text, "utf-8")
    run(EXPORT, folder / "made.bvh", folder / name)
    return folder / name


@pytest.mark.skipif(not HAS_BPY, reason="bpy is not installed")
@pytest.mark.parametrize("name", ["made.fbx", "made.usda", "made.usdc", "made.glb"])
def test_what_blender_writes_moves_as_the_bvh(tmp_path: Path, name: str) -> None:
    path = exported(tmp_path, name)
    wanted = read_motion_file(tmp_path / "made.bvh").positions[:, 5:].astype(float)
    if path.suffix == ".usdc" and find_spec("pxr") is None:
        with pytest.raises(MotionError, match=r"does not say its frame rate.*--fps"):
            read_motion_file(path)
    keypoints = read_motion_file(path, fps=30 if path.suffix == ".usdc" else None)
    assert keypoints.fps == 30.0
    seen = keypoints.positions[:, 5:].astype(float)
    assert abs(len(seen) - len(wanted)) <= 1
    count = min(len(seen), len(wanted))
    scaled = [points[:count] - points[:count].mean(axis=(0, 1)) for points in (wanted, seen)]
    scaled = [points / np.sqrt((points**2).sum(axis=2).mean()) for points in scaled]
    assert np.abs(scaled[0] - scaled[1]).max() < 0.03


@pytest.mark.skipif(not HAS_BPY, reason="bpy is not installed")
def test_fbx_as_text_moves_as_the_same_in_binary(tmp_path: Path) -> None:
    binary = exported(tmp_path, "made.fbx")
    run(TEXT, binary, tmp_path / "text.fbx")
    assert (tmp_path / "text.fbx").read_bytes().startswith(b"; FBX")
    if blender_version() < (4, 5):
        with pytest.raises(MotionError, match=r"text FBX is read by Blender 4\.5 and later"):
            read_motion_file(tmp_path / "text.fbx")
        return
    text, wanted = read_motion_file(tmp_path / "text.fbx"), read_motion_file(binary)
    assert (text.fps, len(text)) == (wanted.fps, len(wanted))
    np.testing.assert_allclose(text.positions[:, 5:], wanted.positions[:, 5:], atol=0.5)


def blender_version() -> tuple[int, ...]:
    from importlib.metadata import version

    return tuple(int(part) for part in version("bpy").split(".")[:2])


@pytest.mark.skipif(not HAS_BPY, reason="bpy is not installed")
@pytest.mark.parametrize("name", ["ball.fbx", "ball.usda"])
def test_an_object_without_an_armature_moves_too(tmp_path: Path, name: str) -> None:
    run(BALL, tmp_path / name)
    keypoints = read_motion_file(tmp_path / name)
    assert keypoints.layout is Layout.POINTS
    assert keypoints.fps == 24.0
    assert abs(len(keypoints) - 97) <= 1
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)


@pytest.mark.skipif(not HAS_BPY, reason="bpy is not installed")
def test_an_fbx_of_captured_dance(shared_motion: Path) -> None:
    keypoints = read_motion_file(shared_motion / "fbx" / "55_01_cmu.fbx")
    assert (len(keypoints), keypoints.fps) == (1807, 120.0)
    assert (keypoints.confidence[:, 5:] == 1).all()


@pytest.mark.skipif(not HAS_BPY, reason="bpy is not installed")
@pytest.mark.parametrize("content", [b"", b"Kaydara FBX Binary  \0\x1a\0", b"; FBX 7.4.0 project file\n"])
def test_a_damaged_fbx_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.fbx").write_bytes(content)
    with pytest.raises(MotionError, match=r"a\.fbx cannot be read through Blender") as caught:
        read_motion_file(tmp_path / "a.fbx")
    assert len(str(caught.value)) <= 300


def test_without_blender_the_remedy_is_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(blender, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(blender.BLENDER_VARIABLE, raising=False)
    (tmp_path / "a.fbx").write_bytes(b"Kaydara FBX Binary")
    with pytest.raises(KinescoreError, match=r"read by Blender, which is not found.*kinescore\[bpy\]") as caught:
        read_motion_file(tmp_path / "a.fbx")
    assert caught.value.code == "package_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="a stand-in for Blender in sh")
def test_a_blender_that_is_named_is_run_with_the_script(tmp_path: Path, monkeypatch) -> None:
    stand_in = tmp_path / "blender"
    stand_in.write_text('#!/bin/sh\necho "$@" > ' + str(tmp_path / "given") + '\necho "kinescore: it holds nothing"\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv(blender.BLENDER_VARIABLE, str(stand_in))
    (tmp_path / "a.usda").write_text("#usda 1.0\n")
    with pytest.raises(MotionError, match="it holds nothing"):
        read_motion_file(tmp_path / "a.usda")
    given = (tmp_path / "given").read_text()
    assert given.startswith("-b --factory-startup")
    assert "export_motion.py -- " in given
    monkeypatch.setattr(blender, "MOST_SECONDS", 0.2)
    stand_in.write_text("#!/bin/sh\nexec sleep 5\n")
    with pytest.raises(MotionError, match="took more than 0 s"):
        read_motion_file(tmp_path / "a.usda")
