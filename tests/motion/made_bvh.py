"""BVH files written here: every order of channels, ends, roots and names that the format allows."""

from __future__ import annotations

from itertools import permutations

ROTATION_ORDERS = ["".join(order) for order in permutations("XYZ")]


def angle(frame: int, column: int) -> float:
    """Degrees that look arbitrary and are the same everywhere."""
    return round(((frame * 37 + column * 53) % 241 - 120) * 0.7, 3)


def chain(order: str, frames: int = 4) -> str:
    """A root, two joints and an end site, all turning in `order`."""
    rotations = " ".join(f"{axis}rotation" for axis in order)
    rows = []
    for frame in range(frames):
        place = [0.1 * frame, 1 + 0.05 * frame, -0.2 * frame]
        rows.append(" ".join(f"{value:g}" for value in [*place, *(angle(frame, column) for column in range(9))]))
    return f"""HIERARCHY
ROOT Hips
{{
\tOFFSET 0.0 0.0 0.0
\tCHANNELS 6 Xposition Yposition Zposition {rotations}
\tJOINT LeftUpLeg
\t{{
\t\tOFFSET 0.1 -0.05 0.02
\t\tCHANNELS 3 {rotations}
\t\tJOINT LeftLeg
\t\t{{
\t\t\tOFFSET 0.0 -0.45 0.03
\t\t\tCHANNELS 3 {rotations}
\t\t\tEnd Site
\t\t\t{{
\t\t\t\tOFFSET 0.0 -0.4 0.1
\t\t\t}}
\t\t}}
\t}}
}}
MOTION
Frames: {frames}
Frame Time: 0.0333333
""" + "\n".join(rows)


LOOSE_JOINTS = """HIERARCHY
ROOT mixamorig:Hips
{
  OFFSET 3.0 90.0 -2.0
  CHANNELS 6 Zposition Xposition Yposition Zrotation Xrotation Yrotation
  JOINT left hand
  {
    OFFSET 10.0 5.0 0.0
    CHANNELS 6 Xposition Yposition Zposition Yrotation Zrotation Xrotation
    End Site
    {
      OFFSET 0.0 4.0 0.0
    }
  }
  JOINT middle
  {
    OFFSET -10.0 5.0 0.0
    CHANNELS 3 Zrotation Yrotation Xrotation
    JOINT tip
    {
      OFFSET -5.0 0.0 1.0
      CHANNELS 3 Xrotation Yrotation Zrotation
      End Site
      {
        OFFSET -2.0 0.0 0.0
      }
    }
  }
}
MOTION
Frames: 3
Frame Time: 0.04
1 2 3 10 20 30 10.0 5.0 0.0 40 50 60 70 0 0 -10 -20 -30
4 5 6 -15 25 35 12.0 6.0 1.0 45 55 65 75 9 8 10 20 30
7 8 9 100 -120 130 8.0 4.0 -1.0 140 150 160 170 -9 8 5 6 7
"""

MADE = {f"order {order}": chain(order) for order in ROTATION_ORDERS} | {"loose joints": LOOSE_JOINTS}


def humanoid(frames: int, fps_text: str = "0.0333333") -> str:
    """A Mixamo-named person, Y up and facing +Z, whose left arm waves once a second at 30 frames."""
    skeleton = {
        "Hips": {
            "Spine": {"Neck": {"Head": {}}, **_arm("Left"), **_arm("Right")},
            **_leg("Left"),
            **_leg("Right"),
        }
    }
    lines, names = ["HIERARCHY"], []
    _write_joint(lines, names, "Hips", skeleton["Hips"], "ROOT", 0)
    lines += ["MOTION", f"Frames: {frames}", f"Frame Time: {fps_text}"]
    for frame in range(frames):
        turns = {"LeftArm": f"{40 * ((frame % 30) / 15 - 1):.4f} 0 0"}
        lines.append("0 1 0 " + " ".join(turns.get(name, "0 0 0") for name in names))
    return "\n".join(lines) + "\n"


_OFFSETS = {
    "Spine": (0, 0.3, 0), "Neck": (0, 0.25, 0), "Head": (0, 0.1, 0), "Arm": (0.18, 0.2, 0), "ForeArm": (0.27, 0, 0),
    "Hand": (0.25, 0, 0), "UpLeg": (0.1, -0.05, 0), "Leg": (0, -0.45, 0), "Foot": (0, -0.4, 0), "Hips": (0, 0, 0),
}  # fmt: skip


def _arm(side: str) -> dict:
    return {f"{side}Arm": {f"{side}ForeArm": {f"{side}Hand": {}}}}


def _leg(side: str) -> dict:
    return {f"{side}UpLeg": {f"{side}Leg": {f"{side}Foot": {}}}}


def _write_joint(lines: list[str], names: list[str], name: str, children: dict, kind: str, depth: int) -> None:
    names.append(name)
    x, y, z = _OFFSETS[name.removeprefix("Left").removeprefix("Right")]
    position = "6 Xposition Yposition Zposition" if kind == "ROOT" else "3"
    indent = "  " * depth
    lines += [f"{indent}{kind} mixamorig:{name}", indent + "{"]
    lines.append(f"{indent}  OFFSET {-x if name.startswith('Right') else x} {y} {z}")
    lines.append(f"{indent}  CHANNELS {position} Zrotation Xrotation Yrotation")
    for child, grandchildren in children.items():
        _write_joint(lines, names, child, grandchildren, "JOINT", depth + 1)
    if not children:
        lines.append(f"{indent}  End Site {{ OFFSET 0 0.1 0 }}")
    lines.append(indent + "}")
