"""March: field drums, low brass on one and three, bright trumpets and piccolo above."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import MARCH_TUNE
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
from kinescore.groovebox.styles import orchestral
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    orchestral.STYLE,
    name="march",
    tempo=(88, 132),
    colour=Colour.BRIGHT,
    section_names={SectionKind.VERSE: "strain", SectionKind.CHORUS: "grand strain", SectionKind.BREAK: "trio"},
    fills=("field_snare",),
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), velocity=0.86, reverb=0.18),
        (
            """
            kick   0+ X...|....|X...|....
            snare  0+ ..xx|x...|..xx|x.xx
            crash  3  x...|....|....|....
            """,
            """
            kick   0+ X...|x...|X...|x...
            snare  0+ x.xx|x.x.|x.xx|xoxo
            triangle 2+ ..x.|..x.|..x.|..x.
            """,
            """
            kick   0+ X...|....|x...|....
            snare  0+ X.gg|x.gg|X.gg|xxxx
            crash2 3  ....|....|x...|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.15, velocity=0.85),
        lines=(
            "R...|....|5...|....", "R...|5...|R...|a...", "R...|R...|5...|5...", "R..R|5...|R..R|5...",
            "R...|5.5.|R...|5.5.", "R.R.|5...|R.R.|5...", "R...|5..5|R...|5..a", "R...|..5.|R...|..a.",
        ),
        calm=("R...|....|5...|....",),
        gate=0.6,
    ),
    chords=(
        ChordPlayer(
            Seat(("brass_section",), level_db=-1, pan=0.15, reverb=0.25, velocity=0.78),
            ("....|x...|....|x...", "..x.|..x.|..x.|..x.", "X...|..xx|X...|..xx"), centre=58, gate=0.5,
        ),
        ChordPlayer(
            Seat(("string_section",), levels=(2, 3), level_db=-5, pan=-0.2, reverb=0.3, velocity=0.6),
            ("x---|----|x---|----",), centre=64, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet",), levels=(0, 3), kinds=AFTER_INTRO, level_db=0, reverb=0.25, velocity=0.86), MARCH_TUNE,
            centre=74, gate=0.75,
        ),
        MelodyPlayer(
            Seat(("flute",), levels=(2, 3), kinds=AFTER_INTRO, level_db=-4, pan=0.3, reverb=0.25, velocity=0.7),
            MARCH_TUNE, centre=86, gate=0.7,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "orchestra_hit"), ("bell",)),
)  # fmt: skip
