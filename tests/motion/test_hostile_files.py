"""Files made to exhaust memory or time: each ends soon, in one sentence of at most 300 characters."""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kinescore.motion.readers import SUFFIXES
from tests.motion.made_bvh import humanoid
from tests.motion.made_dance import dance, made_bvh, write_gltf

MEMORY_MB = 1000
SECONDS = 10.0
MIB = 1024**2
READ = """
import resource, sys
from kinescore.motion.readers import read_motion_file
from kinescore.errors import KinescoreError
try:
    said = len(read_motion_file(sys.argv[1], fps=60, size=(640, 480), warn=lambda note: None))
except KinescoreError as error:
    said = str(error)
usage = resource.getrusage(resource.RUSAGE_SELF)
peak_mb = usage.ru_maxrss / 1024**2
if sys.platform == "linux":  # where ru_maxrss begins with that of the process it was forked from
    peak_mb = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
print(said)
print(peak_mb, usage.ru_utime + usage.ru_stime)
"""


def doubled(count: int = 60) -> bytes:
    """A tuple of two tuples of two tuples ...: small in memory, and endless to hash, to print and to compare."""
    steps = b"".join(b"h" + bytes([n]) + b"h" + bytes([n]) + b"\x86q" + bytes([n + 1]) for n in range(count))
    return b"\x80\x02)q\x00" + steps


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, keypoints=np.zeros((7_000_000, 17, 3), np.uint8), fps=30)
    return buffer.getvalue()


def many_members() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"a{number}.npy", b"")
    return buffer.getvalue()


def lying_header(shape: tuple[int, ...], descr: str = "<f8") -> bytes:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": descr, "fortran_order": False, "shape": shape})
    return header.getvalue() + bytes(64)


def in_npz(member: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("keypoints.npy", member)
    return buffer.getvalue()


def bvh_head() -> str:
    text = humanoid(2)
    return text[: text.index("Frames:")]


def saved_npz(**arrays: object) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip bomb": ("a.npz", zip_bomb),
    "archive of many": ("a.npz", many_members),
    "promised array": ("a.npz", lambda: in_npz(lying_header((10**14, 17, 3)))),
    "promised array of negative size": ("a.npy", lambda: lying_header((-5, 17, 3))),
    "objects": ("a.npy", lambda: lying_header((5,), "|O")),
    "huge text": ("a.npy", lambda: lying_header((5,), "<U1000000000")),
    "overflowing shape": ("a.npy", lambda: lying_header((2**40, 2**40))),
    "header of an open bracket": ("a.npy", lambda: lying_header((5, 17, 3)).replace(b"), }  ", b"), }  (")),
    "no frames": ("a.npz", lambda: saved_npz(joints=np.zeros((0, 17, 3)), fps=30)),
    "nothing but NaN": ("a.npz", lambda: saved_npz(joints=np.full((9, 17, 3), np.nan), fps=30)),
    "infinite": ("a.npz", lambda: saved_npz(joints=np.full((9, 17, 3), np.inf), fps=30)),
    "endless key": ("a.pkl", lambda: doubled() + b"}h\x3cNs."),
    "endless key in a dictionary": ("a.pkl", lambda: doubled() + b"(h\x3cNd."),
    "endless key among several": ("a.pkl", lambda: doubled() + b"}(h\x3cNu."),
    "endless set": ("a.pkl", lambda: doubled().replace(b"\x80\x02", b"\x80\x04") + b"\x8f(h\x3c\x90."),
    "endless name": ("a.pkl", lambda: doubled() + b"h\x3cN\x86R."),
    "endless array": ("a.pkl", lambda: doubled() + b"cnumpy.core.multiarray\nscalar\nh\x3ch\x3c\x86R."),
    "many lists": ("a.pkl", lambda: b"]" * (8 * MIB) + b"."),
    "many marks": ("a.pkl", lambda: b"(" * (8 * MIB) + b"t."),
    "text turned to bytes": (
        "a.pkl",
        lambda: b"\x80\x02X\x00\x00\x40\x01" + b"a" * (20 * MIB) + b"q\x00"
        + b"c_codecs\nencode\nh\x00X\x06\x00\x00\x00latin1\x86R" * 200 + b"N.",
    ),
    "long key names": ("a.pkl", lambda: pickle.dumps({"x" * 10_000: np.zeros(3)})),
    "many rows promised": ("a.bvh", lambda: (bvh_head() + "Frames: 99999999999\nFrame Time: 0.01\n0").encode()),
    "many joints": ("a.bvh", lambda: b"HIERARCHY\n" + b"ROOT a { OFFSET 0 0 0\n" + b"JOINT b { OFFSET 0 0 0\n" * 10**6),
    "one line": ("a.bvh", lambda: (bvh_head() + "Frames: 9\nFrame Time: 0.01\n" + "0 " * (30 * MIB)).encode()),
    "skeleton without end": ("a.bvh", lambda: b"HIERARCHY\nROOT a {\n" + b"OFFSET 0 0 0\n" * 10**6),
    "long word": ("a.bvh", lambda: b"HIERARCHY\n" + b"x" * 100_000),
    "lists in JSON": ("a.json", lambda: b"[" + b"[]," * (2 * MIB) + b"0]"),
    "deep JSON": ("a.json", lambda: b"[" * (10 * MIB)),
    "objects in JSON": ("a.json", lambda: b"[" + b'{"a":{}},' * MIB + b"0]"),
    "one list of numbers": ("a.json", lambda: b"[[" + b"1," * (30 * MIB) + b"1]]"),
    "small people": ("a.json", lambda: b"[" + (b'{"keypoints":[' + b"1," * 50 + b'1]},') * 300_000 + b"0]"),
    "people without end": ("a.json", lambda: json.dumps([{"image_id": 10**8, "keypoints": [1] * 51}]).encode()),
    "table of tabs": ("a.trc", lambda: b"PathFileType\n" + b"\t" * (60 * MIB)),
    "c3d of zeros": ("a.c3d", lambda: b"\x02\x50" + bytes(4000)),
    "vmd of many keys": ("a.vmd", lambda: b"Vocaloid Motion Data 0002".ljust(50, b"\0") + b"\xff" * 4 + bytes(999)),
    "empty": ("a.npz", lambda: b""),
}  # fmt: skip


