"""Ambient: pads, slow arpeggios and a wandering lead, without a drum kit."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import DRIFT
from kinescore.groovebox.patterns.notation import STRAIGHT
from kinescore.groovebox.patterns.progressions import AMBIENT, STAGE_SCALES, Colour
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
    name="ambient",
    tempo=(50, 100),
    colour=Colour.MELLOW,
    progressions=AMBIENT,
    scales=STAGE_SCALES,
    swing=STRAIGHT,
    room="hall",
    section_names={
        SectionKind.VERSE: "drift", SectionKind.CHORUS: "bloom", SectionKind.BREAK: "still",
        SectionKind.BUILD: "swell", SectionKind.ENDING: "fade",
    },
    fills=("none",),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(1, 3), level_db=-3, pan=0.25, reverb=0.5, delay=0.3, velocity=0.5),
        (
            "shaker 1+ o...|o...|o...|o...\nblock_low 2+ ....|..o.|....|....\ntriangle 3 o...|....|....|....",
            "triangle 1+ o...|....|....|....\ncabasa 2+ ..o.|..o.|..o.|..o.\nbongo_low 3 o...|..o.|....|o...",
            "maracas 1+ o...|..g.|o...|..g.\nconga_low 2+ o...|....|..o.|....\ntriangle 3 ....|....|o...|....",
            "bongo_low 1+ o...|....|..g.|....\nshaker 2+ o.g.|..g.|o.g.|..g.\nblock_high 3 ....|..o.|....|.o..",
        ),
    ),
    bass=BassPlayer(
        Seat(("sub_bass", "upright_bass"), levels=(1, 3), level_db=-1, reverb=0.2, velocity=0.7),
        lines=("R---|----|----|----", "R---|----|5---|----"),
        calm=("R---|----|----|----",),
        gate=1.0,
    ),
    chords=(
        ChordPlayer(
            Seat(("warm_pad", "glass_pad", "choir", "string_section"), level_db=-1, reverb=0.5, velocity=0.66),
            ("x---|----|----|----",), centre=60, gate=1.0,
        ),
        ChordPlayer(
            Seat(("piano", "harp", "vibraphone", "electric_piano"), levels=(0, 3), level_db=-4, pan=-0.25, reverb=0.5,
                 delay=0.35, velocity=0.58),
            ("1---|3---|5---|4---", "1-2-|4-3-|5---|----", "1---|----|4---|2---"), ("1---|----|4---|----",), centre=67,
        ),
        ChordPlayer(
            Seat(("pluck", "bell", "marimba"), levels=(2, 3), level_db=-8, pan=0.35, reverb=0.5, delay=0.45,
                 velocity=0.5),
            ("1.3.|2.4.|3.5.|4.2.", "..1.|..3.|..2.|..5."), centre=76, gate=0.8,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("flute", "glass_pad", "bell", "violin"), levels=(1, 3), level_db=-3, pan=0.1, reverb=0.55, delay=0.3,
                 velocity=0.64),
            DRIFT, centre=74, gate=1.0,
        ),
    ),
    accents=AccentVoices(("cymbal_swell",), ("harp", "glass_pad"), ("bell", "harp"), level_db=-6),
)  # fmt: skip
