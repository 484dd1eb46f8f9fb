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

_RIMS = (
    "x..x|..x.|..x.|.x..",  # bossa clave
    "..x.|.x..|x..x|..x.",  # the same from its second half
    "x..x|..x.|..x.|x...",  # son clave
    "..x.|x...|x..x|..x.",
    "..x.|..x.|x..x|..x.",  # partido alto
    "x..x|..x.|..x.|..x.",
    "..x.|x..x|..x.|..x.",  # as guitars pluck it
    "x..x|..x.|.x..|x...",
    "x..x|..x.|x..x|..x.",  # baião
)
_BEDS = (
    "kick 0+ x..o|x..o|x..o|x..o\nclosed 0+ xgog|xgog|xgog|xgog",
    "kick 0+ x..o|x..o|x..o|x..o\nclosed 1+ xoxo|xoxo|xoxo|xoxo\nshaker 2+ xgxg|xgxg|xgxg|xgxg",
    "kick 0+ x...|x..o|x...|x..o\nclosed 0+ xgog|xgog|xgog|xgog\npedal 1+ ....|x...|....|x...",
    "kick 0+ x..o|x...|x..o|x..o\nclosed 0+ x.og|x.og|x.og|x.og\nshaker 1+ ogxg|ogxg|ogxg|ogxg",
)
"""Surdo on the kick and brushes, under each of the rims."""

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
        tuple(f"rim 1+ {rim}\n{_BEDS[at % len(_BEDS)]}" for at, rim in enumerate(_RIMS)),
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
