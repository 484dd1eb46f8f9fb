"""Where the beat falls, once the tempo is known: several cues vote, each by how clearly it pulses."""

from __future__ import annotations

import numpy as np

from kinescore.dance.cues import Cue, amplitudes


def beat_phase(cues: tuple[Cue, ...], tempo_bpm: float) -> float:
    """Return the time of the first beat, in [0, period) seconds.

    Each cue is a vector of its crest's phase and its coherence with the tempo; they add up weighted by trust and by
    coherence once more, so that a cue without pulse in this style is not heard.
    """
    votes = np.array([cue.trust * amplitudes(cue.curve, tempo_bpm / 60) for cue in cues])
    total = (np.abs(votes) * votes).sum()
    return float((-np.angle(total) / (2 * np.pi)) % 1.0 * 60.0 / tempo_bpm)
