"""How the rigs of the world name their bones, and what each name means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

SIDES = ("left", "right")
LIMB_JOINTS = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")


def _convention(
    limbs: str, hips: str, neck: str = "neck", head: str = "head", **face: str
) -> Mapping[str, tuple[str, ...]]:
    """Joint -> bones whose head lies at it, best first. `limbs` lists the six LIMB_JOINTS; `|` separates synonyms."""
    words = dict(zip(LIMB_JOINTS, limbs.split(), strict=True))
    words |= {"hips": hips, "neck": neck, "head": head, "nose": "nose", "eye": "eye", "ear": "ear"} | face
    return MappingProxyType({joint: tuple(synonyms.split("|")) for joint, synonyms in words.items()})


# Names stand without side, prefix, case and separators, as `parse` leaves them. The same word means different bones in
# different conventions ("shoulder" is a collar bone in Mixamo, an upper arm in SMPL; "leg" is a shin in Mixamo, a thigh
# in MMD), so a rig is matched against one whole convention. On a tie the earlier one wins.
CONVENTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Mixamo": _convention("arm forearm hand upleg leg foot", "hips"),
        # Generated Rigify rigs number the spine: .004 and .005 are the neck, .006 the head; nose.002 starts at its tip.
        "Rigify": _convention(
            "upperarm forearm hand thigh shin foot",
            "hips|spine|torso",
            "neck|spine004",
            "head|spine006",
            nose="nose002|nose",
        ),
        "Unreal": _convention("upperarm lowerarm hand thigh calf foot", "pelvis", "neck01|neck"),
        "VRM": _convention("upperarm lowerarm hand upperleg lowerleg foot", "hips", eye="faceeye|eye"),
        "SMPL": _convention(  # also Biovision
            "shoulder elbow wrist hip knee ankle", "pelvis|hips|root", eye="eyesmplhf|eye"
        ),
        "Poser": _convention("shldr forearm hand thigh shin foot", "hip"),  # also the CMU library's BVH
        "Daz": _convention(
            "shldrbend|shldr|upperarm forearmbend|forearm hand thighbend|thigh shin foot",
            "pelvis|hip",
            "necklower|neck1|neck",
        ),
        "3ds Max Biped": _convention(  # also Reallusion CC and Valve
            "upperarm forearm hand thigh calf foot", "pelvis|hip", "neck|neck1|necktwist01", "head|head1"
        ),
        "Auto-Rig Pro": _convention(  # the twist bones are the upper halves of upper arm and thigh
            "armtwist|armstretch|arm forearmstretch|forearm hand thightwist|thighstretch|thigh legstretch|leg foot",
            "rootx|root",
            "neckx|neck",
            "headx|head",
        ),
        "MakeHuman": _convention(
            "upperarm01 lowerarm01 wrist upperleg01 lowerleg01 foot", "root|pelvis|spine05", "neck01|neck"
        ),
        "MMD": _convention(
            "腕|arm ひじ|ヒジ|肘|elbow 手首|wrist 足|leg ひざ|ヒザ|膝|knee 足首|ankle",
            "下半身|センター|lowerbody|hips|center",
            "首|neck",
            "頭|head",
            eye="目|eye",
        ),
        "Acclaim": _convention("humerus radius wrist|hand femur tibia foot", "root", "lowerneck|neck"),
        "common words": _convention(
            "upperarm|uparm|bicep|arm forearm|lowerarm|lowarm|elbow hand|wrist "
            "thigh|upperleg|upleg shin|calf|lowerleg|lowleg|knee foot|ankle",
            "hips|pelvis|hip|root",
        ),
    }
)
_LIMB_WORDS = frozenset(word for words in CONVENTIONS.values() for joint in LIMB_JOINTS for word in words[joint])

_NAMESPACE = re.compile(r"^.*[:|]")
_PREFIX = re.compile(
    r"^(?:mixamorig\d*|character\d*|(?:valvebiped\.)?bip\d+|cc_base|[mf]_avg|j_(?:bip|adj)(?:_c)?|def|org)[ _.-]+", re.I
)
_TOKEN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\x00-\x7f]+")
_SIDE_TOKENS = {"l": "left", "left": "left", "r": "right", "right": "right"}
_SIDE_STARTS = {"left": "left", "right": "right", "左": "left", "右": "right"}


def parse(name: str) -> tuple[str, str]:
    """Side ("left", "right" or "") and bare word of a bone name: "mixamorig:LeftUpLeg" -> ("left", "upleg").

    Namespace, known prefix, case and separators go; numbers stay, because "thigh.L.001" is another bone than "thigh.L".
    """
    tokens = [token.lower() for token in _TOKEN.findall(_PREFIX.sub("", _NAMESPACE.sub("", name)))]
    for index, token in enumerate(tokens):
        if token in _SIDE_TOKENS:
            return _SIDE_TOKENS[token], "".join(tokens[:index] + tokens[index + 1 :])
    word = "".join(tokens)
    for start, side in _SIDE_STARTS.items():
        if word.startswith(start):
            return side, word.removeprefix(start)
    if word[:1] in ("l", "r") and word[1:] in _LIMB_WORDS:  # "lfemur", "rhand"
        return _SIDE_TOKENS[word[0]], word[1:]
    return "", word


def control_rank(name: str) -> int:
    """0 for a deform bone (DEF-), 1 for ORG-, 2 for any other: which of several bones with one meaning to trust.

    Controls come last because a control that is not driving (FK while IK is on) does not follow the character.
    """
    return {"DEF": 0, "ORG": 1}.get(_NAMESPACE.sub("", name)[:3].upper(), 2)


def index_by_meaning(names: Sequence[str]) -> dict[tuple[str, str], str]:
    """(side, word) -> bone, the first of the lowest `control_rank`."""
    meanings: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=control_rank):
        meanings.setdefault(parse(name), name)
    return meanings
