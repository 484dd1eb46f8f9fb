"""Hip-hop and its relatives: breaking, middle hip-hop, lo-fi."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.styles.idioms import BEBOP, DARK_LOOP, FUNK_RIFF, HOOK
from kinescore.groovebox.styles.notation import Swing
from kinescore.groovebox.styles.progressions import FUNK, FUNK_SCALES, HIP_HOP, POP_SCALES
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    Colour,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    SectionKind,
    Style,
)

STREET_NAMES = {SectionKind.CHORUS: "hook", SectionKind.BREAK: "break", SectionKind.ENDING: "outro"}
SUNG = frozenset(SectionKind) - {SectionKind.INTRO}
HIP_HOP_SCALES = {**POP_SCALES, Colour.MELLOW: "dorian"}

BREAK = Style(
    name="break",
    code="BR",
    tempo=(98, 128),
    colour=Colour.DARK,
    progressions=FUNK,
    scales=FUNK_SCALES,
    swing=Swing(0.25, 0.54),
    section_names=STREET_NAMES,
    fills=("break_roll", "snare", "toms"),
    drums=DrumPlayer(
        Seat(("breakbeat_kit",), velocity=0.95, reverb=0.07),
        (
            """
            kick   0+  X.x.|....|..x.|....
            snare  0+  ....|X...|....|X...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            snare  2+  ....|...g|.g..|...g
            kick   2+  ....|....|...x|....
            open   3   ....|....|....|..x.
            ride   3   x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X...|..x.|..x.|....
            snare  0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            snare  2+  .g..|..g.|.g..|..gg
            kick   3   ....|...o|....|....
            bell   3   x...|x...|x...|x...
            """,
            """
            kick   0+  X.x.|....|..X.|....|X.x.|....|..X.|....
            snare  0+  ....|X...|....|X...|....|X...|....|X...
            closed 0+  x.o.|x.o.|x.o.|x.o.|x.o.|x.o.|x.o.|x.o.
            snare  2+  ....|...g|.g..|...g|....|...g|.g..|..x.
            tambourine 3 x.x.|X.x.|x.x.|X.x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.35, velocity=0.68),
        (
            "conga_open 1+ x..x|..xx|...x|..x.\nconga_mute 2+ .gg.|gg..|ggg.|gg.g\nconga_low 2+ ....|....|x...|...x",
            "bongo_high 1+ x.xx|.x.x|x.xx|.xx.\nbongo_low 2+ ....|..x.|....|x..x\ncowbell 3 x.x.|x.x.|x.x.|x.x.",
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "slap_bass"), level_db=0.5, reverb=0.03, ducking=0.1, velocity=0.86),
        lines=("R-.R|..7.|R-.5|..7a", "R.R.|..8.|..R.|5.7.", "R--.|.R8.|..7.|5-a.", "R.R7|..R.|.R..|5.7a"),
        calm=("R-..|..R.|..R.|....", "R--.|....|..R-|5..."),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("muted_guitar", "clean_guitar"), levels=(1, 3), level_db=-4, pan=-0.4, velocity=0.7),
            ("..x.|.xg.|..x.|.gxg", "xg.x|.gx.|xg.x|.gx.", "....|x.gx|....|x.gx"), centre=65, gate=0.4, voices=3,
            strum_seconds=0.005,
        ),
        ChordPlayer(
            Seat(("organ", "electric_piano"), level_db=-4, pan=0.25, reverb=0.2, velocity=0.66),
            ("x---|--..|..x-|--..", "..x.|x-..|..x.|x-..", "x...|..x-|x...|..x-"), ("x---|----|----|--..",), centre=60,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-3, pan=0.1, reverb=0.22, velocity=0.8),
            ("X...|....|....|..x.", "..x.|..X-|....|....", "....|....|x.x.|.X..", "X.X.|....|....|...."),
            centre=66, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "organ", "flute"), levels=(1, 3), kinds=SUNG, level_db=-0.5, reverb=0.2,
                 delay=0.1),
            FUNK_RIFF, centre=72, gate=0.8,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "orchestra_hit"), ("stab", "bell"), level_db=3.0),
)  # fmt: skip

MIDDLE_HIP_HOP = Style(
    name="middle hip-hop",
    code="MH",
    tempo=(80, 112),
    colour=Colour.MELLOW,
    progressions=HIP_HOP,
    scales=HIP_HOP_SCALES,
    swing=Swing(0.25, 0.58),
    section_names=STREET_NAMES,
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
            Seat(("flute", "vibraphone", "trumpet", "saxophone"), levels=(1, 3), kinds=SUNG, level_db=-1.5, pan=0.15,
                 reverb=0.25, delay=0.15, velocity=0.74),
            HOOK, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "brass_section"), ("vibraphone", "bell")),
)  # fmt: skip

HIP_HOP_STYLE = replace(
    MIDDLE_HIP_HOP,
    name="hip-hop",
    code="",
    colour=Colour.DARK,
    swing=Swing(0.25, 0.55),
    bass=BassPlayer(
        Seat(("sub_bass", "electric_bass", "synth_bass"), level_db=1, reverb=0.02, ducking=0.15),
        lines=("R--R|....|R--.|..5a", "R---|..R.|..R-|8.a.", "R-.R|..R.|.R..|5-7."),
        calm=("R---|--..|....|....", "R---|....|R-..|...."),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("bell", "flute", "piano", "pluck"), levels=(1, 3), kinds=SUNG, level_db=-1, pan=0.15, reverb=0.25,
                 delay=0.2, velocity=0.72),
            DARK_LOOP, centre=76,
        ),
    ),
)  # fmt: skip

LO_FI = replace(
    MIDDLE_HIP_HOP,
    name="lo-fi",
    code="",
    tempo=(68, 92),
    colour=Colour.MELLOW,
    swing=Swing(0.25, 0.6),
    chords=(replace(MIDDLE_HIP_HOP.chords[0], strum_seconds=0.02), *MIDDLE_HIP_HOP.chords[2:]),
    melodies=(replace(MIDDLE_HIP_HOP.melodies[0], idiom=replace(BEBOP, busy=0.4)),),
)
