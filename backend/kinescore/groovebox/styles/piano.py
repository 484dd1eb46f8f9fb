"""A piano by itself, with strings far behind it: for what is remembered, lost or loved."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import CANTABILE
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, MelodyPlayer, Seat, Style

STYLE = Style(
    name="piano",
    tempo=(52, 100),
    colour=Colour.DARK,
    progressions={
        **POP,
        Colour.DARK: ("i bVI bIII bVII", "i v bVI bIII", "i iv bVII bIII", "bVI bVII i i"),
        Colour.MELLOW: ("Iadd9 V vi7 IVadd9", "IVadd9 V iii7 vi", "Imaj7 iii7 IVadd9 iv"),
    },
    scales=POP_SCALES,
    room="hall",
    fills=("none",),
    bass=BassPlayer(
        Seat(("piano",), level_db=-2, pan=-0.12, reverb=0.3, velocity=0.62),
        lines=("R---|----|5---|----", "R---|--5-|8---|----", "R---|----|R---|----"),
        calm=("R---|----|----|----",),
        lowest=33,
    ),
    chords=(
        ChordPlayer(
            Seat(("piano",), level_db=0, pan=-0.08, reverb=0.32, velocity=0.62),
            ("1-3-|4-3-|5-4-|3-2-", "1-3-|5-3-|4-3-|5-3-", "1-2-|3-5-|4-3-|2-3-", "1-2-|4-5-|6-5-|4-2-"),
            ("1---|--3-|4---|5---", "1---|3---|5---|3---", "x---|----|----|----"), centre=57, voices=3,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad"), levels=(2, 3), kinds=AFTER_INTRO, level_db=-7, reverb=0.45,
                 velocity=0.5),
            ("x---|----|----|----",), centre=62, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("piano",), levels=(0, 3), kinds=AFTER_INTRO, level_db=0.5, pan=0.08, reverb=0.34, velocity=0.78),
            CANTABILE, centre=76,
        ),
    ),
    accents=AccentVoices(("downlifter",), ("piano",), ("piano", "harp")),
)  # fmt: skip
