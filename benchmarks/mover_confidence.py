"""How sure tempo and beats of what is no body are: made movers of a known cadence, or of none.

    python -m benchmarks.mover_confidence [COUNT]

Balls that are thrown up again and again, pendulums, robot arms that dwell, wings, walkers of two to eight legs, pistons
and gears keep a cadence of 45 to 170 a minute, each step early or late by up to a sixth of it; balls that come to rest,
tumbling boxes, smooth wandering and knocks at random times keep none. A tempo is right within 4 % of the cadence, its
half or its double, and never where there is none; beats are right where all fall within 0.1 s of an event of it.
Printed are the weights for `kinescore.dance.beat_confidence.OF_MADE_MOVERS`, fitted to all kinds, and, each kind left
out of the fit in turn, how often what was given as 0.3 and less, up to 0.7, and more, is right.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from benchmarks.made_machines import CADENCED, FREE
from kinescore.dance import beat_tracking
from kinescore.dance.beat_confidence import Calibration, Evidence, log_odds, tempo_features
from kinescore.dance.beat_grid import even_beats
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.cues import tempo_curves
from kinescore.dance.movement import movement_of
from kinescore.dance.phase import beat_phase
from kinescore.dance.tempo import refined, tempo_curve
from kinescore.motion.moving_points import project_points

FPS = (24.0, 30.0, 60.0)
RIDGE = 0.05
UNFITTED = Calibration((0.0, 0.0, 0.0), (0.0, 1.0), (0.0, 1.0))
GRADES = (0.0, 0.3, 0.7, 1.01)


@dataclass(frozen=True)
class Piece:
    """What was found in one made mover. evidence: for tempo. tempo, beats: whether they are right."""

    kind: str
    evidence: Evidence
    tempo: bool
    beats: bool


def piece(kind: str, generator: np.random.Generator) -> Piece | None:
    """Make one and look at it; None where no pulse is claimed."""
    fps, seconds = float(generator.choice(FPS)), generator.uniform(5, 25)
    bpm, jitter = np.exp(generator.uniform(np.log(45), np.log(170))), generator.uniform(0, 1 / 6)
    t = np.arange(int(seconds * fps)) / fps
    period = 60 / bpm
    events = (np.arange(-2, seconds / period + 3) + generator.uniform()) * period
    events = events + period * jitter * generator.uniform(-1, 1, len(events))
    turn = np.interp(t, events, np.arange(len(events)))
    paths = {**CADENCED, **FREE}[kind](t, turn, generator)
    paths = paths + generator.choice([0.0, 1e-3]) * np.ptp(paths) * generator.normal(size=paths.shape)
    movement = movement_of(project_points(paths, fps, up=2))
    if beat_grid_of(movement, (), seconds).tempo_confidence == 0.0:
        return None
    curves = tempo_curves(movement)
    curve = tempo_curve(curves)
    tempo = refined(curves, curve.ranked(beat_tracking.CANDIDATES)[0])
    phase = beat_phase(movement, tempo)
    evidence = Evidence(curve.prominence(tempo), curve.share(tempo), phase.certainty, seconds * tempo / 60)
    keeps = kind in CADENCED and min(abs(tempo / bpm / factor - 1) for factor in (0.5, 1, 2)) < 0.04
    grid = np.arange(events[0] - period, seconds + period, period / 2 if tempo > 1.5 * bpm else period)
    met = np.interp(np.arange(2 * len(events)) / 2, np.arange(len(events)), events) if tempo > 1.5 * bpm else events
    beats = even_beats(phase.first_beat, tempo, seconds)
    inside = beats[(beats > 0.5) & (beats < seconds - 0.5)]
    near = len(grid) and len(inside) and np.abs(inside[:, None] - met).min(axis=1).max() < 0.1 + jitter * period
    return Piece(kind, evidence, bool(keeps), bool(keeps and near))


def logistic(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of the logistic regression of `right` [N] on `features` [N, F], by Newton's method, lightly bounded."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - share) - RIDGE * weights
        bend = (features * (share * (1 - share))[:, None]).T @ features + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def fitted(pieces: list[Piece]) -> tuple[np.ndarray, np.ndarray]:
    """Weights for tempo and for beats, of the features in `Calibration`."""
    tempo = logistic(_tempo(pieces), np.array([piece.tempo for piece in pieces], float))
    beats = logistic(_beats(pieces, tempo), np.array([piece.beats for piece in pieces], float))
    return tempo, beats


def _tempo(pieces: list[Piece]) -> np.ndarray:
    return np.array([tempo_features(piece.evidence) for piece in pieces])


def _beats(pieces: list[Piece], tempo: np.ndarray) -> np.ndarray:
    sure = 1 / (1 + np.exp(-_tempo(pieces) @ tempo))
    phase = [UNFITTED.phase_confidence(piece.evidence) for piece in pieces]
    return np.array([log_odds(float(share)) for share in sure * phase])


def main() -> None:
    """Print the weights, and what they are worth."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    kinds = [*CADENCED, *FREE]
    made = {kind: [piece(kind, np.random.default_rng([7, k, n])) for n in range(count)] for k, kind in enumerate(kinds)}
    pieces = [found for some in made.values() for found in some if found is not None]
    print(f"{len(pieces)} of {count * len(kinds)} claim a pulse; tempo right in ", end="")
    print(", ".join(f"{kind} {np.mean([p.tempo for p in pieces if p.kind == kind] or [0]):.0%}" for kind in kinds))
    print("weights for tempo and beats:", *(np.round(weights, 2).tolist() for weights in fitted(pieces)))
    given: dict[str, list[tuple[float, bool]]] = {"tempo": [], "beats": []}
    for kind in kinds:
        rest, out = [p for p in pieces if p.kind != kind], [p for p in pieces if p.kind == kind]
        if out:
            tempo, beats = fitted(rest)
            given["tempo"] += zip(1 / (1 + np.exp(-_tempo(out) @ tempo)), [p.tempo for p in out], strict=True)
            given["beats"] += zip(1 / (1 + np.exp(-_beats(out, tempo) @ beats)), [p.beats for p in out], strict=True)
    for name, pairs in given.items():
        for low, high in pairwise(GRADES):
            right = [good for share, good in pairs if low <= share < high]
            given_as = f"{name} given as {low:.1f} to {min(high, 1):.1f}"
            print(f"{given_as}: {len(right)} pieces, {np.mean(right or [0]):.0%} right")


if __name__ == "__main__":
    main()
