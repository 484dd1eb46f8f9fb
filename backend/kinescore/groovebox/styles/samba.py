"""Samba: surdo on two, tamborim and shakers that never rest, nylon guitar and whistles."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import SALSA_TUNE
from kinescore.groovebox.patterns.pockets import DRIVING
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
from kinescore.groovebox.styles import latin
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    latin.STYLE,
    name="samba",
    tempo=(88, 132),
    pocket=DRIVING,
    colour=Colour.BRIGHT,
    section_names={SectionKind.CHORUS: "refrão", SectionKind.BREAK: "paradinha", SectionKind.ENDING: "coda"},
    fills=("timbales", "break_roll"),
    drums=DrumPlayer(
        Seat(("latin_percussion",), velocity=0.86, reverb=0.12, level_db=0),
        (
            """
            kick         0+ x...|X...|x...|X..o
            conga_low    1+ ....|X..o|....|X.oo
            timbale_high 2+ x.oo|.o.o|x.oo|.o.o
            snare        1+ xggg|xggg|xggg|xgog
            closed       0+ XggoXggoXggoXggo
            agogo_high   2+ x.x.|..x.|x.x.|.x..
            agogo_low    2+ ....|x...|...x|...x
            """,
            """
            kick         0+ x...|X..o|x..o|X...
            conga_low    2+ ....|x...|....|x.x.
            timbale_high 2+ .oo.|xo.o|.o.o|x.oo
            closed       0+ XggoXggoXggoXggo
            snare        1+ xg.g|xgg.|xg.g|xg.g
            """,
            """
            kick         0+ x..o|X...|x...|X..o
            conga_open   1+ ..x.|x...|..xx|....
            agogo_high   2+ x.x.|.x..|x..x|..x.
            agogo_low    2+ ....|x..x|....|x...
            tambourine   0+ Xgog|Xgog|Xgog|Xgog
            snare        2+ xggo|xgog|xggo|xgog
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=-2, pan=0.3, reverb=0.15, velocity=0.72),
        (
            """
            tambourine  1+ xoXo|xoXo|xoXo|xoXo
            shaker      2+ xgxg|xgxg|xgxg|xgxg
            bongo_high  3  ..x.|.xx.|..x.|.xxx
            """,
            """
            shaker      1+ XoxX|oxXo|XoxX|oxXo
            block_high  2+ x..x|..x.|.x..|x...
            cowbell     3  x.x.|.x.x|x.x.|.xx.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "upright_bass"), level_db=1, reverb=0.04),
        lines=("R--R|5--5|R--R|5--5", "R--5|8--5|R--R|5-a.", "R--R|5--.|5--5|R--a"),
        calm=("R---|5---|R---|5---",),
        gate=0.85,
    ),
    chords=(
        ChordPlayer(
            Seat(("nylon_guitar",), level_db=0, pan=-0.25, reverb=0.18, velocity=0.74),
            ("x.xx|.x.x|.x.x|x.x.", "xx.x|.xx.|x.x.|xx.x", ".xx.|x.x.|xx.x|.x.x"), ("x..x|..x.|x..x|..x.",),
            centre=62, gate=0.5, strum_seconds=0.006,
        ),
        ChordPlayer(
            Seat(("brass_section", "accordion"), levels=(3, 3), level_db=-4, pan=0.2, reverb=0.2, velocity=0.78),
            ("....|..X.|X...|....", "x...|....|..X.|x..."), centre=67, gate=0.5,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "whistle_lead", "trumpet"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1, reverb=0.2,
                 velocity=0.82),
            SALSA_TUNE, centre=77,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "nylon_guitar"), ("bell",), level_db=3.0),
)  # fmt: skip
