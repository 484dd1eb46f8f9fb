"""Techno: a dark loop over a steady kick."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import DARK_LOOP
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

STYLE = Style(
    name="techno",
    tempo=(124, 146),
    colour=Colour.DARK,
    progressions={**CLUB, Colour.DARK: ("i i i i", "i i bVI5 bVII5", "i i iv i", "i5 i5 i5 bIII5")},
    scales=CLUB_SCALES,
    section_names=CLUB_SECTIONS,
    risers=True,
    fills=("snare_build", "kick_drop", "hat_roll"),
    drums=DrumPlayer(
        Seat(("house_kit",), level_db=-1.5, velocity=0.95, reverb=0.1),
        (
            """
            kick   0+  X...|X...|X...|X...
            closed 0+  ..o.|..o.|..o.|..o.
            open   2+  ..x.|..x.|..x.|..x.
            closed 1+  gogo|gogo|gogo|gogo
            clap   2+  ....|x...|....|x...
            rim    1+  ...x|..o.|.x..|o...
            ride   3   x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X...|X...|X...|X...
            closed 1+  xgog|xgog|xgog|xgog
            open   1+  ..x.|..x.|..x.|..x.
            clap   2+  ....|x...|....|x..g
            tom_low 2+ ...o|..o.|...o|....
            ride   3   ..x.|..x.|..x.|..x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(2, 3), level_db=0.5, pan=-0.35, reverb=0.25, delay=0.15, velocity=0.55),
        (
            "shaker 2+ xgog|xgog|xgog|xgog\nblock_high 2+ ...x|....|..x.|....\nblock_low 3 ....|.x..|....|x...",
            "maracas 2+ .x.x|.x.x|.x.x|.x.x\ncowbell 3 ..x.|...x|....|x...",
        ),
    ),
    bass=BassPlayer(
        Seat(("acid_bass", "synth_bass", "sub_bass"), ducking=0.5, reverb=0.03, velocity=0.78),
        lines=(".RRR|.RRR|.RRR|.RR8", "R.8R|.R8.|R.R8|.7R.", "..R.|..R.|..R8|..R.", "RR8R|R8RR|8RR5|R8RR"),
        calm=("..R.|..R.|..R.|..R.", ".RRR|.RRR|.RRR|.RRR"),
        gate=0.7,
    ),
    chords=(
        ChordPlayer(
            Seat(("stab", "supersaw", "pluck"), levels=(1, 3), level_db=-3, pan=0.2, reverb=0.3, delay=0.4,
                 ducking=0.4, velocity=0.68),
            ("...x|..x.|....|....", "..x.|.x..|x...|....", "x..x|..x.|.x..|x..."), centre=62, gate=0.6, voices=3,
        ),
        ChordPlayer(
            Seat(("glass_pad", "warm_pad", "choir"), level_db=-4.5, reverb=0.4, ducking=0.7, velocity=0.55),
            ("x---|----|----|----",), centre=62, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pluck", "square_lead"), levels=(2, 3), level_db=-3.5, pan=-0.3, reverb=0.25, delay=0.3, ducking=0.4,
                 velocity=0.6),
            ("1.12|.13.|1.12|.4.3", "13.2|.31.|2.13|.2.4", "1..2|..3.|.1..|2..3"), centre=66, gate=0.5, voices=3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "square_lead", "bell"), levels=(2, 3), kinds=NOT_IN_BUILDS, level_db=-2.5, pan=0.15,
                 reverb=0.3, delay=0.4, ducking=0.3, velocity=0.7),
            DARK_LOOP, centre=69,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "supersaw"), ("pluck",)),
)  # fmt: skip
