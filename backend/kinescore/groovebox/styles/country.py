"""Country: a train beat, boom-chick guitar, banjo rolls and a fiddle."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import REEL
from kinescore.groovebox.patterns.pockets import DRIVING
from kinescore.groovebox.patterns.progressions import ROCK, STAGE_SCALES, Colour
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
    name="country",
    tempo=(84, 138),
    pocket=DRIVING,
    colour=Colour.BRIGHT,
    progressions={
        **ROCK,
        Colour.BRIGHT: ("I I IV I", "I IV I V", "I V I V", "I IV V I", "I I V7 I", "I II7 V7 I", "IV I V I"),
    },
    scales={**STAGE_SCALES, Colour.BRIGHT: "major", Colour.MELLOW: "mixolydian"},
    section_names=SONG_SECTIONS,
    fills=("snare", "brush"),
    drums=DrumPlayer(
        Seat(("brush_kit", "acoustic_kit"), velocity=0.8, reverb=0.08, level_db=-1),
        (
            """
            kick   0+ X...|....|X...|....
            snare  0+ ..o.|x.ox|..o.|x.ox
            snare  1+ g.gg|.g..|g.gg|.g..
            """,
            """
            kick   0+ X...|x...|X...|x...
            snare  1+ ....|X...|....|X...
            closed 0+ x.o.|x.o.|x.o.|x.o.
            tambourine 3 ....|x...|....|x...
            """,
            """
            kick   0+ X...|....|X.x.|....
            rim    0+ ....|X...|....|X...
            closed 1+ xoxo|xoxo|xoxo|xoxo
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=1.5, reverb=0.05, velocity=0.8),
        lines=("R---|....|5---|....", "R---|..R.|5---|..a.", "R---|3---|5---|a---"),
        calm=("R---|....|5---|....",),
        gate=0.7,
    ),
    chords=(
        ChordPlayer(
            Seat(("acoustic_guitar",), level_db=0.5, pan=-0.25, reverb=0.12, velocity=0.76),
            ("l...|h.hh|l...|h.hh", "l.h.|h.h.|l.h.|h.h.", "l..h|h.hh|l..h|h.hh"), ("x---|..h.|x---|..h.",), centre=58,
            gate=0.7, strum_seconds=0.012,
        ),
        ChordPlayer(
            Seat(("banjo",), levels=(1, 3), level_db=-2, pan=0.35, reverb=0.1, velocity=0.66),
            ("1324|1324|1324|1324", "2314|3214|2314|3214", "1.32|4132|1.32|4132"), centre=67, gate=0.6,
        ),
        ChordPlayer(
            Seat(("piano", "organ"), levels=(2, 3), level_db=-5, pan=0.1, reverb=0.14, velocity=0.64),
            ("x---|..x.|x---|..x.",), centre=64, gate=0.7,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "clean_guitar", "accordion"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-0.5, pan=0.05,
                 reverb=0.18,
                 velocity=0.8),
            REEL, centre=75,
        ),
    ),
    accents=AccentVoices(("impact",), ("acoustic_guitar", "banjo"), ("banjo",)),
)  # fmt: skip
