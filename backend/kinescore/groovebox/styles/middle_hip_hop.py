"""Middle hip-hop: boom bap with swung hats, electric piano and upright bass."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import HOOK
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import LAID_BACK
from kinescore.groovebox.patterns.progressions import HIP_HOP, HIP_HOP_SCALES, Colour
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
    name="middle hip-hop",
    tempo=(80, 112),
    pocket=LAID_BACK,
    colour=Colour.MELLOW,
    progressions=HIP_HOP,
    scales=HIP_HOP_SCALES,
    swing=Swing(0.25, 0.58),
    section_names=STREET_SECTIONS,
    fills=("kick_drop", "snare", "break_roll"),
    drums=DrumPlayer(
        Seat(("breakbeat_kit", "acoustic_kit"), velocity=0.94, reverb=0.07),
        (
            """
            kick   0+  X...|....|..x.|....
            snare  0+  ....|X...|....|X...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            kick   2+  ...x|....|...o|....
            snare  2+  ....|...g|....|...g
            open   3   ....|....|....|..x.
            """,
            """
            kick   0+  X..x|....|..x.|....|X..x|....|..xx|....
            snare  0+  ....|X...|....|X...|....|X...|....|X...
            closed 0+  xgo.|xgo.|xgo.|xgo.
            snare  2+  ....|..?.|.g..|...?
            tambourine 3 ....|x...|....|x...
            """,
            """
            kick   0+  X...|...x|x...|....
            snare  0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            closed 3   .g.g|.g.g|.g.g|.g.g
            kick   2+  ..o.|....|....|....
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(2, 3), level_db=0.5, pan=0.35, velocity=0.58),
        ("shaker 2+ xgog|xgog|xgog|xgog\nconga_open 3 ....|..x.|...x|..x.", "cabasa 2+ x.x.|x.x.|x.x.|x.x."),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass", "sub_bass"), level_db=1, reverb=0.03, ducking=0.12),
        lines=("R--R|..5-|R-.8|..a.", "R-.R|...5|R---|..7a", "R---|.R..|..R-|5-a.", "R-..|..R-|5-R-|...."),
        calm=("R---|--..|..R-|5-..", "R---|----|R---|--.."),
        gate=0.9,
    ),
    chords=(
        ChordPlayer(
            Seat(("electric_piano", "piano", "vibraphone"), level_db=-1.5, pan=-0.2, reverb=0.2, delay=0.08,
                 velocity=0.7),
            ("x---|--..|..x-|--..", "x--.|..x-|--..|....", "x---|..x-|--..|x---", "..x-|--..|x---|--x."),
            ("x---|----|----|--..",), centre=62, strum_seconds=0.012,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "muted_guitar"), levels=(2, 3), level_db=-6, pan=0.4, reverb=0.15, velocity=0.62),
            ("....|x...|....|x...", "...x|..x.|....|x.x.", "..1.|3.2.|..4.|3.2."), centre=67, gate=0.5, voices=3,
            strum_seconds=0.008,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad"), levels=(2, 3), level_db=-7, pan=0.1, reverb=0.35, velocity=0.55),
            ("x---|----|----|----",), centre=68, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "vibraphone", "trumpet", "saxophone"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5,
                 pan=0.15, reverb=0.25, delay=0.15, velocity=0.74),
            HOOK, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "brass_section"), ("vibraphone", "bell")),
)  # fmt: skip
