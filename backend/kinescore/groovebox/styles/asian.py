"""East Asian colours: koto and bamboo flute on five notes, wood blocks, gongs and deep drums."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import PENTATONIC_TUNE
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
    name="asian",
    tempo=(60, 132),
    colour=Colour.MELLOW,
    progressions={
        Colour.BRIGHT: ("I vi I V", "I IV vi I", "I I vi V", "I V vi V"),
        Colour.MELLOW: ("I5 vi I5 V", "Iadd9 vi7 Iadd9 IIadd9", "I5 I5 vi IV"),
        Colour.DARK: ("i5 bVI i5 v", "i5 i5 bVII i5", "i5 iv i5 v"),
        Colour.TENSE: ("i5 bII i5 i5", "i5 i5 bII bVII", "i5 iv bII i5", "i5 iv i5 bII"),
    },
    scales={
        Colour.BRIGHT: "major pentatonic", Colour.MELLOW: "major pentatonic", Colour.DARK: "minor pentatonic",
        Colour.TENSE: "in",
    },
    room="hall",
    section_names={SectionKind.VERSE: "garden", SectionKind.CHORUS: "procession", SectionKind.BREAK: "stillness"},
    fills=("timpani_roll", "none"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), levels=(1, 3), velocity=0.8, reverb=0.3, level_db=-1),
        (
            """
            kick    1+ X...|....|..x.|....
            tom_low 2+ X..x|....|X.x.|..x.
            tom_mid 3  ..x.|x.x.|..x.|xxxx
            """,
            """
            kick    1+ X...|....|....|....
            tom_low 2+ ....|x.x.|x...|....
            tom_low 3  X.X.|..xx|X.X.|xxxx
            """,
            # don doko don: the horse beat of taiko
            """
            kick    1+ X...|X.x.|X...|X.xx
            tom_low 1+ X.oo|X.oo|X.oo|X.oo
            tom_mid 3  ..x.|..x.|..x.|..xx
            """,
            # hwimori
            """
            kick    1+ X...|....|X...|....
            tom_low 1+ X...|x.x.|X.x.|x...
            rim     1+ ....|o.o.|..o.|....
            """,
            # jajinmori
            """
            kick    1+ X..|x..|X..|x..
            tom_low 1+ X..|X..|X..|X..
            rim     1+ ...|..o|...|..x
            tom_mid 2+ ..o|...|..o|.oo
            """,
            # gutgeori
            """
            kick    1+ X..|...|X..|...
            tom_low 1+ X..|x..|X..|x..
            tom_mid 1+ ..o|.oo|..o|.oo
            rim     2+ ..x|...|..x|...
            """,
            # dong dong qiang: drums and gong of the lion dance
            """
            kick    1+ x.x.|X...|x.x.|X...
            tom_low 1+ x.x.|X...|x.x.|X...
            crash   3  ....|o...|....|o...
            tom_mid 2+ ....|..oo|....|..oo
            """,
            # a temple's block and drum
            """
            kick    1+ X...|....|x...|..o.
            rim     0+ ....|....|....|x...
            tom_low 2+ X...|..o.|x...|oooo
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(0, 3), level_db=3, pan=0.3, reverb=0.3, velocity=0.62),
        ("block_high 1+ x...|..x.|....|x.x.\ntriangle 0+ x...|....|....|....",
        "block_low 0+ ....|x...|....|x..x\nblock_high 2+ ..x.|....|.xx.|...."),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), levels=(1, 3), level_db=0, reverb=0.15, velocity=0.68),
        lines=("R---|----|5---|----", "R---|--R-|5---|R---"),
        calm=("R---|----|----|----",),
    ),
    chords=(
        ChordPlayer(
            Seat(("koto",), level_db=0.5, pan=-0.2, reverb=0.3, velocity=0.74),
            ("1-2-|3---|5-3-|2---", "1...|3.5.|6-5-|3---", "1-3-|2-4-|3-5-|4-2-"), ("1---|--3-|5---|----",),
            centre=64, voices=3,
        ),
        ChordPlayer(
            Seat(("string_section", "glass_pad"), levels=(1, 3), level_db=-7, pan=0.2, reverb=0.45, velocity=0.5),
            ("x---|----|----|----",), centre=62, voices=3, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute",), levels=(0, 3), level_db=0, pan=0.1, reverb=0.4, velocity=0.78), PENTATONIC_TUNE, centre=77,
        ),
        MelodyPlayer(
            Seat(("violin", "koto", "bell"), levels=(2, 3), level_db=-3, pan=0.35, reverb=0.35, velocity=0.7),
                 PENTATONIC_TUNE,
            centre=72,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("koto", "orchestra_hit"), ("koto", "bell")),
)  # fmt: skip
