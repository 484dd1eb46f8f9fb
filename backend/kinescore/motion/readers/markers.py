"""Markers and named points of optical capture -> joints: a joint lies in the middle of the markers around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.bone_map import map_bones
from kinescore.motion.recordings import Skeleton, skeleton_of_joints

# Joint -> markers, without their side (L, R), upper case. Centres of joints that a program has solved come first; where
# there are none, the markers around the joint, as many as there are: Plug-in Gait and its relatives (Vicon, CMU), the
# baseline sets of OptiTrack and Qualisys, Rizzoli/IOR, Helen Hayes, OpenSim's gait models.
_SIDED = {
    "shoulder": ("SJC", "SHO SHOULDERTOP SAE ACR ACROMION ACROMIUM SHOULDER SAJ"),
    "elbow": ("EJC", "ELB ELBM ELBOWOUT ELBOWIN ELBOW ELBOWLAT ELBOWMED HLE HME MELB EPI LEL MEL"),
    "wrist": ("WJC", "WRA WRB WRI WRE WRISTOUT WRISTIN WRIST RSP USP FARADIUS FAULNA"),
    "hip": ("HJC", "ASI PSI FWT BWT WAISTLFRONT WAISTLBACK WAISTRFRONT WAISTRBACK ASIS PSIS IAS IPS GT"),
    "knee": ("KJC", "KNE KNEM KNEEOUT KNEEIN KNEE KNEELAT KNEEMED FLE FME MKN KNI LFC MFC"),
    "ankle": ("AJC", "ANK MED ANKLEOUT ANKLEIN ANKLE ANKLELAT ANKLEMED FAL TAM MMA MAN LMAL MMAL"),
    "ear": ("", "FHD BHD"),
}
_MIDDLE = {"head": "LFHD RFHD LBHD RBHD HEADTOP HEADFRONT TOPHEAD ARIEL HEADL HEADR SGL", "neck": "C7 CLAV CV7 SJN"}
_TO_DROP = str.maketrans("", "", "_ .-")


def skeleton_of_markers(names: Sequence[str], points: NDArray[np.floating[Any]], fps: float | None) -> Skeleton:
    """A skeleton of points [T, M, 3] (NaN where unseen) that are called `names`: markers, or joints themselves.

    Markers go first: a marker on the thigh is often called as the bone is, and is no joint. What is neither is followed
    as any thing that moves, and a note says so.
    """
    plain = [name.rpartition(":")[2].strip() for name in names]
    joints = _joints_of_markers(plain)
    if map_bones(list(joints)).is_humanoid:
        with np.errstate(invalid="ignore"):
            middle = [points[:, found].mean(axis=1) for found in joints.values()]
        return skeleton_of_joints(np.stack(middle, axis=1), list(joints), fps)
    skeleton = skeleton_of_joints(points, plain, fps)
    if map_bones(plain).is_humanoid:
        return skeleton
    note = (
        f"The points {', '.join(plain[:6])[:80]} are no whole set of markers or joints that is known here (as Plug-in "
        "Gait's LSHO, LELB, LWRA, LASI, LKNE, LANK); those that move most are followed."
    )
    return replace(skeleton, notes=(note,))


def _joints_of_markers(plain: Sequence[str]) -> dict[str, list[int]]:
    """The points around each joint that has some; nothing where shoulders, hips or knees have none."""
    index = {name.upper().translate(_TO_DROP): number for number, name in reversed(list(enumerate(plain)))}
    joints: dict[str, list[int]] = {}
    for joint, groups in _SIDED.items():
        for side in ("left", "right"):
            for markers in groups:
                found = [index[key] for word in markers.split() for key in _spellings(word, side) if key in index]
                if found:
                    joints.setdefault(f"{side}_{joint}", found)
    for joint, markers in _MIDDLE.items():
        if found := [index[word] for word in markers.split() if word in index]:
            joints[joint] = found
    whole = all({f"left_{joint}", f"right_{joint}"} <= joints.keys() for joint in ("shoulder", "hip", "knee"))
    return joints if whole else {}


def _spellings(word: str, side: str) -> tuple[str, ...]:
    """The marker with its side: "LSHO", "SHOL", "LEFTSHOULDER"; the waist's markers have theirs inside."""
    letter = side[0].upper()
    if word.startswith("WAIST"):
        return (word,) if word[5] == letter else ()
    return (letter + word, word + letter, side.upper() + word)
