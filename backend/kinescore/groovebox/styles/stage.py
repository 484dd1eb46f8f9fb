"""Jazz, ballet, the orchestra and ambient: music where the beat may breathe."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.styles.idioms import BEBOP, CANTABILE, DARK_LOOP, DRIFT
from kinescore.groovebox.styles.notation import STRAIGHT, Swing
from kinescore.groovebox.styles.progressions import AMBIENT, JAZZ, POP_SCALES, STAGE, STAGE_SCALES
from kinescore.groovebox.styles.street import SUNG
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

JAZZ_STYLE = Style(
    name="jazz",
    tempo=(96, 200),
    colour=Colour.BRIGHT,
    progressions=JAZZ,
    scales={**POP_SCALES, Colour.MELLOW: "lydian"},
    swing=Swing(0.5, 0.64),
    room="hall",
    section_names={SectionKind.VERSE: "head", SectionKind.CHORUS: "shout", SectionKind.ENDING: "tag"},
    fills=("brush", "snare", "toms"),
    drums=DrumPlayer(
        Seat(("brush_kit", "acoustic_kit"), velocity=0.88, reverb=0.14),
        (
            """
            ride   0+  X...|X.o.|X...|X.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  x...|o...|x...|o...
            snare  2+  ....|..g.|....|..g.
            rim    3   ....|x...|....|x...
            snare  3   ..g.|....|..g.|....
            """,
            """
            ride   0+  X...|X.o.|X...|X.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  x...|o...|x...|o...
            snare  1+  ....|x...|....|x...
            snare  2+  ..g.|....|..g.|..g.
            kick   3   ....|..o.|....|..o.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.08, velocity=0.82),
        lines=("R---|3---|5---|a---", "R---|5---|8---|a---", "R---|3---|5---|7-a-", "R---|5---|3---|a---"),
        calm=("R---|----|5---|----", "R---|----|R---|--a-"),
        gate=0.9,
    ),
    chords=(
        ChordPlayer(
            Seat(("piano", "electric_piano"), levels=(0, 3), level_db=-1.5, pan=-0.25, reverb=0.2, velocity=0.68),
            ("x---|..x.|....|....", "..x.|....|..x-|....", "x...|..x-|....|x...", "....|..x.|x-..|..x."),
            ("x---|----|----|----", "x---|--x-|----|...."), centre=61, gate=0.8,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "vibraphone"), levels=(2, 3), level_db=-6, pan=0.4, reverb=0.15, velocity=0.58),
            ("x...|x...|x...|x...", "....|x...|....|x..."), centre=60, gate=0.5, voices=3,
            strum_seconds=0.01,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(3, 3), level_db=-3, pan=0.15, reverb=0.25, velocity=0.78),
            ("..x.|....|x...|....", "x...|..X-|....|....", "....|..x.|..X.|...."), centre=66, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "vibraphone", "flute"), levels=(1, 3), kinds=SUNG, level_db=-0.5, pan=0.1,
                 reverb=0.25, velocity=0.82),
            BEBOP, centre=72,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "piano"), ("vibraphone", "piano")),
)  # fmt: skip

