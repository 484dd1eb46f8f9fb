"""Trap: krump's harmony in half time, with rolling hats."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.styles import krump
from kinescore.groovebox.styles.style import DrumPlayer, Seat

STYLE = replace(
    krump.STYLE,
    name="trap",
    tempo=(62, 84),
    colour=Colour.DARK,
    fills=("hat_roll", "kick_drop"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=0.96, reverb=0.1),
        (
            """
            kick   0+  X...|....|...x|....|X..x|....|..x.|....
            clap   0+  ....|....|X...|....|....|....|X...|....
            closed 0+  x.x.|x.x.|x.x.|x.x.|x.x.|x.x.|x.x.|xxxx
            closed 2+  .g.g|.g.g|.g.g|.g.g
            open   3   ....|..x.|....|....
            """,
            """
            kick   0+  X..x|....|..x.|....
            clap   0+  ....|....|X...|....
            closed 0+  xoxo|xoxo|xoxo|xoxo
            rim    2+  ....|...x|....|..x.
            """,
        ),
    ),
)
