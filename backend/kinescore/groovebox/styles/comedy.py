"""Comedy: pizzicato on tiptoe, xylophone and muted trumpet, brushes, and room for the gag."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import TIPTOE
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.progressions import STAGE, STAGE_SCALES, Colour
from kinescore.groovebox.patterns.sections import SectionKind
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
    name="comedy",
    tempo=(84, 150),
    colour=Colour.BRIGHT,
    progressions={
        **STAGE,
        Colour.BRIGHT: ("I I V7 I", "I VI7 II7 V7", "I #idim7 ii7 V7", "I IV I V7", "I VI7 ii7 V7", "I IV V7 I"),
        Colour.TENSE: ("i i V7 i", "i #ivdim7 i V7", "i bVI7 V7 i"),
    },
    scales=STAGE_SCALES,
    swing=Swing(0.5, 0.6),
    section_names={SectionKind.VERSE: "tiptoe", SectionKind.CHORUS: "romp", SectionKind.ENDING: "button"},
    fills=("brush", "none"),
    drums=DrumPlayer(
        Seat(("brush_kit",), levels=(1, 3), velocity=0.68, reverb=0.1, level_db=-2),
        (
            # tick-tock
            """
            kick       1+ X...|x...|X...|x...
            snare      1+ ....|X...|....|X.g.
            block_high 1+ X...|....|X...|....
            block_low  1+ ....|X...|....|X...
            closed     2+ X.g.|x.g.|X.g.|x.g.
            triangle   3  X...|....|x...|....
            """,
            # tiptoe
            """
            kick      1+ X...|x...|X...|..g.
            rim       1+ X.g.|x.g.|X.g.|x.g.
            block_low 2+ X...|X..g|X...|X...
            """,
            # soft shoe
            """
            kick       1+ X...|..g.|X...|....
            snare      1+ x...|X...|x...|X.g.
            pedal      1+ X...|x...|X...|x...
            block_low  2+ X...|..g.|X...|..g.
            """,
            # gallop
            """
            kick       1+ X...|x.g.|X...|x...
            closed     1+ X.gg|x.gg|X.gg|x.gg
            block_high 1+ X...|x...|X...|x.g.
            rim        2+ ....|X...|....|X...
            """,
            # vaudeville
            """
            kick       1+ X...|....|X.g.|....
            snare      1+ g...|X...|g...|X..g
            closed     1+ X...|X...|X...|X...
            tambourine 2+ x...|X...|x...|X...
            triangle   3  X...|....|X...|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=1, reverb=0.1, velocity=0.72),
        lines=("R...|5...|R...|5...", "R...|3...|5...|a...", "R...|5...|R.R.|5.a."),
        calm=("R...|....|5...|....",),
        gate=0.45,
    ),
    chords=(
        ChordPlayer(
            Seat(("pizzicato",), level_db=0, pan=-0.2, reverb=0.2, velocity=0.72),
            ("l.o.|l.o.|l.o.|l.o.", "l...|x...|l...|x...", "l...|x.o.|l...|x..."), ("l...|o...|l...|o...",), centre=64,
            gate=0.4,
        ),
        ChordPlayer(
            Seat(("accordion", "piano"), levels=(2, 3), level_db=-4, pan=0.25, reverb=0.15, velocity=0.62),
            ("....|x...|....|x...", "x...|x.o.|x...|x.o."), centre=67, gate=0.35,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("marimba", "pizzicato"), levels=(0, 3), level_db=0, pan=0.15, reverb=0.18, velocity=0.78),
            TIPTOE, centre=77, gate=0.5,
        ),
        MelodyPlayer(
            Seat(("trumpet", "flute", "whistle_lead"), levels=(2, 3), level_db=-3, pan=-0.25, reverb=0.2, velocity=0.7),
            TIPTOE, centre=72, gate=0.6,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "orchestra_hit"), ("marimba", "bell")),
)  # fmt: skip
