"""Body percussion: stomps, claps, snaps and pats in a circle of people."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.styles import drumline
from kinescore.groovebox.styles.style import AccentVoices, DrumPlayer, Seat

STYLE = replace(
    drumline.STYLE,
    name="body percussion",
    tempo=(84, 140),
    room="club",
    section_names={SectionKind.VERSE: "circle", SectionKind.CHORUS: "everyone", SectionKind.BREAK: "snaps"},
    fills=("clap_run",),
    drums=DrumPlayer(
        Seat(("body_percussion",), velocity=0.9, reverb=0.14, level_db=1),
        (
            """
            kick   0+ X...|....|X.x.|....
            clap   0+ ....|X...|....|X...
            snare2 1+ ..xx|..x.|...x|..xx
            rim    2+ ..x.|..x.|..x.|.xx.
            """,
            """
            kick   0+ X..x|....|..x.|....
            clap   1+ ....|X..x|....|X...
            snare2 0+ ..x.|..xx|x...|..x.
            rim    0+ x...|x...|x...|x...
            """,
            """
            kick   0+ X.X.|....|X.X.|....
            clap   0+ ....|X...|....|X...
            snare2 2+ ...x|.xx.|...x|.xxx
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("body_percussion",), levels=(1, 3), level_db=-2, pan=0.35, reverb=0.2, velocity=0.74),
        (
            """
            rim    1+ ..x.|....|..x.|...x
            clap   3  ..x.|.x..|..x.|.xx.
            closed 1+ x.xx|x.xx|x.xx|x.xx
            """,
            """
            snare2 1+ x.x.|.x.x|x.x.|.xx.
            rim    2+ ....|x.x.|....|x.x.
            kick   3  ..x.|....|..x.|....
            """,
        ),
    ),
    accents=AccentVoices(("impact",), ("marimba",), ("marimba",)),
)  # fmt: skip
