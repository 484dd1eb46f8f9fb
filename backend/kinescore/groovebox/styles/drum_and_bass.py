"""Drum and bass: techno's harmony over fast breakbeats and a sub bass."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.progressions import CLUB, Colour
from kinescore.groovebox.styles import techno
from kinescore.groovebox.styles.style import BassPlayer, DrumPlayer, Seat

STYLE = replace(
    techno.STYLE,
    name="drum and bass",
    tempo=(160, 180),
    colour=Colour.DARK,
    progressions=CLUB,
    fills=("break_roll", "snare_build"),
    drums=DrumPlayer(
        Seat(("breakbeat_kit",), level_db=-1.5, velocity=0.95, reverb=0.06),
        (
            """
            kick   0+  X...|....|..X.|....
            snare  1+  ....|X...|....|X...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            snare  2+  ....|...g|.g..|...g
            kick   3   ..x.|....|....|....
            ride   3   x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X.x.|....|..x.|....|X.x.|....|..x.|....
            snare  1+  ....|X..g|.g..|X..g|....|X..g|.g..|..X.
            closed 0+  x.x.|x.x.|x.x.|x.x.
            open   3   ....|....|....|..x.
            """,
        ),
    ),
    percussion=None,
    bass=BassPlayer(
        Seat(("sub_bass", "synth_bass"), ducking=0.35, reverb=0.02),
        lines=("R---|--R-|--..|8-5-", "R--.|..R-|--R-|...a", "R-..|R-..|..R-|--8-"),
        calm=("R---|----|----|--..",),
    ),
)
