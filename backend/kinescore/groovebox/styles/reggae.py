"""Reggae: the one left out, chops on the off-beats, organ bubble and a bass that sings."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import HOOK
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import DEEP
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
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
    name="reggae",
    tempo=(64, 96),
    pocket=DEEP,
    colour=Colour.BRIGHT,
    progressions={
        **POP,
        Colour.BRIGHT: ("I IV I IV", "I V vi IV", "I ii IV V", "I iii IV V", "I IV V IV", "I vi ii V"),
        Colour.DARK: ("i iv i iv", "i bVII i bVII", "i bVI bVII i", "i v i v"),
    },
    scales=POP_SCALES,
    swing=Swing(0.25, 0.56),
    section_names={SectionKind.BREAK: "dub", SectionKind.ENDING: "outro"},
    fills=("timbales", "snare"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.86, reverb=0.14),
        (
            """
            kick   0+ ....|....|X...|....
            rim    0+ ....|....|X...|....
            closed 0+ x.o.|x.o.|x.o.|x.ox
            open   2+ ....|..x.|....|....
            kick   3  ....|....|....|..x.
            """,
            """
            kick   0+ X...|X...|X...|X...
            rim    1+ ....|....|X...|....
            closed 0+ ..x.|..x.|..x.|..x.
            snare  3  ....|....|X...|..gg
            """,
            """
            kick   0+ X...|....|x...|....
            snare  1+ ....|X...|....|X...
            closed 0+ xgxg|xgxg|xgxg|xgxg
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(2, 3), level_db=2, pan=0.35, reverb=0.25, velocity=0.6),
        ("conga_open 2+ ....|..x.|....|.xx.\nshaker 2+ ..x.|..x.|..x.|..x.",
         "cabasa 2+ x.xx|x.xx|x.xx|x.xx\nblock_high 3 ....|...x|....|x..."),
    ),
    bass=BassPlayer(
        Seat(("electric_bass", "sub_bass"), level_db=2.5, reverb=0.02, velocity=0.88),
        lines=("R-.R|..5.|8-5.|..a.", "....|R-R.|5-..|R-5.", "R-R.|..5-|..8.|5-a.", "R--.|3-5-|..5.|3-R-"),
        calm=("R-..|....|5-..|....", "....|R-..|..5-|...."),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("clean_guitar", "muted_guitar"), level_db=0, pan=-0.3, reverb=0.14, delay=0.08, velocity=0.76),
            ("....|X...|....|X...", "..x.|..x.|..x.|..x.", "....|X.x.|....|X.x."), centre=65, gate=0.3,
            strum_seconds=0.006,
        ),
        ChordPlayer(
            Seat(("organ",), levels=(1, 3), level_db=-4, pan=0.3, reverb=0.15, velocity=0.6),
            (".x.x|.x.x|.x.x|.x.x", "..x.|.xx.|..x.|.xx."), centre=60, gate=0.4,
        ),
        ChordPlayer(
            Seat(("piano",), levels=(2, 3), level_db=-5, pan=0.05, reverb=0.15, velocity=0.66),
            ("....|x...|....|x...",), centre=67, gate=0.3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "saxophone", "marimba", "accordion"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5,
                 reverb=0.25, delay=0.18, velocity=0.76),
            HOOK, centre=72,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "clean_guitar"), ("marimba", "bell")),
)  # fmt: skip
