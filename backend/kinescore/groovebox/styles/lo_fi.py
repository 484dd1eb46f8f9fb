"""Lo-fi: middle hip-hop slowed down, from a worn tape: a dusty kit that swings, keys that sway, a record's crackle."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import BEBOP
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import LAID_BACK
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.styles import middle_hip_hop
from kinescore.groovebox.styles.style import AccentVoices, Seat

_DRUMS, _KEYS, _TUNE = middle_hip_hop.STYLE.drums, middle_hip_hop.STYLE.chords[0], middle_hip_hop.STYLE.melodies[0]

STYLE = replace(
    middle_hip_hop.STYLE,
    name="lo-fi",
    tempo=(68, 92),
    pocket=LAID_BACK,
    colour=Colour.MELLOW,
    swing=Swing(0.25, 0.62),
    drums=_DRUMS and replace(_DRUMS, seat=replace(_DRUMS.seat, instruments=("dusty_kit",), reverb=0.05)),
    chords=(
        replace(
            _KEYS, seat=replace(_KEYS.seat, instruments=("dusty_keys", "dusty_piano"), delay=0.0), strum_seconds=0.02
        ),
        *middle_hip_hop.STYLE.chords[2:],
    ),
    melodies=(
        replace(
            _TUNE,
            seat=replace(_TUNE.seat, instruments=("vibraphone", "dusty_piano", "flute")),
            idiom=replace(BEBOP, busy=0.4),
        ),
    ),
    accents=AccentVoices(("impact",), ("dusty_keys",), ("vibraphone", "dusty_piano"), level_db=-4.0),
    texture=Seat(("vinyl",), reverb=0.0, ducking=0.25, velocity=1.0),
)
