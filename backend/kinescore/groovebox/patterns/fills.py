"""Drum fills: one-bar grooves of which the last beats replace what the drummer was playing. Fills for swung styles keep
their accents on the beats, so that a late sixteenth never passes for one."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.metres import PATTERNS

FILLS: Mapping[str, tuple[str, ...]] = {
    "none": ("closed 0+ ....|....|....|....",),
    "snare": (
        "snare 0+ x.x.|xoxo|xoxo|Xoxx\nkick 0+ X...|X...|X...|X...",
        "snare 0+ ..x.|x.xx|.xo.|Xoxx\nkick 0+ X...|..x.|x..x|....",
        "snare 0+ x..x|x.x.|x..o|X.ox\nkick 0+ x...|x...|x...|x...",
    ),
    "toms": (
        """
        snare    0+ xxxx|....|....|....
        tom_high 0+ ....|xxxx|....|X...
        tom_mid  0+ ....|....|xxxx|.X..
        tom_low  0+ ....|....|....|..XX
        kick     0+ X...|X...|X...|X...
        """,
        """
        snare    0+ x...|x.x.|xx..|x...
        tom_high 0+ ..x.|..x.|..x.|.x..
        tom_low  0+ ....|....|...x|..XX
        kick     0+ X...|....|X...|X...
        """,
    ),
    "snare_build": (
        "snare 0+ o.o.|x.x.|xoxo|XXXX\nkick 0+ X...|X...|X...|X...",
        "clap 0+ ....|x...|x.x.|x.xx\nsnare 0+ oooo|oooo|xxxx|xxxX\nkick 0+ X...|X...|X...|....",
    ),
    "kick_drop": (
        "snare 0+ ....|X...|....|X.ox\nclosed 0+ x.x.|x.x.|x...|x...\nkick 0+ X...|....|X...|....",
        "clap 0+ ....|X...|....|X..o\nkick 0+ X...|....|X...|....\nclosed 0+ x...|x...|x...|x.x.",
    ),
    "clap_run": (
        "clap 0+ ....|X...|...o|X.ox\nkick 0+ X...|..x.|X...|....",
        "clap 0+ x...|x...|x.x.|xxxx\nkick 0+ X...|X...|X...|X...",
    ),
    "hat_roll": (
        "closed 0+ x.x.|xxxx|x.x.|xxxx\nsnare 0+ ....|X...|....|X..o\nkick 0+ X...|....|X...|..x.",
        "closed 0+ xxx|xxx|xxx|xxx\nsnare 0+ ....|X...|....|X...\nkick 0+ X...|....|X...|....",
    ),
    "break_roll": (
        "snare 0+ ....|X..g|xg.o|Xgxx\nkick 0+ X.x.|....|x.x.|....\nclosed 0+ x.x.|x.x.|x.x.|x.x.",
        "snare 0+ x.o.|xgo.|Xo.g|X.ox\nkick 0+ X...|x...|x.x.|....",
    ),
    "brush": (
        "snare 0+ ....|x...|x.xx|x.xx\nkick 0+ x...|....|x...|....",
        "snare 0+ xxx|.xx|xxx|x.x\npedal 0+ ....|x...|....|x...",
    ),
    "timbales": (
        "timbale_high 0+ x..x|..x.|xx.x|xxxx\ntimbale_low 0+ ....|x...|..x.|....\nkick 0+ X...|....|X...|....",
        "timbale_high 0+ X.xx|.xx.|X...|x...\ntimbale_low 0+ ....|....|.xx.|.xXX\nkick 0+ X...|....|X...|....",
    ),
    "timpani_roll": ("tom_low 0+ oooo|oooo|xxxx|xxXX\nkick 0+ x...|....|x...|....",),
    "field_snare": ("snare 0+ g.gg|x.gg|xxxx|xxXX\nkick 0+ x...|....|x...|....",),
}
"""By name, as `Style.fills` lists them; one variant is drawn."""


def fills_in(metre: Metre, name: str) -> tuple[str, ...]:
    """Return the fills of that name in a metre: the last beats of those in four, in compound metre its own."""
    variants = FILLS[name]
    if metre is Metre.FOUR_FOUR:
        return variants
    if name != "none" and PATTERNS[metre].fills:
        return PATTERNS[metre].fills
    return tuple(_last_beats(variant, metre.beats) for variant in variants)


def _last_beats(fill: str, count: int) -> str:
    lines = [line.split() for line in fill.strip().splitlines()]
    return "\n".join(f"{voice} {levels} {'|'.join(pattern.split('|')[-count:])}" for voice, levels, pattern in lines)
