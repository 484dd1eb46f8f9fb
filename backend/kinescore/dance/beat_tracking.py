"""Movement -> beat grid: tempo, phase and downbeats joined, with two honest confidences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_confidence import OF_MADE_MOVERS, Evidence
from kinescore.dance.beat_grid import BeatGrid, even_beats, known_beats
from kinescore.dance.downbeats import first_downbeat
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.metre import Metre
from kinescore.dance.metre_finding import metre_of_movement
from kinescore.dance.movement import RATE_HZ, Movement, movement_through, moving_mean
from kinescore.dance.phase import beat_phase
from kinescore.dance.phase_cues import pulse_curves
from kinescore.dance.phase_model import PhaseModel, shipped_model
from kinescore.dance.picture_tempo import phase_for_hits, tempi_for_hits
from kinescore.dance.tempo import FASTEST_BPM, SLOWEST_BPM, TempoCurve, refined, tempo_curve
from kinescore.dance.tempo_slide import EvenClock, even_clock, evened
from kinescore.motion.keypoints import Layout

CANDIDATES = 5
SHORTEST_SECONDS = 3.0
"""Less than this holds too few beats to tell a tempo from a gesture."""
MOVING_SHARE = 0.22
"""Who moves for less of the time than this makes single gestures or jumps between long holds; who moves for more is
taken to keep a tempo, however faint: half of all 5 s pieces of real dance have no tempo that stands out, and street
jazz holds still for three beats of four."""
GOING_SECONDS, GOING_SPEED = 0.15, 0.06
"""Who covers 0.06 body sizes per second, net over 0.15 s, moves: tracking noise of 3 px and idling stay
below 0.035, the calmest of 128 pieces of dance is at 0.067 for three tenths of the time."""


@dataclass(frozen=True)
class Pulse:
    """tempo_bpm and other tempi it could be, best first; first_beat in [0, period) seconds; confidences of BeatGrid;
    metre: of every bar. clock: on which all this holds, where the tempo slides.
    """

    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    first_beat: float
    tempo_confidence: float
    beat_confidence: float
    metre: Metre = Metre.FOUR_FOUR
    clock: EvenClock | None = None


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
    gets the tempo and phase that land best on `hits`, and no confidence. `model` stands in for the shipped one, whose
    confidences are those of dancers, or of made movers for what is no body.
    """
    chosen = model or _model_for(movement)
    felt = _felt_pulse(movement, tempo_bpm, chosen) if seconds >= SHORTEST_SECONDS else None
    pulse = felt or _picture_pulse(hits, tempo_bpm)
    if pulse.clock is not None:
        return _sliding_grid(movement, pulse, pulse.clock, seconds, shift_seconds)
    beats = even_beats(pulse.first_beat + shift_seconds, pulse.tempo_bpm, seconds)
    downbeats = _downbeats(movement, beats, pulse.metre)
    confidences = (pulse.tempo_confidence, pulse.beat_confidence)
    return BeatGrid(beats, downbeats, pulse.tempo_bpm, pulse.alternatives_bpm, *confidences, (pulse.metre,))


def _sliding_grid(movement: Movement, pulse: Pulse, clock: EvenClock, seconds: float, shift_seconds: float) -> BeatGrid:
    """Return the beats that are even on `clock`; the grid's tempo is that of the middle interval."""
    even = even_beats(pulse.first_beat, pulse.tempo_bpm, float(clock.shown_at(np.array([seconds]))[0]))
    beats, tempo_bpm = known_beats(list(clock.when(even) + shift_seconds), seconds)
    others = tuple(
        float(np.clip(other * tempo_bpm / pulse.tempo_bpm, SLOWEST_BPM, FASTEST_BPM))
        for other in pulse.alternatives_bpm
    )
    downbeats = _downbeats(movement, beats, pulse.metre)
    return BeatGrid(beats, downbeats, tempo_bpm, others, pulse.tempo_confidence, pulse.beat_confidence, (pulse.metre,))


def _model_for(movement: Movement) -> PhaseModel:
    shipped = shipped_model()
    return shipped if movement.layout is Layout.COCO_17 else replace(shipped, calibration=OF_MADE_MOVERS)


def beat_grid_of_music(movement: Movement, times: Sequence[float], seconds: float, shift_seconds: float) -> BeatGrid:
    """Return the beats of known music at `times` [N] s over the movement; only the one of the bar is read from it."""
    beats, tempo_bpm = known_beats([time + shift_seconds for time in times], seconds)
    return BeatGrid(beats, _downbeats(movement, beats, Metre.FOUR_FOUR), tempo_bpm, (), 1.0, 1.0)


def _downbeats(movement: Movement, beats: NDArray[np.float64], metre: Metre) -> NDArray[np.int64]:
    return np.arange(first_downbeat(movement, beats, metre.beats), len(beats), metre.beats, dtype=np.int64)


def moves_enough(movement: Movement) -> bool:
    """Say whether the body gets somewhere in MOVING_SHARE of the time, where jitter goes to and fro, and not evenly."""
    velocity = moving_mean(movement.velocity, GOING_SECONDS)
    speed = np.einsum("np,p->n", np.hypot(velocity[..., 0], velocity[..., 1]), movement.visible)
    speed /= max(float(movement.visible.sum()), 1e-9)
    return float((speed > GOING_SPEED).mean()) >= MOVING_SHARE and not movement.is_steady


def _felt_pulse(
    movement: Movement, tempo_bpm: float | None, model: PhaseModel, *, may_slide: bool = True
) -> Pulse | None:
    """Return the pulse of the movement, or None where it moves too little."""
    if not moves_enough(movement):
        return None
    curves, rate_hz = pulse_curves(movement)
    curve = tempo_curve(curves, rate_hz)
    tempi = _with_octaves(curve, curve.ranked(CANDIDATES))
    tempo = refined(curves, rate_hz, tempi[0]) if tempo_bpm is None else tempo_bpm
    phase = beat_phase(movement, curves, tempo, model)
    beats = len(movement.positions) / RATE_HZ * tempo / 60
    evidence = Evidence(curve.prominence(tempo), curve.share(tempo), phase.certainty, beats)
    say = model.calibration
    if tempo_bpm is None:
        confidences = (say.tempo_confidence(evidence), say.beat_confidence(evidence))
    else:
        confidences = (1.0, say.phase_confidence(evidence))
    is_body = movement.layout is Layout.COCO_17
    metre = metre_of_movement(curves, rate_hz, tempo) if is_body else Metre.FOUR_FOUR
    pulse = Pulse(tempo, _others(tempi, tempo), phase.first_beat, *confidences, metre)
    clock = even_clock(curves, tempo) if is_body and may_slide and tempo_bpm is None else None
    return pulse if clock is None else _slid(movement, pulse, clock, model)


def _slid(movement: Movement, pulse: Pulse, clock: EvenClock, model: PhaseModel) -> Pulse:
    """Return the pulse on `clock`, no surer than `pulse`, which was found as if the tempo held: a clock can be laid
    through anything, and even cut-up movement keeps time on it."""
    even = movement_through(evened(movement.positions, clock, RATE_HZ), movement.visible, movement.layout)
    found = _felt_pulse(even, None, model, may_slide=False)
    if found is None:
        return pulse
    sure, beats = min(pulse.tempo_confidence, found.tempo_confidence), min(pulse.beat_confidence, found.beat_confidence)
    return replace(found, clock=clock, tempo_confidence=sure, beat_confidence=beats)


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
