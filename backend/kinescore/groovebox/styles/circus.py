"""Circus: oom-pah brass and accordion, a galloping snare, and a tune that never stands still."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import MARCH_TUNE, REEL
from kinescore.groovebox.patterns.progressions import STAGE, STAGE_SCALES, Colour
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
    name="circus",
    tempo=(96, 168),
    colour=Colour.BRIGHT,
    progressions={
        **STAGE,
        Colour.BRIGHT: (
            "I I V7 V7", "I VI7 II7 V7", "I I IV,iv I,V7", "I V7 I V7", "I #idim7 ii7 V7", "I IV #ivdim7 V7",
        ),
        Colour.TENSE: ("i V7 i V7", "i bVI V7 i", "i #ivdim7 i V7", "i iv V7 i", "i bVI iv V7"),
    },
    scales={**STAGE_SCALES, Colour.DARK: "harmonic minor"},
    section_names={SectionKind.CHORUS: "grand parade", SectionKind.BREAK: "trio", SectionKind.ENDING: "finale"},
    fills=("field_snare", "snare"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.8, reverb=0.1, level_db=-1),
        (
            """
            kick   0+ X...|....|X...|....
            snare  0+ ....|x.xx|....|x.xx
            crash  3  x...|....|....|....
            closed 1+ ..x.|..x.|..x.|..x.
            """,
            """
            kick      0+ X...|x...|X...|x...
            snare     1+ ..x.|..xx|..x.|.xxx
            tambourine 2+ ..x.|..x.|..x.|..x.
            """,
            """
            kick       0+ X...|....|X...|....
            block_high 0+ ..x.|..x.|..x.|..x.
            block_low  1+ ....|x...|....|x...
            triangle   2+ x...|x...|x...|x...
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2, reverb=0.08, velocity=0.85),
        lines=("R...|....|5...|....", "R...|5...|R...|5...", "R...|3...|5...|a..."),
        calm=("R...|....|5...|....",),
        gate=0.6,
    ),
    chords=(
        ChordPlayer(
            Seat(("accordion", "organ"), level_db=-1, pan=-0.2, reverb=0.15, velocity=0.72),
            ("....|x...|....|x...", "..x.|..x.|..x.|..x."), centre=62, gate=0.4,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(1, 3), level_db=-3, pan=0.2, reverb=0.2, velocity=0.76),
            ("....|X...|....|X...", "X..x|..x.|X...|x.x."), centre=58, gate=0.4,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "accordion", "flute"), levels=(0, 3), kinds=AFTER_INTRO, level_db=0, reverb=0.18,
                 velocity=0.84),
            MARCH_TUNE, centre=76, gate=0.7,
        ),
        MelodyPlayer(
            Seat(("flute", "bell"), levels=(2, 3), kinds=AFTER_INTRO, level_db=-4, pan=0.3, reverb=0.2, velocity=0.7),
            REEL, centre=86, gate=0.6,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("brass_section", "orchestra_hit"), ("bell", "marimba")),
)  # fmt: skip
