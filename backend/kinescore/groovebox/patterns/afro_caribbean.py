"""Rhythms of Cuba and around it, each as a drum set plays it beside the hand percussion.

Clave, cáscara and cinquillo stand on the rim as timelines, which whoever draws from a groove (`patterns.varying`)
leaves alone. A bar has the length of a clave: its sixteenths are the eighths that musicians there count in.
"""

from __future__ import annotations

from collections.abc import Mapping

AFRO_CARIBBEAN: Mapping[str, str] = {
    "son": """
        kick   0+  X...|x...|X...|x...
        rim    1+  x..x|..x.|..x.|x...
        closed 1+  ..x.|..x.|..x.|..x.
        bell   3   x.x.|x.x.|x.x.|x.x.
        """,
    "cha-cha-chá": """
        kick   0+  X...|..x.|X...|..x.
        rim    0+  ....|x...|....|x...
        closed 1+  x.o.|x.o.|x.o.|x.o.
        ride   3   x.xx|x.xx|x.xx|x.xx
        """,
    "guaracha": """
        kick   0+  X...|x..o|X...|x.o.
        kick   2+  ..o.|....|..o.|...o
        snare  1+  ....|..g.|...g|..g.
        closed 1+  x.o.|x.o.|x.o.|x.o.
        bell   3   x.xx|x.x.|x.xx|x.x.
        """,
    "cáscara": """
        kick    0+ X...|x.x.|X...|x.x.
        rim     1+ x.x.|xx.x|.x.x|x.x.
        closed  0+ X.o.|X.o.|X.o.|X.o.
        cowbell 2+ x...|x...|x...|x...
        """,
    "songo": """
        kick    0+ X..o|..o.|X..o|..o.
        snare   1+ ..g.|X..g|..g.|X..g
        closed  0+ x.o.|x.o.|x.o.|x.o.
        cowbell 2+ x...|x...|x...|x...
        """,
    "guaguancó": """
        kick    0+ X...|o...|X...|o.o.
        rim     1+ x..x|...x|..x.|x...
        tom_low 1+ ....|..o.|....|..o.
        closed  0+ X.oo|X.oo|X.oo|X.oo
        """,
    "danzón": """
        kick    0+ X...|o...|X...|o...
        rim     1+ x.oo|.oo.|x.o.|x.o.
        tom_low 2+ ....|....|x.o.|x.o.
        pedal   0+ ....|x...|....|x...
        """,
    "bachata": """
        kick    0+ X...|..o.|X...|o...
        rim     1+ xoxo|xoxo|xoxo|Xoxo
        closed  1+ x.oo|x.oo|x.oo|x.oo
        tom_low 2+ ....|....|....|X...
        """,
    "cumbia": """
        kick    0+ X...|x...|X...|x...
        rim     1+ ..x.|..x.|..x.|..x.
        closed  0+ X.oo|X.oo|X.oo|X.oo
        tom_low 2+ ....|..x.|....|..xx
        """,
    "merengue": """
        kick    0+ X...|X...|X...|X...
        rim     1+ x...|x...|x...|xxxx
        closed  0+ X.oo|X.oo|X.oo|X.oo
        tom_low 2+ ..x.|....|..x.|....
        """,
    "dembow": """
        kick    0+ X...|X...|X...|X...
        snare   1+ ...x|..x.|...x|..x.
        closed  1+ x.o.|x.o.|x.o.|x.o.
        cowbell 3  x...|..x.|x...|..x.
        """,
}
"""By name; grooves as `patterns.grooves.read_groove` reads them."""
