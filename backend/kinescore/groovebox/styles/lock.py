"""Locking: bright old school funk with slap bass, scratched guitar and horns."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import FUNK_RIFF
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import TIGHT
from kinescore.groovebox.patterns.progressions import FUNK, FUNK_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, STREET_SECTIONS
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

BASS = BassPlayer(
    Seat(("slap_bass", "electric_bass"), level_db=1, reverb=0.02, ducking=0.08, velocity=0.88),
    lines=(
        "R..8|..R.|.R.7|..8.",
        "R.8.|.R7.|R..5|.78.",
        "R-.R|8...|R.R7|8.a.",
        "R.R8|..7.|.5R.|..a.",
        "R...|..R8|.R..|5.7a",
    ),
    calm=("R-..|..R.|R-..|....", "R--.|....|R.5.|...."),
    gate=0.7,
)

STYLE = Style(
    name="lock",
    tempo=(96, 126),
    pocket=TIGHT,
    colour=Colour.BRIGHT,
    progressions=FUNK,
    scales=FUNK_SCALES,
    swing=Swing(0.25, 0.53),
    tone="record",
    section_names=STREET_SECTIONS,
    fills=("snare", "toms", "kick_drop"),
    drums=DrumPlayer(
        Seat(("acoustic_kit", "breakbeat_kit"), level_db=1.5, velocity=0.93, reverb=0.07),
        (
            """
            kick   0+  X...|....|x...|....
            kick   1+  ..o.|....|....|....
            kick   2+  ....|...o|..o.|....
            snare  0+  ....|X...|....|X...
            snare  2+  ...g|..g.|.g.g|..g.
            closed 0+  X.o.|X.o.|X.o.|X.o.
            closed 3   .g.g|.g.g|.g.g|.g.g
            open   2+  ....|....|....|..x.
            """,
            """
            kick   0+  X..o|....|x.o.|....
            kick   3   ....|..o.|....|..o.
            snare  0+  ....|X...|....|X...
            snare  2+  .g..|...g|.g..|.g..
            closed 0+  Xgog|Xgog|Xgog|Xgog
            cowbell 3  x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X.o.|....|x.o.|..o.
            snare  0+  ....|X...|....|X...
            snare  2+  ....|..gg|.g..|...g
            ride   3   X.o.|X.o.|X.o.|X.o.
            closed 0-2 X.o.|X.o.|X.o.|X.o.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.35, velocity=0.64),
        (
            "tambourine 1+ ....|x...|....|x...\nconga_open 2+ x..x|..x.|..x.|.xx.\nconga_low 3 ....|....|x...|....",
            "cowbell 1+ x...|x...|x...|x...\nshaker 2+ xgxg|xgxg|xgxg|xgxg",
        ),
    ),
    bass=BASS,
    chords=(
        ChordPlayer(
            Seat(("muted_guitar", "clean_guitar"), levels=(0, 3), level_db=-3, pan=-0.45, velocity=0.72),
            ("xgxg|gxgg|xggx|gxgg", "..x.|x.gx|..x.|xgx.", "x..x|.gx.|gg.x|..xg", ".gx.|xg.x|.gx.|xgxx"),
            ("..x.|....|..x.|....", "....|x...|....|x..."), centre=66, gate=0.38, voices=3, strum_seconds=0.005,
        ),
        ChordPlayer(
            Seat(("electric_piano", "organ"), levels=(1, 3), level_db=-6.5, pan=0.3, reverb=0.15, velocity=0.68),
            ("..x.|..x.|..x.|x...", "x..x|....|x..x|....", "...x|..x-|...x|..x-"), ("x---|--..|....|....",), centre=61,
            gate=0.7,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=0, pan=0.12, reverb=0.22, velocity=0.82),
            (
                "X...|....|....|....|..x.|x.X.|....|....", "....|....|..x.|X...", "..X.|....|..X.|....",
                "X..X|..X.|....|....",
            ),
            centre=67, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "organ", "clean_guitar"), levels=(1, 3), kinds=AFTER_INTRO, level_db=0,
                 pan=-0.1, reverb=0.2, delay=0.08),
            FUNK_RIFF, centre=73, gate=0.78,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "orchestra_hit"), ("clean_guitar", "bell")),
)  # fmt: skip
