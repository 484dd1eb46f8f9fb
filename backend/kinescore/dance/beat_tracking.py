"""Movement -> beat grid: tempo, phase and downbeats joined, with an honest confidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.cues import beat_cues, tempo_curves
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.movement import STILL_SPEED, Movement
from kinescore.dance.phase import BEATS_PER_BAR, beat_phase, first_downbeat
from kinescore.dance.picture_tempo import phase_for_hits, tempi_for_hits
from kinescore.dance.tempo import FASTEST_BPM, SLOWEST_BPM, TempoCurve, refined, tempo_curve

CANDIDATES = 5
SHORTEST_SECONDS = 3.0
"""Less than this holds too few beats to tell a tempo from a gesture."""
MOVING_SHARE = 0.3
"""Single events between long holds make no pulse."""
NO_PULSE_PROMINENCE = 1.5
"""Three in four pieces of noise, idling and randomly cut dance have no tempo more prominent than this."""
EVEN_ODDS_PROMINENCE, CONFIDENCE_SLOPE = 3.8, 2.9
"""Logistic fit, over the logarithm of the prominence, of how often all beats were within 0.1 s of the music's: dances,
whole, cut to 10 and 20 s and time-stretched, against as many pieces without music."""


@dataclass(frozen=True)
class Pulse:
    """tempo_bpm and other tempi it could be, best first; first_beat in [0, period) seconds; confidence 0..1."""

    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    first_beat: float
    confidence: float


def beat_grid_of(movement: Movement, hits: HitPoints, seconds: float, tempo_bpm: float | None = None) -> BeatGrid:
    """Return the beats of `movement` at the tempo found in it, or at `tempo_bpm` where that is given.

    confidence estimates how likely every beat is within 0.1 s of where music would have it. Movement without a pulse
    has confidence 0, and the tempo and phase that land best on `hits`.
    """
    felt = _felt_pulse(movement, tempo_bpm) if _keeps_moving(movement, seconds) else None
    pulse = felt or _picture_pulse(hits, tempo_bpm)
    beats = even_beats(pulse.first_beat, pulse.tempo_bpm, seconds)
    downbeats = np.arange(first_downbeat(movement, beats), len(beats), BEATS_PER_BAR, dtype=np.int64)
    return BeatGrid(
        beats, downbeats, pulse.tempo_bpm, pulse.alternatives_bpm, pulse.confidence, beats_per_bar=BEATS_PER_BAR
    )


def _keeps_moving(movement: Movement, seconds: float) -> bool:
    """Say whether the movement is long enough for a pulse, and moves for at least MOVING_SHARE of the time."""
    usual_speed = float(np.percentile(movement.body_speed, 100 * (1 - MOVING_SHARE)))
    return seconds >= SHORTEST_SECONDS and usual_speed > STILL_SPEED and not movement.is_steady


def _felt_pulse(movement: Movement, tempo_bpm: float | None) -> Pulse | None:
    """Return the pulse of the movement, or None where no tempo stands out."""
    curves = tempo_curves(movement)
    curve = tempo_curve(curves)
    tempi = _with_octaves(curve, curve.ranked(CANDIDATES))
    tempo = tempi[0] if tempo_bpm is None else tempo_bpm
    prominence = curve.prominence(tempo)
    if prominence < NO_PULSE_PROMINENCE:
        return None
    if tempo_bpm is None:
        tempo = refined(curves, tempo)
    confidence = 1.0 / (1.0 + (EVEN_ODDS_PROMINENCE / prominence) ** CONFIDENCE_SLOPE)
    return Pulse(tempo, _others(tempi, tempo), beat_phase(beat_cues(movement), tempo), confidence)


def _picture_pulse(hits: HitPoints, tempo_bpm: float | None) -> Pulse:
    """Return beats that land on `hits`, without confidence."""
    tempi = tempi_for_hits(hits, CANDIDATES)
    tempo = tempi[0] if tempo_bpm is None else tempo_bpm
    return Pulse(tempo, _others(tempi, tempo), phase_for_hits(hits, tempo), 0.0)


def _others(tempi: tuple[float, ...], tempo_bpm: float) -> tuple[float, ...]:
    return tuple(other for other in tempi if abs(other / tempo_bpm - 1.0) > 0.02)


def _with_octaves(curve: TempoCurve, ranked: tuple[float, ...]) -> tuple[float, ...]:
    """Return `ranked` with half and double time of its first, as far as music goes, all by falling salience."""
    best = ranked[0]
    octaves = [best * factor for factor in (0.5, 2.0) if SLOWEST_BPM <= best * factor <= FASTEST_BPM]
    rivals = [tempo for tempo in ranked[1:] if all(abs(tempo / octave - 1.0) > 0.04 for octave in octaves)]
    salience = curve.salience
    order = sorted([*octaves, *rivals], key=lambda tempo: -np.interp(tempo, curve.tempi, salience))
    return (best, *order)
