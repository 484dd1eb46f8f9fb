"""Hip-hop of no school in particular: middle hip-hop, darker, over a deep bass."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import DARK_LOOP
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO
from kinescore.groovebox.styles import middle_hip_hop
from kinescore.groovebox.styles.style import BassPlayer, MelodyPlayer, Seat

STYLE = replace(
    middle_hip_hop.STYLE,
    name="hip-hop",
    colour=Colour.DARK,
    swing=Swing(0.25, 0.55),
    bass=BassPlayer(
        Seat(("sub_bass", "electric_bass", "synth_bass"), level_db=1, reverb=0.02, ducking=0.15),
        lines=("R--R|....|R--.|..5a", "R---|..R.|..R-|8.a.", "R-.R|..R.|.R..|5-7."),
        calm=("R---|--..|....|....", "R---|....|R-..|...."),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("bell", "flute", "piano", "pluck"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1, pan=0.15,
                 reverb=0.25, delay=0.2, velocity=0.72),
            DARK_LOOP, centre=76,
        ),
    ),
)  # fmt: skip
