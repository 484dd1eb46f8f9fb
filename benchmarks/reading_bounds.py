"""What the largest files of every format cost: seconds of one CPU and memory of a process that reads one.

    OMP_NUM_THREADS=1 python -m benchmarks.reading_bounds [name ...]

Files of up to 256 MB are made as programs write them, and others to do harm: right beginnings with nonsense behind.
Each is read in a process of its own. Bounds are 1 GB and 10 s, of which shares are printed; seconds depend on the
machine. Names choose files whose name holds one of them.
"""

from __future__ import annotations

import json
import pickle
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from kinescore.motion.layouts import LAYOUTS
from kinescore.motion.readers.amc import MAX_VALUES as AMC_VALUES
from kinescore.motion.readers.bvh_file import MAX_VALUES as BVH_VALUES
from kinescore.motion.readers.trc import MAX_VALUES as TRC_VALUES

MIB = 1024**2
MOST_BYTES = 256 * MIB
MOST_MB, MOST_SECONDS = 1000.0, 10.0
FRAMES = 215_000  # an hour at 60 fps holds a thousand more
READ = """
import resource, sys
from kinescore.motion.readers import read_motion_file
from kinescore.errors import KinescoreError
try:
    said = f"{len(read_motion_file(sys.argv[1], fps=60, size=(640, 480), warn=lambda note: None))} frames"
except KinescoreError as error:
    said = str(error)
usage = resource.getrusage(resource.RUSAGE_SELF)
peak_mb = usage.ru_maxrss / 1024
if sys.platform == "linux":  # where ru_maxrss begins with that of the process it was forked from
    peak_mb = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
print(said.replace("\\n", " "))
print(peak_mb, usage.ru_utime + usage.ru_stime)
"""


def main(wanted: list[str]) -> None:
    """Make, read, measure and print one file after the other."""
    print(f"{'file':34} {'MB':>5} {'s':>6} {'of 10 s':>8} {'peak MB':>8} {'of 1 GB':>8}  what was said")
    for name, (file, parts) in FILES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        with tempfile.TemporaryDirectory(prefix="kinescore-bounds-") as folder:
            path = Path(folder) / file
            if file.endswith(".amc"):
                path.with_suffix(".asf").write_text(acclaim_skeleton())
            with path.open("wb") as out:
                for part in parts():
                    out.write(part[: MOST_BYTES - out.tell()])
            said, memory, seconds = read_apart(path)
            print(
                f"{name:34} {path.stat().st_size / 1e6:5.0f} {seconds:6.1f} {seconds / MOST_SECONDS:8.0%} "
                f"{memory:8.0f} {memory / MOST_MB:8.0%}  {said[:90]}",
                flush=True,
            )


