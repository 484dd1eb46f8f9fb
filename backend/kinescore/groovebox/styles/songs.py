"""Pop, rock and latin songs, and street jazz."""

from __future__ import annotations

from kinescore.groovebox.styles.idioms import FUNK_RIFF, SALSA_TUNE, SONG
from kinescore.groovebox.styles.notation import Swing
from kinescore.groovebox.styles.progressions import HIP_HOP, LATIN, POP, POP_SCALES, ROCK
from kinescore.groovebox.styles.street import HIP_HOP_SCALES, SUNG
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

POP_STYLE = Style(
    name="pop",
    tempo=(88, 132),
    colour=Colour.BRIGHT,
    progressions=POP,
    scales=POP_SCALES,
    section_names={SectionKind.BUILD: "pre-chorus", SectionKind.BREAK: "bridge"},
    risers=True,
    fills=("toms", "snare", "clap_run"),
    drums=DrumPlayer(
        Seat(("acoustic_kit", "electronic_kit"), velocity=0.92, reverb=0.1),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ....|..x.|..x.|....
            snare  1+  ....|X...|....|X...
            rim    0   ....|x...|....|x...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            open   3   ....|....|....|..x.
            clap   3   ....|x...|....|x...
            """,
            """
            kick   0+  X...|....|..x.|....
            kick   2+  ....|...x|....|....
            kick   3   X...|X...|X...|X...
            snare  1+  ....|X...|....|X...
            closed 0-2 xoxo|xoxo|xoxo|xoxo
            open   3   ..x.|..x.|..x.|..x.
            snare  2+  ....|....|....|..g.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(2, 3), level_db=0, pan=0.3, velocity=0.6),
        ("tambourine 2+ x.x.|X.x.|x.x.|X.x.", "shaker 2+ xgxg|xgxg|xgxg|xgxg\ntambourine 3 ....|x...|....|x..."),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "synth_bass"), level_db=0.5, reverb=0.02, ducking=0.15),
        lines=("R.R.|R.R.|R.R.|R.R.", "R--R|..R-|R--R|..5.", "R---|..R.|R---|..a.", "R--.|R--.|R-5-|8-a."),
        calm=("R---|----|R---|----", "R---|----|----|5---"),
    ),
    chords=(
        ChordPlayer(
            Seat(("piano", "electric_piano"), level_db=-1, pan=-0.2, reverb=0.2, ducking=0.08, velocity=0.72),
            ("x-x-|x-x-|x-x-|x-x-", "x--x|--x-|x--x|--x-", "x---|x---|x---|x-x-", "1.3.|2.3.|1.3.|2.3."),
            ("x---|----|x---|----", "1-2-|3-2-|1-2-|4-2-"), centre=61,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "muted_guitar"), levels=(1, 3), level_db=-4, pan=0.4, reverb=0.15, velocity=0.66),
            ("1.2.|3.4.|3.2.|3.4.", "x.xx|.xx.|x.xx|.xx.", "..x.|..x.|..x.|..x."), centre=65, gate=0.7,
            strum_seconds=0.01,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad", "supersaw"), levels=(2, 3), level_db=-5, reverb=0.35, ducking=0.25,
                 velocity=0.6),
            ("x---|----|----|----",), centre=67, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "flute", "violin", "marimba", "bell"), levels=(1, 3), kinds=SUNG, level_db=-1.5, pan=0.05,
                 reverb=0.25, delay=0.18),
            SONG, centre=76,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "piano"), ("bell", "marimba")),
)  # fmt: skip

ROCK_STYLE = Style(
    name="rock",
    tempo=(96, 164),
    colour=Colour.DARK,
    progressions=ROCK,
    scales={**POP_SCALES, Colour.BRIGHT: "mixolydian"},
    section_names={SectionKind.BREAK: "bridge", SectionKind.BUILD: "pre-chorus"},
    fills=("toms", "snare", "break_roll"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.98, reverb=0.14),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ....|..x.|..x.|....
            snare  0+  ....|X...|....|X...
            closed 0-2 x.o.|x.o.|x.o.|x.o.
            open   3   x...|x...|x...|x...
            ride   3   ..o.|..o.|..o.|..o.
            """,
            """
            kick   0+  X...|....|X.x.|....
            kick   3   ....|..x.|....|..x.
            snare  0+  ....|X...|....|X...
            closed 0-1 x.x.|x.x.|x.x.|x.x.
            ride   2+  x.x.|x.x.|x.x.|x.x.
            snare  3   ....|....|....|...g
            """,
            """
            kick   0+  X..x|....|X...|....
            kick   2+  ....|...x|..x.|....
            snare  0+  ....|X...|....|X...
            open   2+  x.x.|x.x.|x.x.|x.x.
            closed 0-1 x.x.|x.x.|x.x.|x.x.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass",), level_db=0.5, reverb=0.03, velocity=0.88),
        lines=("R.R.|R.R.|R.R.|R.R.", "R.RR|R.R.|R.RR|R.5.", "R--R|--R-|R--R|--a.", "R.R.|8.R.|R.R.|5.a."),
        calm=("R---|----|R---|----", "R---|R---|R---|R---"),
    ),
    chords=(
        ChordPlayer(
            Seat(("driven_guitar",), levels=(1, 3), level_db=-3, pan=-0.5, reverb=0.12, velocity=0.8),
            ("x.x.|x.x.|x.x.|x.x.", "X--x|--x-|X--x|--x.", "X---|----|X---|--x-", "x.xx|.xx.|x.xx|.xx."),
            ("X---|----|----|----", "x.x.|x.x.|x.x.|x.x."), centre=54, voices=3, gate=0.9, strum_seconds=0.006,
        ),
        ChordPlayer(
            Seat(("driven_guitar", "clean_guitar"), levels=(2, 3), level_db=-5, pan=0.5, reverb=0.15, velocity=0.74),
            ("X---|----|----|----", "x-x-|--x-|x-x-|--x-", "1.2.|3.2.|4.2.|3.2."), centre=62, voices=3,
            strum_seconds=0.008,
        ),
        ChordPlayer(
            Seat(("organ", "piano"), level_db=-6, pan=0.15, reverb=0.2, velocity=0.6),
            ("x---|----|----|----", "x---|----|x---|----"), centre=62,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "driven_guitar", "organ"), levels=(2, 3), kinds=SUNG, level_db=-3, pan=0.05, reverb=0.22,
                 delay=0.2, velocity=0.82),
            SONG, centre=71,
        ),
    ),
    accents=AccentVoices(("impact", "cymbal_swell"), ("driven_guitar", "orchestra_hit"), ("clean_guitar", "piano")),
)  # fmt: skip

