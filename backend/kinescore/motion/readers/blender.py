"""FBX and USD, imported by Blender in a process of its own: bpy where it is installed, or a `blender` on the path.

The script that Blender runs is no part of this package: it imports bpy and is under Blender's licence.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from kinescore.errors import KinescoreError, MotionError
from kinescore.motion.bone_map import RestPose
from kinescore.motion.recordings import Places, Skeleton
from kinescore.motion.resampling import nominal_rate

SCRIPT = Path(__file__).resolve().parents[3] / "kinescore_blender" / "export_motion.py"
MOST_SECONDS = 60.0
BLENDER_VARIABLE = "KINESCORE_BLENDER"
_MARK = "kinescore: "


def read_by_blender(path: Path) -> Skeleton:
    """Read the armature that is animated for longest. Blender's module cannot tell the frame rate of binary USD.

    Raises MotionError where Blender cannot import the file, finds no animated armature, or takes over a minute, and
    KinescoreError where there is no Blender.
    """
    command = _blender()
    with tempfile.TemporaryDirectory(prefix="kinescore-") as folder:
        target = Path(folder) / "motion.npz"
        _run([*command, str(path.resolve()), str(target)], path, folder)
        with np.load(target, allow_pickle=False) as arrays:
            names = json.loads(bytes(arrays["names"]))
            parents, fps = arrays["parents"].tolist(), float(arrays["fps"])
            heads, tails = arrays["heads"], arrays["tails"]

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        return heads[:, list(used)], tails[:, list(used)]

    order = _parents_first(parents)
    place = {bone: index for index, bone in enumerate(order)}
    rest = RestPose([place.get(parents[bone], -1) for bone in order], heads[0, order])
    return Skeleton(
        [names[bone] for bone in order],
        len(heads),
        lambda used: pose([order[index] for index in used]),
        nominal_rate(1 / fps, tolerance_seconds=1e-6) if fps > 0 else None,
        rest,
    )


def _blender() -> list[str]:
    """How to run the script: with the bpy of this Python, or with a Blender that is named or on the path."""
    if not SCRIPT.is_file():
        raise KinescoreError(
            f"{SCRIPT.name}, which Blender would run, is missing beside this package.", "Install it again."
        )
    named = os.environ.get(BLENDER_VARIABLE)
    blender = named or shutil.which("blender")
    if not named and find_spec("bpy") is not None:
        return [sys.executable, str(SCRIPT)]
    if blender:
        return [blender, "-b", "--factory-startup", "-noaudio", "--python", str(SCRIPT), "--"]
    raise KinescoreError(
        ".fbx and .usd are read by Blender, which is not found here.",
        "Install with: pip install 'kinescore[bpy]', put blender on the path, or export the motion as .glb or .bvh.",
        code="package_missing",
    )


def _run(command: list[str], path: Path, folder: str) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "2"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=MOST_SECONDS, env=environment, cwd=folder, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise MotionError(
            f"Blender took more than {MOST_SECONDS:.0f} s to import {path.name}.",
            "Export the motion alone, without meshes, as .glb or .bvh.",
        ) from error
    lines = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.startswith(_MARK)]
    said = lines[-1].removeprefix(_MARK) if lines else f"Blender stopped with code {done.returncode}"
    if said != "done":
        raise MotionError(
            f"{path.name} cannot be read through Blender: {said[:160]}.", "Export it again, or as .glb or .bvh."
        )


def _parents_first(parents: Sequence[int]) -> list[int]:
    """Bones in an order in which every parent comes before its children."""
    depth: dict[int, int] = {-1: -1}
    for bone in range(len(parents)):
        chain = []
        while bone not in depth:
            chain.append(bone)
            bone = parents[bone]
        for above in reversed(chain):
            depth[above] = depth[parents[above]] + 1
    return sorted(range(len(parents)), key=lambda bone: (depth[bone], bone))
