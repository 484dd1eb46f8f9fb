"""Chord progressions and scales that families of styles share, by colour. One word is a bar; a comma splits it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Colour(Enum):
    """The harmonic colour of a piece; every style knows chord progressions and a scale for each."""

    BRIGHT = "bright"
    MELLOW = "mellow"
    DARK = "dark"
    TENSE = "tense"


Progressions = Mapping[Colour, tuple[str, ...]]

POP_SCALES: Mapping[Colour, str] = {
    Colour.BRIGHT: "major", Colour.MELLOW: "major", Colour.DARK: "minor", Colour.TENSE: "harmonic minor",
}  # fmt: skip
HIP_HOP_SCALES: Mapping[Colour, str] = {**POP_SCALES, Colour.MELLOW: "dorian"}
FUNK_SCALES: Mapping[Colour, str] = {
    Colour.BRIGHT: "mixolydian", Colour.MELLOW: "dorian", Colour.DARK: "dorian", Colour.TENSE: "phrygian",
}  # fmt: skip
CLUB_SCALES: Mapping[Colour, str] = {
    Colour.BRIGHT: "major", Colour.MELLOW: "dorian", Colour.DARK: "minor", Colour.TENSE: "phrygian",
}  # fmt: skip
STAGE_SCALES: Mapping[Colour, str] = {
    Colour.BRIGHT: "major", Colour.MELLOW: "lydian", Colour.DARK: "minor", Colour.TENSE: "harmonic minor",
}  # fmt: skip

POP: Progressions = {
    Colour.BRIGHT: (
        "I V vi IV",
        "I IV V IV",
        "vi IV I V",
        "I iii IV V",
        "IV I V vi",
        "I ii IV V",
        "I vi IV V",
        "IV V I vi",
    ),
    Colour.MELLOW: ("Imaj7 vi7 IVmaj7 V7sus4", "IVmaj7 iii7 ii7 Imaj7", "Iadd9 V vi7 IVadd9", "Imaj7 iii7 IVmaj7 iv"),
    Colour.DARK: (
        "i bVI bIII bVII",
        "i bVII bVI bVII",
        "i iv bVI V",
        "i bIII bVII iv",
        "i v bVI bVII",
        "bVI bVII i i",
        "i bVI iv v",
    ),
    Colour.TENSE: ("i i bVI V", "i bVI iv V7", "i iv i V", "i V bVI V"),
}
CLUB: Progressions = {
    Colour.BRIGHT: ("I V vi IV", "IVmaj7 V vi7 I", "vi7 IVmaj7 I V", "I iii7 vi7 IV"),
    Colour.MELLOW: (
        "i9 IV9 i9 IV9",
        "i7 bVIImaj7 IV9 i9",
        "i9 v7 bVIImaj7 IV9",
        "ii9 V13 i9 IV9",
        "i9 bIIImaj7 IV9 i9",
        "i9 IV9 bVIImaj7 v7",
    ),
    Colour.DARK: ("i7 bVImaj7 bIII bVII", "i9 iv9 i9 bVII", "i7 i7 bVImaj7 v7", "i bVII bVI v7"),
    Colour.TENSE: ("i i bII i", "i5 i5 bII5 bVII5", "i bII i bvii", "i i bVI bII"),
}
FUNK: Progressions = {
    Colour.BRIGHT: ("I9 I9 IV9 I9", "I7 IV9 I7 V9", "I9 bVII IV9 I9", "I9 IV13 I9 bVII,IV"),
    Colour.MELLOW: ("ii9 V13 ii9 V13", "i9 IV13 i9 IV13", "i7 ii7 bIIImaj7 ii7", "IV9 v7 i9 i9"),
    Colour.DARK: ("i9 i9 IV9 i9", "i7 IV9 i7 bVII,IV", "i9 bVII i9 IV13", "i7 i7 bIII,IV i7"),
    Colour.TENSE: ("i7 bII i7 bII", "i i bII,bVII i", "i7 i7 bvii7 bII"),
}
HIP_HOP: Progressions = {
    Colour.BRIGHT: ("Imaj7 vi7 ii9 V13", "IVmaj7 Imaj7 ii7 vi7", "I vi IV V", "Imaj9 IVmaj9 Imaj9 V9"),
    Colour.MELLOW: ("i9 IV9 bVIImaj7 i9", "ii9 V13 i9 i9", "i9 bVIImaj9 IV9 v7", "i7 v7 IV9 i9"),
    Colour.DARK: ("i bVI i V7", "i i iv bVI", "i7 bVImaj7 iv9 v7", "i bVII bVI iv"),
    Colour.TENSE: ("i bII i bII", "i i bVI bII", "i bII bvii bII", "i5 i5 bII5 i5"),
}
ROCK: Progressions = {
    Colour.BRIGHT: ("I IV V IV", "I bVII IV I", "I V vi IV", "I I IV V"),
    Colour.MELLOW: ("Iadd9 IVadd9 vi7 V", "IV I ii7 V7sus4", "I iii vi IV"),
    Colour.DARK: ("i bVII bVI bVII", "i bIII bVII iv", "i bVI bIII bVII", "i i bVI bVII", "i iv bVI bVII"),
    Colour.TENSE: ("i iv V V", "i i bVI V", "i bVI iv V", "i bIII bVI V", "i bVII bVI V"),
}
JAZZ: Progressions = {
    Colour.BRIGHT: (
        "Imaj7 vi7 ii7 V13", "ii9 V13 Imaj9 vi7", "Imaj7,vi7 ii7,V7 iii7,vi7 ii7,V13", "I6 IV7 I6 V13",
    ),
    Colour.MELLOW: ("IVmaj9 iii7 ii9 Imaj9", "Imaj9 IVmaj9 iii7 vi9", "ii9 V13 iii7 vi9", "Imaj9 ii9 iii7 IVmaj9"),
    Colour.DARK: ("i6 iv7 iiø7 V7b9", "i9 bVImaj7 iiø7 V7b9", "i7 iv9 bVIImaj7 V7b9", "i6 iiø7,V7b9 i6 iiø7,V7b9"),
    Colour.TENSE: ("i6 bVI7 V7b9 i6", "imaj7 iiø7 V7b9 imaj7", "i6 #ivø7 iv6 V7b9"),
}  # fmt: skip
LATIN: Progressions = {
    Colour.BRIGHT: ("I IV V IV", "I vi ii V7", "I,IV V,IV I,IV V7", "I6 V7 V7 I6"),
    Colour.MELLOW: ("Imaj7 ii9 V13 Imaj9", "ii9 V13 Imaj9 IVmaj9", "IVmaj7 iii7 ii7 V9"),
    Colour.DARK: ("i iv V7 i", "i bVII bVI V7", "i iv7 bVII7 bIIImaj7", "i,iv V7 i,iv V7", "i bVI iv V7", "iv V7 i i"),
    Colour.TENSE: ("i V7 V7 i", "i bVI V7 V7", "i iv i V7b9"),
}
STAGE: Progressions = {
    Colour.BRIGHT: ("I V vi iii IV I IV V", "I IV I V", "I vi IV V7", "I ii7 V7 I"),
    Colour.MELLOW: ("Imaj7 II Imaj7 IIadd9", "I iii vi II7,V7", "Iadd9 vi7 II V", "Imaj7 vii7 vi7 V"),
    Colour.DARK: (
        "i bVI bIII bVII",
        "i iv bVII bIII bVI iv V V7",
        "i v bVI bIII",
        "i bVI iv V",
        "i bVII bVI iv",
        "i iv bVI V",
    ),
    Colour.TENSE: ("i bVI iv V7", "i iiø7 V7 i", "i iv V7 bVI", "i #ivdim7 i V7"),
}
AMBIENT: Progressions = {
    Colour.BRIGHT: ("Iadd9 Iadd9 IVadd9 IVadd9", "Imaj9 V IVmaj9 V", "Iadd9 vi9 IVmaj9 IVmaj9"),
    Colour.MELLOW: ("Imaj9 Imaj9 IIadd9 IIadd9", "Imaj7 vii7 Imaj7 iii9", "Iadd9 II Iadd9 vi9"),
    Colour.DARK: ("i9 i9 bVImaj7 bVImaj7", "i9 v7 bVImaj9 bVImaj9", "iadd9 bIIImaj7 bVImaj9 v7"),
    Colour.TENSE: ("i i bII bII", "iadd9 iadd9 bVImaj7 bVImaj7", "i #ivdim7 i bVI"),
}
