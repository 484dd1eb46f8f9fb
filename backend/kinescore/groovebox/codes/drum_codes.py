"""Drums as codes: what is struck in one frame, voice by voice, soft or hard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinescore.groovebox.codes.layout import Codebook, nearest, packed, unpacked
from kinescore.groovebox.patterns.grooves import GM_KEYS

Strokes = Mapping[int, float]
"""Velocity by General MIDI key, of what one frame strikes."""

_Voice = tuple[tuple[str, ...], tuple[float, ...]]
"""Names in GM_KEYS of which one sounds at a time, and velocities, of which a stroke is told as the nearest."""
_HAND_DRUMS = ("conga_mute", "conga_open", "conga_low", "timbale_high", "clave", "agogo_high", "triangle")
PERCUSSION = ("shaker", *_HAND_DRUMS)
"""What a percussionist strikes, where there is one."""
_VOICES: Mapping[Codebook, tuple[_Voice, ...]] = {
    Codebook.DRUMS: (
        (("kick",), (0.5, 0.7, 0.88)),
        (("snare", "clap", "rim"), (0.42, 0.74)),
        (("tom_low", "tom_mid", "tom_high"), (0.64,)),
        (("crash",), (0.68,)),
    ),
    Codebook.CYMBALS: (
        (("closed",), (0.44, 0.66)),
        (("open", "ride"), (0.7,)),
        (("shaker",), (0.38, 0.58)),
        (_HAND_DRUMS, (0.55,)),
    ),
}
_ALIKE: Mapping[str, str] = {
    "snare2": "snare", "crash2": "crash", "pedal": "closed", "bell": "ride", "tambourine": "shaker",
    "cabasa": "shaker", "maracas": "shaker", "cowbell": "agogo_high", "agogo_low": "agogo_high",
    "bongo_high": "conga_mute", "bongo_low": "conga_open", "timbale_low": "timbale_high", "block_high": "clave",
    "block_low": "clave", "triangle_mute": "triangle",
}  # fmt: skip
"""What is told as another that does the same in a groove."""

SIZES: Mapping[Codebook, tuple[int, ...]] = {
    book: tuple(1 + len(names) * len(velocities) for names, velocities in voices) for book, voices in _VOICES.items()
}


def _keys() -> dict[int, int]:
    """By General MIDI key, the key it is told as."""
    names = {name for voices in _VOICES.values() for voice, _ in voices for name in voice}
    told = {GM_KEYS[name]: GM_KEYS[_ALIKE.get(name, name)] for name in GM_KEYS if _ALIKE.get(name, name) in names}
    like = {name: GM_KEYS[name] for name in ("kick", "rim", "tom_mid", "crash", "ride", "closed", "open")}
    others = {35: "kick", 31: "rim", 48: "tom_mid", 45: "tom_mid", 52: "crash", 55: "crash", 59: "ride"}
    rolands = {22: "closed", 26: "open"}  # the edges of a hi-hat, as Roland's kits send them
    return {**told, **{key: like[name] for key, name in (others | rolands).items()}}


TOLD_AS: Mapping[int, int] = _keys()


def strokes_code(strokes: Strokes, book: Codebook) -> int:
    """Return the code of a frame's strokes. Of one voice, the hardest is told; keys that no voice knows are not."""
    told: dict[int, float] = {}
    for key, velocity in strokes.items():
        if key in TOLD_AS:
            told[TOLD_AS[key]] = max(velocity, told.get(TOLD_AS[key], 0.0))
    digits = [_digit([GM_KEYS[name] for name in names], velocities, told) for names, velocities in _VOICES[book]]
    return packed(tuple(digits), SIZES[book])


def strokes_of(code: int, book: Codebook) -> Iterable[tuple[int, float]]:
    """Yield General MIDI key and velocity of what a code strikes."""
    for digit, (names, velocities) in zip(unpacked(code, SIZES[book]), _VOICES[book], strict=True):
        if digit:
            name, strength = divmod(digit - 1, len(velocities))
            yield GM_KEYS[names[name]], velocities[strength]


def _digit(keys: list[int], velocities: tuple[float, ...], strokes: Strokes) -> int:
    struck = [key for key in keys if key in strokes]
    if not struck:
        return 0
    hardest = max(struck, key=lambda key: strokes[key])
    strength = nearest(strokes[hardest], velocities)
    return 1 + keys.index(hardest) * len(velocities) + strength
