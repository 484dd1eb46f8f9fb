"""The fitted phase: how likely the beat falls at each point of the period, given how every cue pulses.

For cue c let z1 be its complex amplitude at the beat rate and z2 at twice that rate. The score of phase theta is

    sum over c of Re(b_c z1_c e^(i theta)) + Re(h_c z2_c e^(2 i theta)),

plus the hand-made vote of `phase.beat_vote` in the same form, times the number of beats that were seen; a softmax over
the phases makes probabilities of the scores. The weights b and h say how long before or after the beat each cue crests
(their angle) and how much that is worth (their length). They are fitted by `benchmarks/fit_beat_phase.py`, a convex
problem, and kept in `beat_phase.json` with the data they come from.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_confidence import Calibration
from kinescore.dance.phase_cues import CUE_NAMES

PHASES = 48
"""Points of the period at which the score is computed."""
VOTE_SHARE = 2.0
"""Say of the hand-made vote; half of it gains in short pieces of 209 dances and loses in the five of `aist`, and four
dances in no fit do not decide it (benchmarks/BEAT.md)."""
MOST_BEATS = 40.0
"""More beats than this add no certainty: a dancer's own shift from the beat stays."""
WEIGHT_FILE = "beat_phase.json"


@dataclass(frozen=True)
class PhaseModel:
    """beat, half_beat: [C] complex weights of the cues, in CUE_NAMES' order, at the beat rate and at twice that.

    calibration: how its certainty turns into shares of cases that are right.
    """

    beat: NDArray[np.complex128]
    half_beat: NDArray[np.complex128]
    calibration: Calibration

    def scores(
        self, at_beat: NDArray[np.complex128], at_half: NDArray[np.complex128], vote: complex, beats: float
    ) -> NDArray[np.float64]:
        """Return the score [PHASES] of every phase; see the module. at_beat, at_half: [C] complex amplitudes."""
        turn = np.exp(2j * np.pi * np.arange(PHASES) / PHASES)
        first = complex(self.beat @ at_beat) + VOTE_SHARE * vote
        second = complex(self.half_beat @ at_half)
        return np.asarray(evidence(beats) * (first * turn + second * turn**2).real, np.float64)


def evidence(beats: float) -> float:
    """Return the factor on the score for `beats` seen: 1 for ten."""
    return min(beats, MOST_BEATS) / 10.0


@cache
def shipped_model() -> PhaseModel:
    """Return the weights that come with the package."""
    stored = json.loads(files(__package__).joinpath(WEIGHT_FILE).read_text("utf-8"))
    rows = [stored["weights"][name] for name in CUE_NAMES]
    beat = np.array([complex(*row["beat"]) for row in rows], np.complex128)
    half_beat = np.array([complex(*row["half_beat"]) for row in rows], np.complex128)
    return PhaseModel(beat, half_beat, Calibration(**{name: tuple(row) for name, row in stored["calibration"].items()}))
