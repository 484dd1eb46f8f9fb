"""Tempo from movement: the metrical comb that explains most of the variation of the whole body.

The shares of variance that a constant tempo explains are pooled over all parts of the body and all kinds of movement
(a periodogram averaged over channels), then read at the levels of a 4/4 bar. The whole piece counts at once, so the
tempo comes out to a fraction of a BPM.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.dance.peaks import crests, vertices

SLOWEST_BPM, FASTEST_BPM = TEMPO_RANGE_BPM
LIKELY_BPM, SPREAD_OCTAVES = 100.0, 0.45
"""A smooth prior settles the octave: people move and tap most readily around 100-120 BPM, and tempi fade out evenly on
a logarithmic scale around that (van Noorden & Moelants 1999)."""
METRE = ((0.25, 0.25), (0.5, 0.5), (1.0, 1.0), (2.0, 1.0), (4.0, 0.5))
"""Levels of the comb (bar, half bar, beat, half beat, quarter beat) as multiples of the beat rate; their weights."""
TAPER = 0.2
"""Share of the piece that is faded in and out; a stronger window would blur the tempo."""


@dataclass(frozen=True)
class TempoCurve:
    """tempi: [K] BPM, evenly spaced in octaves. explained: [K] share of variance that each explains, over METRE."""

    tempi: NDArray[np.float64]
    explained: NDArray[np.float64]

    @property
    def salience(self) -> NDArray[np.float64]:
        """How likely each tempo is the beat, [K]: what it explains, times the prior."""
        return self.explained * np.exp(-0.5 * (np.log2(self.tempi / LIKELY_BPM) / SPREAD_OCTAVES) ** 2)

    def prominence(self, tempo_bpm: float) -> float:
        """Return how many times more `tempo_bpm` (give or take 1 %) explains than tempi usually do (their median)."""
        return self._near(tempo_bpm) / max(float(np.median(self.explained)), 1e-12)

    def share(self, tempo_bpm: float) -> float:
        """Return how much `tempo_bpm` (give or take 1 %) explains of what the tempo that explains most does, 0..1."""
        return self._near(tempo_bpm) / max(float(self.explained.max()), 1e-12)

    def _near(self, tempo_bpm: float) -> float:
        return float(self.explained[np.abs(np.log(self.tempi / tempo_bpm)) < 0.01].max(initial=0.0))

    def ranked(self, count: int) -> tuple[float, ...]:
        """Return the tempi of up to `count` peaks, most salient first, no two within 4 %."""
        salience = self.salience
        peaks = crests(salience)
        peaks = peaks[np.argsort(-salience[peaks], kind="stable")]
        octaves_per_step = np.log2(self.tempi[1] / self.tempi[0])
        chosen: list[float] = []
        for tempo in SLOWEST_BPM * 2 ** (vertices(salience, peaks) * octaves_per_step):
            if len(chosen) < count and all(abs(np.log(tempo / other)) > 0.04 for other in chosen):
                chosen.append(float(tempo))
        return tuple(chosen)


def tempo_curve(curves: NDArray[np.float64], rate_hz: float) -> TempoCurve:
    """Return how well each tempo explains `curves` [N,C] at `rate_hz`, of zero mean and as strong as they count."""
    power, step_hz = _pooled_power(curves, rate_hz)
    octaves = float(np.log2(FASTEST_BPM / SLOWEST_BPM))
    tempi = SLOWEST_BPM * 2 ** np.linspace(0.0, octaves, int(octaves * 200 * max(1.0, len(curves) / rate_hz / 10)) + 1)
    bins = np.arange(len(power)) * step_hz * 60
    explained = np.zeros(len(tempi))
    for multiple, share in METRE:
        explained += share * np.interp(tempi * multiple, bins, power)
    return TempoCurve(tempi, explained)


def refined(curves: NDArray[np.float64], rate_hz: float, tempo_bpm: float) -> float:
    """Return the tempo next to `tempo_bpm` that explains `curves` [N,C] at `rate_hz` best, to a hundredth of a percent.

    Every level of the metre is brought down to frequency zero and summed in short blocks, which makes it cheap to try
    many tempi within half a cycle over the whole piece.
    """
    block = max(1, len(curves) // 64)
    count = len(curves) // block
    times = np.arange(count * block) / rate_hz
    faded = (curves * _window(len(curves))[:, None])[: len(times)].reshape(count, block, -1)
    half_cycle = 0.5 * 60.0 / (tempo_bpm * times[-1]) if len(times) > 1 else 0.0
    offsets = np.linspace(-half_cycle, half_cycle, 201)
    explained = np.zeros(len(offsets))
    for multiple, share in METRE:
        turns_per_second = tempo_bpm / 60 * multiple
        angle = 2 * np.pi * turns_per_second * times.reshape(count, 1, block)
        slow = np.einsum("cib,cbk->ck", np.exp(-1j * angle), faded)
        shift = np.exp(-2j * np.pi * turns_per_second * np.outer(offsets, times[block // 2 :: block]))
        explained += share * (np.abs(np.einsum("oc,ck->ok", shift, slow)) ** 2).sum(axis=1)
    return float(tempo_bpm * (1.0 + offsets[int(np.argmax(explained))]))


def _window(length: int) -> NDArray[np.float64]:
    edge = np.minimum(np.arange(length), np.arange(length)[::-1]) / max(1.0, TAPER / 2 * length)
    return 0.5 - 0.5 * np.cos(np.pi * np.minimum(edge, 1.0))


def _pooled_power(curves: NDArray[np.float64], rate_hz: float) -> tuple[NDArray[np.float64], float]:
    """Return the mean share of variance explained at each frequency, and the frequency step in Hz."""
    length = len(curves)
    window = _window(length)
    block = 1 << max(1, length.bit_length() - 3)
    padded = -(-4 * length // block) * block  # at least four times the length, and without large prime factors
    highest = int(np.ceil(METRE[-1][0] * FASTEST_BPM / 60 / rate_hz * padded)) + 2
    power = np.zeros(min(highest, padded // 2 + 1))
    for curve in curves.T:
        power += np.abs(np.fft.rfft(curve * window, padded)[: len(power)]) ** 2
    return power * 2 / (curves.shape[1] * max(float(window.sum()), 1e-9) ** 2), rate_hz / padded
