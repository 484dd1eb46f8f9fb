"""Dubstep: half-time drums, a bass that growls in eighths and triplets, drops out of empty space."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import DARK_LOOP
from kinescore.groovebox.patterns.progressions import CLUB, CLUB_SCALES, Colour
from kinescore.groovebox.patterns.sections import CLUB_SECTIONS, NOT_IN_BUILDS
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
    name="dubstep",
    tempo=(64, 80),
    colour=Colour.TENSE,
    progressions={
        **CLUB,
        Colour.TENSE: ("i i bVI i", "i i i bII", "i bVI i bVII", "i bvii bVI bII", "bVI bVI i bvii"),
        Colour.DARK: ("i bVI bVII i", "i bVII bVI i", "i i iv v"),
    },
    scales=CLUB_SCALES,
    section_names=CLUB_SECTIONS,
    fills=("snare_build", "hat_roll"),
    risers=True,
    drums=DrumPlayer(
        Seat(("electronic_kit", "house_kit"), velocity=0.95, reverb=0.08),
        (
            """
            kick   0+ X...|....|..x.|....
            snare  1+ ....|X...|....|X...
            closed 1+ x.x.|x.xx|x.x.|xxx.
            open   3  ....|..x.|....|..x.
            kick   3  ....|..x.|....|...x
            """,
            """
            kick   0+ X..x|....|X...|..x.
            snare  1+ ....|X...|....|X..g
            closed 0+ xxx.|xx.x|xxx.|x.xx
            """,
            """
            kick   0+ X..|...|.x.|...
            snare  1+ ...|X..|...|X..
            closed 1+ x.x|x.x|x.x|xxx
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("acid_bass", "synth_bass"), level_db=2.5, reverb=0.02, ducking=0.35, velocity=0.95),
        lines=("R-RR|..R.|RRR.|R-8-", "R---|RR.R|R--R|.RRR", "RRRR|..RR|R.R.|8-R-", "R-R-|R-R-|RRRR|8.7."),
        calm=("R---|----|----|----", "R---|--..|....|R---"),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("warm_pad", "glass_pad"), levels=(0, 2), level_db=-4, reverb=0.4, ducking=0.3, velocity=0.58),
            ("x---|----|----|----",), centre=60, gate=1.0,
        ),
        ChordPlayer(
            Seat(("supersaw",), levels=(2, 3), level_db=-3, reverb=0.2, ducking=0.4, velocity=0.8),
            ("X..x|....|..x.|....", "....|..X.|....|..x.", "X-..|....|X-x.|...."), centre=62, gate=0.5,
        ),
        ChordPlayer(
            Seat(("pluck",), levels=(0, 2), level_db=-3, pan=0.3, reverb=0.3, delay=0.3, velocity=0.6),
            ("1.3.|..2.|1..3|..4.", "1..2|..3.|.1..|2.3."), centre=72, gate=0.5,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("square_lead", "saw_lead", "bell"), levels=(1, 3), kinds=NOT_IN_BUILDS, level_db=-2, reverb=0.2,
                 delay=0.2,
                 velocity=0.76),
            DARK_LOOP, centre=74, gate=0.7,
        ),
    ),
    accents=AccentVoices(("impact",), ("supersaw", "stab"), ("pluck", "bell")),
)  # fmt: skip
