"""Western: a galloping guitar, a lonely whistle and trumpet, whip-crack percussion, wide strings."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import LONE_WHISTLE
from kinescore.groovebox.patterns.progressions import Colour
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
    name="western",
    tempo=(84, 140),
    colour=Colour.DARK,
    progressions={
        Colour.BRIGHT: ("I IV I V", "I vi IV V", "I bVII IV I", "I V IV I"),
        Colour.MELLOW: ("I iii IV V", "I bVII IV I", "I IV iii V", "I V bVII IV", "I IV I V"),
        Colour.DARK: ("i bVII bVI bVII", "i bIII bVII i", "i bVI bVII i", "i i bVII v", "i v bVI bVII"),
        Colour.TENSE: ("i bII i bVII", "i bVI V V", "i i bVI V", "i iv V i", "i bVII bVI V"),
    },
    scales={Colour.BRIGHT: "major", Colour.MELLOW: "mixolydian", Colour.DARK: "minor", Colour.TENSE: "harmonic minor"},
    room="hall",
    section_names={SectionKind.VERSE: "trail", SectionKind.CHORUS: "ride", SectionKind.BREAK: "showdown"},
    fills=("toms", "field_snare"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion", "acoustic_kit"), levels=(1, 3), velocity=0.8, reverb=0.22, level_db=-1),
        (
            """
            kick    1+ X..o|X..o|X..o|X..o
            snare   2+ x.go|x.go|x.go|x.go
            tom_low 3  X...|x.o.|X...|x.oo
            clap    3  ....|X...|....|X...
            """,
            """
            kick    1+ X...|x...|X...|x...
            rim     1+ x.oo|x.oo|x.oo|x.oo
            tambourine 2+ ....|x...|....|x...
            tom_low 2+ x...|....|x.o.|....
            """,
            """
            kick    1+ X..o|....|X..o|....
            snare   1+ xgoo|Xgoo|xgoo|Xgoo
            tom_low 3  X...|x...|X...|x.oo
            """,
            """
            kick    1+ X...|..o.|X...|....
            clap    1+ ....|X...|....|X...
            rim     1+ x.o.|..o.|x.o.|..oo
            tom_mid 2+ ..o.|x...|..o.|x..o
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(0, 3), level_db=3, pan=0.3, reverb=0.3, velocity=0.6),
        ("block_high 0+ X.og|x.og|X.og|x.og\nblock_low 1+ .g..|.g..|.g..|.g..",
        "maracas 1+ X.go|X.go|X.go|X.go\nclave 2+ x...|....|x...|...."),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=1.5, reverb=0.08, velocity=0.8),
        lines=("R---|5---|R---|5---", "R..R|5..5|R..R|5..a", "R---|R---|5---|R---"),
        calm=("R---|----|5---|----", "R---|----|----|----"),
        gate=0.7,
    ),
    chords=(
        ChordPlayer(
            Seat(("nylon_guitar", "acoustic_guitar"), level_db=0, pan=-0.25, reverb=0.22, velocity=0.76),
            ("X.oo|x.oo|X.oo|x.oo", "l.hh|l.hh|l.hh|l.hh", "1.32|1.32|1.42|1.32"), ("x---|----|1-2-|3---",
            "1-3-|2-3-|1-4-|3-2-"),
            centre=58, gate=0.7, strum_seconds=0.012,
        ),
        ChordPlayer(
            Seat(("string_section", "choir"), levels=(1, 3), level_db=-5, pan=0.2, reverb=0.45, velocity=0.6),
            ("x---|----|----|----",), centre=64, gate=1.0,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "banjo"), levels=(2, 3), level_db=-3, pan=0.35, reverb=0.3, delay=0.1, velocity=0.7),
            ("X---|....|....|..x-", "....|..1.|3.2.|1---"), centre=52, gate=0.9, strum_seconds=0.02,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("whistle_lead",), levels=(0, 2), level_db=-1, reverb=0.45, delay=0.08, velocity=0.72), LONE_WHISTLE,
                 centre=81,
        ),
        MelodyPlayer(
            Seat(("trumpet", "violin"), levels=(2, 3), kinds=AFTER_INTRO, level_db=0, pan=0.1, reverb=0.38,
                 velocity=0.84),
            LONE_WHISTLE, centre=72,
        ),
    ),
    accents=AccentVoices(("impact",), ("clean_guitar", "orchestra_hit"), ("bell", "nylon_guitar")),
)  # fmt: skip
