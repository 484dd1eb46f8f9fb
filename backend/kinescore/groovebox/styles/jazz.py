"""Jazz: swung ride cymbal, walking bass, comping and a horn in front."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import BEBOP
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
    name="jazz",
    tempo=(96, 200),
    pocket=BEHIND_THE_RIDE,
    colour=Colour.BRIGHT,
    progressions=JAZZ,
    scales={**POP_SCALES, Colour.MELLOW: "lydian"},
    swing=Swing(0.5, 0.64),
    room="hall",
    section_names={SectionKind.VERSE: "head", SectionKind.CHORUS: "shout", SectionKind.ENDING: "tag"},
    fills=("brush", "snare", "toms"),
    drums=DrumPlayer(
        Seat(("brush_kit", "acoustic_kit"), velocity=0.88, reverb=0.14),
        (
            """
            ride   0+  X...|X.o.|X...|X.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  x...|o...|x...|o...
            snare  2+  ....|..g.|....|..g.
            rim    3   ....|x...|....|x...
            snare  3   ..g.|....|..g.|....
            """,
            """
            ride   0+  X...|X.o.|X...|X.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  x...|o...|x...|o...
            snare  1+  ....|x...|....|x...
            snare  2+  ..g.|....|..g.|..g.
            kick   3   ....|..o.|....|..o.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.08, velocity=0.82),
        lines=("R---|3---|5---|a---", "R---|5---|8---|a---", "R---|3---|5---|7-a-", "R---|5---|3---|a---"),
        calm=("R---|----|5---|----", "R---|----|R---|--a-"),
        gate=0.9,
        walks=True,
    ),
    chords=(
        ChordPlayer(
            Seat(("piano", "electric_piano"), levels=(0, 3), level_db=-1.5, pan=-0.25, reverb=0.2, velocity=0.68),
            ("x---|..x.|....|....", "..x.|....|..x-|....", "x...|..x-|....|x...", "....|..x.|x-..|..x."),
            ("x---|----|----|----", "x---|--x-|----|...."), centre=61, gate=0.8,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "vibraphone"), levels=(2, 3), level_db=-6, pan=0.4, reverb=0.15, velocity=0.58),
            ("x...|x...|x...|x...", "....|x...|....|x..."), centre=60, gate=0.5, voices=3,
            strum_seconds=0.01,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(3, 3), level_db=-3, pan=0.15, reverb=0.25, velocity=0.78),
            ("..x.|....|x...|....", "x...|..X-|....|....", "....|..x.|..X.|...."), centre=66, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "vibraphone", "flute"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-0.5,
                 pan=0.1, reverb=0.25, velocity=0.82),
            BEBOP, centre=72,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "piano"), ("vibraphone", "piano")),
)  # fmt: skip
