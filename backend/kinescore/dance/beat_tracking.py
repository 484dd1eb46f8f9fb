"""Movement -> beat grid: tempo, phase and downbeats joined, with an honest confidence."""

from __future__ import annotations

import numpy as np

from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.cues import beat_cues, tempo_curves
from kinescore.dance.downbeats import BEATS_PER_BAR, first_downbeat
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.movement import Movement
from kinescore.dance.phase import beat_phase
from kinescore.dance.picture_tempo import phase_for_hits, tempi_for_hits
from kinescore.dance.tempo import tempo_curve

ALTERNATIVES = 6
RIVALS = 3


def beat_grid_of(movement: Movement, hits: HitPoints, seconds: float, tempo_bpm: float | None = None) -> BeatGrid:
    """Return the beats of `movement` at the tempo found in it, or at `tempo_bpm` where that is given."""
    found = tempo_curve(tempo_curves(movement)).ranked(ALTERNATIVES)
    tempo = tempo_bpm or (found[0] if found else 110.0)
    first_beat, clarity = beat_phase(beat_cues(movement), tempo)
    if not clarity:
        tempi = tempi_for_hits(hits, ALTERNATIVES)
        first_beat = phase_for_hits(hits, tempi[0])
    beats = even_beats(first_beat, tempo, seconds)
    downbeats = np.arange(first_downbeat(movement, beats), len(beats), BEATS_PER_BAR, dtype=np.int64)
    return BeatGrid(beats, downbeats, tempo, found[1:], clarity, BEATS_PER_BAR)
