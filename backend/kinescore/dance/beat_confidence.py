"""How sure the tempo and the beats are, as shares of cases, and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.dance.beat_grid import BeatGrid

LIKELY, DOUBTFUL = 0.7, 0.5
USUAL_SHARE = 0.4
"""The true tempo explains at least this share of what the best one does, in 167 pieces of dance."""


@dataclass(frozen=True)
class Evidence:
    """What the movement says for its beats.

    prominence, share: see TempoCurve. certainty: see BeatPhase. beats: how many were seen.
    """

    prominence: float
    share: float
    certainty: float
    beats: float


@dataclass(frozen=True)
class Calibration:
    """Logistic weights that turn evidence into shares of cases; those of dancers are fitted with dancers left out
    (`fit_beat_phase`).

    tempo: of one and of the logarithms of prominence and beats. phase: of one and of the certainty's log odds.
    beats: of one and of the log odds of both being right, were they independent; 4 % of tempo is too coarse for a beat.
    """

    tempo: tuple[float, float, float]
    phase: tuple[float, float]
    beats: tuple[float, float]

    def tempo_confidence(self, evidence: Evidence) -> float:
        """Return how often a tempo found with such evidence is within 4 % of the music's."""
        return _logistic(self.tempo, tempo_features(evidence))

    def beat_confidence(self, evidence: Evidence) -> float:
        """Return how often all beats at a tempo found with such evidence are within 0.1 s of the music's."""
        both = self.tempo_confidence(evidence) * self.phase_confidence(evidence)
        return _logistic(self.beats, log_odds(both))

    def phase_confidence(self, evidence: Evidence) -> float:
        """Return how often all beats at the right tempo are within 0.1 s; less where the movement lacks that tempo."""
        return _logistic(self.phase, log_odds(evidence.certainty)) * min(1.0, evidence.share / USUAL_SHARE)


OF_MADE_MOVERS = Calibration((-5.76, 4.52, -1.95), (0.0, 1.0), (0.72, 1.11))
"""For what is no body: fitted on made movers with a cadence and without one (`benchmarks.mover_confidence`)."""


def tempo_features(evidence: Evidence) -> tuple[float, float, float]:
    """One, and the logarithms of prominence and of tens of beats."""
    prominence, tens = np.log(np.clip([evidence.prominence, evidence.beats / 10], 0.05, 50.0))
    return (1.0, float(prominence), float(tens))


def log_odds(share: float) -> tuple[float, float]:
    """One, and the log odds of `share`, which is taken to be within 0.02 and 0.98."""
    inside = np.clip(share, 0.02, 0.98)
    return (1.0, float(np.log(inside / (1 - inside))))


def _logistic(weights: tuple[float, ...], features: tuple[float, ...]) -> float:
    return float(1.0 / (1.0 + np.exp(-np.dot(weights, features))))


def confidence_words(grid: BeatGrid) -> str:
    """Return what of `grid` to rely on and what to check, for people: "tempo sure; the beat may be ..."."""
    if grid.tempo_confidence == 0.0:
        return "no pulse found; the beats were chosen to fall on the hit points"
    tempo = _grade(
        grid.tempo_confidence, "tempo sure", "tempo likely", "tempo doubtful: try half, double or a given one"
    )
    beats = _grade(
        grid.beat_confidence,
        "beats sure",
        "beats likely: check them by ear",
        "the beat may be half a beat off: tap or nudge",
    )
    return f"{tempo}; {beats}"


def beat_notes(grid: BeatGrid) -> tuple[str, ...]:
    """Return what to check by ear as a sentence, none where the beats are sure or nothing keeps time."""
    if grid.tempo_confidence == 0.0 or grid.beat_confidence >= LIKELY:
        return ()
    return (f"From the movement: {confidence_words(grid)}.",)


def _grade(confidence: float, sure: str, likely: str, doubtful: str) -> str:
    return sure if confidence >= LIKELY else likely if confidence >= DOUBTFUL else doubtful
