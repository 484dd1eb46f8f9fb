"""The naming sets of `tests/motion/rig_names.py` as they are, and as exporters decorate them."""

from __future__ import annotations

from collections.abc import Callable

from tests.motion.rig_names import MORE_RIGS, RIGS

JOINTS = [
    f"{side}_{joint}" for joint in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle") for side in ("left", "right")
]
DECORATIONS: dict[str, Callable[[str, int], str]] = {
    "as they are": lambda name, number: name,
    "prefix without a colon": lambda name, number: "mixamorig" + name,
    "two namespaces": lambda name, number: f"shot3:hero:{name}",
    "suffix": lambda name, number: f"{name}_JNT",
    "numbered": lambda name, number: f"{name}_{number:02}",
    "copied in Blender": lambda name, number: f"{name}.001",
    "all at once": lambda name, number: f"npc_{name}_bind_{number}",
}


def decorated_sets() -> list[tuple[str, list[str], dict[str, str]]]:
    """For every set and decoration its kind, all names, and the bone of each joint of the limbs."""
    sets = []
    for decoration, decorate in DECORATIONS.items():
        for name, rig in {**RIGS, **MORE_RIGS}.items():
            if name == "Rigify generated" and decoration != "as they are":
                continue  # its controls are told from what deforms by how names begin
            names = {bone: decorate(bone, number) for number, bone in enumerate(rig.bones)}
            limbs = dict(zip(JOINTS, [names[bone] for bone in rig.limb_bones], strict=True))
            sets.append((f"names, {decoration}", list(names.values()), limbs))
    return sets
