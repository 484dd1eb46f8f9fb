"""Sidechain ducking: kicks push other parts down for a moment, which makes dance music pump."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.score import Score
from kinescore.sound.audio import SAMPLE_RATE

KICK_KEYS = (35, 36)
LEAD_SECONDS = 0.004
DEEPEST = 0.85


def duck_curve(score: Score, count: int) -> NDArray[np.float32]:
    """How far a fully ducked part is turned down at each sample [count]: 0 not at all, DEEPEST at a hard kick.

    The dip begins 4 ms before the kick, so that the kick's attack is free, and is over within half a beat.
    """
    curve = np.zeros(count, np.float32)
    lead = round(LEAD_SECONDS * SAMPLE_RATE)
    back = round(min(0.26, 30.0 / score.tempo_bpm) * SAMPLE_RATE)
    down = 0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, lead))
    up = (0.5 + 0.5 * np.cos(np.linspace(0.0, np.pi, back))) ** 1.3
    dip = (DEEPEST * np.concatenate([down, up])).astype(np.float32)
    for part in score.parts:
        if part.stem != "drums":
            continue
        for note in part.notes:
            if note.pitch in KICK_KEYS:
                start = seconds_to_samples(note.start_seconds) - lead
                first, last = max(0, start), min(count, start + len(dip))
                if first < last:
                    piece = dip[first - start : last - start] * np.float32(min(1.0, 0.3 + note.velocity))
                    np.maximum(curve[first:last], piece, out=curve[first:last])
    return curve
