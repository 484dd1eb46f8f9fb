"""Movement -> beat grid: tempo, phase and downbeats joined, with two honest confidences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_confidence import Evidence
from kinescore.dance.beat_grid import BeatGrid, even_beats, known_beats
from kinescore.dance.cues import tempo_curves
from kinescore.dance.downbeats import BEATS_PER_BAR, first_downbeat
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.movement import RATE_HZ, Movement, moving_mean
from kinescore.dance.phase import beat_phase
from kinescore.dance.phase_model import PhaseModel, shipped_model
from kinescore.dance.picture_tempo import phase_for_hits, tempi_for_hits
from kinescore.dance.tempo import FASTEST_BPM, SLOWEST_BPM, TempoCurve, refined, tempo_curve

CANDIDATES = 5
SHORTEST_SECONDS = 3.0
"""Less than this holds too few beats to tell a tempo from a gesture."""
MOVING_SHARE = 0.3
"""Single events between long holds make no pulse."""
RESTLESS_SHARE = 0.4
"""Who moves for two fifths of the time is taken to keep one, however faint: half of all 5 s pieces of real dance
have no tempo more prominent than PULSE_PROMINENCE."""
PULSE_PROMINENCE = 1.5
"""Three in four pieces of noise, idling and randomly cut dance have no tempo more prominent than this."""
GOING_SECONDS, GOING_SPEED = 0.15, 0.06
"""Who covers 0.06 body sizes per second, net over 0.15 s, moves: tracking noise of 3 px and idling stay
below 0.035, the calmest of 128 pieces of dance is at 0.067 for three tenths of the time."""


@dataclass(frozen=True)
class Pulse:
    """tempo_bpm and other tempi it could be, best first; first_beat in [0, period) seconds; confidences of BeatGrid."""

    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    first_beat: float
    tempo_confidence: float
    beat_confidence: float


def beat_grid_of(
    movement: Movement,
    hits: HitPoints,
    seconds: float,
    tempo_bpm: float | None = None,
    model: PhaseModel | None = None,
    shift_seconds: float = 0.0,
) -> BeatGrid:
    """Return the beats of `movement` at the tempo found in it, or at `tempo_bpm` where that is given.

    All beats come later by `shift_seconds` than found: a dancer's own distance from the beat. Movement without a pulse
    gets the tempo and phase that land best on `hits`, and no confidence. `model` stands in for the shipped one where
    dancers are left out.
    """
    chosen = model or shipped_model()
    felt = _felt_pulse(movement, tempo_bpm, chosen) if seconds >= SHORTEST_SECONDS else None
    pulse = felt or _picture_pulse(hits, tempo_bpm)
    beats = even_beats(pulse.first_beat + shift_seconds, pulse.tempo_bpm, seconds)
    downbeats = _downbeats(movement, beats)
    confidences = (pulse.tempo_confidence, pulse.beat_confidence)
    return BeatGrid(beats, downbeats, pulse.tempo_bpm, pulse.alternatives_bpm, *confidences, BEATS_PER_BAR)


def beat_grid_of_music(movement: Movement, times: Sequence[float], seconds: float, shift_seconds: float) -> BeatGrid:
    """Return the beats of known music at `times` [N] s over the movement; only the one of the bar is read from it."""
    beats, tempo_bpm = known_beats([time + shift_seconds for time in times], seconds)
    return BeatGrid(beats, _downbeats(movement, beats), tempo_bpm, (), 1.0, 1.0, BEATS_PER_BAR)


def _downbeats(movement: Movement, beats: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.arange(first_downbeat(movement, beats), len(beats), BEATS_PER_BAR, dtype=np.int64)


def _moving_share(movement: Movement) -> float:
    """Return the share of time in which the body gets somewhere: jitter goes to and fro."""
    velocity = moving_mean(movement.velocity, GOING_SECONDS)
    speed = np.einsum("np,p->n", np.hypot(velocity[..., 0], velocity[..., 1]), movement.visible)
    speed /= max(float(movement.visible.sum()), 1e-9)
    return float((speed > GOING_SPEED).mean())


def _felt_pulse(movement: Movement, tempo_bpm: float | None, model: PhaseModel) -> Pulse | None:
    """Return the pulse of the movement, or None where it moves too little, or briefly and without a prominent tempo."""
    moving = _moving_share(movement)
    if moving < MOVING_SHARE or movement.is_steady:
        return None
    curves = tempo_curves(movement)
    curve = tempo_curve(curves)
    tempi = _with_octaves(curve, curve.ranked(CANDIDATES))
    faint = curve.prominence(tempi[0]) < PULSE_PROMINENCE
    if tempo_bpm is None and faint and moving < RESTLESS_SHARE:
        return None
    tempo = refined(curves, tempi[0]) if tempo_bpm is None else tempo_bpm
    phase = beat_phase(movement, tempo, model)
    beats = len(movement.positions) / RATE_HZ * tempo / 60
    evidence = Evidence(curve.prominence(tempo), curve.share(tempo), phase.certainty, beats)
    say = model.calibration
    if tempo_bpm is None:
        confidences = (say.tempo_confidence(evidence), say.beat_confidence(evidence))
    else:
        confidences = (1.0, say.phase_confidence(evidence))
    return Pulse(tempo, _others(tempi, tempo), phase.first_beat, *confidences)


def _picture_pulse(hits: HitPoints, tempo_bpm: float | None) -> Pulse:
    """Return beats that land on `hits`, without confidence in them."""
    tempi = tempi_for_hits(hits, CANDIDATES)
    tempo = tempi[0] if tempo_bpm is None else tempo_bpm
    given = 0.0 if tempo_bpm is None else 1.0
    return Pulse(tempo, _others(tempi, tempo), phase_for_hits(hits, tempo), given, 0.0)


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
