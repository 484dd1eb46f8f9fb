"""Lo-fi: middle hip-hop slowed down, rolled chords and a lazy tune."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import BEBOP
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.styles import middle_hip_hop

STYLE = replace(
    middle_hip_hop.STYLE,
    name="lo-fi",
    tempo=(68, 92),
    colour=Colour.MELLOW,
    swing=Swing(0.25, 0.6),
    chords=(replace(middle_hip_hop.STYLE.chords[0], strum_seconds=0.02), *middle_hip_hop.STYLE.chords[2:]),
    melodies=(replace(middle_hip_hop.STYLE.melodies[0], idiom=replace(BEBOP, busy=0.4)),),
)
