"""Middle Eastern colours: hand-drum rhythms of the dance, a lute and a reed on the double harmonic scale."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import TANGO_TUNE
from kinescore.groovebox.patterns.iqaat import IQAAT
from kinescore.groovebox.patterns.progressions import Colour
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

_DRONE = (
    "I5 I5 bII I5", "I5 I5 I5 bII", "I5 bII bvii I5", "I5 iv bII I5", "I5 bvii bII I5", "I5 iv I5 bII", "bII I5 iv I5",
)  # fmt: skip

STYLE = Style(
    name="middle eastern",
    tempo=(72, 140),
    colour=Colour.TENSE,
    progressions={
        Colour.BRIGHT: _DRONE, Colour.MELLOW: ("i5 i5 iv i5", "i5 bVII i5 i5", "i5 iv bVII i5", "i5 i5 bIII bVII"),
        Colour.DARK: ("i5 iv V i5", "i5 i5 V i5", "i5 bVI V i5", "i5 iv bVI V", "i5 i5 iv V", "i5 V iv i5"),
        Colour.TENSE: _DRONE,
    },
    scales={
        Colour.BRIGHT: "double harmonic", Colour.MELLOW: "dorian", Colour.DARK: "harmonic minor",
        Colour.TENSE: "double harmonic",
    },
    section_names={SectionKind.VERSE: "taqsim", SectionKind.CHORUS: "dance", SectionKind.BREAK: "lament"},
    fills=("timbales", "none"),
    drums=DrumPlayer(
        Seat(("latin_percussion",), velocity=0.84, reverb=0.16),
        tuple(IQAAT.values()),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), levels=(1, 3), level_db=0.5, reverb=0.1, velocity=0.74),
        lines=("R---|..R.|5---|R---", "R-R-|..5-|R---|5-a-"),
        calm=("R---|----|----|----",),
    ),
    chords=(
        ChordPlayer(
            Seat(("nylon_guitar",), level_db=0, pan=-0.25, reverb=0.18, velocity=0.76),
            ("1.11|2.11|3.11|2.1.", "1.1.|..2.|1.1.|3.2.", "x..1|1.2.|x..1|1.3."), ("1---|--2-|1---|----",),
            centre=57, voices=3,
            gate=0.8,
        ),
        ChordPlayer(
            Seat(("string_section", "accordion"), levels=(1, 3), level_db=-5, pan=0.2, reverb=0.35, velocity=0.58),
            ("x---|----|----|----",), centre=60, voices=2, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "violin"), levels=(0, 3), kinds=AFTER_INTRO, level_db=0, pan=0.05, reverb=0.3,
                 velocity=0.82),
            TANGO_TUNE, centre=74,
        ),
        MelodyPlayer(
            Seat(("violin",), levels=(2, 3), kinds=AFTER_INTRO, level_db=-4, pan=0.3, reverb=0.3, velocity=0.7),
                 TANGO_TUNE,
            centre=81,
        ),
    ),
    accents=AccentVoices(("impact",), ("string_section", "nylon_guitar"), ("nylon_guitar", "bell")),
)  # fmt: skip
