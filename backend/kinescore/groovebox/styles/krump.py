"""Krump: heavy drums and brass in a tense minor."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import DARK_LOOP
from kinescore.groovebox.patterns.notation import STRAIGHT
from kinescore.groovebox.patterns.progressions import HIP_HOP, POP_SCALES, Colour
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
    name="krump",
    tempo=(76, 116),
    colour=Colour.TENSE,
    progressions=HIP_HOP,
    scales={**POP_SCALES, Colour.TENSE: "phrygian"},
    swing=STRAIGHT,
    section_names=STREET_SECTIONS,
    risers=True,
    fills=("snare", "kick_drop", "toms", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=1.0, reverb=0.12),
        (
            """
            kick   0+  X...|....|X..x|....
            snare  0+  ....|X...|....|X...
            clap   2+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            kick   2+  ...x|..x.|....|..x.
            closed 3   ....|.ggg|....|....
            tom_low 3  ....|....|....|..xx
            """,
            """
            kick   0+  X..x|....|X.x.|....
            snare  0+  ....|X...|....|X...
            clap   1+  ....|x...|....|x...
            closed 1+  xgxg|xgxg|xgxg|xggg
            closed 0   x...|x...|x...|x...
            kick   3   ....|..X.|....|...X
            open   3   ..x.|....|..x.|....
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("orchestral_percussion",), levels=(2, 3), level_db=-4, reverb=0.3, velocity=0.75),
        (
            "tom_low 2+ x...|....|x..x|....\nsnare 3 ....|x...|....|x.gg",
            "tom_low 2+ x..x|..x.|x...|x.x.\ntom_mid 3 ....|....|..x.|..x.",
        ),
    ),
    bass=BassPlayer(
        Seat(("sub_bass", "synth_bass", "acid_bass"), level_db=1, reverb=0.02, ducking=0.2, velocity=0.9),
        lines=("R---|--..|R--R|..a.", "R--R|..R-|R-..|8-..", "R---|..R-|R--.|R.a.", "R-R-|....|R--R|--.."),
        calm=("R---|----|R---|--..",),
    ),
    chords=(
        ChordPlayer(
            Seat(("brass_section", "string_section"), levels=(1, 3), level_db=-2, pan=-0.15, reverb=0.3, velocity=0.78),
            ("X...|..x.|X...|....", "X.x.|....|..x.|x...", "X-..|X-..|..X-|....", "x.x.|x.x.|X...|...."),
            ("X---|----|....|....",), centre=58, gate=0.7,
        ),
        ChordPlayer(
            Seat(("choir", "string_section"), level_db=-5, reverb=0.4, ducking=0.2, velocity=0.62),
            ("x---|----|----|----",), centre=63, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("bell", "saw_lead", "square_lead"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5, pan=0.2,
                 reverb=0.3, delay=0.2, velocity=0.74),
            DARK_LOOP, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "brass_section"), ("bell", "stab")),
)  # fmt: skip
