"""Celtic: jigs and reels on fiddle and whistle over frame drum, drone and strummed guitar."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import JIG, REEL
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
    name="celtic",
    tempo=(88, 138),
    colour=Colour.MELLOW,
    progressions={
        Colour.BRIGHT: ("I V IV V", "I IV I V", "I bVII IV I", "I ii IV V"),
        Colour.MELLOW: (
            "i bVII i bVII", "i bVII IV i", "i i bVII v", "i bIII bVII IV", "i v bVII i", "i IV bVII i", "bIII i IV i",
        ),
        Colour.DARK: ("i bVII bVI bVII", "i bVI bVII i", "i v bVI bVII", "i bIII bVII v", "i iv bVII i"),
        Colour.TENSE: ("i bVII i bVI", "i bVI bVII bVII", "i iv bVII v", "i v i bVII"),
    },
    scales={
        Colour.BRIGHT: "mixolydian", Colour.MELLOW: "dorian", Colour.DARK: "minor", Colour.TENSE: "minor",
    },
    room="hall",
    section_names={SectionKind.VERSE: "first part", SectionKind.CHORUS: "second part", SectionKind.BREAK: "air"},
    fills=("toms", "none"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion", "latin_percussion"), velocity=0.72, reverb=0.2, level_db=-2),
        (
            """
            kick     1+ X...|....|X...|....
            kick     2+ ....|o...|...o|o.o.
            tom_low  0+ X.ox|x.ox|X.ox|x.ox
            tom_mid  1+ .g..|.g..|.g..|.g..
            tambourine 1+ x...|x...|x...|x...
            """,
            """
            kick     1+ X..|o..|X..|..o
            tom_low  0+ Xox|xox|Xox|xox
            tom_mid  2+ ..g|..g|..g|.gg
            tambourine 2+ x..|x..|x..|x..
            """,
            """
            kick     1+ X...|....|X...|....
            kick     2+ ..o.|o...|....|o..o
            tom_low  0+ X..x|x.x.|X..x|x.x.
            tom_mid  1+ ..o.|o..o|..o.|o.oo
            shaker   1+ x.xx|x.xx|x.xx|x.xx
            """,
            # polka
            """
            kick     1+ X...|X...|X...|X...
            tom_low  0+ X.x.|X.x.|X.x.|X.xo
            tom_mid  2+ ..o.|..o.|..o.|..oo
            tambourine 1+ ..x.|..x.|..x.|..x.
            """,
            # hornpipe
            """
            kick     1+ X..|..o|X..|.oo
            tom_low  0+ X.x|X.x|X.x|X.x
            tom_mid  1+ ..o|..o|..o|.oo
            tambourine 2+ X..|x..|X..|x..
            """,
            # slide
            """
            kick     1+ X..|x..|X..|x..
            tom_low  0+ X..|x.x|X..|x.x
            tom_mid  2+ .g.|.g.|.g.|.gg
            shaker   1+ xox|xox|xox|xox
            """,
            # march
            """
            kick     1+ X...|x...|X...|x...
            snare    1+ x.gx|x.g.|x.gx|x.xg
            tom_low  0+ X...|X...|X...|X.o.
            """,
            # strathspey
            """
            kick     1+ Xo..|....|Xo..|....
            tom_low  0+ X..x|xX..|X..x|xX..
            tom_mid  2+ ..o.|..o.|..o.|..oo
            tambourine 1+ x...|x...|x...|x...
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), levels=(1, 3), level_db=0.5, reverb=0.1, velocity=0.72),
        lines=("R---|R---|5---|R---", "R---|--R-|5---|--a-"),
        calm=("R---|----|----|----",),
    ),
    chords=(
        ChordPlayer(
            Seat(("acoustic_guitar",), level_db=-0.5, pan=-0.25, reverb=0.2, velocity=0.74),
            ("X.o.|x.oo|X.o.|x.oo", "X..o|x.o.|X..o|x.oo", "x.oo|X.o.|x.oo|X.o."), ("x---|..x.|x---|....",), centre=60,
            gate=0.8, strum_seconds=0.012,
        ),
        ChordPlayer(
            Seat(("accordion", "warm_pad"), level_db=-7, pan=0.2, reverb=0.35, velocity=0.55),
            ("x---|----|----|----",), centre=57, voices=2, gate=1.0,
        ),
        ChordPlayer(
            Seat(("harp",), levels=(0, 2), level_db=-4, pan=0.35, reverb=0.3, velocity=0.62),
            ("1-2-|3-4-|5-4-|3-2-", "1-3-|5-6-|5-3-|2-3-"), centre=66,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "flute"), levels=(0, 3), level_db=0, pan=-0.05, reverb=0.25, velocity=0.82), REEL,
                 centre=76,
        ),
        MelodyPlayer(
            Seat(("flute", "whistle_lead", "violin"), levels=(2, 3), level_db=-4, pan=0.3, reverb=0.28, velocity=0.66),
            JIG, centre=81,
        ),
    ),
    accents=AccentVoices(("impact",), ("acoustic_guitar", "harp"), ("harp", "bell")),
)  # fmt: skip
