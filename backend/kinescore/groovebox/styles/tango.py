"""Tango: marked quarters on accordion, piano and bass, a dragged violin, no drums."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import TANGO_TUNE
from kinescore.groovebox.patterns.pockets import SUNG_LATE
from kinescore.groovebox.patterns.progressions import LATIN, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, MelodyPlayer, Seat, Style

STYLE = Style(
    name="tango",
    tempo=(100, 136),
    pocket=SUNG_LATE,
    colour=Colour.TENSE,
    progressions={
        **LATIN,
        Colour.TENSE: ("i i V7 V7", "i iv V7 i", "i bVI iiø7 V7", "iv i V7 i"),
        Colour.DARK: ("i iv bVII bIII", "i bVI iv V7", "i V7 i V7", "i iv i V7", "iv i V7 i"),
    },
    scales={
        Colour.BRIGHT: "major", Colour.MELLOW: "major", Colour.DARK: "harmonic minor", Colour.TENSE: "harmonic minor",
    },
    room="club",
    fills=("none",),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.08, velocity=0.85),
        lines=("R---|..5-|R---|5-a-", "R--R|..R.|5---|a---", "R---|5---|R---|5---"),
        calm=("R---|----|5---|----", "R---|..R-|5---|----"),
        gate=0.6,
    ),
    chords=(
        ChordPlayer(
            Seat(("accordion",), level_db=-1, pan=0.2, reverb=0.2, velocity=0.74),
            ("X...|x...|x...|x...", "X..x|..x.|x...|x...", "X...|x.x.|X...|xxx.", "X--x|..X.|x...|x.x."),
            ("x---|....|x---|....",), centre=64, gate=0.5,
        ),
        ChordPlayer(
            Seat(("piano",), level_db=-2, pan=-0.25, reverb=0.15, velocity=0.74),
            ("l.h.|l.h.|l.h.|l.h.", "l..h|..l.|h...|l.h.", "X...|h...|l...|h.hh"),
            ("l---|h---|l---|h---",), centre=60, gate=0.5,
        ),
        ChordPlayer(
            Seat(("pizzicato", "string_section"), levels=(2, 3), level_db=-4, pan=-0.1, reverb=0.25, velocity=0.62),
            ("....|x...|....|x...", "x...|x...|x...|x..."), centre=67, gate=0.5,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "accordion"), levels=(0, 3), kinds=AFTER_INTRO, level_db=0.5, pan=0.05, reverb=0.25,
                 velocity=0.86),
            TANGO_TUNE, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("accordion", "piano"), ("pizzicato",)),
)  # fmt: skip
