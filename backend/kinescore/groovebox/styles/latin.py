"""Salsa and its relatives: clave, tumbao bass, piano montuno and horns."""

from __future__ import annotations

from kinescore.groovebox.patterns.afro_caribbean import AFRO_CARIBBEAN
from kinescore.groovebox.patterns.idioms import SALSA_TUNE
from kinescore.groovebox.patterns.pockets import DRIVING
from kinescore.groovebox.patterns.progressions import LATIN, POP_SCALES, Colour
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
    name="latin",
    tempo=(88, 124),
    pocket=DRIVING,
    colour=Colour.DARK,
    progressions=LATIN,
    scales=POP_SCALES,
    section_names={SectionKind.CHORUS: "montuno", SectionKind.BREAK: "mambo", SectionKind.ENDING: "coda"},
    fills=("timbales", "toms", "break_roll"),
    drums=DrumPlayer(
        Seat(("acoustic_kit",), velocity=0.82, reverb=0.1, level_db=-1.5),
        tuple(AFRO_CARIBBEAN.values()),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), level_db=-1, pan=0.2, reverb=0.15, velocity=0.8),
        (
            """
            clave        1+ x..x|..x.|..x.|x...
            conga_mute   0+ x.o.|..o.|x.o.|....
            conga_open   0+ ....|....|....|x.x.
            conga_mute   1+ ....|x...|....|....
            bongo_high   2+ xoxo|xoxo|xoxo|xoxo
            cowbell      3  X.x.|X.x.|X.x.|X.x.
            maracas      1+ x.x.|x.x.|x.x.|x.x.
            timbale_high 3  ....|...x|....|..xx
            """,
            """
            clave        1+ ..x.|x...|x..x|..x.
            conga_open   0+ ...x|..x.|...x|..xx
            conga_low    2+ ....|....|x...|....
            conga_mute   0+ x.o.|x...|x.o.|x...
            shaker       1+ xgxg|xgxg|xgxg|xgxg
            cowbell      2+ x...|x.x.|x...|x.x.
            timbale_low  3  x..x|....|x..x|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "electric_bass"), level_db=1, reverb=0.04),
        lines=("R--.|..5-|----|8---", "R---|..5-|..8-|--a.", "R--5|..8-|R--5|..a.", "R---|--5-|R---|--5."),
        calm=("R---|--5-|--..|8---", "R---|----|5---|--.."),
    ),
    chords=(
        ChordPlayer(
            Seat(("piano",), levels=(0, 3), level_db=-0.5, pan=-0.2, reverb=0.18, velocity=0.78),
            ("x.h.|.hl.|h.l.|.h.h", "x.x.|.x.x|.x.x|.x.x", "x.hl|.h.l|.h.l|.hl.", "x..h|.l.h|.l.h|.l.h"),
            ("x---|..x.|x---|....",), centre=66, gate=0.7,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(2, 3), level_db=-2.5, pan=0.15, reverb=0.25, velocity=0.82),
            ("X...|..x.|....|....", "....|..x.|x...|..X-", "..x.|x.x.|..X-|....", "....|....|x.x.|x.X."),
            centre=68, gate=0.65,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "string_section"), levels=(1, 3), level_db=-6, pan=0.4, reverb=0.2, velocity=0.62),
            ("..x.|..x.|..x.|..x.", "x..x|..x.|x..x|..x."), centre=64, gate=0.6, strum_seconds=0.01,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet", "flute", "saxophone", "violin"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1, pan=0.05,
                 reverb=0.25, delay=0.08, velocity=0.84),
            SALSA_TUNE, centre=74,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "piano"), ("marimba", "bell")),
)  # fmt: skip
