"""Popping: electro funk on drum machines, with stabs and a square lead."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import HOOK
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
    name="popping",
    tempo=(90, 122),
    pocket=TIGHT,
    colour=Colour.DARK,
    progressions=FUNK,
    scales=FUNK_SCALES,
    section_names=STREET_SECTIONS,
    fills=("clap_run", "toms", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), level_db=-1.5, velocity=0.95, reverb=0.06),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ..x.|...x|..x.|....
            snare  0+  ....|X...|....|X...
            clap   0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            cowbell 2+ ....|..x.|...x|....
            tom_high 3 ....|....|....|.x..
            tom_low 3  ....|....|....|...x
            """,
            """
            kick   0+  X..x|....|..x.|....
            kick   3   ....|...x|....|..x.
            clap   0+  ....|X...|....|X...
            snare  1+  ....|x...|....|x..g
            closed 0+  xoxo|xoxo|xoxo|xoxo
            open   2+  ....|....|....|..x.
            """,
            """
            kick   0+  X.x.|....|..x.|x...
            snare  0+  ....|X...|....|X...
            clap   2+  ....|X...|....|X.x.
            closed 0+  x.x.|x.x.|x.x.|x.x.
            rim    2+  ...x|..x.|...x|..x.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "acid_bass"), level_db=1, reverb=0.02, ducking=0.12, velocity=0.88),
        lines=("R..R|..8.|7.R.|5.7.", "R-.8|..R.|R.78|..5.", "R.R.|8.7.|R..R|.5a.", "RR.8|.R7.|R..5|7.8."),
        calm=("R-..|..R.|..R.|....", "R-..|....|R-.7|...."),
        gate=0.72,
    ),
    chords=(
        ChordPlayer(
            Seat(("stab", "supersaw", "electric_piano"), levels=(1, 3), level_db=-2, pan=-0.25, reverb=0.18, delay=0.15,
                 velocity=0.7),
            ("....|x...|....|x.x.", "..x.|..x.|..x.|..x.", "x..x|....|..x.|....", "...x|...x|...x|x..."),
            centre=64, gate=0.45,
        ),
        ChordPlayer(
            Seat(("warm_pad", "choir"), level_db=-4, reverb=0.3, ducking=0.3, velocity=0.58),
            ("x---|----|----|----",), centre=64, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pluck", "muted_guitar"), levels=(2, 3), level_db=-3, pan=0.4, delay=0.2, velocity=0.64),
            ("1.13|.1.2|1.13|.4.3", "..1.|3.1.|..2.|4.2.", "xg.x|.gx.|xg.x|.gx."), centre=68, gate=0.4, voices=3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("square_lead", "saw_lead", "whistle_lead"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5, pan=0.1,
                 reverb=0.18, delay=0.2, velocity=0.75),
            HOOK, centre=75, gate=0.8,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "orchestra_hit"), ("pluck", "square_lead")),
)  # fmt: skip