LATIN_STYLE = Style(
    name="latin",
    tempo=(88, 124),
    colour=Colour.DARK,
    progressions=LATIN,
    scales=POP_SCALES,
    section_names={SectionKind.CHORUS: "montuno", SectionKind.BREAK: "mambo", SectionKind.ENDING: "coda"},
    fills=("timbales", "toms", "break_roll"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.82, reverb=0.1, level_db=-1.5),
        (
            """
            kick   0+  X...|x...|X...|x...
            rim    1+  x..x|..x.|..x.|x...
            closed 1+  ..x.|..x.|..x.|..x.
            bell   3   x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X...|..x.|X...|..x.
            rim    0+  ....|x...|....|x...
            closed 1+  x.o.|x.o.|x.o.|x.o.
            ride   3   x.xx|x.xx|x.xx|x.xx
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), level_db=-1, pan=0.2, reverb=0.15, velocity=0.8),
        (
            """
            clave        1+ x..x|..x.|..x.|x...
            conga_mute   0+ x.o.|..o.|x.o.|....
            conga_open   0+ ....|....|....|x.x.
            conga_mute   1+ ....|x...|....|....
            bongo_high   2+ xoxo|xoxo|xoxo|xoxo
            cowbell      3  X.x.|X.x.|X.x.|X.x.
            maracas      1+ x.x.|x.x.|x.x.|x.x.
            timbale_high 3  ....|...x|....|..xx
            """,
            """
            clave        1+ ..x.|x...|x..x|..x.
            conga_open   0+ ...x|..x.|...x|..xx
            conga_low    2+ ....|....|x...|....
            conga_mute   0+ x.o.|x...|x.o.|x...
            shaker       1+ xgxg|xgxg|xgxg|xgxg
            cowbell      2+ x...|x.x.|x...|x.x.
            timbale_low  3  x..x|....|x..x|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=1, reverb=0.04),
        lines=("R--.|..5-|----|8---", "R---|..5-|..8-|--a.", "R--5|..8-|R--5|..a.", "R---|--5-|R---|--5."),
        calm=("R---|--5-|--..|8---", "R---|----|5---|--.."),
    ),
    chords=(
        ChordPlayer(
            Seat(("piano",), levels=(0, 3), level_db=-0.5, pan=-0.2, reverb=0.18, velocity=0.78),
            ("x.h.|.hl.|h.l.|.h.h", "x.x.|.x.x|.x.x|.x.x", "x.hl|.h.l|.h.l|.hl.", "x..h|.l.h|.l.h|.l.h"),
            ("x---|..x.|x---|....",), centre=66, gate=0.7,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-2.5, pan=0.15, reverb=0.25, velocity=0.82),
            ("X...|..x.|....|....", "....|..x.|x...|..X-", "..x.|x.x.|..X-|....", "....|....|x.x.|x.X."),
            centre=68, gate=0.65,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "string_section"), levels=(1, 3), level_db=-6, pan=0.4, reverb=0.2, velocity=0.62),
            ("..x.|..x.|..x.|..x.", "x..x|..x.|x..x|..x."), centre=64, gate=0.6, strum_seconds=0.01,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "flute", "saxophone", "violin"), levels=(1, 3), kinds=SUNG, level_db=-1, pan=0.05,
                 reverb=0.25, delay=0.08, velocity=0.84),
            SALSA_TUNE, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "piano"), ("marimba", "bell")),
)  # fmt: skip

STREET_JAZZ = Style(
    name="street jazz",
    code="JS",
    tempo=(84, 124),
    colour=Colour.MELLOW,
    progressions=HIP_HOP,
    scales=HIP_HOP_SCALES,
    swing=Swing(0.25, 0.54),
    section_names={SectionKind.BUILD: "pre-chorus", SectionKind.BREAK: "bridge"},
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
            Seat(("saxophone", "flute", "trumpet", "saw_lead"), levels=(1, 3), kinds=SUNG, level_db=0.5, pan=0.1,
                 reverb=0.25, delay=0.15),
            FUNK_RIFF, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "stab"), ("vibraphone", "bell")),
)  # fmt: skip
