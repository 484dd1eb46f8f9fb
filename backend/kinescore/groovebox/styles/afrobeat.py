"""Afrobeat: interlocking guitars, a bell pattern, drums that talk and horns that answer."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import FUNK_RIFF
from kinescore.groovebox.patterns.pockets import TIGHT
from kinescore.groovebox.patterns.progressions import FUNK, FUNK_SCALES, Colour
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
    name="afrobeat",
    tempo=(96, 132),
    pocket=TIGHT,
    colour=Colour.MELLOW,
    progressions={
        **FUNK,
        Colour.MELLOW: (
            "i7 i7 IV7 i7", "i7 bVII i7 IV7", "ii7 V7 ii7 V7", "i7 IV7 i7 IV7", "i7 v7 IV7 i7", "i7 i7 bVII v7",
        ),
    },
    scales=FUNK_SCALES,
    section_names={SectionKind.CHORUS: "horns", SectionKind.BREAK: "percussion", SectionKind.ENDING: "outro"},
    fills=("timbales", "toms", "break_roll"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.82, reverb=0.08),
        (
            """
            kick     0+ X..o|x.o.|X..o|x...
            rim      1+ ..o.|.o..|x.o.|.o..
            closed   0+ X.oo|X.oo|X.oo|X.oo
            snare    2+ ..g.|..o.|.g..|x..g
            tom_low  3  ....|...x|....|..xx
            """,
            """
            kick     0+ X...|x.x.|..x.|x...
            snare    1+ ..xg|.gx.|g.xg|.x.g
            closed   0+ XogoXogoXogoXogo
            open     3  ....|..x.|....|..x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), level_db=0, pan=0.25, reverb=0.14, velocity=0.78),
        (
            """
            agogo_high 0+ x.x.|..x.|.x.x|....
            agogo_low  1+ ....|x...|....|..x.
            conga_open 1+ ...x|..x.|...x|x.x.
            conga_low  2+ x...|....|x.x.|....
            shaker     0+ xgxg|xgxg|xgxg|xgxg
            """,
            """
            clave      0+ x..x|..x.|..x.|x...
            conga_mute 1+ x.xx|.x.x|x.xx|.x.x
            bongo_low  2+ ..x.|x..x|..x.|x.x.
            cabasa     1+ x.xx|x.xx|x.xx|x.xx
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass",), level_db=1, reverb=0.02, velocity=0.84),
        lines=("R.R.|..5.|R..7|..8.", "R..R|..R.|5.7.|..R.", "..R.|R.5.|..7.|8.5."),
        calm=("R...|..5.|R...|....", "R..R|....|..5.|...."),
        gate=0.7,
    ),
    chords=(
        ChordPlayer(
            Seat(("muted_guitar",), level_db=0, pan=-0.4, reverb=0.1, velocity=0.74),
            ("3.2.|3.1.|3.2.|1.2.", "2.3.|.2.3|.2.3|2.3.", "1.23|.12.|3.1.|23.2"), centre=66, gate=0.5,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "banjo"), levels=(1, 3), level_db=-2, pan=0.4, reverb=0.12, velocity=0.68),
            ("..x.|x..x|..x.|x.x.", "x..x|..x.|x..x|..x.", "4.3.|4.34|.3.4|3.4."), centre=70, gate=0.4,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), kinds=AFTER_INTRO, level_db=-2, reverb=0.2, velocity=0.84),
            ("....|..X.|X..x|....", "X.X.|....|..X.|X---", "....|....|x.x.|xX.."), centre=65, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "marimba"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1, reverb=0.2,
                 velocity=0.82),
            FUNK_RIFF, centre=70,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section",), ("marimba",)),
)  # fmt: skip
