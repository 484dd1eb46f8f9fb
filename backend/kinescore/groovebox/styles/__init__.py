"""The styles that the built-in engine plays, by name."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.styles.club import HOUSE, WAACK
from kinescore.groovebox.styles.electronic import DRUM_AND_BASS, SYNTHWAVE, TECHNO
from kinescore.groovebox.styles.funk import FUNK_STYLE, LOCK, POPPING
from kinescore.groovebox.styles.hard_street import KRUMP, LA_HIP_HOP, TRAP
from kinescore.groovebox.styles.songs import LATIN_STYLE, POP_STYLE, ROCK_STYLE, STREET_JAZZ
from kinescore.groovebox.styles.stage import AMBIENT_STYLE, BALLET_JAZZ, CINEMATIC, JAZZ_STYLE, ORCHESTRAL
from kinescore.groovebox.styles.street import BREAK, HIP_HOP_STYLE, LO_FI, MIDDLE_HIP_HOP
from kinescore.groovebox.styles.style import Style

STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        BREAK, HOUSE, BALLET_JAZZ, STREET_JAZZ, KRUMP, LA_HIP_HOP, LOCK, MIDDLE_HIP_HOP, POPPING, WAACK,
        TECHNO, HIP_HOP_STYLE, FUNK_STYLE, POP_STYLE, ROCK_STYLE, LATIN_STYLE, JAZZ_STYLE, ORCHESTRAL, AMBIENT_STYLE,
        CINEMATIC, DRUM_AND_BASS, LO_FI, SYNTHWAVE, TRAP,
    )
}  # fmt: skip

GENRE_CODES: Mapping[str, str] = {style.code: style.name for style in STYLES.values() if style.code}
"""AIST++ two-letter genre codes to style names."""
