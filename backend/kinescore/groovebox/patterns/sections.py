"""The kinds of section that a form is made of, and what kinds of music call them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class SectionKind(Enum):
    """What a section does in the form; each style has its own word for it."""

    INTRO = "intro"
    VERSE = "verse"
    BUILD = "build"
    CHORUS = "chorus"
    BREAK = "break"
    ENDING = "ending"


TOP_LEVEL = 3
"""Sections have levels of intensity from 0 to this."""

SectionNames = Mapping[SectionKind, str]

CLUB_SECTIONS: SectionNames = {
    SectionKind.VERSE: "groove", SectionKind.CHORUS: "drop", SectionKind.BREAK: "breakdown",
}  # fmt: skip
STREET_SECTIONS: SectionNames = {
    SectionKind.CHORUS: "hook", SectionKind.BREAK: "break", SectionKind.ENDING: "outro",
}  # fmt: skip
SONG_SECTIONS: SectionNames = {SectionKind.BUILD: "pre-chorus", SectionKind.BREAK: "bridge"}

AFTER_INTRO = frozenset(SectionKind) - {SectionKind.INTRO}
NOT_IN_BUILDS = AFTER_INTRO - {SectionKind.BUILD}
"""Where leads play: in songs after the intro, in clubs neither then nor while the music builds."""
