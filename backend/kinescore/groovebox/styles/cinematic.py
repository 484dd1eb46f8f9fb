"""Film music: the orchestra, darker, over war drums and driving strings."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import CANTABILE, DARK_LOOP
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO
from kinescore.groovebox.styles import orchestral
from kinescore.groovebox.styles.style import BassPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    orchestral.STYLE,
    name="cinematic",
    tempo=(70, 150),
    colour=Colour.DARK,
    risers=True,
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), velocity=0.95, reverb=0.3),
        (
            """
            kick    0+ X...|....|X...|....
            tom_low 1+ ...x|..x.|....|x.x.
            tom_mid 2+ ....|x..x|..x.|..xx
            snare   3  ....|X...|....|X.gg
            kick    3  ....|..x.|...x|....
            """,
            """
            kick    0+ X...|....|....|x...
            tom_low 1+ x..x|..x.|x..x|..x.
            snare   2+ g.gg|X.gg|g.gg|X.gg
            tom_high 3 ....|..x.|....|.xxx
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "sub_bass"), level_db=2, reverb=0.15),
        lines=("R.R.|R.R.|R.R.|R.R.", "R---|--R-|R---|--5-", "R.RR|R.RR|R.RR|R.RR"),
        calm=("R---|----|----|----",),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "violin"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-0.5, reverb=0.35, velocity=0.84),
            CANTABILE, centre=71,
        ),
        MelodyPlayer(
            Seat(("violin", "marimba"), levels=(2, 3), level_db=-4, pan=-0.35, reverb=0.3, velocity=0.66),
            DARK_LOOP, centre=67, gate=0.6,
        ),
    ),
)  # fmt: skip
