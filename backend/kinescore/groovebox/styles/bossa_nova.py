"""Bossa nova: a nylon guitar's syncopated thumb and fingers, brushed rim clicks, a breathy tune."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import SONG
from kinescore.groovebox.patterns.pockets import SUNG_LATE
from kinescore.groovebox.patterns.progressions import JAZZ, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SONG_SECTIONS
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
    name="bossa nova",
    tempo=(64, 150),
    pocket=SUNG_LATE,
    colour=Colour.MELLOW,
    progressions={
        **JAZZ,
        Colour.MELLOW: ("Imaj9 Imaj9 ii9 V13", "Imaj7 VI7 ii9 V13", "ii9 V13 Imaj9 VI7", "Imaj9 bIImaj7 Imaj9 bIImaj7"),
    },
    scales={**POP_SCALES, Colour.MELLOW: "major"},
    section_names=SONG_SECTIONS,
    fills=("brush", "none"),
    drums=DrumPlayer(
        Seat(("brush_kit",), velocity=0.68, reverb=0.1, level_db=-2),
        (
            """
            kick   0+ x..o|x..o|x..o|x..o
            rim    1+ x..x|..x.|..x.|.x..
            closed 0+ xgog|xgog|xgog|xgog
            """,
            """
            kick   0+ x..o|x..o|x..o|x..o
            rim    1+ ..x.|x..x|..x.|..x.
            closed 1+ xoxo|xoxo|xoxo|xoxo
            shaker 2+ xgxg|xgxg|xgxg|xgxg
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=1, reverb=0.06, velocity=0.76),
        lines=("R--R|5--5|R--R|5--5", "R---|--5-|5---|--R-", "R--5|5--5|R--5|5-a-"),
        calm=("R---|5---|R---|5---", "R---|--5-|5---|----"),
    ),
    chords=(
        ChordPlayer(
            Seat(("nylon_guitar",), level_db=0.5, pan=-0.2, reverb=0.16, velocity=0.7),
            ("x..x|..x.|..x.|x...", "..x.|x..x|..x.|..x.", "x.x.|.x..|x.x.|.x.."), ("x...|..x.|..x.|....",),
            centre=61, gate=0.6, strum_seconds=0.008,
        ),
        ChordPlayer(
            Seat(("string_section", "electric_piano"), levels=(2, 3), level_db=-6, pan=0.25, reverb=0.3, velocity=0.5),
            ("x---|----|----|----",), centre=65, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "saxophone", "vibraphone"), levels=(0, 3), kinds=AFTER_INTRO, level_db=-0.5, reverb=0.25,
                 delay=0.05, velocity=0.72),
            SONG, centre=73,
        ),
    ),
    accents=AccentVoices(("downlifter",), ("nylon_guitar", "vibraphone"), ("vibraphone", "bell")),
)  # fmt: skip