BALLET_JAZZ = Style(
    name="ballet jazz",
    code="JB",
    tempo=(72, 130),
    colour=Colour.MELLOW,
    progressions=JAZZ,
    scales={**POP_SCALES, Colour.MELLOW: "major"},
    swing=Swing(0.5, 0.58),
    room="hall",
    section_names={SectionKind.VERSE: "theme", SectionKind.CHORUS: "chorus", SectionKind.ENDING: "coda"},
    fills=("brush", "snare"),
    drums=DrumPlayer(
        Seat(("brush_kit", "acoustic_kit"), velocity=0.86, reverb=0.14, level_db=-1),
        (
            """
            kick   0+  X...|....|x...|....
            rim    0+  ....|x...|....|x...
            closed 0+  x.o.|x.o.|x.o.|x.o.
            snare  2+  ....|X...|....|X...
            ride   2+  x...|x.o.|x...|x.o.
            kick   3   ....|..x.|....|..o.
            """,
            """
            ride   0+  x...|x.o.|x...|x.o.
            pedal  0+  ....|x...|....|x...
            kick   0+  X...|....|x...|....
            snare  1+  ....|x...|....|x...
            snare  3   ....|..g.|..g.|..g.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=2, reverb=0.06),
        lines=("R---|--5-|R---|--a-", "R---|5---|8---|a---", "R---|--R-|5---|--a-"),
        calm=("R---|----|5---|----", "R---|----|----|----"),
    ),
    chords=(
        ChordPlayer(
            Seat(("piano",), level_db=0, pan=-0.15, reverb=0.25, velocity=0.74),
            ("1-2-|3-4-|5-4-|3-2-", "x---|--x-|--x-|----", "x---|1-2-|3-4-|5---", "1-3-|2-4-|3-5-|4-2-"),
            ("x---|----|----|----", "1-2-|3---|4-3-|2---"), centre=62,
        ),
        ChordPlayer(
            Seat(("string_section",), levels=(1, 3), level_db=-3, pan=0.1, reverb=0.35, velocity=0.64),
            ("x---|----|----|----", "x---|----|x---|----"), centre=66, gate=1.0,
        ),
        ChordPlayer(
            Seat(("brass_section", "clean_guitar"), levels=(3, 3), level_db=-4, pan=0.25, reverb=0.25, velocity=0.72),
            ("....|..x.|....|x...", "x...|....|..x-|...."), centre=66, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "saxophone", "violin", "trumpet"), levels=(1, 3), kinds=SUNG, level_db=-0.5, pan=0.05,
                 reverb=0.3, velocity=0.78),
            CANTABILE, centre=75,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "piano"), ("harp", "bell")),
)  # fmt: skip

ORCHESTRAL = Style(
    name="orchestral",
    tempo=(60, 140),
    colour=Colour.BRIGHT,
    progressions=STAGE,
    scales=STAGE_SCALES,
    room="hall",
    section_names={
        SectionKind.VERSE: "theme", SectionKind.CHORUS: "tutti", SectionKind.BREAK: "interlude",
        SectionKind.BUILD: "crescendo", SectionKind.ENDING: "coda",
    },
    fills=("timpani_roll", "field_snare"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), velocity=0.82, reverb=0.3, level_db=-1),
        (
            """
            kick    0+ x...|....|....|....
            kick    1+ X...|....|x...|....
            triangle 1+ ....|x...|....|x...
            snare   2+ ....|x...|....|x.gg
            tom_low 3  X...|....|x...|x...
            tambourine 3 x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick    0+ x...|....|x...|....
            triangle 0+ x...|x...|x...|x...
            snare   2+ x...|x.gg|x...|x.gg
            tom_low 2+ X...|....|....|....
            crash   3  o...|....|....|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2.5, reverb=0.2),
        lines=("R---|....|5---|....", "R-..|R-..|5-..|R-..", "R---|----|5---|8---", "R-..|....|R-..|5-.."),
        calm=("R---|----|----|----", "R---|....|5---|...."),
    ),
    chords=(
        ChordPlayer(
            Seat(("string_section",), levels=(0, 3), level_db=-0.5, pan=-0.2, reverb=0.35, velocity=0.72),
            ("..x.|x.x.|..x.|x.x.", "x.x.|x.x.|x.x.|x.x.", "....|x.x.|....|x.x.", "x-x-|x-x-|x-x-|x-x-"),
            ("x---|----|----|----", "....|x-..|....|x-.."), centre=60, gate=0.8,
        ),
        ChordPlayer(
            Seat(("harp", "piano"), levels=(0, 3), level_db=-3, pan=0.35, reverb=0.35, velocity=0.66),
            ("1234|5432|1234|5432", "1-2-|3-4-|5-4-|3-2-", "1.2.|3.4.|5.6.|5.4."), ("1-2-|3-4-|5---|----",), centre=64,
            gate=1.0,
        ),
        ChordPlayer(
            Seat(("brass_section", "choir"), levels=(2, 3), level_db=-2.5, pan=0.15, reverb=0.35, velocity=0.74),
            ("x---|----|x---|----", "X---|--..|x---|--..", "x---|----|----|----"), centre=58,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "flute", "trumpet"), levels=(0, 3), kinds=SUNG, level_db=0, pan=-0.05, reverb=0.35,
                 velocity=0.8),
            CANTABILE, centre=76,
        ),
        MelodyPlayer(
            Seat(("bell", "flute", "harp"), levels=(3, 3), kinds=SUNG, level_db=-6, pan=0.3, reverb=0.4, velocity=0.6),
            replace(CANTABILE, busy=0.4), centre=84,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("orchestra_hit", "brass_section"), ("harp", "bell"), level_db=-2),
)  # fmt: skip

