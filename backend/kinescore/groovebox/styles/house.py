"""House: four on the floor, off-beat hats, syncopated piano over pads that pump."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import CLUB_RIFF
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.progressions import CLUB, CLUB_SCALES, Colour
from kinescore.groovebox.patterns.sections import CLUB_SECTIONS, NOT_IN_BUILDS
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

PERCUSSION = DrumPlayer(
    Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.3, reverb=0.2, velocity=0.62),
    (
        """
        shaker      1+ xgog|xgog|xgog|xgog
        conga_open  2+ ...x|..x.|...o|..xx
        conga_mute  2+ x...|o...|.o..|o...
        """,
        """
        tambourine  1+ ..x.|..x.|..x.|..x.
        bongo_high  2+ x..x|..x.|..x.|x...
        bongo_low   2+ ....|....|...x|..x.
        cabasa      3  xgxg|xgxg|xgxg|xgxg
        """,
    ),
)

STYLE = Style(
    name="house",
    tempo=(110, 132),
    colour=Colour.MELLOW,
    progressions=CLUB,
    scales=CLUB_SCALES,
    swing=Swing(0.25, 0.55),
    section_names=CLUB_SECTIONS,
    risers=True,
    fills=("snare_build", "kick_drop", "clap_run"),
    drums=DrumPlayer(
        Seat(("house_kit",), velocity=0.92, reverb=0.06),
        (
            """
            kick   0+  X...|X...|X...|X...
            clap   1+  ....|X...|....|X...
            open   1+  ..x.|..x.|..x.|..x.
            closed 0   ..o.|..o.|..o.|..o.
            closed 2+  x..g|x..g|x..g|x..g
            rim    2+  ...g|..g.|.g..|....
            ride   3   x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X...|X...|X...|X...
            kick   3   ....|....|....|...o
            snare  1+  ....|X...|....|X...
            clap   2+  ....|x...|....|x...
            open   1+  ..x.|..x.|..x.|..x.
            closed 0+  o...|o...|o...|o...
            closed 2+  .g.g|.g.g|.g.g|.gog
            snare  3   ....|...g|.g..|..g.
            """,
        ),
    ),
    percussion=PERCUSSION,
    bass=BassPlayer(
        Seat(("synth_bass", "sub_bass", "electric_bass"), level_db=0.5, reverb=0.0, ducking=0.45),
        lines=("..R-|..R-|..R-|..8-", "R..R|..R.|R..5|..7.", "R-.R|..8.|.R-.|5-a.", "..R.|R-8.|..R.|5-R."),
        calm=("R---|--..|R---|--..", "..R-|..R-|..R-|..R-"),
        gate=0.85,
    ),
    chords=(
        ChordPlayer(
            Seat(("piano", "electric_piano", "organ"), levels=(1, 3), level_db=-1.5, pan=-0.15, reverb=0.2,
                 delay=0.1, ducking=0.25, velocity=0.76),
            ("x--x|--x-|..x-|..x.", "..x.|..x.|..x-|x-..", "x..x|..x.|x..x|..x.", "x-.x|-..x|-.x-|..x-"),
            ("x---|----|..x-|----", "x--x|----|----|----"),
            centre=62,
        ),
        ChordPlayer(
            Seat(("warm_pad", "string_section"), level_db=-5, reverb=0.35, ducking=0.6, velocity=0.6),
            ("x---|----|----|----",), centre=64, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pluck", "vibraphone"), levels=(3, 3), level_db=-5, pan=0.35, reverb=0.3, delay=0.35, ducking=0.3,
                 velocity=0.6),
            ("1.3.|2.4.|1.3.|2.5.", "1..3|..4.|.3..|2.4.", "4.3.|2.4.|3.2.|1.3."), centre=74, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "flute", "saw_lead", "vibraphone"), levels=(1, 3), kinds=NOT_IN_BUILDS, level_db=-2,
                 pan=0.1, reverb=0.25, delay=0.2, ducking=0.15),
            CLUB_RIFF, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "piano"), ("pluck", "bell")),
)  # fmt: skip
