"""The orchestra: strings, harp and brass with timpani and snare drum, as for ballet."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import CANTABILE
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
    name="orchestral",
    tempo=(60, 140),
    colour=Colour.BRIGHT,
    progressions=STAGE,
    scales=STAGE_SCALES,
    room="hall",
    section_names={
        SectionKind.VERSE: "theme", SectionKind.CHORUS: "tutti", SectionKind.BREAK: "interlude",
        SectionKind.BUILD: "crescendo", SectionKind.ENDING: "coda",
    },
    fills=("timpani_roll", "field_snare"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), velocity=0.82, reverb=0.3, level_db=-1),
        (
            """
            kick    0+ x...|....|....|....
            kick    1+ X...|....|x...|....
            triangle 1+ ....|x...|....|x...
            snare   2+ ....|x...|....|x.gg
            tom_low 3  X...|....|x...|x...
            tambourine 3 x.x.|x.x.|x.x.|x.x.
            """,
            """
            kick    0+ x...|....|x...|....
            triangle 0+ x...|x...|x...|x...
            snare   2+ x...|x.gg|x...|x.gg
            tom_low 2+ X...|....|....|....
            crash   3  o...|....|....|....
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass",), level_db=2.5, reverb=0.2),
        lines=("R---|....|5---|....", "R-..|R-..|5-..|R-..", "R---|----|5---|8---", "R-..|....|R-..|5-.."),
        calm=("R---|----|----|----", "R---|....|5---|...."),
    ),
    chords=(
        ChordPlayer(
            Seat(("string_section",), levels=(0, 3), level_db=-0.5, pan=-0.2, reverb=0.35, velocity=0.72),
            ("..x.|x.x.|..x.|x.x.", "x.x.|x.x.|x.x.|x.x.", "....|x.x.|....|x.x.", "x-x-|x-x-|x-x-|x-x-"),
            ("x---|----|----|----", "....|x-..|....|x-.."), centre=60, gate=0.8,
        ),
        ChordPlayer(
            Seat(("harp", "piano"), levels=(0, 3), level_db=-3, pan=0.35, reverb=0.35, velocity=0.66),
            ("1234|5432|1234|5432", "1-2-|3-4-|5-4-|3-2-", "1.2.|3.4.|5.6.|5.4."), ("1-2-|3-4-|5---|----",), centre=64,
            gate=1.0,
        ),
        ChordPlayer(
            Seat(("brass_section", "choir"), levels=(2, 3), level_db=-2.5, pan=0.15, reverb=0.35, velocity=0.74),
            ("x---|----|x---|----", "X---|--..|x---|--..", "x---|----|----|----"), centre=58,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("violin", "flute", "trumpet"), levels=(0, 3), kinds=AFTER_INTRO, level_db=0, pan=-0.05, reverb=0.35,
                 velocity=0.8),
            CANTABILE, centre=76,
        ),
        MelodyPlayer(
            Seat(("bell", "flute", "harp"), levels=(3, 3), kinds=AFTER_INTRO, level_db=-6, pan=0.3, reverb=0.4,
                 velocity=0.6),
            replace(CANTABILE, busy=0.4), centre=84,
        ),
    ),
    accents=AccentVoices(("cymbal_swell", "impact"), ("orchestra_hit", "brass_section"), ("harp", "bell"), level_db=-2),
)  # fmt: skip
