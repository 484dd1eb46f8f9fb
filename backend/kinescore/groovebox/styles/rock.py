"""Rock: two driven guitars over straight eighths."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import SONG
from kinescore.groovebox.patterns.pockets import DRIVING
from kinescore.groovebox.patterns.progressions import POP_SCALES, ROCK, Colour
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
    name="rock",
    tempo=(96, 164),
    pocket=DRIVING,
    colour=Colour.DARK,
    progressions=ROCK,
    scales={**POP_SCALES, Colour.BRIGHT: "mixolydian"},
    section_names=SONG_SECTIONS,
    fills=("toms", "snare", "break_roll"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), level_db=1.5, velocity=0.98, reverb=0.18),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ....|..x.|..x.|....
            snare  0+  ....|X...|....|X...
            closed 0-2 X.o.|X.o.|X.o.|X.o.
            open   3   x...|x...|x...|x...
            ride   3   ..o.|..o.|..o.|..o.
            """,
            """
            kick   0+  X...|....|X.x.|....
            kick   3   ....|..x.|....|..x.
            snare  0+  ....|X...|....|X...
            closed 0-1 X.o.|X.o.|X.o.|X.o.
            ride   2+  X.o.|X.o.|X.o.|X.o.
            snare  3   ....|....|....|...g
            """,
            """
            kick   0+  X..x|....|X...|....
            kick   2+  ....|...x|..x.|....
            snare  0+  ....|X...|....|X...
            open   2+  x.x.|x.x.|x.x.|x.x.
            closed 0-1 X.o.|X.o.|X.o.|X.o.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass",), level_db=-1.5, reverb=0.03, velocity=0.88),
        lines=(
            "R.R.|R.R.|R.R.|R.R.", "R.RR|R.R.|R.RR|R.5.", "R--R|--R-|R--R|--a.", "R.R.|8.R.|R.R.|5.a.",
            "R-R.|..R.|R-R.|5.a.", "R..R|..R.|R...|5.a.", "R-.R|R.5.|R-.R|8.a.", "RRR.|R.R.|RRR.|5.a.",
        ),
        calm=("R---|----|R---|----", "R---|R---|R---|R---"),
    ),
    chords=(
        ChordPlayer(
            Seat(("driven_guitar",), levels=(1, 3), level_db=0, pan=-0.6, reverb=0.08, velocity=0.8),
            ("x.x.|x.x.|x.x.|x.x.", "X--x|--x-|X--x|--x.", "X---|----|X---|--x-", "x.xx|.xx.|x.xx|.xx."),
            ("X---|----|----|----", "x.x.|x.x.|x.x.|x.x."), centre=54, voices=3, gate=0.9, strum_seconds=0.006,
        ),
        ChordPlayer(
            Seat(("driven_guitar",), levels=(1, 3), level_db=-1.5, pan=0.6, reverb=0.08, velocity=0.74),
            ("X---|----|----|----", "x-x-|--x-|x-x-|--x-", "1.2.|3.2.|4.2.|3.2."), centre=62, voices=3,
            strum_seconds=0.008,
        ),
        ChordPlayer(
            Seat(("organ", "piano"), level_db=-8.5, pan=0.15, reverb=0.2, velocity=0.6),
            ("x---|----|----|----", "x---|----|x---|----"), centre=62,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("driven_guitar",), levels=(2, 3), kinds=AFTER_INTRO, level_db=-3, pan=0.05,
                 reverb=0.22, delay=0.2, velocity=0.82),
            SONG, centre=71,
        ),
    ),
    accents=AccentVoices(("impact", "cymbal_swell"), ("driven_guitar", "orchestra_hit"), ("clean_guitar", "piano")),
)  # fmt: skip
