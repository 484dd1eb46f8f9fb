"""A style in bars that are not of four beats: its players, sounds, harmony and swing, in rhythms of that metre."""

from __future__ import annotations

from dataclasses import replace

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.idioms import Idiom
from kinescore.groovebox.patterns.metres import PATTERNS, Band, MetrePatterns
from kinescore.groovebox.styles.style import ChordPlayer, Style

_KIND_OF_KIT = {"orchestral_percussion": "stage", "brush_kit": "swing", "acoustic_kit": "band"}
_FEW_NOTES, _MANY_NOTES = 3.5, 5.0
"""Notes in a bar of four below which a tune is slow, and above which it runs."""


def in_metre(style: Style, metre: Metre) -> Style:
    """Return `style`, its chairs filled, as its players play in `metre`; in its own metre it is itself."""
    if metre is style.metre:
        return style
    patterns = PATTERNS[metre]
    band = _band(style, patterns)
    return replace(
        style,
        metre=metre,
        drums=style.drums and replace(style.drums, grooves=band.drums),
        percussion=style.percussion
        and replace(style.percussion, grooves=patterns.percussion if style.drums else patterns.calm_percussion),
        bass=style.bass and replace(style.bass, lines=band.bass, calm=band.calm_bass),
        chords=tuple(_chords(player, patterns, band) for player in style.chords),
        melodies=tuple(replace(player, idiom=_idiom(player.idiom, patterns)) for player in style.melodies),
    )


def _band(style: Style, patterns: MetrePatterns) -> Band:
    """What this kind of band plays: where there is no drummer, chords are held and the bass is calm throughout."""
    if style.drums:
        return patterns.bands[_KIND_OF_KIT.get(style.drums.seat.instruments[0], "beats")]
    stage = patterns.bands["stage"]
    held = (patterns.held,)
    return Band((), stage.calm_bass, stage.calm_bass, held, held)


def _chords(player: ChordPlayer, patterns: MetrePatterns, band: Band) -> ChordPlayer:
    """A pad holds, an arpeggio goes on one note at a time, all others accompany."""
    if player.gate == 1.0 and all(set(rhythm) <= set("x-|") for rhythm in player.rhythms):
        return replace(player, rhythms=(patterns.held,), calm=())
    if all(any(symbol.isdigit() for symbol in rhythm) for rhythm in player.rhythms):
        return replace(player, rhythms=patterns.arpeggios, calm=patterns.calm_arpeggios)
    return replace(player, rhythms=band.comping, calm=band.calm_comping)


def _idiom(idiom: Idiom, patterns: MetrePatterns) -> Idiom:
    """As busy as the style's own tunes."""
    notes = sum(symbol not in ".-|" for cell in idiom.cells for symbol in cell) / len(idiom.cells)
    kind = "few" if notes < _FEW_NOTES else "many" if notes > _MANY_NOTES else "some"
    tunes = patterns.tunes["riff" if idiom.riff else kind]
    return replace(idiom, cells=tunes.cells, answers=tunes.answers)
