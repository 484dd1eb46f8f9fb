"""Sidechain ducking: kicks push other parts down for a moment, which makes dance music pump."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.score import Score
from kinescore.sound.audio import SAMPLE_RATE

KICK_KEYS = (35, 36)
LEAD_SECONDS = 0.004
DEEPEST = 0.85


class Ducking:
    """How far a fully ducked part is turned down: 0 not at all, DEEPEST at a hard kick.

    The dip begins 4 ms before the kick, so that the kick's attack is free, and is over within half a beat; in a loop it
    reaches over the seam.
    """

    def __init__(self, score: Score, count: int) -> None:
        """count: samples of the piece, or of one round of a loop."""
        self._round = count if score.loops else None
        self._lead = round(LEAD_SECONDS * SAMPLE_RATE)
        back = round(min(0.26, 30.0 / score.tempo_bpm) * SAMPLE_RATE)
        down = 0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, self._lead))
        up = (0.5 + 0.5 * np.cos(np.linspace(0.0, np.pi, back))) ** 1.3
        self._dip = (DEEPEST * np.concatenate([down, up])).astype(np.float32)
        kicks = [
            (seconds_to_samples(note.start_seconds) - self._lead + shift, min(1.0, 0.3 + note.velocity))
            for part in score.parts
            if part.stem == "drums"
            for note in part.notes
            if note.pitch in KICK_KEYS
            for shift in ((0, -count, count) if score.loops else (0,))
        ]
        self._kicks = sorted(kicks)

    def between(self, first: int, last: int) -> NDArray[np.float32]:
        """The curve from sample `first` to `last` [last - first]; a loop's goes round and round."""
        if self._round is None:
            return self._once(first, last)
        rounds = []
        while first < last:
            inside = first % self._round
            stop = min(inside + last - first, self._round)
            rounds.append(self._once(inside, stop))
            first += stop - inside
        return np.concatenate(rounds)

    def _once(self, first: int, last: int) -> NDArray[np.float32]:
        curve = np.zeros(last - first, np.float32)
        begin = bisect_left(self._kicks, (first - len(self._dip), 0.0))
        for start, depth in self._kicks[begin : bisect_left(self._kicks, (last, 0.0))]:
            _deepen(curve, self._dip * np.float32(depth), start - first)
        return curve


def _deepen(curve: NDArray[np.float32], dip: NDArray[np.float32], start: int) -> None:
    """Bring `curve` up to `dip` from sample `start` on, as far as it lies inside, in place."""
    first, last = max(0, start), min(len(curve), start + len(dip))
    if first < last:
        np.maximum(curve[first:last], dip[first - start : last - start], out=curve[first:last])
