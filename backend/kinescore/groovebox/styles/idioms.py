"""Melodic idioms that several styles share. See `style.Idiom` and `arranger.notation`."""

from __future__ import annotations

from kinescore.groovebox.styles.style import Idiom

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
