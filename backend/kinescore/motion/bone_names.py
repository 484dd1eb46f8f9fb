"""How the rigs of the world name their bones, and what each name means."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

SIDES = ("left", "right")
COLLAR_WORD = "shoulder"
"""A collar bone in most conventions and an upper arm in others."""
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
        "SMPL": _convention(  # also Biovision, Kinect, Second Life, MocapNET
            "shoulder elbow wrist|hand hip knee ankle|foot",
            "pelvis|hips|root|hip|spinebase|hipcenter",
            head="head|headtop",
            eye="eyesmplhf|eye",
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
            "腕|arm|ude ひじ|ヒジ|肘|elbow|hiji 手首|wrist|tekubi "
            "足|leg|ashi ひざ|ヒザ|膝|knee|hiza 足首|ankle|ashikubi",
            "下半身|センター|lowerbody|hips|center",
            "首|neck",
            "頭|head",
            eye="目|eye",
        ),
        "Acclaim": _convention("humerus radius wrist|hand femur tibia foot", "root", "lowerneck|neck"),
        "OpenSim": _convention("humerus ulna hand femur tibia talus", "pelvis"),
        "3ds Max CAT": _convention("arm1 arm2 armpalm leg1 leg2 legankle", "pelvis|hub001"),
        "iPi": _convention("shoulder forearm hand thigh shin foot", "hip"),
        "common words": _convention(
            "upperarm|uparm|armupper|uarm|bicep|biceps|humerus|arm|arm01|shldr "
            "forearm|lowerarm|lowarm|loarm|armlower|farm|larm|arm02|ulna|radius|elbow wrist|handwrist|hand|palm|fist "
            "thigh|upperleg|upleg|legupper|uleg|leg01|femur|hip|leg "
            "shin|calf|lowerleg|lowleg|loleg|leglower|leg02|shank|tibia|knee "
            "ankle|footankle|foot|talus",
            "hips|pelvis|hip|root",
        ),
        "German": _convention(
            "oberarm unterarm hand oberschenkel unterschenkel fuss|fuß", "becken|huefte|hüfte", "hals", "kopf"
        ),
        "French": _convention("bras avantbras main cuisse jambe|tibia pied", "bassin|hanches", "cou", "tete|tête"),
        "Spanish": _convention("brazo antebrazo mano muslo pierna|pantorrilla pie", "cadera", "cuello", "cabeza"),
        "Italian": _convention("braccio avambraccio mano coscia gamba piede", "bacino|anche", "collo", "testa"),
        "Chinese": _convention(
            "上臂|大臂 前臂|小臂 手腕|手掌|手 大腿 小腿 脚踝|脚掌|脚|足", "骨盆|臀部|盆骨", "脖子|颈", "头|头部"
        ),
    }
)
ARM_JOINTS, LEG_JOINTS = LIMB_JOINTS[:3], LIMB_JOINTS[3:]
_LIMB_WORDS = frozenset(word for words in CONVENTIONS.values() for joint in LIMB_JOINTS for word in words[joint])

_NAMESPACE = re.compile(r"^.*[:|](?=.)")
_PREFIX = re.compile(
    r"^(?:mixamorig\d*|character\d*|(?:valvebiped\.)?bip\d+|cc_base|[mf]_avg|j_(?:bip|adj)(?:_c)?|def|org)[ _.-]+", re.I
)
_COUNTED = re.compile(r"^\d+[ _.-]*(?=\D)")
"""The number that an exporter counts bones with: "12_LeftArm"."""
_TOKEN = re.compile(r"[LR](?=[A-Z][A-Z][a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\x00-\x7f]+")
_SIDE_TOKENS = MappingProxyType(
    dict.fromkeys(("l", "left", "lf", "lt", "lft", "izq", "links", "gauche", "sx"), "left")
    | dict.fromkeys(("r", "right", "rt", "rgt", "der", "rechts", "droite", "dx"), "right")
)
_SIDE_WORDS = {"left": "left", "right": "right", "左": "left", "右": "right"}
_FILLERS = frozenset(["m", "c", "jnt", "jt", "joint", "bone", "bn", "bind", "skin", "sk", "mid"])
"""Tokens that say that a bone is a bone, or in the middle."""
_FORE_OR_HIND = frozenset(["front", "fore", "hind", "rear"])
_LEG_WORDS = frozenset(["leg", "upleg", "upperleg", "lowerleg", "thigh", "shin", "calf", "femur", "tibia"])
_OF_FLIERS = frozenset({"wing", "wings", "feather", "feathers", "fin", "fins", "beak"})
_OF_ANIMALS = frozenset(["hindleg", "frontleg", "foreleg", "rearleg", "hoof", "hock", "fetlock", "pastern"])
_SHARED_BY = 0.8
"""So large a part of a rig's bones must begin or end alike: the others are the armature's root, props and helpers."""
_LEAST_SHARED = 6  # bones; fewer may share a word by their meaning
_LONGEST_START = 40

Meanings = Mapping[tuple[str, str], str]
"""(side, word) -> bone."""


def parse(name: str) -> tuple[str, str]:
    """Side ("left", "right" or "") and bare word of a bone name: "mixamorig:LeftUpLeg" -> ("left", "upleg").

    Namespace, known prefix, case and separators go; numbers stay, because "thigh.L.001" is another bone than "thigh.L".
    """
    return _meaning(_tokens(_PREFIX.sub("", _local(name))))


def readings(names: Sequence[str]) -> Iterator[Meanings]:
    """The ways to understand a rig's names, the most literal first: (side, word) -> bone.

    As they stand; without numbers in front; without the beginning and the ending that the rig's bones share (of
    letters, then of whole tokens); without the words that say nothing; without numbers. Of several bones that come to
    mean the same, the first of the lowest `control_rank` is meant.
    """
    local = [_local(name) for name in names]
    yield _indexed(names, [_tokens(_PREFIX.sub("", name)) for name in local])
    local = [_COUNTED.sub("", name) for name in local]
    yield _indexed(names, [_tokens(_PREFIX.sub("", name)) for name in local])
    tokens = [_tokens(_PREFIX.sub("", name)) for name in _without_shared_start(local)]
    yield _indexed(names, tokens)
    tokens = _without_shared_ends([words[1:] if len(words) > 1 and words[0].isdigit() else words for words in tokens])
    yield _indexed(names, tokens)
    tokens = _without_shared_ends([[word for word in words if word not in _FILLERS] or words for words in tokens])
    yield _indexed(names, tokens)
    yield _indexed(names, [[word for word in words if not word.isdigit()] for words in tokens])


def four_legged(names: Sequence[str]) -> bool:
    """True where several bones are of fore or hind legs."""
    words = [set(_tokens(name)) for name in names]
    return sum(bool((word & _FORE_OR_HIND and word & _LEG_WORDS) or word & _OF_ANIMALS) for word in words) >= 4


def winged(names: Sequence[str]) -> bool:
    """True where bones are called wings, feathers or fins: the shape of a bird is much like a person's."""
    return any(set(_tokens(name)) & _OF_FLIERS for name in names)


