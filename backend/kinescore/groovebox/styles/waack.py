"""Waacking: disco with strings, octave bass and scratched guitar."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import HOOK
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import NOT_IN_BUILDS
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
    name="waack",
    tempo=(104, 132),
    colour=Colour.DARK,
    progressions={
        **POP,
        Colour.DARK: ("i7 iv9 bVII9 bIIImaj7", "i7 i7 iv7 bVII", "i bVII bVI V7", "i7 bVImaj7 iv9 V7"),
        Colour.BRIGHT: ("I vi ii7 V7", "Imaj7 iii7 IVmaj7 V7sus4", "IVmaj7 V iii7 vi7"),
    },
    scales=POP_SCALES,
    fills=("toms", "snare", "clap_run"),
    drums=DrumPlayer(
        Seat(("acoustic_kit", "house_kit"), velocity=0.9, reverb=0.08),
        (
            """
            kick   0+  X...|X...|X...|X...
            snare  1+  ....|X...|....|X...
            open   1+  ..o.|..o.|..o.|..o.
            closed 0+  x...|o...|x...|o...
            closed 2+  .gog|.gog|.gog|.gog
            snare  3   ....|....|..g.|...g
            """,
            """
            kick   0+  X...|X...|X...|X...
            snare  1+  ....|X..g|....|X.g.
            closed 0+  xoxo|xoxo|xoxo|xoxo
            open   2+  ..o.|..o.|..o.|..o.
            clap   3   ....|x...|....|x...
            """,
            # Philadelphia
            """
            kick   0+  X...|X...|X...|X...
            closed 0+  xoxo|xoxo|xoxo|xoxo
            open   0+  ..o.|..o.|..o.|..o.
            snare  1+  ....|X...|....|X..o
            tambourine 2+ Xoxo|xoxo|Xoxo|xoxo
            """,
            # hustle
            """
            kick   0+  X...|X...|X...|X...
            tambourine 0+ ..x.|..xo|..x.|..ox
            clap   1+  ....|X...|....|X...
            closed 1+  xoxo|xoxo|xoxo|xoxo
            snare  2+  ....|x...|...g|x.g.
            """,
            # boogie
            """
            kick   0+  X...|X...|X...|X...
            rim    0+  ..o.|...o|..o.|.o..
            closed 0+  x.x.|x.xo|x.x.|x.xo
            snare  1+  ....|X...|....|X...
            open   2+  ....|..x.|....|..x.
            """,
            # Munich
            """
            kick   0+  X...|X...|X...|X...
            closed 0+  ogxg|ogxg|ogxg|ogxo
            clap   1+  ....|X...|....|X...
            open   2+  ..x.|..x.|..x.|..x.
            tom_mid 3  ....|....|...o|..oo
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.3, velocity=0.62),
        (
            "tambourine 1+ ..x.|..x.|..x.|..x.\nconga_open 2+ x...|..xx|...x|..x.\nconga_low 2+ ....|....|x...|....",
            "shaker 1+ xgxg|xgxg|xgxg|xgxg\ncowbell 2+ x...|x...|x...|x...\nbongo_high 3 x.xx|.x.x|x.xx|.x.x",
        ),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "slap_bass"), level_db=0.5, reverb=0.02, ducking=0.15, velocity=0.85),
        lines=("R.8.|R.8.|R.8.|R.8.", "R.8R|.R8.|R.8R|.5a.", "R-R8|..R.|R-58|..a.", "R..R|8.R.|5..5|8.a."),
        calm=("R---|R---|R---|5---", "R---|..R-|R---|..8-"),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("muted_guitar", "clean_guitar"), levels=(1, 3), level_db=-5, pan=0.45, velocity=0.66),
            ("x.xx|.xx.|x.xx|.x.x", "..xx|..x.|..xx|.xx.", "xgxg|.gxx|.gxg|xgx."), centre=64, gate=0.45, voices=3,
            strum_seconds=0.006,
        ),
        ChordPlayer(
            Seat(("string_section",), levels=(1, 3), level_db=-3, pan=-0.2, reverb=0.3, ducking=0.15, velocity=0.68),
            ("x---|----|----|--x-", "x---|---.|x---|---.", "x-x-|x---|..x-|x---"), ("x---|----|----|----",), centre=70,
        ),
        ChordPlayer(
            Seat(("piano", "electric_piano"), level_db=-4, pan=-0.4, reverb=0.2, velocity=0.66),
            ("x..x|..x.|x..x|..x.", "x-x-|..x-|x-x-|..x-"), ("x---|----|x---|----",), centre=60,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(3, 3), level_db=-4, pan=0.2, reverb=0.25, velocity=0.78),
            ("....|....|....|x.x.", "x.x.|..x-|....|....", "....|..x.|x---|...."), centre=66, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "trumpet", "saxophone", "flute"), levels=(1, 3), kinds=NOT_IN_BUILDS, level_db=-1.5,
                 pan=0.1, reverb=0.3, delay=0.1),
            HOOK, centre=76,
        ),
    ),
    accents=AccentVoices(("impact", "cymbal_swell"), ("orchestra_hit", "brass_section"), ("bell", "harp")),
)  # fmt: skip
