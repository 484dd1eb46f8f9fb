"""The harder side of hip-hop: LA style, krump, trap."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.styles.idioms import DARK_LOOP, HOOK
from kinescore.groovebox.styles.notation import STRAIGHT, Swing
from kinescore.groovebox.styles.progressions import HIP_HOP, POP_SCALES
from kinescore.groovebox.styles.street import MIDDLE_HIP_HOP, STREET_NAMES, SUNG
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    Colour,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

LA_HIP_HOP = replace(
    MIDDLE_HIP_HOP,
    name="la hip-hop",
    code="LH",
    tempo=(82, 114),
    colour=Colour.DARK,
    swing=Swing(0.25, 0.53),
    fills=("clap_run", "kick_drop", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=0.95, reverb=0.07),
        (
            """
            kick   0+  X...|...x|..x.|....
            clap   0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            snare  2+  ....|x...|....|x..g
            closed 3   ....|...g|....|.ggg
            open   3   ....|....|..x.|....
            """,
            """
            kick   0+  X..x|....|..xx|....
            clap   0+  ....|X...|....|X...
            closed 0+  xoxo|xoxo|xoxo|xoxo
            cowbell 2+ ....|..x.|....|....
            kick   3   ....|...o|....|..o.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "sub_bass"), level_db=1, reverb=0.02, ducking=0.2, velocity=0.85),
        lines=("R--R|..R.|8-7-|5-..", "R-R.|..R-|..8.|7-5-", "R---|..R8|..R-|5.7.", "R-.8|..R-|R-.5|..a."),
        calm=("R---|--..|..R-|--..", "R---|....|R---|5-.."),
        gate=0.88,
    ),
    chords=(
        ChordPlayer(
            Seat(("pluck", "electric_piano", "clean_guitar"), levels=(1, 3), level_db=-3, pan=-0.25, reverb=0.2,
                 delay=0.2, velocity=0.68),
            ("1.3.|2.3.|1.3.|4.3.", "x..x|..x.|x...|..x.", "..x.|..x.|..x.|..x.", "1..2|..3.|4..3|..2."),
            centre=67, gate=0.6, voices=3,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad"), level_db=-5, pan=0.1, reverb=0.3, ducking=0.2, velocity=0.58),
            ("x---|----|----|----",), centre=66, gate=1.0,
        ),
        ChordPlayer(
            Seat(("piano", "stab"), levels=(2, 3), level_db=-4, pan=0.3, reverb=0.15, velocity=0.72),
            ("x...|....|x...|....", "x...|x...|x...|x...", "....|..x.|....|..x."), centre=60, gate=0.5,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("whistle_lead", "square_lead", "saw_lead", "bell"), levels=(1, 3), kinds=SUNG, level_db=-0.5, pan=0.1,
                 reverb=0.25, delay=0.25, velocity=0.72),
            HOOK, centre=79,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "orchestra_hit"), ("bell", "pluck")),
)  # fmt: skip

KRUMP = Style(
    name="krump",
    code="KR",
    tempo=(76, 116),
    colour=Colour.TENSE,
    progressions=HIP_HOP,
    scales={**POP_SCALES, Colour.TENSE: "phrygian"},
    swing=STRAIGHT,
    section_names=STREET_NAMES,
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
            Seat(("bell", "saw_lead", "square_lead"), levels=(1, 3), kinds=SUNG, level_db=-1.5, pan=0.2, reverb=0.3,
                 delay=0.2, velocity=0.74),
            DARK_LOOP, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "brass_section"), ("bell", "stab")),
)  # fmt: skip

TRAP = replace(
    KRUMP,
    name="trap",
    code="",
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