CINEMATIC = replace(
    ORCHESTRAL,
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
            Seat(("trumpet", "violin"), levels=(1, 3), kinds=SUNG, level_db=-0.5, reverb=0.35, velocity=0.84),
            CANTABILE, centre=71,
        ),
        MelodyPlayer(
            Seat(("violin", "marimba"), levels=(2, 3), level_db=-4, pan=-0.35, reverb=0.3, velocity=0.66),
            DARK_LOOP, centre=67, gate=0.6,
        ),
    ),
)  # fmt: skip

AMBIENT_STYLE = Style(
    name="ambient",
    tempo=(50, 100),
    colour=Colour.MELLOW,
    progressions=AMBIENT,
    scales=STAGE_SCALES,
    swing=STRAIGHT,
    room="hall",
    section_names={
        SectionKind.VERSE: "drift", SectionKind.CHORUS: "bloom", SectionKind.BREAK: "still",
        SectionKind.BUILD: "swell", SectionKind.ENDING: "fade",
    },
    fills=("none",),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=-3, pan=0.25, reverb=0.5, delay=0.3, velocity=0.5),
        (
            "shaker 1+ o...|o...|o...|o...\nblock_low 2+ ....|..o.|....|....\ntriangle 3 o...|....|....|....",
            "triangle 1+ o...|....|....|....\ncabasa 2+ ..o.|..o.|..o.|..o.\nbongo_low 3 o...|..o.|....|o...",
        ),
    ),
    bass=BassPlayer(
        Seat(("sub_bass", "upright_bass"), levels=(1, 3), level_db=-1, reverb=0.2, velocity=0.7),
        lines=("R---|----|----|----", "R---|----|5---|----"),
        calm=("R---|----|----|----",),
        gate=1.0,
    ),
    chords=(
        ChordPlayer(
            Seat(("warm_pad", "glass_pad", "choir", "string_section"), level_db=-1, reverb=0.5, velocity=0.66),
            ("x---|----|----|----",), centre=60, gate=1.0,
        ),
        ChordPlayer(
            Seat(("piano", "harp", "vibraphone", "electric_piano"), levels=(0, 3), level_db=-4, pan=-0.25, reverb=0.5,
                 delay=0.35, velocity=0.58),
            ("1---|3---|5---|4---", "1-2-|4-3-|5---|----", "1---|----|4---|2---"), ("1---|----|4---|----",), centre=67,
        ),
        ChordPlayer(
            Seat(("pluck", "bell", "marimba"), levels=(2, 3), level_db=-8, pan=0.35, reverb=0.5, delay=0.45,
                 velocity=0.5),
            ("1.3.|2.4.|3.5.|4.2.", "..1.|..3.|..2.|..5."), centre=76, gate=0.8,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "glass_pad", "bell", "violin"), levels=(1, 3), level_db=-3, pan=0.1, reverb=0.55, delay=0.3,
                 velocity=0.64),
            DRIFT, centre=74, gate=1.0,
        ),
    ),
    accents=AccentVoices(("cymbal_swell",), ("harp", "glass_pad"), ("bell", "harp"), level_db=-6),
)  # fmt: skip
