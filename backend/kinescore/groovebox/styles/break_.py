"""Breaking: funk breaks at the tempo of a b-boy battle, with congas and horn stabs."""

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

STYLE = Style(
    name="break",
    tempo=(98, 128),
    pocket=TIGHT,
    colour=Colour.DARK,
    progressions=FUNK,
    scales=FUNK_SCALES,
    swing=Swing(0.25, 0.54),
    tone="record",
    section_names=STREET_SECTIONS,
    fills=("break_roll", "snare", "toms"),
    drums=DrumPlayer(
        Seat(("breakbeat_kit",), velocity=0.95, reverb=0.07),
        (
            """
            kick   0+  X.o.|....|x.o.|....
            snare  0+  ....|X...|....|X...
            closed 0+  X.o.|X.o.|X.o.|X.o.
            snare  2+  ....|...g|.g..|...g
            kick   2+  ....|....|...x|....
            open   3   ....|....|....|..x.
            ride   3   X.o.|X.o.|X.o.|X.o.
            """,
            """
            kick   0+  X...|..o.|x.o.|....
            snare  0+  ....|X...|....|X...
            closed 0+  X.o.|X.o.|X.o.|X.o.
            snare  2+  .g..|..g.|.g..|..gg
            kick   3   ....|...o|....|....
            bell   3   x...|x...|x...|x...
            """,
            """
            kick   0+  X.o.|....|x.o.|....|X.o.|....|o.x.|....
            snare  0+  ....|X...|....|X...|....|X...|....|X...
            closed 0+  X.o.|X.o.|X.o.|X.o.|X.o.|X.o.|X.o.|X.o.
            snare  2+  ....|...g|.g..|...g|....|...g|.g..|..x.
            tambourine 3 x.x.|X.x.|x.x.|X.x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.35, velocity=0.68),
        (
            "conga_open 1+ x..x|..xx|...x|..x.\nconga_mute 2+ .gg.|gg..|ggg.|gg.g\nconga_low 2+ ....|....|x...|...x",
            "bongo_high 1+ x.xx|.x.x|x.xx|.xx.\nbongo_low 2+ ....|..x.|....|x..x\ncowbell 3 x.x.|x.x.|x.x.|x.x.",
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "slap_bass"), level_db=0.5, reverb=0.03, ducking=0.1, velocity=0.86),
        lines=("R-.R|..7.|R-.5|..7a", "R.R.|..8.|..R.|5.7.", "R--.|.R8.|..7.|5-a.", "R.R7|..R.|.R..|5.7a"),
        calm=("R-..|..R.|..R.|....", "R--.|....|..R-|5..."),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("muted_guitar", "clean_guitar"), levels=(1, 3), level_db=-4, pan=-0.4, velocity=0.7),
            ("..x.|.xg.|..x.|.gxg", "xg.x|.gx.|xg.x|.gx.", "....|x.gx|....|x.gx"), centre=65, gate=0.4, voices=3,
            strum_seconds=0.005,
        ),
        ChordPlayer(
            Seat(("organ", "electric_piano"), level_db=-6.5, pan=0.25, reverb=0.2, velocity=0.66),
            ("x---|--..|..x-|--..", "..x.|x-..|..x.|x-..", "x...|..x-|x...|..x-"), ("x---|----|----|--..",), centre=60,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-3, pan=0.1, reverb=0.22, velocity=0.8),
            ("X...|....|....|..x.", "..x.|..X-|....|....", "....|....|x.x.|.X..", "X.X.|....|....|...."),
            centre=66, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "organ", "flute"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-2,
                 reverb=0.2, delay=0.1),
            FUNK_RIFF, centre=72, gate=0.8,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "orchestra_hit"), ("stab", "bell"), level_db=3.0),
)  # fmt: skip
