"""Funk: locking's music, darker and a little slower, led by the fingered bass."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.pockets import TIGHT
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.styles import lock

STYLE = replace(
    lock.STYLE,
    name="funk",
    tempo=(88, 122),
    pocket=TIGHT,
    colour=Colour.DARK,
    bass=replace(lock.BASS, seat=replace(lock.BASS.seat, instruments=("electric_bass", "slap_bass"))),
)
