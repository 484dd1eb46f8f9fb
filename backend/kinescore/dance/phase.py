"""Where the beat falls once the tempo is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import Cue, amplitudes, beat_cues
from kinescore.dance.movement import RATE_HZ, Movement
from kinescore.dance.peaks import vertices
from kinescore.dance.phase_cues import CURVES_HZ
from kinescore.dance.phase_model import PHASES, PhaseModel, shipped_model
from kinescore.motion.keypoints import Layout

TOLERANCE_SECONDS = 0.1
VOTE_SHARPNESS = 4.0
"""Log odds between the phase that the cues of anything without a body vote for and its opposite, for one clear cue."""


@dataclass(frozen=True)
class BeatPhase:
    """first_beat: in [0, period) s. certainty: 0..1, the softmax's mass within 0.1 s of it."""

    first_beat: float
    certainty: float


def beat_phase(
    movement: Movement, curves: NDArray[np.float64], tempo_bpm: float, model: PhaseModel | None = None
) -> BeatPhase:
    """Return where the beats of `movement` fall at `tempo_bpm`: where the fitted score is highest.

    curves: of the movement, see pulse_curves.
    """
    hz = tempo_bpm / 60
    vote = beat_vote(beat_cues(movement), tempo_bpm)
    if movement.layout is Layout.POINTS:  # the score was fitted to bodies; what has none is read by its cues alone
        turns = np.arange(PHASES) / PHASES
        return phase_of_scores(VOTE_SHARPNESS * np.real(vote * np.exp(2j * np.pi * turns)), tempo_bpm)
    beats = len(movement.positions) / RATE_HZ * hz
    chosen = shipped_model() if model is None else model
    at_beat, at_half = (amplitudes(curves, rate, CURVES_HZ) for rate in (hz, 2 * hz))
    return phase_of_scores(chosen.scores(at_beat, at_half, vote, beats), tempo_bpm)


def phase_of_scores(scores: NDArray[np.float64], tempo_bpm: float) -> BeatPhase:
    """Return the best phase of `scores` [PHASES], to a fraction of a step, and the softmax's mass around it."""
    period = 60.0 / tempo_bpm
    best = int(np.argmax(scores))
    ring = scores[(best + np.arange(-1, 2)) % PHASES]
    place = best - 1 + float(vertices(ring, np.array([1]))[0])
    mass = np.exp(scores - scores.max())
    distance = np.abs((np.arange(PHASES) - place + PHASES / 2) % PHASES - PHASES / 2) * period / PHASES
    # A phase at the edge of the tolerance counts by the part of its step inside it.
    inside = np.clip((TOLERANCE_SECONDS - distance) * PHASES / period + 0.5, 0.0, 1.0)
    return BeatPhase((place / PHASES) % 1.0 * period, float((mass * inside).sum() / mass.sum()))


def beat_vote(cues: tuple[Cue, ...], tempo_bpm: float) -> complex:
    """Return the vote of hand-made cues, in the form of a complex amplitude: minus its angle is the beat's phase.

    Each cue is a vector of its crest's phase and its coherence with the tempo; they add up weighted by trust and by
    coherence once more, so that a cue without pulse in this style is not heard.
    """
    votes = np.array([cue.trust * amplitudes(cue.curve, tempo_bpm / 60) for cue in cues])
    return complex((np.abs(votes) * votes).sum())