def read_apart(path: Path) -> tuple[str, float, float]:
    """What reading says in a process of its own, the most memory it took in MB, and its CPU seconds."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=600)
    if done.returncode:
        return f"STOPPED with {done.returncode}: {done.stderr[-200:]}", 0.0, 0.0
    said, usage = done.stdout.strip().splitlines()
    memory, seconds = map(float, usage.split())
    return said, memory, seconds


def rows(count: int, width: int, form: str, separator: str, begin: Callable[[int], str]) -> Iterator[bytes]:
    """Lines of numbers that move, the first columns of each by `begin`; a thousand different ones, over and over."""
    angles = np.sin(np.arange(1000)[:, None] / 50 + np.arange(width)) * 40
    texts = [separator.join(form % value for value in row) for row in angles]
    for start in range(0, count, 1000):
        yield "".join(f"{begin(n)}{texts[n % 1000]}\n" for n in range(start, min(start + 1000, count))).encode()


def bvh(joints: int, form: str) -> Iterator[bytes]:
    names = ["Hips", "Spine", "Neck", "Head"] + [
        side + part
        for side in ("Left", "Right")
        for part in ("Arm", "ForeArm", "Hand", "UpLeg", "Leg", "Foot")
    ]  # fmt: skip
    names += [f"finger{n}" for n in range(joints - len(names))]
    channels = "CHANNELS 3 Zrotation Xrotation Yrotation"
    body = "".join(f"JOINT {name} {{ OFFSET {n % 7} {n % 11} 0 {channels} }}\n" for n, name in enumerate(names[1:]))
    frames = min(FRAMES, BVH_VALUES // (3 * joints) - 2)
    yield f"HIERARCHY\nROOT Hips {{ OFFSET 0 0 0 {channels}\n{body}}}\nMOTION\n".encode()
    yield f"Frames: {frames}\nFrame Time: 0.0166667\n".encode()
    yield from rows(frames, 3 * joints, form, " ", lambda n: "")


def trc(markers: int) -> Iterator[bytes]:
    names = ["LSHO", "RSHO", "LELB", "RELB", "LWRA", "RWRA", "LASI", "RASI", "LKNE", "RKNE", "LANK", "RANK"]
    names += [f"M{n}" for n in range(markers - len(names))]
    head = [
        "PathFileType\t4\t(X/Y/Z)\ta.trc",
        "DataRate\tCameraRate",
        "60\t60",
        "Frame#\tTime\t" + "\t\t\t".join(names),
    ]
    yield ("\n".join(head) + "\n\tX1\n").encode()
    frames = min(FRAMES, TRC_VALUES // (3 * markers))
    yield from rows(frames, 3 * markers, "%.8f", "\t", lambda n: f"{n}\t{n / 60:.3f}\t")


def acclaim_skeleton() -> str:
    names = ["lfemur", "ltibia", "lfoot", "rfemur", "rtibia", "rfoot", "lhumerus", "lradius", "lhand"]
    names += ["rhumerus", "rradius", "rhand", "head"] + [f"finger{n}" for n in range(80)]
    bone = "begin\n name {}\n direction 0 1 0\n length {}\n axis 0 0 0 XYZ\n dof rx ry rz\nend\n"
    return (
        ":units\n angle deg\n:root\n order TX TY TZ RX RY RZ\n orientation 0 0 0\n:bonedata\n"
        + "".join(bone.format(name, 1 + n % 3) for n, name in enumerate(names))
        + ":hierarchy\nbegin\n root " + " ".join(names) + "\nend\n"
    )  # fmt: skip


def amc() -> Iterator[bytes]:
    bones = [line.split()[1] for line in acclaim_skeleton().splitlines() if line.startswith(" name")]
    yield b":FULLY-SPECIFIED\n:DEGREES\n"
    for frame in range(1, AMC_VALUES // (3 * len(bones) + 6)):
        angle = 40 * np.sin(frame / 20)
        text = f"{frame}\nroot 0 1 0 {angle:.4f} 0 0\n"
        yield (text + "".join(f"{bone} {angle:.16f} -12.34567890123456 1.5\n" for bone in bones)).encode()


def alphapose(count: int) -> Iterator[bytes]:
    for n in range(count):
        points = [round(500 + 100 * np.sin(n / 20 + k), 11) if k % 3 < 2 else 0.91234567 for k in range(51)]
        entry = {"image_id": f"{n}.jpg", "category_id": 1, "keypoints": points, "score": 2.9, "box": [1, 2, 3, 4]}
        yield (b"[" if n == 0 else b",") + json.dumps(entry).encode()
    yield b"]"


def nested_keypoints() -> Iterator[bytes]:
    yield b'{"fps": 60, "width": 1280, "height": 720, "keypoints": ['
    for n in range(FRAMES):
        joints = [[round(500 + 100 * np.sin(n / 20 + k), 9), 300.123456789, 0.9876543] for k in range(17)]
        yield (b"," if n else b"") + json.dumps(joints).encode()
    yield b"]}"


def mediapipe() -> Iterator[bytes]:
    for n in range(FRAMES // 2):
        points = [
            {"x": round(0.5 + 0.1 * np.sin(n / 20 + k), 9), "y": 0.5, "z": -0.1, "visibility": 0.99} for k in range(33)
        ]
        yield (b"," if n else b"[") + json.dumps(points).encode()
    yield b"]"


def saved(save: Callable[..., None], *arrays: np.ndarray, **named: object) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        save(file, *arrays, **named)
        file.seek(0)
        yield file.read()


def joints_in_space(frames: int, layout: str) -> np.ndarray:
    rng = np.random.default_rng(1)
    return np.resize(rng.normal(size=(1000, len(LAYOUTS[layout]), 3)), (frames, len(LAYOUTS[layout]), 3))


def pickled(kind: type) -> Iterator[bytes]:
    poses = np.resize(np.random.default_rng(1).normal(size=(1000, 72)), (FRAMES, 72)).astype(kind)
    yield pickle.dumps({"smpl_poses": poses, "smpl_trans": np.zeros((FRAMES, 3), kind)})


def vmd(count: int) -> Iterator[bytes]:
    key = np.dtype([("name", "S15"), ("frame", "<u4"), ("place", "<f4", 3), ("turn", "<f4", 4), ("curves", "u1", 64)])
    keys = np.zeros(count, key)
    bones = ["センター", "上半身", "頭", "左足ＩＫ", "右足ＩＫ", "左腕", "右腕", *(f"指{n}" for n in range(40))]
    keys["name"] = np.resize(np.array([bone.encode("cp932") for bone in bones]), count)
    keys["frame"] = np.arange(count) // len(bones)
    keys["turn"][:, 3] = 1.0
    yield b"Vocaloid Motion Data 0002".ljust(50, b"\0") + struct.pack("<I", count)
    yield keys.tobytes()


def glb() -> Iterator[bytes]:
    names = ["Hips", "Spine", "Neck", "Head"]
    names += [
        f"{side}{part}" for side in ("Left", "Right") for part in ("Arm", "ForeArm", "Hand", "UpLeg", "Leg", "Foot")
    ]
    names += [f"finger{n}" for n in range(54)]
    views = [{"buffer": 0, "byteOffset": 0, "byteLength": 4 * FRAMES}]
    views += [
        {"buffer": 0, "byteOffset": 4 * FRAMES * (1 + 4 * n), "byteLength": 16 * FRAMES} for n in range(len(names))
    ]
    accessors = [{"bufferView": 0, "componentType": 5126, "count": FRAMES, "type": "SCALAR"}]
    accessors += [
        {"bufferView": n + 1, "componentType": 5126, "count": FRAMES, "type": "VEC4"} for n in range(len(names))
    ]
    nodes = [{"name": name, "translation": [0.1 * n, 0.2, 0]} for n, name in enumerate(names)]
    nodes[0]["children"] = list(range(1, len(names)))
    channels = [{"sampler": n, "target": {"node": n, "path": "rotation"}} for n in range(len(names))]
    samplers = [{"input": 0, "output": n + 1} for n in range(len(names))]
    size = 4 * FRAMES * (1 + 4 * len(names))
    text = json.dumps(
        {"asset": {"version": "2.0"}, "nodes": nodes, "accessors": accessors, "bufferViews": views,
         "buffers": [{"byteLength": size}], "animations": [{"samplers": samplers, "channels": channels}]}
    ).encode()  # fmt: skip
    text += b" " * (-len(text) % 4)
    yield struct.pack("<4sIII4s", b"glTF", 2, 28 + len(text) + size, len(text), b"JSON") + text
    yield struct.pack("<I4s", size, b"BIN\0") + (np.arange(FRAMES, dtype="<f4") / 60).tobytes()
    turns = np.zeros((FRAMES, 4), "<f4")
    turns[:, 0], turns[:, 3] = np.sin(np.arange(FRAMES) / 50), np.cos(np.arange(FRAMES) / 50)
    for _ in names:
        yield turns.tobytes()


def behind(start: bytes, filling: bytes) -> Iterator[bytes]:
    """A right beginning, and 256 MB of the same behind it."""
    yield start
    for _ in range(MOST_BYTES // (256 * len(filling) * 64) + 1):
        yield filling * 64 * 256


NOISE = np.random.default_rng(2).bytes(4096)
FILES: dict[str, tuple[str, Callable[[], Iterator[bytes]]]] = {
    "BVH, 32 joints": ("a.bvh", lambda: bvh(32, "%.10f")),
    "BVH, 46 joints": ("a.bvh", lambda: bvh(46, "%.10f")),
    "TRC, 50 markers": ("a.trc", lambda: trc(50)),
    "AMC, 94 bones": ("a.amc", amc),
    "JSON, AlphaPose": ("a.json", lambda: alphapose(FRAMES)),
    "JSON, keypoints": ("a.json", nested_keypoints),
    "JSON, MediaPipe": ("a.json", mediapipe),
    "npz, 52 joints": ("a.npz", lambda: saved(np.savez, joints=joints_in_space(FRAMES, "SMPL-H-52").astype("f4"))),
    "npz, packed": ("a.npz", lambda: saved(np.savez_compressed, joints=joints_in_space(FRAMES, "SMPL-H-52"))),
    "npy, 22 joints in float64": ("a.npy", lambda: saved(np.save, joints_in_space(FRAMES, "SMPL-22"))),
    "npz, AMASS": (
        "a.npz",
        lambda: saved(np.savez, poses=np.full((FRAMES, 156), 0.1, "f4"), trans=np.zeros((FRAMES, 3))),
    ),
    "pkl, body model": ("a.pkl", lambda: pickled(np.float64)),
    "VMD, two million keys": ("a.vmd", lambda: vmd(2_000_000)),
    "GLB, 70 bones": ("a.glb", glb),
    "BVH of noise": ("a.bvh", lambda: behind(b"HIERARCHY\nROOT a {\n", NOISE)),
    "BVH of one word a line": ("a.bvh", lambda: behind(b"HIERARCHY\nROOT a {\n", b"OFFSET 0 0 0\n")),
    "TRC of tabs": ("a.trc", lambda: behind(b"PathFileType\nDataRate\tX\n60\t1\nF\tT\tLSHO\n\n", b"\t")),
    "TRC of short rows": ("a.trc", lambda: behind(b"PathFileType\nDataRate\tX\n60\t1\nF\tT\tLSHO\n\n", b"1\t1\t1\n")),
    "AMC of short lines": ("a.amc", lambda: behind(b"1\nroot 0 0 0 0 0 0\n", b"head 1 2 3\n")),
    "AMC of one line": ("a.amc", lambda: behind(b"1\n", b"root 0 ")),
    "JSON of empty lists": ("a.json", lambda: behind(b"[", b"[],")),
    "JSON of one list of numbers": ("a.json", lambda: behind(b"[[", b"1,")),
    "JSON of open brackets": ("a.json", lambda: behind(b"[", b"[")),
    "JSON of small people": ("a.json", lambda: behind(b"[", b'{"keypoints":[' + b"1," * 50 + b'1],"image_id":1},')),
    "JSON of one text": ("a.json", lambda: behind(b'["', b"a")),
    "npz of noise": ("a.npz", lambda: behind(b"PK\x03\x04", NOISE)),
    "pkl of empty lists": ("a.pkl", lambda: behind(b"\x80\x02", b"]")),
    "pkl of noise": ("a.pkl", lambda: behind(b"\x80\x02", NOISE)),
    "VMD of noise": ("a.vmd", lambda: behind(b"Vocaloid Motion Data 0002".ljust(50, b"\0") + b"\0\0\x20\0", NOISE)),
    "GLB of noise": ("a.glb", lambda: behind(b"glTF\2\0\0\0" + struct.pack("<II4s", MOST_BYTES, 9, b"JSON"), NOISE)),
    "glTF of spaces": ("a.gltf", lambda: behind(b"{", b" ")),
    "C3D of zeros": ("a.c3d", lambda: behind(b"\x02\x50", b"\0")),
    "C3D of noise": ("a.c3d", lambda: behind(b"\x02\x50", NOISE)),
}

if __name__ == "__main__":
    main(sys.argv[1:])
