"""Iqa'at: the rhythms of Arab and Turkish dances, each as goblet drum and riq play it.

Dum is the kick with a low conga, tek the high bongo, the riq a tambourine. What makes a rhythm is written as accents,
so that whoever draws from it (`patterns.varying`) ornaments it and takes nothing away. Rhythms in 2/4 are there twice,
those in 8/4 take two bars.
"""

from __future__ import annotations

from collections.abc import Mapping

IQAAT: Mapping[str, str] = {
    "maqsum": """
        kick       0+ X...|....|X...|....
        conga_low  0+ X...|....|X...|....
        bongo_high 0+ ..X.|..X.|...o|X.oo
        tambourine 2+ x.xx|x.xx|x.xx|x.xx
        """,
    "baladi": """
        kick       0+ X.X.|....|X...|....
        conga_low  0+ X.X.|....|X...|....
        bongo_high 0+ ....|o.X.|..oo|X...
        tambourine 1+ xoxx|xoxx|xoxx|xoxx
        bongo_low  3  .x.x|x..x|.x..|.xxx
        """,
    "saidi": """
        kick       0+ X...|..X.|X...|....
        conga_low  0+ X...|..X.|X...|....
        bongo_high 0+ ..Xo|....|..o.|X.o.
        shaker     1+ xgxg|xgxg|xgxg|xgxg
        """,
    "malfuf": """
        kick       0+ X...|....|X...|....
        conga_low  0+ X...|....|X...|....
        bongo_high 0+ .ooX|.oX.|.ooX|.oX.
        tambourine 0+ X.o.|X.o.|X.o.|X.o.
        """,
    "ayyub": """
        kick       0+ X...|X...|X...|X...
        conga_low  0+ X...|X...|X...|X...
        bongo_high 0+ ...X|..X.|...X|..X.
        shaker     2+ xgxg|xgxg|xgxg|xgxg
        """,
    "fallahi": """
        kick       0+ X...|X...|X...|X...
        conga_low  1+ X...|X...|X...|X...
        bongo_high 0+ .X.X|..X.|.X.X|..X.
        tambourine 0+ X.o.|X.o.|X.o.|X.o.
        """,
    "khaliji": """
        kick       0+ X..X|....|X..X|....
        conga_low  0+ X..X|....|X..X|....
        bongo_high 0+ ....|..X.|..o.|..Xo
        tambourine 0+ X.o.|X.o.|X.o.|X.o.
        rim        1+ ....|X...|....|X...
        """,
    "sofyan": """
        kick       0+ X...|....|X...|....
        conga_low  1+ X...|....|X...|....
        bongo_high 0+ ..o.|X.X.|..o.|X.Xo
        tambourine 1+ X.x.|X.x.|X.x.|X.xx
        """,
    "masmudi kabir": """
        kick       0+ X...|X...|....|....|X...|....|....|....
        conga_low  0+ X...|X...|....|....|X...|....|....|....
        bongo_high 0+ ..o.|....|o.oo|X...|..o.|..oo|X.o.|X.oo
        tambourine 1+ X.ox|X.ox|X.ox|X.ox|X.ox|X.ox|X.ox|X.ox
        """,
    "chiftetelli": """
        kick       0+ X...|....|....|....|X...|X...|....|....
        conga_low  0+ X...|....|....|....|X...|X...|....|....
        bongo_high 0+ ....|..X.|..X.|..oo|..o.|..o.|X...|..oo
        tambourine 1+ Xoxo|Xoxo|Xoxo|Xoxo|Xoxo|Xoxo|Xoxo|Xoxo
        """,
}
"""By name; grooves as `patterns.grooves.read_groove` reads them."""
