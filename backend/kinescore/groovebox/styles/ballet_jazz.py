"""Ballet jazz: lyrical piano and strings over brushes."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import CANTABILE
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import BEHIND_THE_RIDE
from kinescore.groovebox.patterns.progressions import JAZZ, POP_SCALES, Colour
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
    name="ballet jazz",
    tempo=(72, 130),
    pocket=BEHIND_THE_RIDE,
    colour=Colour.MELLOW,
    progressions=JAZZ,
    scales={**POP_SCALES, Colour.MELLOW: "major"},
    swing=Swing(0.5, 0.58),
    room="hall",
    section_names={SectionKind.VERSE: "theme", SectionKind.CHORUS: "chorus", SectionKind.ENDING: "coda"},
    fills=("brush", "snare"),
    drums=DrumPlayer(
        Seat(("brush_kit", "acoustic_kit"), velocity=0.86, reverb=0.14, level_db=-1),
        (
            """
            kick   0+  X...|....|x...|....
            rim    0+  ....|x...|....|x...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            snare  2+  ....|X...|....|X...
            ride   2+  x...|x.o.|x...|x.o.
            kick   3   ....|..x.|....|..o.
            """,
            """
            ride   0+  x...|x.o.|x...|x.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  X...|....|x...|....
            snare  1+  ....|x...|....|x...
            snare  3   ....|..g.|..g.|..g.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=2, reverb=0.06),
        lines=("R---|--5-|R---|--a-", "R---|5---|8---|a---", "R---|--R-|5---|--a-"),
        calm=("R---|----|5---|----", "R---|----|----|----"),
    ),
    chords=(
        ChordPlayer(
            Seat(("piano",), level_db=0, pan=-0.15, reverb=0.25, velocity=0.74),
            ("1-2-|3-4-|5-4-|3-2-", "x---|--x-|--x-|----", "x---|1-2-|3-4-|5---", "1-3-|2-4-|3-5-|4-2-"),
            ("x---|----|----|----", "1-2-|3---|4-3-|2---"), centre=62,
        ),
        ChordPlayer(
            Seat(("string_section",), levels=(1, 3), level_db=-3, pan=0.1, reverb=0.35, velocity=0.64),
            ("x---|----|----|----", "x---|----|x---|----"), centre=66, gate=1.0,
        ),
        ChordPlayer(
            Seat(("brass_section", "clean_guitar"), levels=(3, 3), level_db=-4, pan=0.25, reverb=0.25, velocity=0.72),
            ("....|..x.|....|x...", "x...|....|..x-|...."), centre=66, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "saxophone", "violin", "trumpet"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-0.5, pan=0.05,
                 reverb=0.3, velocity=0.78),
            CANTABILE, centre=75,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "piano"), ("harp", "bell")),
)  # fmt: skip
