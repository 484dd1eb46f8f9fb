"""Integrated loudness after ITU-R BS.1770-4: K-weighting, 400 ms blocks, an absolute and a relative gate."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.recursive import BlockFilter, Coefficients
from kinescore.sound.audio import SAMPLE_RATE
from kinescore.sound.stored import StoredSamples

HOP = 70  # 63 hops are the 100 ms by which gating blocks advance, exactly.
HOPS_AT_ONCE = 1 << 14  # About 26 s: long pieces are measured in pieces, so that memory stays small.
HOPS_PER_STEP = SAMPLE_RATE // 10 // HOP
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = 10.0


def integrated_loudness(samples: StoredSamples) -> float:
    """Loudness in LUFS of samples [C, N] at 44.1 kHz, C 1 or 2. Silence is -inf.

    Sound shorter than one gating block (0.4 s) is measured as one ungated block of its own length, which the standard
    leaves undefined.
    """
    return loudness_of_energy(weighted_energy(samples), samples.shape[1])


def weighted_energy(samples: StoredSamples) -> NDArray[np.float64]:
    """K-weighted energy [Q] in each hop of HOP samples, summed over channels; the last hop is padded with silence."""
    energy = np.zeros(-(-samples.shape[1] // HOP))
    for channel in range(samples.shape[0]):
        weighting = BlockFilter(_k_weighting(), HOP)
        for first, hops in in_hops(samples, channel):
            weighted = weighting(hops)
            energy[first : first + len(hops)] += np.einsum("qi,qi->q", weighted, weighted)
    return energy


def in_hops(samples: StoredSamples, channel: int, margin: int = 0) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """A channel of samples [C, N] as hops [Q, HOP], up to HOPS_AT_ONCE at a time, each time with the first's number.

    The end is padded with silence. With a margin, rows are [Q, HOP + 2 * margin]: they also hold what lies around.
    """
    total = -(-samples.shape[1] // HOP)
    for first in range(0, total, HOPS_AT_ONCE):
        count = min(HOPS_AT_ONCE, total - first)
        begin, end = first * HOP - margin, (first + count) * HOP + margin
        piece = np.zeros(end - begin, np.float32)
        inside = samples[channel : channel + 1, max(begin, 0) : end][0]
        piece[max(-begin, 0) : max(-begin, 0) + len(inside)] = inside
        yield first, np.lib.stride_tricks.sliding_window_view(piece, HOP + 2 * margin)[::HOP]


def loudness_of_energy(energy: NDArray[np.float64], count: int) -> float:
    """Gated loudness in LUFS of weighted energy [Q] per hop of a sound of `count` samples."""
    steps = count // HOP // HOPS_PER_STEP
    if steps < 4:
        return _lufs(energy.sum() / max(count, 1))
    cells = energy[: steps * HOPS_PER_STEP].reshape(steps, HOPS_PER_STEP).sum(axis=1)
    blocks = np.convolve(cells, np.ones(4), "valid") / (4 * HOPS_PER_STEP * HOP)
    loud = blocks[blocks > _power(ABSOLUTE_GATE_LUFS)]
    if not len(loud):
        return -np.inf
    return _lufs(loud[loud > loud.mean() * 10.0 ** (-RELATIVE_GATE_LU / 10.0)].mean())


def _lufs(power: float) -> float:
    return float(-0.691 + 10.0 * np.log10(power)) if power > 0.0 else -np.inf


def _power(lufs: float) -> float:
    return 10.0 ** ((lufs + 0.691) / 10.0)


def _k_weighting() -> Coefficients:
    """The standard's two filters (given there for 48 kHz) as one of fourth order at this rate.

    Analogue parameters after Brecht De Man, "Evaluation of implementations of the EBU R128 loudness measurement", 2018.
    """
    gain, q, centre = 10.0 ** (3.999843853973347 / 20.0), 0.7071752369554196, 1681.974450955533
    k = np.tan(np.pi * centre / SAMPLE_RATE)
    middle = gain**0.4996667741545416
    shelf_b = np.array([gain + middle * k / q + k * k, 2 * (k * k - gain), gain - middle * k / q + k * k])
    shelf_a = np.array([1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k])
    q, k = 0.5003270373238773, np.tan(np.pi * 38.13547087602444 / SAMPLE_RATE)
    pass_a = np.array([1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k])
    b = np.convolve(shelf_b / shelf_a[0], [1.0, -2.0, 1.0])
    return b, np.convolve(shelf_a / shelf_a[0], pass_a / pass_a[0])
