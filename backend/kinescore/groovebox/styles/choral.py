"""Choral: voices in long lines from basses to sopranos, an organ where they swell, in a room with a long echo."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import CANTABILE
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, MelodyPlayer, Seat, Style

STYLE = Style(
    name="choral",
    tempo=(44, 96),
    colour=Colour.DARK,
    progressions={
        Colour.BRIGHT: ("I IV V I", "I vi IV V", "I iii IV I", "IV I V I"),
        Colour.MELLOW: ("i bVII IV i", "i v IV i", "i bIII bVII i", "i IV bVII v"),
        Colour.DARK: (
            "i bVII i v", "i iv bVII bIII", "i bVI iv v", "i v bVI iv", "i iv i V", "i bIII iv V", "bVI bVII i v",
        ),
        Colour.TENSE: ("i iv V i", "i bII V i", "i bVI iiø7 V", "i iv bII V", "i iiø7 V i", "i bVI iv V"),
    },
    scales={Colour.BRIGHT: "major", Colour.MELLOW: "dorian", Colour.DARK: "minor", Colour.TENSE: "phrygian"},
    room="hall",
    section_names={SectionKind.VERSE: "verse", SectionKind.CHORUS: "antiphon", SectionKind.ENDING: "amen"},
    fills=("none",),
    bass=BassPlayer(
        Seat(("choir",), levels=(1, 3), level_db=0, reverb=0.45, velocity=0.66),
        lines=(
            "R---|5---|R---|a---", "R---|3---|5---|a---", "R---|----|5---|a---", "R---|5---|3---|5---",
            "R---|R---|5---|a---",
        ),
        calm=("R---|----|5---|----", "R---|----|R---|--a-", "R---|----|3---|5---"),
        lowest=40,
    ),
    chords=(
        ChordPlayer(
            Seat(("choir",), level_db=1, pan=-0.1, reverb=0.55, velocity=0.68), ("x---|x---|x---|x---",
                 "x---|----|x---|x---", "x---|x---|x---|----", "x---|----|x---|----"),
            ("x---|----|----|----",), centre=58, gate=0.98,
        ),
        ChordPlayer(
            Seat(("organ",), levels=(2, 3), level_db=-9, pan=0.15, reverb=0.4, velocity=0.55),
            ("x---|x---|x---|x---", "x---|x---|x---|x-x-"), ("x---|----|x---|----",), centre=50, voices=3, gate=0.9,
        ),
        ChordPlayer(
            Seat(("string_section",), levels=(3, 3), level_db=-7, pan=0.2, reverb=0.5, velocity=0.55),
                 ("x---|----|----|----",),
            centre=66, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("choir",), levels=(0, 3), level_db=0, pan=0.1, reverb=0.5, velocity=0.76), CANTABILE, centre=70,
                 gate=1.0,
        ),
    ),
    accents=AccentVoices(("cymbal_swell",), ("choir",), ("bell",), level_db=2.5),
)  # fmt: skip
