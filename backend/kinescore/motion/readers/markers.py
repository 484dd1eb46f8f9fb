"""Markers and named points of optical capture -> joints: a joint lies in the middle of the markers around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BODY_JOINTS, map_bones
from kinescore.motion.recordings import Skeleton, skeleton_of_joints

# Joint -> markers, without their side (L, R), upper case: Plug-in Gait and its relatives (Vicon, CMU), the baseline
# sets of OptiTrack and Qualisys, Rizzoli/IOR, Helen Hayes. Whichever are there are averaged.
_SIDED = {
    "shoulder": "SHO SHOULDERTOP SAE ACR ACROMION SHOULDER SAJ",
    "elbow": "ELB ELBM ELBOWOUT ELBOWIN ELBOW HLE HME MELB EPI",
    "wrist": "WRA WRB WRI WRE WRISTOUT WRISTIN WRIST RSP USP",
    "hip": "ASI PSI FWT BWT WAISTLFRONT WAISTLBACK WAISTRFRONT WAISTRBACK ASIS PSIS IAS IPS GT",
    "knee": "KNE KNEM KNEEOUT KNEEIN KNEE FLE FME MKN KNI",
    "ankle": "ANK MED ANKLEOUT ANKLEIN ANKLE FAL TAM MMA MAN",
    "ear": "FHD BHD",
}
_MIDDLE = {"head": "LFHD RFHD LBHD RBHD HEADTOP HEADFRONT ARIEL HEADL HEADR SGL", "neck": "C7 CLAV CV7 SJN"}


def skeleton_of_markers(names: Sequence[str], points: NDArray[np.floating[Any]], fps: float | None) -> Skeleton:
    """A skeleton of points [T, M, 3] (NaN where unseen) that are called `names`: joints themselves, or markers.

    Raises MotionError where the names are neither a body's joints nor known markers.
    """
    plain = [name.rpartition(":")[2].strip() for name in names]
    if map_bones(plain).is_humanoid:
        return skeleton_of_joints(points, plain, fps)
    index = {
        name.upper().replace("_", "").replace(" ", ""): number for number, name in reversed(list(enumerate(plain)))
    }
    joints = {}
    for joint, markers in _SIDED.items():
        for side in ("left", "right"):
            letter = side[0].upper()
            found = [index[key] for word in markers.split() for key in _spellings(word, letter, side) if key in index]
            if found:
                joints[f"{side}_{joint}"] = found
    for joint, markers in _MIDDLE.items():
        if found := [index[word] for word in markers.split() if word in index]:
            joints[joint] = found
    if any(joint not in joints for joint in BODY_JOINTS[:2]) or not map_bones(list(joints)).is_humanoid:
        raise MotionError(
            f"The points {', '.join(plain[:8])[:100]} are no markers or joints of a body that are known here.",
            "Name them as Plug-in Gait does (LSHO, LELB, LWRA, LASI, LKNE, LANK, ...), or export the solved skeleton.",
            code="not_humanoid",
        )
    with np.errstate(invalid="ignore"):
        middle = [points[:, found].mean(axis=1) for found in joints.values()]
    return skeleton_of_joints(np.stack(middle, axis=1), list(joints), fps)


def _spellings(word: str, letter: str, side: str) -> tuple[str, ...]:
    """The marker with its side: "LSHO", "SHOL", "LEFTSHOULDER"; the waist's markers have theirs inside."""
    if word.startswith("WAIST"):
        return (word,) if word[5] == letter else ()
    return (letter + word, word + letter, side.upper() + word)
