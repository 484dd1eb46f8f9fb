"""Synthwave: the eighties on analogue synthesisers, pads and arpeggios."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import CANTABILE
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import NOT_IN_BUILDS
from kinescore.groovebox.styles import house
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    house.STYLE,
    name="synthwave",
    tempo=(84, 118),
    colour=Colour.DARK,
    progressions=POP,
    scales=POP_SCALES,
    swing=Swing(),
    room="hall",
    fills=("toms", "snare"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=0.92, reverb=0.2),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ....|....|..x.|....
            snare  1+  ....|X...|....|X...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            open   3   ....|....|....|..x.
            """,
            """
            kick   0+  X...|X...|X...|X...
            snare  1+  ....|X...|....|X...
            closed 1+  ..x.|..x.|..x.|..x.
            tom_mid 3  ....|....|....|..xx
            """,
        ),
    ),
    percussion=None,
    bass=BassPlayer(
        Seat(("synth_bass",), ducking=0.4, reverb=0.03),
        lines=("R.R.|R.R.|R.R.|R.8.", "RRRR|RRRR|RRRR|RR8R", "R.8.|R.8.|R.8.|R.5."),
        calm=("R.R.|R.R.|R.R.|R.R.",),
        gate=0.75,
    ),
    chords=(
        ChordPlayer(
            Seat(("warm_pad", "supersaw"), level_db=-3, reverb=0.4, ducking=0.5, velocity=0.62),
            ("x---|----|----|----",), centre=62, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pluck", "bell"), levels=(1, 3), level_db=-4, pan=0.3, reverb=0.3, delay=0.35, velocity=0.62),
            ("1.2.|3.4.|3.2.|3.4.", "1.3.|2.3.|4.3.|2.3.", "1234|3212|1234|5432"), centre=70, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "square_lead"), levels=(2, 3), kinds=NOT_IN_BUILDS, level_db=-3, reverb=0.35, delay=0.35),
            CANTABILE, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("supersaw", "stab"), ("bell", "pluck")),
)  # fmt: skip
