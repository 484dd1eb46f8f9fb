"""Chase: a pulse that never lets go, driven strings and low brass stabs over running drums."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import DARK_LOOP
from kinescore.groovebox.patterns.pockets import DRIVING
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
    name="chase",
    tempo=(108, 176),
    pocket=DRIVING,
    colour=Colour.TENSE,
    progressions={
        **STAGE,
        Colour.TENSE: ("i i bII i", "i bVI i bvii", "i i iv bVI", "i bII bvii i"),
        Colour.DARK: ("i bVI bVII i", "i iv bVI V", "i bIII bVI V", "i bVII bVI V", "i i iv V"),
    },
    scales={**STAGE_SCALES, Colour.TENSE: "phrygian"},
    room="hall",
    section_names={SectionKind.VERSE: "pursuit", SectionKind.CHORUS: "close call", SectionKind.BREAK: "hiding"},
    fills=("toms", "timpani_roll", "field_snare"),
    risers=True,
    drums=DrumPlayer(
        Seat(("orchestral_percussion", "acoustic_kit", "breakbeat_kit"), velocity=0.88, reverb=0.18),
        (
            """
            kick     0+ X...|x.o.|x.o.|x...
            tom_low  1+ X.oo|X.oo|X.oo|X.oo
            tom_mid  2+ ..o.|.o..|..o.|.oo.
            snare    3  ....|X...|....|X..x
            closed   1+ xggg|xggg|xggg|xggg
            """,
            """
            kick     0+ X..o|..o.|X..o|..o.
            snare    1+ ....|X..g|....|X.gg
            tom_low  2+ X.o.|x.oo|X.o.|x.oo
            closed   0+ Xgog|Xgog|Xgog|Xgog
            """,
            """
            kick     0+ X...|o.o.|X..o|o...
            snare    1+ ....|X...|....|X..g
            tom_mid  1+ x.oo|x.oo|x.oo|x.oo
            closed   1+ X.o.|X.o.|X.o.|X.o.
            """,
            """
            kick     0+ X.o.|x...|X...|x.o.
            snare    0+ xggg|Xggg|xggg|Xggo
            tom_low  2+ X...|..o.|X...|..oo
            tambourine 2+ x.o.|X.o.|x.o.|X.o.
            """,
            # gallop
            """
            kick     0+ X...|x...|X...|x...
            snare    1+ ....|X...|....|X.oo
            tom_low  2+ X.oo|X.oo|X.oo|X.oo
            tambourine 3 ....|X...|....|X...
            """,
            # motorik
            """
            kick     0+ X.o.|..o.|X.o.|..o.
            snare    0+ ....|X...|....|X...
            closed   0+ X.o.|X.o.|X.o.|X.o.
            tom_mid  3  ..o.|..o.|..o.|..oo
            """,
            # surf
            """
            kick     0+ X...|..o.|X...|..o.
            snare    0+ ....|X.o.|....|X...
            ride     1+ X.o.|X.o.|X.o.|X.o.
            tom_low  3  X...|....|X.o.|..oo
            """,
            # toms in three, three and two
            """
            kick     0+ X...|o...|X...|o.o.
            tom_low  0+ X..x|..x.|X..x|..x.
            tom_mid  2+ .gg.|gg.g|.gg.|gg.g
            snare    1+ ....|X...|....|X..o
            """,
            # four on the floor
            """
            kick     0+ X...|X...|X...|X...
            closed   0+ xoXo|xoXo|xoXo|xoXo
            snare    2+ ....|X...|....|X...
            tom_low  3  ..o.|..o.|..o.|.ooo
            """,
            # break
            """
            kick     0+ X.o.|....|x.oo|....
            snare    0+ ....|X..g|.g..|X..g
            closed   0+ X.o.|X.o.|X.o.|X.o.
            tom_low  2+ X...|..o.|X...|..oo
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=-4, pan=0.3, reverb=0.2, velocity=0.66),
        ("shaker 1+ XoxoXoxoXoxoXoxo\nblock_high 2+ ..x...x...x...x.",
         "bongo_high 1+ xoxxxoxxxoxxxoxx\nbongo_low 2+ ..x...x...x..x.."),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "upright_bass"), level_db=1.5, reverb=0.06, velocity=0.86),
        lines=("RRRR|RRRR|RRRR|RRRR", "R.RR|R.RR|R.RR|R.8R", "RR.R|R.RR|.RR.|RRaR"),
        calm=("R.R.|R.R.|R.R.|R.R.", "R...|R...|R...|R..."),
        gate=0.5,
    ),
    chords=(
        ChordPlayer(
            Seat(("string_section",), level_db=0, pan=-0.15, reverb=0.22, velocity=0.76),
            ("xoxo|xoxo|xoxo|xoxo", "X.xx|X.xx|X.xx|X.xx", "Xxox|Xxox|XoxX|oxXo"), ("x.o.|x.o.|x.o.|x.o.",), centre=62,
            gate=0.4,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-1, pan=0.2, reverb=0.28, velocity=0.86),
            ("X...|....|..X.|....", "X..X|....|....|..X.", "....|..X.|....|X---"), centre=55, gate=0.5,
        ),
        ChordPlayer(
            Seat(("pizzicato", "pluck"), levels=(0, 2), level_db=-3, pan=0.35, reverb=0.2, velocity=0.62),
            ("1.2.|3.2.|1.2.|4.3.", "12.3|12.3|12.3|42.3"), centre=67, gate=0.4,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "violin", "saw_lead"), levels=(2, 3), kinds=AFTER_INTRO, level_db=-1.5, reverb=0.28,
                 velocity=0.82),
            DARK_LOOP, centre=69, gate=0.7,
        ),
    ),
    accents=AccentVoices(("impact", "cymbal_swell"), ("brass_section", "orchestra_hit"), ("pizzicato", "marimba"),
                          level_db=2.5),
)  # fmt: skip
