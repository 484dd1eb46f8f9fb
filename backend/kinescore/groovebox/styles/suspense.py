"""Suspense: a ticking rim, a stalking plucked bass, muted colours, more silence than notes."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import STAB_TUNE
from kinescore.groovebox.patterns.progressions import STAGE_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

STYLE = Style(
    name="suspense",
    tempo=(66, 126),
    colour=Colour.TENSE,
    progressions={
        Colour.BRIGHT: ("I bII I bII", "I IV iv I", "I bVI IV I"),
        Colour.MELLOW: ("i IV i IV", "i9 i9 IV9 i9", "i bVI9 i V7"),
        Colour.DARK: ("i i bVI i", "i6 i6 iv6 V7b9", "i bIII bVI V7"),
        Colour.TENSE: ("i i bII i", "i6 #ivø7 i6 V7b9", "i i #ivdim7 i", "i bVI i bII"),
    },
    scales={**STAGE_SCALES, Colour.MELLOW: "dorian"},
    room="hall",
    section_names={SectionKind.VERSE: "stalking", SectionKind.CHORUS: "discovery", SectionKind.BREAK: "silence"},
    fills=("none", "brush"),
    drums=DrumPlayer(
        Seat(("brush_kit",), velocity=0.6, reverb=0.22, level_db=-2),
        (
            """
            rim    0+ X.g.|x.g.|X.g.|x.g.
            kick   1+ X...|....|x.o.|....
            closed 0+ x...|x...|x...|x...
            ride   2+ x.o.|x.o.|x.o.|x.oo
            snare  3  ....|..g.|....|x.g.
            """,
            """
            closed 0+ X...|x...|X...|x...
            kick   1+ X..o|....|X...|....
            rim    1+ x...|x.o.|x...|xo..
            snare  3  ....|x...|....|x..g
            """,
            """
            kick   0+ X.o.|....|x.o.|....
            closed 0+ x.g.|x.g.|x.g.|x.g.
            snare  1+ ....|x...|....|x.g.
            ride   3  x...|x..o|x...|x..o
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.14, velocity=0.74),
        lines=("R.R.|..3.|R...|..5a", "R...|5.R.|....|R.a.", "R.3.|5.3.|R...|....", "R---|..5.|R---|...a"),
        calm=("R...|....|..R.|....", "R---|----|....|...."),
        gate=0.6,
    ),
    chords=(
        ChordPlayer(
            Seat(("string_section",), level_db=-4, pan=-0.2, reverb=0.4, velocity=0.5), ("x---|----|----|----",),
            centre=58, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pizzicato", "vibraphone", "electric_piano"), levels=(0, 3), level_db=-1, pan=0.25, reverb=0.3,
                 delay=0.1,
                 velocity=0.66),
            ("....|..1.|..2.|....", "1...|..3.|....|2...", "..1.|....|..3.|.2..", "....|x...|....|..x."), centre=64,
            gate=0.6,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(3, 3), level_db=-3, pan=0.1, reverb=0.35, velocity=0.7),
            ("....|....|..X-|----", "X---|....|....|...."), centre=55, gate=0.8,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "trumpet", "vibraphone", "bell"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1,
                 reverb=0.38, delay=0.12,
                 velocity=0.66),
            STAB_TUNE, centre=72, gate=0.8,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("orchestra_hit", "brass_section"), ("pizzicato", "vibraphone")),
)  # fmt: skip
