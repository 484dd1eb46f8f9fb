"""Funk and its dances: locking and popping."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.styles.idioms import FUNK_RIFF, HOOK
from kinescore.groovebox.styles.notation import Swing
from kinescore.groovebox.styles.progressions import FUNK, FUNK_SCALES
from kinescore.groovebox.styles.street import STREET_NAMES, SUNG
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

LOCK = Style(
    name="lock",
    code="LO",
    tempo=(96, 126),
    colour=Colour.BRIGHT,
    progressions=FUNK,
    scales=FUNK_SCALES,
    swing=Swing(0.25, 0.53),
    section_names=STREET_NAMES,
    fills=("snare", "toms", "kick_drop"),
    drums=DrumPlayer(
        Seat(("acoustic_kit", "breakbeat_kit"), velocity=0.93, reverb=0.07),
        (
            """
            kick   0+  X...|....|x...|....
            kick   1+  ..x.|....|....|....
            kick   2+  ....|...x|..x.|....
            snare  0+  ....|X...|....|X...
            snare  2+  ...g|..g.|.g.g|..g.
            closed 0+  x.x.|x.x.|x.x.|x.x.
            closed 3   .g.g|.g.g|.g.g|.g.g
            open   2+  ....|....|....|..x.
            """,
            """
            kick   0+  X..x|....|..x.|....
            kick   3   ....|..o.|....|..o.
            snare  0+  ....|X...|....|X...
            snare  2+  .g..|...g|.g..|.g..
            closed 0+  xoxo|xoxo|xoxo|xoxo
            cowbell 3  x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+  X.x.|....|..x.|..x.
            snare  0+  ....|X...|....|X...
            snare  2+  ....|..gg|.g..|...g
            ride   3   x.x.|x.x.|x.x.|x.x.
            closed 0-2 x.x.|x.x.|x.x.|x.x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=0, pan=0.35, velocity=0.64),
        (
            "tambourine 1+ ....|x...|....|x...\nconga_open 2+ x..x|..x.|..x.|.xx.\nconga_low 3 ....|....|x...|....",
            "cowbell 1+ x...|x...|x...|x...\nshaker 2+ xgxg|xgxg|xgxg|xgxg",
        ),
    ),
    bass=BassPlayer(
        Seat(("slap_bass", "electric_bass"), level_db=1, reverb=0.02, ducking=0.08, velocity=0.88),
        lines=(
            "R..8|..R.|.R.7|..8.", "R.8.|.R7.|R..5|.78.", "R-.R|8...|R.R7|8.a.", "R.R8|..7.|.5R.|..a.",
            "R...|..R8|.R..|5.7a",
        ),
        calm=("R-..|..R.|R-..|....", "R--.|....|R.5.|...."),
        gate=0.7,
    ),
    chords=(
        ChordPlayer(
            Seat(("muted_guitar", "clean_guitar"), levels=(0, 3), level_db=-3, pan=-0.45, velocity=0.72),
            ("xgxg|gxgg|xggx|gxgg", "..x.|x.gx|..x.|xgx.", "x..x|.gx.|gg.x|..xg", ".gx.|xg.x|.gx.|xgxx"),
            ("..x.|....|..x.|....", "....|x...|....|x..."), centre=66, gate=0.38, voices=3, strum_seconds=0.005,
        ),
        ChordPlayer(
            Seat(("electric_piano", "organ"), levels=(1, 3), level_db=-3.5, pan=0.3, reverb=0.15, velocity=0.68),
            ("..x.|..x.|..x.|x...", "x..x|....|x..x|....", "...x|..x-|...x|..x-"), ("x---|--..|....|....",), centre=61,
            gate=0.7,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-2, pan=0.12, reverb=0.22, velocity=0.82),
            (
                "X...|....|....|....|..x.|x.X.|....|....", "....|....|..x.|X...", "..X.|....|..X.|....",
                "X..X|..X.|....|....",
            ),
            centre=67, gate=0.6,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saxophone", "trumpet", "organ", "clean_guitar"), levels=(1, 3), kinds=SUNG, level_db=0, pan=-0.1,
                 reverb=0.2, delay=0.08),
            FUNK_RIFF, centre=73, gate=0.78,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "orchestra_hit"), ("clean_guitar", "bell")),
)  # fmt: skip

FUNK_STYLE = replace(
    LOCK,
    name="funk",
    code="",
    tempo=(88, 122),
    colour=Colour.DARK,
    bass=replace(LOCK.bass, seat=replace(LOCK.bass.seat, instruments=("electric_bass", "slap_bass"))),
)

POPPING = Style(
    name="popping",
    code="PO",
    tempo=(90, 122),
    colour=Colour.DARK,
    progressions=FUNK,
    scales=FUNK_SCALES,
    section_names=STREET_NAMES,
    fills=("clap_run", "toms", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), level_db=-1.5, velocity=0.95, reverb=0.06),
        (
            """
            kick   0+  X...|....|X...|....
            kick   2+  ..x.|...x|..x.|....
            snare  0+  ....|X...|....|X...
            clap   0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            cowbell 2+ ....|..x.|...x|....
            tom_high 3 ....|....|....|.x..
            tom_low 3  ....|....|....|...x
            """,
            """
            kick   0+  X..x|....|..x.|....
            kick   3   ....|...x|....|..x.
            clap   0+  ....|X...|....|X...
            snare  1+  ....|x...|....|x..g
            closed 0+  xoxo|xoxo|xoxo|xoxo
            open   2+  ....|....|....|..x.
            """,
            """
            kick   0+  X.x.|....|..x.|x...
            snare  0+  ....|X...|....|X...
            clap   2+  ....|X...|....|X.x.
            closed 0+  x.x.|x.x.|x.x.|x.x.
            rim    2+  ...x|..x.|...x|..x.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "acid_bass"), level_db=1, reverb=0.02, ducking=0.12, velocity=0.88),
        lines=("R..R|..8.|7.R.|5.7.", "R-.8|..R.|R.78|..5.", "R.R.|8.7.|R..R|.5a.", "RR.8|.R7.|R..5|7.8."),
        calm=("R-..|..R.|..R.|....", "R-..|....|R-.7|...."),
        gate=0.72,
    ),
    chords=(
        ChordPlayer(
            Seat(("stab", "supersaw", "electric_piano"), levels=(1, 3), level_db=-2, pan=-0.25, reverb=0.18, delay=0.15,
                 velocity=0.7),
            ("....|x...|....|x.x.", "..x.|..x.|..x.|..x.", "x..x|....|..x.|....", "...x|...x|...x|x..."),
            centre=64, gate=0.45,
        ),
        ChordPlayer(
            Seat(("warm_pad", "choir"), level_db=-4, reverb=0.3, ducking=0.3, velocity=0.58),
            ("x---|----|----|----",), centre=64, gate=1.0,
        ),
        ChordPlayer(
            Seat(("pluck", "muted_guitar"), levels=(2, 3), level_db=-3, pan=0.4, delay=0.2, velocity=0.64),
            ("1.13|.1.2|1.13|.4.3", "..1.|3.1.|..2.|4.2.", "xg.x|.gx.|xg.x|.gx."), centre=68, gate=0.4, voices=3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("square_lead", "saw_lead", "whistle_lead"), levels=(1, 3), kinds=SUNG, level_db=-1.5, pan=0.1,
                 reverb=0.18, delay=0.2, velocity=0.75),
            HOOK, centre=75, gate=0.8,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "orchestra_hit"), ("pluck", "square_lead")),
)  # fmt: skip
