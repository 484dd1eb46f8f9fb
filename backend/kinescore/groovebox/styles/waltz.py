"""A waltz: a low note and two light chords, strings, accordion and a tune that turns; at home in three."""

from __future__ import annotations

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.idioms import WALTZ_TUNE
from kinescore.groovebox.patterns.progressions import STAGE, STAGE_SCALES, Colour
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
    name="waltz",
    tempo=(84, 190),
    usual_metre=Metre.THREE_FOUR,
    colour=Colour.BRIGHT,
    progressions={
        **STAGE,
        Colour.BRIGHT: ("I I V7 V7", "I vi ii7 V7", "I IV V7 I", "I V7 V7 I", "I VI7 ii7 V7", "V7 V7 I I"),
        Colour.DARK: ("i i V7 V7", "i iv V7 i", "i bVI iv V7", "i iv bVII bIII"),
    },
    scales={**STAGE_SCALES, Colour.DARK: "harmonic minor"},
    room="hall",
    section_names={SectionKind.VERSE: "theme", SectionKind.CHORUS: "grand theme", SectionKind.ENDING: "coda"},
    fills=("field_snare", "none"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion", "brush_kit"), levels=(2, 3), velocity=0.6, reverb=0.25, level_db=-4),
        (
            """
            kick     2+ x...|....|....|....
            snare    2+ ....|o...|o...|....
            triangle 3  ....|x...|x...|....
            crash    3  o...|....|....|....
            """,
            """
            kick      2+ x...|....|....|....
            snare     2+ ....|g...|g.g.|....
            tambourine 3 ....|o...|o...|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=1, reverb=0.12, velocity=0.78),
        lines=("R---|....|....|....", "R---|....|--a-|....", "R---|----|5---|...."),
        calm=("R---|----|----|....",),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("pizzicato", "string_section", "piano"), level_db=-2, pan=-0.2, reverb=0.25, velocity=0.62),
            ("....|x...|x...|....", "....|x...|x.x.|....", "....|x.o.|x...|...."), ("....|o...|o...|....",),
            centre=62, gate=0.45,
        ),
        ChordPlayer(
            Seat(("string_section", "accordion"), levels=(2, 3), level_db=-5, pan=0.2, reverb=0.35, velocity=0.6),
            ("x---|----|----|....",), centre=66, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "accordion", "flute"), levels=(0, 3), kinds=AFTER_INTRO, level_db=0, reverb=0.3,
                 velocity=0.82),
            WALTZ_TUNE, centre=77,
        ),
        MelodyPlayer(
            Seat(("flute", "bell"), levels=(2, 3), kinds=AFTER_INTRO, level_db=-5, pan=0.3, reverb=0.3, velocity=0.6),
            WALTZ_TUNE, centre=84, gate=0.7,
        ),
    ),
    accents=AccentVoices(("cymbal_swell",), ("string_section", "orchestra_hit"), ("pizzicato", "bell")),
)  # fmt: skip
