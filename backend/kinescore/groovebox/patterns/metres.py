"""What bands play in bars that are not of four beats: waltzes, marches and polkas, and six-eight.

By kind of drum kit, since that says what kind of band it is: the orchestra's percussion ("stage"), brushes ("swing"),
an acoustic kit ("band"), a machine ("beats"). Rhythms as in `patterns.notation`, one "|" between beats.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinescore.dance.metre import Metre

Texts = tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """drums: grooves. bass, comping: for levels 2-3, the calm ones for 0-1."""

    drums: Texts
    bass: Texts
    calm_bass: Texts
    comping: Texts
    calm_comping: Texts


@dataclass(frozen=True)
class Tunes:
    """One-bar rhythms of tunes, and those that close a phrase (see `patterns.idioms`)."""

    cells: Texts
    answers: Texts


@dataclass(frozen=True)
class MetrePatterns:
    """bands: by kind; those without a drummer are calm. held: one chord a bar. arpeggios: for players of single chord
    notes. percussion, calm_percussion: grooves.
    fills: drum fills of a whole bar, empty where those in four serve. tunes: by how many notes a bar has: few, some,
    many; riffs by themselves."""

    bands: Mapping[str, Band]
    held: str
    arpeggios: Texts
    calm_arpeggios: Texts
    percussion: Texts
    calm_percussion: Texts
    tunes: Mapping[str, Tunes]
    fills: Texts = ()


IN_THREE = MetrePatterns(
    bands={
        "stage": Band(
            drums=(
                """
                kick       0+ X...|....|....
                triangle   1+ ....|x...|x...
                snare      2+ ....|o...|o...
                tom_low    3  X...|....|....
                tambourine 3  x...|x.x.|x.x.
                """,
                """
                kick       0+ X...|....|....
                triangle   0+ x...|o...|o...
                snare      2+ ....|o.gg|x...
                tom_low    2+ X...|....|....
                """,
            ),
            bass=("R---|....|....", "R-..|5-..|5-..", "R---|----|a---"),
            calm_bass=("R---|----|....", "R---|----|----"),
            comping=("....|x-..|x-..", "....|x.x.|x.x.", "....|x-..|x.x."),
            calm_comping=("....|x-..|x-..", "x---|----|----"),
        ),
        "swing": Band(
            drums=(
                """
                ride  0+ X...|x.o.|x...
                pedal 0+ ....|x...|....
                kick  0+ X...|....|....
                snare 2+ ....|..g.|..g.
                rim   3  ....|....|x...
                """,
                """
                ride  0+ X...|x...|x.o.
                pedal 0+ ....|x...|x...
                kick  0+ X...|..o.|....
                snare 2+ ..g.|....|..g.
                """,
            ),
            bass=("R---|3---|a---", "R---|5---|a---", "R---|5---|3-a-", "R---|--5-|a---"),
            calm_bass=("R---|----|5---", "R---|----|----"),
            comping=("....|..x-|....", "....|x...|..x.", "x..x|--..|..x."),
            calm_comping=("x---|----|....", "....|x---|----"),
        ),
        "band": Band(
            drums=(
                """
                kick   0+  X...|....|....
                kick   2+  ....|....|..x.
                snare  1+  ....|x...|x...
                closed 0+  x.o.|o.o.|o.o.
                open   3   ....|....|..x.
                """,
                """
                kick   0+  X...|....|....
                kick   2+  ....|..x.|....
                snare  1+  ....|....|X...
                closed 0-2 x...|x.o.|x.o.
                ride   3   x.x.|x.x.|x.x.
                """,
            ),
            bass=("R---|R-..|5-..", "R--.|....|5-a-", "R---|5---|8-a-"),
            calm_bass=("R---|----|----", "R---|----|5---"),
            comping=("x---|x-x-|x-x-", "....|x-..|x-..", "x--x|--x-|x---"),
            calm_comping=("x---|----|----", "x---|x---|x---"),
        ),
        "beats": Band(
            drums=(
                """
                kick   0+ X...|....|....
                kick   2+ ....|...x|....
                clap   1+ ....|....|X...
                closed 0+ x.x.|x.x.|x.x.
                open   2+ ....|..x.|....
                """,
                """
                kick   0+ X...|....|....
                kick   3  ....|x...|....
                snare  1+ ....|X...|..x.
                closed 1+ xgog|xgog|xgog
                rim    2+ ...x|....|..x.
                """,
            ),
            bass=("R--.|..R-|..8-", "R-..|R-..|8-..", "R---|..R-|5-a-"),
            calm_bass=("R---|----|....", "R---|----|----"),
            comping=("..x.|..x.|..x.", "x--x|--x-|....", "....|x.x.|..x."),
            calm_comping=("x---|----|----",),
        ),
    },
    held="x---|----|----",
    arpeggios=("1-2-|3-4-|3-2-", "1.3.|2.3.|4.3.", "1---|3-2-|4-3-"),
    calm_arpeggios=("1---|2---|3---", "1---|3---|2---"),
    percussion=(
        "tambourine 1+ ....|x...|x...\nshaker 2+ xgog|xgog|xgog",
        "shaker 1+ x.g.|x.g.|x.g.\ntriangle 2+ x...|....|....",
    ),
    calm_percussion=("triangle 1+ o...|....|....\nshaker 2+ o...|g...|g...",),
    tunes={
        "few": Tunes(("x---|----|x---", "x---|----|----", "x---|--x-|----"), ("x---|----|----",)),
        "some": Tunes(
            ("x---|x---|x---", "x---|----|x-x-", "x---|x-x-|x---", "x---|--x-|x---", "x-x-|x---|x---"),
            ("x---|x---|----", "x---|----|----", "x-x-|x---|----"),
        ),
        "many": Tunes(
            ("..x-|x-x-|x-x-", "x-x-|x-x-|..x-", "x---|..x-|x-x-", "x-x-|x---|x-..", "x-x-|x-x-|x---"),
            ("x-x-|x---|....", "..x-|x---|----"),
        ),
        "riff": Tunes(
            ("x--x|--x-|x---", "x-x-|..x-|x...", "x---|x-x-|..x-", "x..x|..x-|x-..", "x-..|x-x-|x-.."),
            ("x--x|----|....", "x-x-|x---|...."),
        ),
    },
)

IN_TWO = MetrePatterns(
    bands={
        "stage": Band(
            drums=(
                "kick 0+ X...|o...\nsnare 1+ ..x.|..x.\nsnare 2+ ....|...g\ntambourine 3 x.x.|x.x.",
                "kick 0+ X...|....\nsnare 1+ ..x.|x.gg\ntriangle 2+ x...|x...\ntom_low 3 X...|x...",
            ),
            bass=("R-..|5-..", "R-..|R-..", "R-..|5-a-"),
            calm_bass=("R---|5---", "R---|...."),
            comping=("..x.|..x.", "..x-|..x-", "..xx|..x."),
            calm_comping=("..x.|..x.", "x---|----"),
        ),
        "swing": Band(
            drums=(
                "ride 0+ X.o.|x.o.\npedal 0+ ..x.|..x.\nkick 0+ X...|x...\nsnare 2+ ....|x...",
                "closed 0+ x.o.|x.o.\nkick 0+ X...|o...\nsnare 1+ ..x.|..x.\nrim 3 ...x|....",
            ),
            bass=("R-..|5-..", "R---|a---", "R---|5-a-"),
            calm_bass=("R---|5---", "R---|----"),
            comping=("..x.|..x.", "....|x...", "..x.|x.x."),
            calm_comping=("x---|----", "..x.|..x."),
        ),
        "band": Band(
            drums=(
                "kick 0+ X...|x...\nsnare 1+ ..x.|..x.\nclosed 0+ o.x.|o.x.\nopen 3 ....|..x.",
                "kick 0+ X...|....\nkick 2+ ..x.|....\nsnare 1+ ....|X...\nclosed 0+ xoxo|xoxo",
            ),
            bass=("R-..|5-..", "R-R-|5-5-", "R-5-|8-a-"),
            calm_bass=("R---|5---", "R---|----"),
            comping=("..x.|..x.", "..x-|..x-", "x.x.|x.x."),
            calm_comping=("x---|----", "..x.|..x."),
        ),
        "beats": Band(
            drums=(
                "kick 0+ X...|x...\nclap 1+ ....|X...\nopen 1+ ..x.|..x.\nclosed 2+ xgxg|xgxg",
                "kick 0+ X..x|....\nsnare 1+ ....|X..g\nclosed 0+ x.x.|x.x.\nrim 2+ ...x|..x.",
            ),
            bass=("..R-|..R-", "R-.R|..8-", "R.R.|R.8."),
            calm_bass=("R---|--..", "R---|----"),
            comping=("..x.|..x.", "x--x|--x-", "..x.|.x.."),
            calm_comping=("x---|----",),
        ),
    },
    held="x---|----",
    arpeggios=("1-2-|3-2-", "1234|5432", "1.3.|2.4."),
    calm_arpeggios=("1---|3---", "1-2-|3---"),
    percussion=("tambourine 1+ ..x.|..x.\nshaker 2+ xgog|xgog", "shaker 1+ x.g.|x.g.\ncowbell 3 x...|x..."),
    calm_percussion=("triangle 1+ o...|....\nshaker 2+ o...|g...",),
    tunes={
        "few": Tunes(("x---|----", "x---|x---"), ("x---|----",)),
        "some": Tunes(
            ("x-x-|x---", "x---|x-x-", "x--x|x-x-", "x-x-|x-x-", "x---|x---"), ("x-x-|x---", "x---|----", "x---|x---")
        ),
        "many": Tunes(("x-xx|x-x-", "..x-|x-x-", "xxx-|x-x-", "x-x-|xxx-"), ("x-x-|x---", "xxx-|x---")),
        "riff": Tunes(("x-x.|..x-", "x..x|..x-", "..x-|x-x-", "x-xx|..x-"), ("x-x-|....", "x--x|----")),
    },
)

IN_SIX_EIGHT = MetrePatterns(
    bands={
        "stage": Band(
            drums=(
                "kick 0+ X..|...\ntriangle 1+ x..|x..\nsnare 2+ ...|x.o\ntom_low 3 X..|..x",
                "kick 0+ X..|...\ntriangle 0+ x..|o..\nsnare 2+ ..g|x.g\ntambourine 3 x.x|x.x",
            ),
            bass=("R--|5--", "R--|R-5", "R--|5-a"),
            calm_bass=("R--|---", "R--|5--"),
            comping=(".xx|.xx", "x-x|x-x", "..x|..x"),
            calm_comping=("x--|---", "x--|x--"),
        ),
        "swing": Band(
            drums=(
                "ride 0+ X.x|x.x\npedal 0+ ...|x..\nkick 0+ X..|..o\nsnare 2+ ..g|..g",
                "ride 0+ X..|x.x\npedal 0+ ..x|..x\nkick 0+ X..|...\nsnare 1+ ...|o..\nrim 3 ..x|...",
            ),
            bass=("R--|5-a", "R-5|8-a", "R--|3-5"),
            calm_bass=("R--|5--", "R--|---"),
            comping=("..x|..x", "x-x|...", "..x|x-."),
            calm_comping=("x--|---", "x--|..x"),
        ),
        "band": Band(
            drums=(
                "kick 0+ X..|...\nkick 2+ ...|..x\nsnare 1+ ...|X..\nclosed 0+ xoo|xoo\nopen 3 ...|..x",
                "kick 0+ X..|...\nkick 2+ ..x|...\nsnare 1+ ...|X..\nclosed 0-2 x.o|x.o\nride 3 x.x|x.x",
            ),
            bass=("R--|5--", "R-R|5-5", "R-5|8-5", "R--|R-a"),
            calm_bass=("R--|---", "R--|5--"),
            comping=("xox|xox", "x-x|x-x", ".xx|.xx"),
            calm_comping=("x--|---", "x--|x--"),
        ),
        "beats": Band(
            drums=(
                "kick 0+ X..|..x\nclap 1+ ...|X..\nclosed 0+ xgo|xgo\nrim 2+ ..x|.x.",
                "kick 0+ X..|...\nkick 2+ ..x|...\nsnare 1+ ...|X..\nclosed 1+ xxo|xxo\nopen 3 ..x|..x",
            ),
            bass=("R--|..R", "R-R|..8", "R--|R-5"),
            calm_bass=("R--|---",),
            comping=("..x|..x", "x.x|..x", ".x.|x.."),
            calm_comping=("x--|---",),
        ),
    },
    held="x--|---",
    arpeggios=("123|432", "132|343", "123|543"),
    calm_arpeggios=("1--|3--", "123|4--"),
    percussion=("tambourine 1+ ...|x..\nshaker 2+ xgg|xgg", "shaker 1+ x.g|x.g\ntriangle 2+ x..|..."),
    calm_percussion=("triangle 1+ o..|...\nshaker 2+ o..|g..",),
    tunes={
        "few": Tunes(("x--|---", "x--|x--", "x--|--x"), ("x--|---",)),
        "some": Tunes(("x-x|x--", "x--|x-x", "x--|x--", "xxx|x--", "x-x|x-x"), ("x-x|x--", "x--|---", "x--|x--")),
        "many": Tunes(("xxx|x-x", "x-x|xxx", ".xx|x-x", "xxx|x--"), ("xxx|x--", "x-x|x--")),
        "riff": Tunes(("x-x|..x", "x..|x-x", "..x|x-x", "x-x|x.."), ("x-x|...", "x--|...")),
    },
    fills=(
        "snare 0+ x.x|xxX\nkick 0+ X..|...",
        "tom_high 0+ xxx|...\ntom_mid 0+ ...|xx.\ntom_low 0+ ...|..X\nkick 0+ X..|...",
    ),
)

PATTERNS: Mapping[Metre, MetrePatterns] = {
    Metre.THREE_FOUR: IN_THREE,
    Metre.TWO_FOUR: IN_TWO,
    Metre.SIX_EIGHT: IN_SIX_EIGHT,
}
"""Every metre but that in which styles are written."""
