"""Street jazz: the funky R&B of commercial choreography."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import FUNK_RIFF
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import TIGHT
from kinescore.groovebox.patterns.progressions import HIP_HOP, HIP_HOP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SONG_SECTIONS
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
    name="street jazz",
    tempo=(84, 124),
    pocket=TIGHT,
    colour=Colour.MELLOW,
    progressions=HIP_HOP,
    scales=HIP_HOP_SCALES,
    swing=Swing(0.25, 0.54),
    section_names=SONG_SECTIONS,
    risers=True,
    fills=("snare", "clap_run", "toms"),
    drums=DrumPlayer(
        Seat(("electronic_kit", "acoustic_kit"), velocity=0.92, reverb=0.08),
        (
            """
            kick   0+  X...|....|..x.|....
            kick   2+  ...x|....|...x|....
            snare  0+  ....|X...|....|X...
            clap   2+  ....|x...|....|x...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            closed 3   .g.g|.g.g|.g.g|.ggg
            """,
            """
            kick   0+  X..x|....|x...|....
            kick   3   ....|...x|..x.|....
            snare  0+  ....|X...|....|X...
            snare  2+  ....|...g|.g..|..g.
            closed 0+  xoxo|xoxo|xoxo|xoxo
            open   2+  ....|....|....|..x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(2, 3), level_db=0, pan=0.35, velocity=0.6),
        ("shaker 2+ xgxg|xgxg|xgxg|xgxg\nclave 3 ...x|....|..x.|....", "tambourine 2+ ....|x...|....|x..x"),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "electric_bass", "slap_bass"), level_db=1, reverb=0.02, ducking=0.15, velocity=0.85),
        lines=("R--R|..8.|R-.5|..a.", "R-R.|..R-|.8..|7-5.", "R---|.R.8|..R-|5.a."),
        calm=("R---|--..|R-..|5...", "R---|----|--..|...."),
        gate=0.85,
    ),
    chords=(
        ChordPlayer(
            Seat(("electric_piano", "piano"), level_db=-1, pan=-0.2, reverb=0.2, delay=0.05, velocity=0.74),
            ("x--x|..x-|--x.|x...", "x---|..x.|..x-|--..", "..x-|x...|..x-|x.x."), ("x---|----|--x-|----",), centre=62,
            strum_seconds=0.008,
        ),
        ChordPlayer(
            Seat(("brass_section", "string_section"), levels=(2, 3), level_db=-3, pan=0.2, reverb=0.25, velocity=0.76),
            ("X...|....|..x.|....", "....|..X-|....|..x.", "....|....|..x.|x-.."), centre=67, gate=0.7,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "pluck"), levels=(1, 3), level_db=-5, pan=0.45, delay=0.1, velocity=0.64),
            ("..x.|.gx.|..x.|.gx.", "1.3.|.2.4|.3.2|..1."), centre=66, gate=0.5, voices=3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "flute", "trumpet", "saw_lead"), levels=(1, 3), kinds=AFTER_INTRO, level_db=0.5, pan=0.1,
                 reverb=0.25, delay=0.15),
            FUNK_RIFF, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "stab"), ("vibraphone", "bell")),
)  # fmt: skip
