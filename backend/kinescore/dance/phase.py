"""Where the beat falls once the tempo is known, and which beat is the "one" of the bar."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import Cue, amplitudes
from kinescore.dance.movement import RATE_HZ, Movement

BEATS_PER_BAR = 4


def beat_phase(cues: tuple[Cue, ...], tempo_bpm: float) -> float:
    """Return the time of the first beat, in [0, period) seconds: several cues vote, each by how clearly it pulses.

    Each cue is a vector of its crest's phase and its coherence with the tempo; they add up weighted by trust and by
    coherence once more, so that a cue without pulse in this style is not heard.
    """
    votes = np.array([cue.trust * amplitudes(cue.curve, tempo_bpm / 60) for cue in cues])
    total = (np.abs(votes) * votes).sum()
    return float((-np.angle(total) / (2 * np.pi)) % 1.0 * 60.0 / tempo_bpm)


def first_downbeat(movement: Movement, beats: NDArray[np.float64]) -> int:
    """Return the index 0..3 of the first downbeat among `beats` [N] s, in 4/4.

    New figures arrive on the one: there the posture, seen from the hips, has changed most since the beat before. A weak
    cue, the best of many tried: right for 5 of 9 whole AIST++ dances, and no better than chance (25 %) on drills of one
    repeated step, where the first beat of the music is taken as the one.
    """
    if len(beats) < 2 * BEATS_PER_BAR:
        return 0
    nearest = np.clip(np.round(beats * RATE_HZ).astype(np.int64), 0, len(movement.positions) - 1)
    posture = movement.posture[nearest]
    change = np.linalg.norm(np.diff(posture.reshape(len(beats), -1), axis=0), axis=1)
    by_place = [change[(place - 1) % BEATS_PER_BAR :: BEATS_PER_BAR].mean() for place in range(BEATS_PER_BAR)]
    return int(np.argmax(by_place))