def read_apart(path: Path) -> tuple[str, float, float]:
    """What reading says in a process of its own, the most memory it took in MB, and its CPU seconds."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    *said, usage = done.stdout.strip().splitlines()
    memory, seconds = map(float, usage.split())
    return "\n".join(said), memory, seconds


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_soon_in_one_sentence(tmp_path: Path, name: str) -> None:
    file, content = HOSTILE[name]
    (tmp_path / file).write_bytes(content())
    said, memory, seconds = read_apart(tmp_path / file)
    assert not said.isdigit()
    assert 20 < len(said) <= 300
    assert memory < MEMORY_MB
    assert seconds < SECONDS


@pytest.mark.parametrize("name", ["long dance", "long body model", "long keypoints"])
def test_the_longest_files_that_are_read_fit(tmp_path: Path, name: str) -> None:
    count = 216_000
    if name == "long dance":
        np.savez(tmp_path / "a.npz", joints=np.resize(dance(), (count, 17, 3)).astype(np.float32), fps=60)
    elif name == "long body model":
        np.savez(tmp_path / "a.npz", poses=np.full((count, 156), 0.1, np.float32), trans=np.zeros((count, 3)), fps=60)
    else:
        np.savez(tmp_path / "a.npz", positions=np.resize(100 * dance()[..., :2], (count, 17, 2)), fps=60)
    said, memory, seconds = read_apart(tmp_path / "a.npz")
    assert said == str(count)
    assert memory < MEMORY_MB
    assert seconds < SECONDS


def test_random_changes_of_any_format_end_in_a_sentence(tmp_path: Path) -> None:
    """Every text and binary format, with bytes changed, never ends in anything but a sentence or keypoints."""
    from kinescore.errors import KinescoreError
    from kinescore.motion.readers import read_motion_file
    from tests.motion.made_dance import write_trc, write_vmd

    whole = [
        write_gltf(tmp_path / "a.glb", made_bvh(tmp_path, 5)),
        write_gltf(tmp_path / "a.gltf", made_bvh(tmp_path, 5)),
        write_trc(tmp_path / "a.trc", ["LSHO", "RSHO", "LELB", "RELB"], dance()[:5, 5:9]),
        write_vmd(tmp_path / "a.vmd", [("センター", 5 * n, (0, n, 0), (0, 0, 0, 1)) for n in range(4)]),
        tmp_path / "made.bvh",
    ]
    rng = np.random.default_rng(5)
    longest = 0
    for path in whole:
        data = path.read_bytes()
        for _ in range(150):
            changed = bytearray(data)
            for place in rng.integers(0, len(data), rng.integers(1, 6)):
                changed[place] = rng.integers(0, 256)
            path.write_bytes(changed[: rng.integers(1, len(data))] if rng.random() < 0.3 else changed)
            try:
                read_motion_file(path, warn=lambda note: None)
            except KinescoreError as error:
                longest = max(longest, len(str(error)))
    assert 0 < longest <= 300


def test_no_suffix_reads_random_bytes(tmp_path: Path) -> None:
    from kinescore.errors import KinescoreError
    from kinescore.motion.readers import read_motion_file

    rng = np.random.default_rng(7)
    for suffix in set(SUFFIXES) - {".fbx", ".usd", ".usda", ".usdc", ".usdz"}:
        for length in (0, 1, 50, 5000):
            (tmp_path / f"a{suffix}").write_bytes(rng.bytes(length))
            with pytest.raises(KinescoreError) as caught:
                read_motion_file(tmp_path / f"a{suffix}", fps=30, size=(640, 480))
            assert len(str(caught.value)) <= 300
