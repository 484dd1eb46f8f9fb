"""Drums alone: skins of every size in call and answer, with a low drone where a chord has to sound."""

from __future__ import annotations

from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.styles.style import AccentVoices, DrumPlayer, Seat, Style

_ONE_CHORD = ("i i i i", "i5 i5 i5 i5", "i i5 i i5")

STYLE = Style(
    name="drumline",
    tempo=(80, 150),
    colour=Colour.DARK,
    progressions=dict.fromkeys(Colour, _ONE_CHORD),
    scales=dict.fromkeys(Colour, "minor"),
    room="hall",
    section_names={SectionKind.VERSE: "call", SectionKind.CHORUS: "all drums", SectionKind.BREAK: "answer"},
    fills=("toms", "field_snare", "timbales"),
    chords=(),
    drums=DrumPlayer(
        Seat(("orchestral_percussion", "acoustic_kit"), velocity=0.95, reverb=0.18, level_db=1),
        (
            """
            kick     0+ X...|x...|X...|x.o.
            tom_low  0+ X.oo|x.o.|X.oo|x.o.
            tom_mid  1+ ..x.|...x|..x.|.xo.
            tom_high 2+ ....|.o.o|....|xooo
            snare    1+ Xggg|Xggg|Xggg|XgXg
            """,
            """
            kick     0+ X..o|x...|X.o.|x...
            tom_low  1+ x...|x..o|x...|x.oo
            snare    0+ Xgog|Xggo|Xgog|XgXo
            tom_high 3  ..oo|....|..oo|xoxo
            """,
            """
            kick     0+ X...|X...|X...|X...
            snare    0+ xg.g|Xg.g|xg.g|Xggo
            tom_mid  1+ ..oo|..o.|..oo|x.o.
            tom_low  1+ x...|x.o.|x...|x.oo
            rim      2+ .o.o|.o.o|.o.o|.ooo
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("latin_percussion",), levels=(0, 3), level_db=-1, pan=0.25, reverb=0.2, velocity=0.8),
        (
            """
            conga_open 0+ ...x|..x.|...x|x.x.
            conga_low  1+ x...|....|x.x.|....
            agogo_high 2+ x.x.|..x.|.x.x|....
            shaker     1+ xgxg|xgxg|xgxg|xgxg
            """,
            """
            bongo_high 0+ xoxx|oxxo|xoxx|oxxx
            bongo_low  1+ ..x.|...x|..x.|x...
            cowbell    2+ x..x|..x.|x..x|..x.
            cabasa     1+ x.xx|x.xx|x.xx|x.xx
            """,
        ),
    ),
    accents=AccentVoices(("impact",), ("marimba",), ("marimba",)),
)  # fmt: skip
