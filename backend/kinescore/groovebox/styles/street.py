"""Hip-hop and its relatives: breaking, krump, LA and middle hip-hop, trap, lo-fi."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.styles.idioms import BEBOP, DARK_LOOP, FUNK_RIFF, HOOK
from kinescore.groovebox.styles.notation import STRAIGHT, Swing
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
    accents=AccentVoices(("impact",), ("brass_section", "orchestra_hit"), ("stab", "bell")),
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
