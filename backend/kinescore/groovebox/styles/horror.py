"""Horror: low drones, bells and a music-box tune gone wrong, far drums and clusters on what startles."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import SIGHS, STAB_TUNE
from kinescore.groovebox.patterns.progressions import Colour
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
    name="horror",
    tempo=(48, 104),
    colour=Colour.TENSE,
    progressions={
        Colour.BRIGHT: ("I bII I bvi", "I bVI I bII", "I iv bII I"),
        Colour.MELLOW: ("i bvi i bvi", "i bVI #ivdim7 i", "i iv bVI i"),
        Colour.DARK: ("i i bII bII", "i bvi i bII", "i #ivdim7 bVI i"),
        Colour.TENSE: ("i i i bII", "i #ivdim7 i #ivdim7", "i bvi bII i", "i i bii i"),
    },
    scales={
        Colour.BRIGHT: "harmonic minor", Colour.MELLOW: "harmonic minor", Colour.DARK: "phrygian",
        Colour.TENSE: "phrygian",
    },
    room="hall",
    section_names={SectionKind.VERSE: "dread", SectionKind.CHORUS: "terror", SectionKind.BREAK: "stillness"},
    fills=("timpani_roll", "none"),
    risers=True,
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), levels=(1, 3), velocity=0.82, reverb=0.45, level_db=-2),
        (
            """
            kick    1+ X.o.|....|x.o.|....
            tom_low 2+ ....|....|x...|..x.
            tom_low 3  x.x.|....|x.xx|....
            """,
            """
            kick    1+ X...|....|o...|....
            tom_low 1+ x...|o...|x...|o...
            snare   3  ....|..gg|x...|..gg
            """,
            """
            kick    1+ X...|....|....|..o.
            tom_mid 2+ x...|....|x.o.|....
            clap    3  ....|....|....|X...
            """,
            """
            kick    1+ X...|x...|....|....
            rim     1+ x...|o...|x...|o...
            tom_low 2+ ....|....|X...|o.oo
            """,
            """
            kick    1+ X..x|....|....|....
            tom_mid 2+ ....|..x.|....|....
            snare   3  ....|....|gggg|xxxX
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("sub_bass", "upright_bass"), level_db=2, reverb=0.2, velocity=0.78),
        lines=("R---|----|----|--a-", "R---|----|R---|----", "R...|R...|....|...."),
        calm=("R---|----|----|----",),
        gate=1.0,
    ),
    chords=(
        ChordPlayer(
            Seat(("choir", "string_section"), level_db=-3, pan=-0.2, reverb=0.55, velocity=0.5),
                 ("x---|----|----|----",),
            centre=55, gate=1.0,
        ),
        ChordPlayer(
            Seat(("glass_pad", "string_section"), levels=(1, 3), level_db=-6, pan=0.3, reverb=0.55, velocity=0.5),
            ("x---|----|----|----", "....|....|x---|----"), centre=76, gate=1.0,
        ),
        ChordPlayer(
            Seat(("harpsichord", "piano", "pizzicato"), levels=(0, 3), level_db=-3, pan=0.2, reverb=0.4, velocity=0.56),
            ("1...|....|2...|....", "....|1.2.|....|....", "1.2.|3.2.|....|...."), centre=66, gate=0.8,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("bell", "violin", "whistle_lead"), levels=(0, 3), level_db=-2, reverb=0.5, delay=0.1, velocity=0.6),
                 SIGHS,
            centre=81,
        ),
        MelodyPlayer(
            Seat(("violin", "bell"), levels=(2, 3), level_db=-4, pan=-0.3, reverb=0.5, velocity=0.66), STAB_TUNE,
                 centre=86,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "string_section"), ("bell", "pizzicato")),
)  # fmt: skip
