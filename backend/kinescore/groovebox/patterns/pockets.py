"""Groove templates: who plays ahead of the beat and who behind it, and whose swing is flatter.

Kick and snare are the beat, and stay on it. Soloists in jazz play downbeats after the ride cymbal and swing less than
it does (Friberg and Sundström 2002, "Swing ratios and ensemble timing in jazz performance"); the basses of hip-hop and
reggae lie behind the beat; the hats of rock and samba lean ahead of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pocket:
    """Seconds after the beat, by part; negative ahead of it, which only strokes without a pitch may be.

    melody_swing: part of the style's swing that its tunes have, 1 all of it."""

    hats: float = 0.0
    percussion: float = 0.0
    bass: float = 0.0
    chords: float = 0.0
    melody: float = 0.0
    melody_swing: float = 1.0


ON_THE_BEAT = Pocket()
LAID_BACK = Pocket(hats=0.007, percussion=0.006, bass=0.014, chords=0.014, melody=0.02, melody_swing=0.8)
BEHIND_THE_RIDE = Pocket(hats=-0.004, chords=0.012, melody=0.024, melody_swing=0.6)
DEEP = Pocket(hats=0.005, percussion=0.004, bass=0.018, melody=0.016)
TIGHT = Pocket(hats=-0.004, bass=0.004, chords=0.005, melody=0.008)
DRIVING = Pocket(hats=-0.006, percussion=-0.006, melody=0.004)
SUNG_LATE = Pocket(chords=0.008, melody=0.028)
