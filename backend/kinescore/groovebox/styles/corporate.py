"""Corporate: palm-muted guitar, ukulele-bright strums, claps, bells and a piano that means well."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import SONG
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SONG_SECTIONS
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
    name="corporate",
    tempo=(92, 132),
    colour=Colour.BRIGHT,
    progressions={**POP, Colour.BRIGHT: ("I V vi IV", "IVadd9 I V vi", "I IV vi V", "Iadd9 Iadd9 IVadd9 V")},
    scales=POP_SCALES,
    section_names=SONG_SECTIONS,
    fills=("clap_run", "snare"),
    drums=DrumPlayer(
        Seat(("electronic_kit", "acoustic_kit"), velocity=0.74, reverb=0.08, level_db=-2),
        (
            """
            kick   1+ X...|....|X...|..x.
            kick   2+ ..o.|...o|....|...o
            clap   1+ ....|x...|....|x...
            closed 2+ ..x.|..x.|..x.|..x.
            snare  3  ....|x...|....|x...
            """,
            """
            kick   0+ X...|X...|X...|X...
            clap   1+ ....|x...|....|x..x
            closed 2+ x.x.|x.x.|x.x.|x.x.
            tambourine 3 ..x.|..x.|..x.|..x.
            """,
            # stamp, stamp, clap
            """
            kick   0+ X.x.|....|X.x.|....
            clap   0+ ....|X...|....|X...
            tom_low 3 X.x.|....|X.x.|..oo
            """,
            # shaker and backbeat
            """
            kick   0+ X...|..o.|X...|..o.
            snare  1+ ....|x...|....|x..g
            shaker 0+ x.xx|x.xx|x.xx|x.xx
            clap   3  ....|x...|....|x...
            """,
            # anthem
            """
            kick   0+ X...|x...|X...|x.o.
            clap   1+ ....|X...|....|X...
            closed 1+ X.o.|X.o.|X.o.|X.o.
            tom_low 2+ x...|..o.|x...|..oo
            """,
            # toms in three, three and two
            """
            kick   0+ X..x|..x.|X..x|..x.
            tom_low 1+ X..x|..x.|X..x|..x.
            clap   1+ ....|X...|....|X...
            tambourine 2+ x.x.|x.x.|x.x.|x.x.
            """,
            # rim clicks
            """
            kick   0+ X...|....|X.x.|....
            rim    0+ ....|x...|....|x...
            closed 1+ x.x.|x.x.|x.x.|x.xx
            snare  3  ....|X...|....|X...
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("body_percussion",), levels=(1, 3), level_db=-2, pan=0.2, reverb=0.18, velocity=0.7),
        ("clap 1+ ....|x...|....|x...\nrim 2+ ..x.|..x.|..x.|..x.",
        "rim 0+ ....|x...|....|x...\nkick 1+ x...|....|x...|...."),
    ),
    bass=BassPlayer(
        Seat(("electric_bass",), levels=(1, 3), level_db=0.5, reverb=0.03, velocity=0.76),
        lines=("R.R.|R.R.|R.R.|R.a.", "R---|--R-|R---|5---", "R.R.|..R.|R.R.|5.a."),
        calm=("R---|----|----|----", "R---|----|R---|----"),
    ),
    chords=(
        ChordPlayer(
            Seat(("acoustic_guitar",), level_db=0, pan=-0.3, reverb=0.14, velocity=0.72),
            ("x.x.|x.xx|x.x.|x.xx", "x..x|x.x.|x..x|x.x.", "xoxo|xoxo|xoxo|xoxo"), ("x---|..x.|x---|..x.",),
            centre=67, gate=0.6,
            strum_seconds=0.01,
        ),
        ChordPlayer(
            Seat(("muted_guitar", "pizzicato"), levels=(1, 3), level_db=-2, pan=0.35, reverb=0.14, delay=0.1,
                 velocity=0.66),
            ("1.1.|2.1.|3.1.|2.1.", "1..1|..1.|1..1|..1.", "1.3.|2.3.|1.3.|2.4."), centre=64, gate=0.4,
        ),
        ChordPlayer(
            Seat(("piano",), levels=(0, 3), level_db=-2, pan=0.05, reverb=0.22, velocity=0.64),
            ("x---|----|x---|----", "x---|--x-|----|x---"), centre=60,
        ),
        ChordPlayer(
            Seat(("warm_pad", "string_section"), levels=(2, 3), level_db=-7, reverb=0.35, velocity=0.5),
            ("x---|----|----|----",), centre=64, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("bell", "whistle_lead", "marimba", "piano"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5,
                 reverb=0.25,
                 delay=0.1, velocity=0.72),
            SONG, centre=79,
        ),
    ),
    accents=AccentVoices(("impact",), ("piano", "acoustic_guitar"), ("bell", "marimba")),
    risers=True,
)  # fmt: skip