def control_rank(name: str) -> int:
    """0 for a deform bone (DEF-), 1 for ORG-, 2 for any other: which of several bones with one meaning to trust.

    Controls come last because a control that is not driving (FK while IK is on) does not follow the character.
    """
    return {"DEF": 0, "ORG": 1}.get(_NAMESPACE.sub("", name)[:3].upper(), 2)


def _indexed(names: Sequence[str], tokens: Sequence[Sequence[str]]) -> Meanings:
    meanings: dict[tuple[str, str], str] = {}
    for index in sorted(range(len(names)), key=lambda index: control_rank(names[index])):
        meanings.setdefault(_meaning(tokens[index]), names[index])
    return meanings


def _local(name: str) -> str:
    """The name without its namespace, full-width letters and half-width kana as the usual ones (NFKC)."""
    return _NAMESPACE.sub("", unicodedata.normalize("NFKC", name))


def _tokens(name: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(name)]


def _meaning(tokens: Sequence[str]) -> tuple[str, str]:
    """The side that a token, or the start or end of the whole, names, and what is left."""
    for index, token in enumerate(tokens):
        if token in _SIDE_TOKENS:
            return _SIDE_TOKENS[token], "".join([*tokens[:index], *tokens[index + 1 :]])
    word = "".join(tokens)
    for text, side in _SIDE_WORDS.items():
        if word.startswith(text):
            return side, word.removeprefix(text)
        if word.endswith(text):
            return side, word.removesuffix(text)
    if word[:1] in ("l", "r") and word[1:] in _LIMB_WORDS:  # "lfemur", "rhand"
        return _SIDE_TOKENS[word[0]], word[1:]
    if word[-1:] in ("l", "r") and word[:-1] in _LIMB_WORDS:  # "upperarml"
        return _SIDE_TOKENS[word[-1]], word[:-1]
    return "", word


def _without_shared_start(names: Sequence[str]) -> list[str]:
    """The names without the longest beginning that most of them share."""
    counts = Counter(name[:length] for name in names for length in range(1, min(len(name), _LONGEST_START)))
    shared = [start for start, count in counts.items() if count >= max(_SHARED_BY * len(names), _LEAST_SHARED)]
    longest = max(shared, key=len, default="")
    return [name.removeprefix(longest) for name in names]


def _without_shared_ends(tokens: Sequence[list[str]]) -> list[list[str]]:
    """Without the last tokens that most names share, such as "joint"; a number counts as the same as any other."""
    for _ in range(4):
        ends = Counter(_kind(words[-1]) for words in tokens if len(words) > 1)
        end, count = ends.most_common(1)[0] if ends else ("", 0)
        if count < max(_SHARED_BY * len(tokens), _LEAST_SHARED) or end in _SIDE_TOKENS:
            break
        tokens = [words[:-1] if len(words) > 1 and _kind(words[-1]) == end else words for words in tokens]
    return list(tokens)


def _kind(token: str) -> str:
    return "0" if token.isdigit() else token
