"""Chiptune: pulse waves and quick arpeggios over a noise drum, as an early game console plays."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import ARPEGGIO_TUNE, HOOK
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import SectionKind
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
    name="chiptune",
    tempo=(100, 172),
    colour=Colour.BRIGHT,
    progressions={
        **POP,
        Colour.BRIGHT: ("I V vi IV", "I bVII IV I", "I IV V V", "bVI bVII I I", "IV V iii vi"),
        Colour.DARK: ("i bVI bVII i", "i bVII bVI V", "i iv bVII bIII"),
    },
    scales=POP_SCALES,
    room="dry",
    section_names={SectionKind.VERSE: "stage", SectionKind.CHORUS: "bonus", SectionKind.BREAK: "cave"},
    fills=("snare", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=0.78, reverb=0.0, level_db=-2),
        (
            """
            kick   0+ X...|....|X.x.|....
            snare  0+ ....|X...|....|X...
            closed 0+ x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick   0+ X...|X...|X...|X...
            snare  1+ ....|X...|....|X..x
            closed 1+ ..xx|..xx|..xx|..xx
            """,
            """
            kick   0+ X..x|..x.|X..x|....
            snare  0+ ....|X...|....|X.xx
            closed 2+ xxxx|xxxx|xxxx|xxxx
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("synth_bass",), level_db=0.5, reverb=0.0, velocity=0.8),
        lines=("R.8.|R.8.|R.8.|R.8.", "RR8R|RR8R|RR8R|R.a.", "R..R|8.R.|5..5|8.a."),
        calm=("R...|R...|5...|5...", "R---|--..|5---|--.."),
        gate=0.6,
        lowest=36,
    ),
    chords=(
        ChordPlayer(
            Seat(("square_lead",), level_db=-7, pan=-0.3, reverb=0.0, velocity=0.62),
            ("1234|1234|1234|1234", "1321|3213|1321|3213", "1.3.|2.3.|1.3.|2.4."), ("1.2.|3.2.|1.2.|3.2.",), centre=67,
            voices=3, gate=0.6,
        ),
        ChordPlayer(
            Seat(("pluck", "square_lead"), levels=(2, 3), level_db=-6, pan=0.35, reverb=0.0, velocity=0.6),
            ("..x.|..x.|..x.|..x.", "x..x|..x.|x..x|..x."), centre=60, voices=3, gate=0.3,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("square_lead",), levels=(0, 3), level_db=0, pan=0.1, reverb=0.0, delay=0.12, velocity=0.8),
                 ARPEGGIO_TUNE,
            centre=79, gate=0.7,
        ),
        MelodyPlayer(
            Seat(("square_lead", "saw_lead"), levels=(3, 3), level_db=-5, pan=-0.2, reverb=0.0, delay=0.1,
                 velocity=0.66), HOOK,
            centre=72, gate=0.7,
        ),
    ),
    accents=AccentVoices(("downlifter",), ("square_lead", "stab"), ("square_lead",)),
)  # fmt: skip
