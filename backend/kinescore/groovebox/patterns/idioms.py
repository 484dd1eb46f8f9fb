"""Melodic idioms: how a style's tunes move, in rhythms as `patterns.notation` writes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Idiom:
    """How a style sings. cells: one-bar rhythms for motifs; answers: one-bar rhythms that close a phrase.
    leap: chance 0..1 that a step of the tune is a leap. riff: True repeats one bar like a loop instead of developing
    a four-bar phrase. busy: chance that a quiet bar of a phrase is still played at low levels."""

    cells: tuple[str, ...]
    answers: tuple[str, ...]
    leap: float = 0.25
    riff: bool = False
    busy: float = 0.7


SONG = Idiom(
    cells=("x---x-x-x---x---", "x-x-x---x-x-x---", "..x-x-x-x---x---", "x--x--x-x-------", "x---x-x---x-x---"),
    answers=("x-x-x---x-------", "x---x-x-x-------", "x--x--x---------", "..x-x-x---------"),
    leap=0.22,
)
CLUB_RIFF = Idiom(
    cells=(
        "x--x--x---x-x---",
        "..x-..x-x-..x-..",
        "x--x--x--x--x-x-",
        "x-..x-x-..x-x-..",
        "....x--x--x-....",
        "x--x..x-..x..x--",
    ),
    answers=("x--x--x---------", "..x-..x-x-......", "x-..x-x---------"),
    leap=0.3,
    riff=True,
)
FUNK_RIFF = Idiom(
    cells=(
        "x.x-..xx..x-....",
        "..x.xx-...x.x-..",
        "x-.xx-..x..x....",
        "....x.xx-.x.x-..",
        "x.xx..x-........",
        "xx-.x.x-..xx-...",
    ),
    answers=("x.x-..x-........", "..x.x-..x-......", "x-.xx---........"),
    leap=0.32,
)
HOOK = Idiom(
    cells=("x-x-..x-x---....", "x---x-x-..x-....", "..x-x-x-x---....", "x-xx--x-........", "x-..x-..x-x-..x-"),
    answers=("x-x-x---........", "x---x-------....", "..x-x-------...."),
    leap=0.28,
    riff=True,
)
DARK_LOOP = Idiom(
    cells=("x--x--x-..x-x-..", "x-x-x-x-x-x-x-x-", "x--x--x--x--x-..", "x---x---x-x-x---", "x-..x-..xxx-x-.."),
    answers=("x--x--x-----....", "x---x-------....", "x-x-x-------...."),
    leap=0.3,
    riff=True,
)
BEBOP = Idiom(
    cells=("..x-x-x-x-x-x---", "x-x-x---..x-x-x-", "x---..x-x-x-x-..", "..x-x-x---x-x-..", "x--xx-x-x-x-..x-"),
    answers=("x-x-x-x---......", "..x-x-x-x---....", "x-x---......x-x-"),
    leap=0.3,
)
CANTABILE = Idiom(
    cells=("x-------x---x---", "x-----x-x-------", "x---x---x-------", "x-------x-----x-", "x---x-x-x---x---"),
    answers=("x---x---x-------", "x-------x-------", "x---------------"),
    leap=0.3,
)
SALSA_TUNE = Idiom(
    cells=("..x-x-..x-..x-x-", "x-..x-x-..x-x---", "..x-..x-x-..x-..", "x--x--x-..x-x-..", "....x-x-x--x--x-"),
    answers=("x--x--x-x-......", "..x-x-..x---....", "x-x-..x---......"),
    leap=0.26,
)
DRIFT = Idiom(
    cells=("x-----------....", "....x-------x---", "x---------------", "........x-------", "x-------....x---"),
    answers=("x---------------", "....x-----------"),
    leap=0.4,
    busy=0.5,
)
SIGHS = Idiom(
    cells=("x---x-----------", "x-----x-x-------", "....x-x---------", "x-x---x---------", "x-x-x-----------"),
    answers=("x---x-----------", "x-----x---------", "x-x-x-----------"),
    leap=0.15,
    busy=0.5,
)
"""Two or three neighbours, then nothing moves."""
WALTZ_TUNE = Idiom(
    cells=("x-------x-x-....", "x---x---x---....", "x-----x-x---....", "x-x-x-x-x---....", "x-------x---...."),
    answers=("x-------x---....", "x-----------....", "x---x-------...."),
    leap=0.3,
)
TANGO_TUNE = Idiom(
    cells=("x---x-x-x--xx---", "x-xxx-x-x---x---", "..x-x-x-x--xx-x-", "x--xx---x-xxx---", "x-------xxx-x---"),
    answers=("x--xx---x-------", "x-x-x---x-------", "xxx-x-----------"),
    leap=0.3,
)
JIG = Idiom(
    cells=("x-xx-xx-xx-x", "xxxx-xxxxx--", "x-xxxxx-xx--", "xxxxxxx-xx-x", "x--x-xxxxx--"),
    answers=("x-xx-xx-----", "xxxx-xx-----", "x-xx--x-----"),
    leap=0.18,
)
REEL = Idiom(
    cells=("x-xxx-x-x-xxx-x-", "xxx-x-x-xxx-x-x-", "x-x-xxx-x-x-xxx-", "x-xxxxx-x-x-x---", "x---xxx-x-x-x-x-"),
    answers=("x-xxx-x-x---....", "x-x-x-x-x-------", "xxx-x---x-------"),
    leap=0.2,
)
TIPTOE = Idiom(
    cells=("x.x.x.x.....x.x.", "..x.x.x.x.......", "x.xxx.......x.x.", "x...x.x.x.x.....", "..xxx.x...x.x..."),
    answers=("x.x.x...........", "..x.x.x.........", "x.xx............"),
    leap=0.38,
)
MARCH_TUNE = Idiom(
    cells=("x---x-xxx---x---", "x--xx---x--xx---", "x-x-x---x-x-x---", "x---x---x-x-x-x-", "x--xx-x-x---x---"),
    answers=("x--xx---x-------", "x-x-x---x-------", "x---x---x-------"),
    leap=0.26,
)
LONE_WHISTLE = Idiom(
    cells=("x-xxx-------....", "..x-x-x---------", "x---xxx---------", "x-----x-x-------", "..xxx-----x-x---"),
    answers=("x-x-x-----------", "x---x-----------", "..x-x-----------"),
    leap=0.34,
    busy=0.55,
)
STAB_TUNE = Idiom(
    cells=("x...........x.x.", "..x.......x.....", "x.x.............", "........x.x...x.", "x.....x........."),
    answers=("x...............", "..x.x...........", "x.....x........."),
    leap=0.3,
    busy=0.5,
)
PENTATONIC_TUNE = Idiom(
    cells=("x-----x-xxx-x---", "x---x-x-x-xxx---", "..x-xxx-x-x-x---", "x-------x-x-xxx-", "x-x-xxx---x-----"),
    answers=("x---x-----------", "x-x-x---x-------", "x---------------"),
    leap=0.18,
    busy=0.6,
)
ARPEGGIO_TUNE = Idiom(
    cells=("x-x-x-x-x-x-x-x-", "x-xxx-x-x-xxx-x-", "x-x-x-xxx-x-x-x-", "xxx-x-xxx-x-x-x-", "x-..x-x-x-..x-x-"),
    answers=("x-x-x-x-x-------", "x-xxx-x-x-......", "x-x-x---........"),
    leap=0.36,
    riff=True,
)
